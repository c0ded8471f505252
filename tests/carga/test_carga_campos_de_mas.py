"""Un campo que no existe: lo que se manda escribir lleva todo lo que llevaba, en su forma."""

import pytest

from camctl.carga import Carga
from cargas import cargado

ACTIVIDAD = """\
plan: {titulo: Plan, periodo: 2030, comision: CB}
actividades:
  - id: ACT-1
    fecha: 2030-03
    tipo: formal
    titulo: Uno
"""
UN_INVITADO = "invitados:\n      - nombre: Ana\n        estado: por_confirmar\n        "
UN_ACUERDO = "acuerdos:\n      - texto: Uno.\n        "
UNO_SOLO = "uno solo, sin corchetes ni guion; si hay más, cada uno pide otra ficha"
SOLO_EL_NOMBRE = "cambie solo el nombre y deje lo demás como está"


def con_lineas(lineas: str) -> Carga:
    return cargado(calendario=f"{ACTIVIDAD}    {lineas}\n")


def la_ayuda(lineas: str) -> str:
    (dicho,) = con_lineas(lineas).diagnosticos
    assert dicho.codigo == "M202"
    return dicho.ayuda


@pytest.mark.parametrize(
    "valor",
    [
        "[{id: AG-101, parrafos: 2-3}]",
        '[AG-102, {id: AG-101, parrafos: "2, 3"}]',
        "[AG-101]",
        "[]",
    ],
)
def test_lo_que_cabe_en_la_linea_se_repite_entero(valor: str) -> None:
    ayuda = la_ayuda(f"Mandatos: {valor}")
    assert ayuda == f"escríbalo así, sin mayúsculas ni tildes: mandatos: {valor}"
    assert not con_lineas(f"mandatos: {valor}").diagnosticos


@pytest.mark.parametrize(
    ("lineas", "ayuda"),
    [
        (
            "Mandatos:\n      - id: AG-101\n        parrafos: 2-3",
            f"es «mandatos», sin mayúsculas ni tildes; {SOLO_EL_NOMBRE}",
        ),
        (
            "Nota: >-\n      Falta la sala.",
            f"es «nota», sin mayúsculas ni tildes; {SOLO_EL_NOMBRE}",
        ),
        (f"Nota: {'Falta. ' * 40}", f"es «nota», sin mayúsculas ni tildes; {SOLO_EL_NOMBRE}"),
        (
            "observaciones: >-\n      Falta la sala.",
            f"aquí se llama «nota»; {SOLO_EL_NOMBRE}",
        ),
        (
            "mandtos:\n      - AG-101",
            f"¿quiso decir «mandatos»? {SOLO_EL_NOMBRE.capitalize()}",
        ),
    ],
)
def test_lo_que_no_cabe_en_la_linea_se_deja_donde_esta(lineas: str, ayuda: str) -> None:
    assert la_ayuda(lineas) == ayuda


def test_un_texto_de_una_linea_se_repite_aunque_sea_largo() -> None:
    texto = "Vela por que todo ello llegue también a quien no ve, a quien no oye y a los demás."
    ayuda = la_ayuda(f"Nota: {texto}")
    assert ayuda == f"escríbalo así, sin mayúsculas ni tildes: nota: {texto}"


@pytest.mark.parametrize(
    ("lineas", "ayuda"),
    [
        ("actor: CB", "¿quiso decir «actores»? Escriba una lista: actores: [CB]"),
        ("actor: CB, ILI", "¿quiso decir «actores»? Escriba una lista: actores: [CB, ILI]"),
        ("objetivo: todos", "¿quiso decir «objetivos»? Escriba: objetivos: todos"),
        (
            "invitado: Ana Pérez",
            "¿quiso decir «invitados»? Escriba una lista de fichas: invitados: [{nombre: Ana "
            "Pérez}]",
        ),
        (
            "invitado: {nombre: Ana, estado: por_confirmar}",
            "¿quiso decir «invitados»? Póngala entre corchetes: invitados: [{nombre: Ana, estado: "
            "por_confirmar}]",
        ),
        (
            "invitado:\n      nombre: Ana\n      estado: por_confirmar",
            "¿quiso decir «invitados»? Cambie el nombre y escriba un guion delante de su primer "
            "campo, - nombre: Ana, y alinee con él los demás",
        ),
        (f"{UN_INVITADO}actores: [ILI]", "¿quiso decir «actor»? Escriba: actor: ILI"),
        (f"{UN_INVITADO}actores: [ILI, SA]", f"¿quiso decir «actor»? Va {UNO_SOLO}"),
        (
            f"{UN_ACUERDO}responsables: [ILI]",
            "¿quiso decir «responsable»? Escriba: responsable: ILI",
        ),
        (
            f"{UN_ACUERDO}estado: cumplido",
            "aquí se llama «cumplido»; escriba: cumplido: sí, o bien, cumplido: no",
        ),
        (f"{UN_ACUERDO}hecho: si", "aquí se llama «cumplido»; escriba: cumplido: si"),
        (f"{UN_ACUERDO}hecho: x", "aquí se llama «cumplido»; escriba: cumplido: sí"),
    ],
)
def test_va_ya_en_la_forma_que_pide_el_bueno(lineas: str, ayuda: str) -> None:
    assert la_ayuda(lineas) == ayuda


@pytest.mark.parametrize("guiones", ["-", "--", "—"])
def test_los_guiones_de_mas_no_son_del_elemento(guiones: str) -> None:
    elementos = f"\n      {guiones}CB\n      {guiones}SA"
    (dicho,) = con_lineas(f"actores:{elementos}").diagnosticos
    assert dicho.ayuda == "escriba una lista: actores: [CB, SA]"


@pytest.mark.parametrize(
    ("lineas", "ayuda"),
    [
        ("mandatos: [{mandato: AG-101, parrafos: 2-3}]", "aquí se llama «id»; escriba: id: AG-101"),
        ("mandatos:\n      - mandato: AG-101", "aquí se llama «id»; escriba: id: AG-101"),
        ("Sala Uno: lugar", "el campo va delante; escriba: lugar: Sala Uno"),
    ],
)
def test_lo_que_se_quiso_escribir_no_falta(lineas: str, ayuda: str) -> None:
    assert la_ayuda(lineas) == ayuda


def test_un_campo_y_su_valor_al_reves() -> None:
    carga = cargado(calendario=ACTIVIDAD.replace("tipo: formal", "formal: tipo"))
    (dicho,) = carga.diagnosticos
    assert (dicho.ayuda, dicho.arreglos) == ("el campo va delante; escriba: tipo: formal", ())


def test_el_id_de_un_registro_con_el_nombre_de_su_clase() -> None:
    carga = cargado(calendario=ACTIVIDAD.replace("- id:", "- actividad:"))
    (dicho,) = carga.diagnosticos
    (arreglo,) = dicho.arreglos
    assert dicho.ayuda == "aquí se llama «id»; escriba: id: ACT-1"
    assert (arreglo.texto, arreglo.seguro) == ("id", False)


def test_una_ficha_entre_parentesis() -> None:
    dicho, *_ = con_lineas("documentos: [(titulo: Uno, signatura: x)]").diagnosticos
    assert dicho.ayuda == "una ficha va entre llaves: escriba «{» por «(», y «}» por «)»"
    assert not dicho.arreglos
