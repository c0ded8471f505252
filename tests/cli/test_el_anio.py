"""Un año llevado solo con órdenes: tras cada paso todo cuadra, y nada más cambia."""

import shlex
from difflib import unified_diff
from pathlib import Path

import pytest

from .conftest import Camctl

# Cuántas líneas quita y pone cada paso, y la orden. En el último, la sesión formal va tras la de
# las delegaciones, que pasa delante: son sus siete líneas y una en blanco.
PASOS = """
-0 +2  registrar act1 --estado realizada
-1 +5  registrar act1 --documento 'Plan de trabajo' https://ejemplo.org/p.pdf --signatura CAM/doc.45/19
-1 +5  registrar act2 --fecha 21/2/2019 --hora 10:00-13:00 --lugar 'Salón Miranda' --estado convocada
-2 +3  registrar act2 --estado realizada --asistio taboada
-1 +3  registrar act2 --excusar ochoa --nota 'Sin incidencias.'
-1 +5  registrar act2 --avance b1 'Dos talleres contra la trata.' --actor SSM
-1 +5  registrar act2 --acuerdo 'Remitir los datos de 2018' --plazo mayo --responsable SSM
-0 +3  registrar act3 --estado aplazada --motivo 'El relator no puede venir.'
-2 +3  registrar act4 --fecha '14 de marzo' --confirmar piñeres
-2 +4  registrar act5 --sustituir giorgi 'Ana López' --cargo Directora --fecha 2019-03-28
-2 +3  registrar act5 --confirmar lópez --lugar 'Salón Bolívar'
-0 +7  agregar actividad --fecha 2019-04-11 --tipo informal --titulo 'Sesión con las delegaciones' --actor CAM --actor EM --objetivo b9
-1 +2  registrar act2 --cumplido datos
-0 +1  registrar b4 --motivo-sin-sesion 'Lo sigue la Secretaría General.'
-0 +3  agregar actor --id OIM --nombre 'Organización de Migraciones' --alias IOM
-2 +2  registrar act7 --participa OIM
-9 +10  registrar act6 --fecha 25/4/2019 --hora 15:00
"""  # noqa: E501 — una orden por línea, como se teclea


def textos(datos: Path) -> dict[str, list[str]]:
    return {
        archivo.name: archivo.read_text(encoding="utf-8").split("\n")
        for archivo in datos.glob("*.yaml")
    }


def test_el_anio_paso_a_paso(camctl_: Camctl, datos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hechos = []
    for minuto, paso in enumerate(PASOS.strip().splitlines()):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1549881000 + 60 * minuto))
        _, orden = paso.split("  ", 1)
        antes = textos(datos)
        hecho = camctl_(*shlex.split(orden))
        assert (hecho.codigo, hecho.errores.count("\n")) == (0, 1), f"{orden}\n{hecho.errores}"
        assert camctl_("validar").salida.startswith("Sin errores: "), orden
        despues = textos(datos)
        (cambiado,) = (archivo for archivo in antes if antes[archivo] != despues[archivo])
        diferencia = [*unified_diff(antes[cambiado], despues[cambiado], n=0, lineterm="")][2:]
        # La línea en blanco que separa un registro nuevo no cuenta.
        quita, pone = (
            sum(linea.startswith(signo) and linea != "+" for linea in diferencia) for signo in "-+"
        )
        hechos.append(f"-{quita} +{pone}  {orden}")
    assert "\n".join(hechos) == PASOS.strip()
    # Y al acabar se da cuenta del año y se abre el siguiente.
    assert camctl_("seguimiento", "--al", "31/12/2019", "-o", "informe.docx").codigo == 0
    assert camctl_("nuevo", "el-que-viene", "--periodo", "2019-2020").codigo == 0
    assert camctl_("validar", "el-que-viene").salida == (
        "Sin errores: 15 objetivos, 4 mandatos, 10 actores, 0 actividades\n"
    )
