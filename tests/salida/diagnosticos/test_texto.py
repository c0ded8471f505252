"""El formato de texto: qué, dónde, la línea señalada y qué escribir."""

from camctl.lectura.mapa import Mapa
from camctl.salida.diagnosticos.texto import escribir

from .muestras import CALENDARIO, DEL_ARCHIVO, RELACION, informe

LINEA = "    objetivos: [B1, B88]"


def test_cada_parte_por_su_orden() -> None:
    hecho = informe(RELACION)._replace(
        mapas={CALENDARIO: Mapa(CALENDARIO, "\n" * 40 + f"{LINEA}\n")}
    )
    assert escribir(hecho).splitlines() == [
        "error[R301]: la actividad ACT-4 «100 % digital, por fin» cita el objetivo «B88», que no "
        "existe",
        "  --> data/calendario.yaml:41:21",
        "   |",
        "41 |     objetivos: [B1, B88]",
        "   |                     ^^^",
        "  ==> data/objetivos.yaml:12:9",
        "   = ayuda: ¿quiso decir «B8»? Escriba: objetivos: [B1, B8]",
        "",
        "1 error en 1 de 4 archivos",
    ]


def test_sin_hallazgos_dice_lo_que_se_comprobo() -> None:
    assert escribir(informe()) == (
        "Sin errores: 15 objetivos, 4 mandatos, 9 actores, 6 actividades\n"
    )


def test_ninguna_linea_da_ordenes_a_un_ejecutor() -> None:
    hostil = DEL_ARCHIVO._replace(mensaje="uno\n::error::dos", ayuda="tres ##[group]x")
    lineas = escribir(informe(hostil)).splitlines()
    assert not any(linea.lstrip().startswith("::") or "##[" in linea for linea in lineas)
