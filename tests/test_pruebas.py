"""Lo que se añade como un módulo más trae su prueba, y se la encuentra por su nombre."""

from pathlib import Path

import pytest

from camctl.cli.app import nombres_de_comandos
from camctl.salida import diagnosticos, papeles, tablas

PRUEBAS = Path(__file__).resolve().parent
# Los que otro programa lee se prueban juntos: los tres han de decir lo mismo.
DE_DATOS = {"csv", "json", "yaml"}


@pytest.mark.parametrize("comando", nombres_de_comandos())
def test_cada_comando_tiene_su_prueba(comando: str) -> None:
    # Una consulta la tiene en lo que responde; si no, en la orden entera.
    assert any((PRUEBAS / donde / f"test_{comando}.py").exists() for donde in ("vistas", "cli"))


@pytest.mark.parametrize("formato", sorted({*tablas.formatos(), "consola"} - {"tabla"} - DE_DATOS))
def test_cada_formato_de_consulta_tiene_su_prueba(formato: str) -> None:
    assert (PRUEBAS / "salida" / f"test_tablas_{formato}.py").exists()


@pytest.mark.parametrize("formato", papeles.formatos())
def test_cada_papel_tiene_su_prueba(formato: str) -> None:
    assert (PRUEBAS / "salida" / "papeles" / f"test_{formato}.py").exists()


@pytest.mark.parametrize("formato", diagnosticos.formatos())
def test_cada_formato_de_hallazgos_tiene_su_prueba(formato: str) -> None:
    assert (PRUEBAS / "salida" / "diagnosticos" / f"test_{formato}.py").exists()
