"""La agenda, desde la terminal: `exportar ics` y `calendario --formato ics`."""

from pathlib import Path

import icalendar
import pytest

from camctl.castellano import enumerar
from camctl.salida import tablas

from .conftest import Camctl, Lanzar


def uids(agenda: str) -> list[str]:
    """Los UID de una agenda, en su orden y sin lo que todos tienen."""
    leida = icalendar.Calendar.from_ical(agenda)
    return [str(uno["UID"]).removeprefix("cam-2018-2019-") for uno in leida.walk("VEVENT")]


def cambiar(datos: Path, viejo: str, nuevo: str) -> None:
    """Cambia algo, que ha de estar, en el calendario."""
    calendario = datos / "calendario.yaml"
    texto = calendario.read_text(encoding="utf-8")
    assert viejo in texto
    calendario.write_text(texto.replace(viejo, nuevo, 1), encoding="utf-8")


def test_exportar_ics_sale_por_la_salida_estandar(lanzar: Lanzar, datos: Path) -> None:
    hecho = lanzar("exportar", "ics", LC_ALL="C")
    assert (hecho.returncode, hecho.stderr) == (0, b"")
    assert hecho.stdout.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert b"\n" not in hecho.stdout.replace(b"\r\n", b"")
    assert uids(hecho.stdout.decode()) == [f"act{numero}@camctl" for numero in range(1, 7)]


def test_la_agenda_es_la_misma_cada_vez(lanzar: Lanzar, datos: Path, aislada: Path) -> None:
    for semilla, zona in (("1", "America/Lima"), ("2", "Asia/Tokyo")):
        lanzar("exportar", "-o", f"plan{semilla}.ics", PYTHONHASHSEED=semilla, TZ=zona)
    assert (aislada / "plan1.ics").read_bytes() == (aislada / "plan2.ics").read_bytes()


def test_solo_fechadas_dice_cuantas_quedan_fuera(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    cambiar(datos, "fecha: 2019-04", "fecha: 2019-04-09")
    hecho = camctl_("exportar", "ics", "--solo-fechadas", "-o", "plan.ics")
    assert hecho == (
        0,
        "",
        "Escrito: plan.ics\n"
        "Fuera de la agenda, 5 actividades sin día: ACT-1, ACT-2, ACT-3, ACT-4 y ACT-5.\n",
    )
    assert uids((aislada / "plan.ics").read_text(encoding="utf-8")) == ["act6@camctl"]


def test_solo_fechadas_no_vale_para_otros_papeles(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("exportar", "json", "--solo-fechadas")
    assert hecho.codigo == 2
    assert "«--solo-fechadas»: no vale para json, sino para ics" in " ".join(hecho.errores.split())


def test_una_zona_que_no_existe_es_un_error_de_los_datos(camctl_: Camctl, datos: Path) -> None:
    cambiar(datos, "America/New_York", "América/New York")
    hecho = camctl_("exportar", "ics")
    assert (hecho.codigo, hecho.salida) == (1, "")
    assert "1 error en los datos" in hecho.errores


@pytest.mark.parametrize(
    "orden",
    [
        ["--actor", "cidh", "--formato", "ics"],
        ["CIDH", "-f", "ICS"],
        ["cidh", "--formato", "ics", "-o", "-"],
    ],
)
def test_la_agenda_de_una_delegacion(camctl_: Camctl, datos: Path, orden: list[str]) -> None:
    hecho = camctl_("calendario", *orden)
    assert (hecho.codigo, hecho.errores) == (0, "")
    assert uids(hecho.salida) == ["act3@camctl"]
    assert "X-WR-CALNAME:Plan 2018-2019 · CAM · actor: CIDH" in hecho.salida
    assert hecho.salida == camctl_("exportar", "ics", "--actor", "CIDH").salida


def test_la_extension_basta(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    hecho = camctl_("calendario", "CIDH", "-o", "cidh.ICS")
    assert hecho == (0, "", "Escrito: cidh.ICS\n")
    assert uids((aislada / "cidh.ICS").read_text(encoding="utf-8")) == ["act3@camctl"]


def test_a_una_agenda_se_le_pide_lo_que_a_un_papel(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    cambiar(datos, "actores: [CAM, CIM]", "actores: [CAM, CIMM]")
    hecho = camctl_("calendario", "CIDH", "-o", "cidh.ics")
    assert (hecho.codigo, hecho.salida) == (1, "")
    assert "no se reparte un plan a medias" in hecho.errores
    assert not (aislada / "cidh.ics").exists()
    # Una consulta contesta con lo sano, y lo dice.
    assert camctl_("calendario", "CIDH").codigo == 1
    assert "ACT-3" in camctl_("calendario", "CIDH").salida


def test_la_agenda_del_plan_del_paquete_no_se_reparte(camctl_: Camctl, del_paquete: Path) -> None:
    assert camctl_("calendario", "--formato", "ics").codigo == 2
    assert camctl_("calendario").codigo == 0


def test_un_filtro_que_no_deja_nada_se_dice(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("calendario", "--tipo", "otra", "--formato", "ics")
    assert (hecho.codigo, hecho.errores) == (0, "El calendario queda vacío (tipo: otra).\n")
    assert uids(hecho.salida) == []


def test_los_formatos_de_calendario_incluyen_la_agenda(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("calendario", "--formato", "pdf")
    assert hecho.codigo == 2
    dicho = " ".join(hecho.errores.replace("│", "").split())
    assert enumerar([f"«{uno}»" for uno in (*tablas.formatos(), "ics")]) in dicho
    # Las demás consultas no tienen agenda.
    assert camctl_("objetivos", "--formato", "ics").codigo == 2


# Sustituir la que había


def test_al_sustituirla_se_dice_lo_que_no_se_va_a_ver(camctl_: Camctl, datos: Path) -> None:
    assert camctl_("exportar", "-o", "plan.ics").errores == "Escrito: plan.ics\n"
    assert camctl_("exportar", "-o", "plan.ics").errores == "Escrito: plan.ics\n"
    cambiar(datos, "fecha: 2019-04", "fecha: 2019-04-09")
    assert camctl_("exportar", "-o", "plan.ics") == (
        0,
        "",
        "Escrito: plan.ics\n"
        "ACT-6 ha cambiado y su «actualizado» no: quien ya la tenga en su agenda puede no ver el "
        "cambio. Escriba en ella el día y la hora en que cambió: actualizado: 2030-02-11T10:30Z.\n",
    )


def test_con_actualizado_la_agenda_se_pone_al_dia(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    camctl_("exportar", "-o", "plan.ics")
    vieja = icalendar.Calendar.from_ical((aislada / "plan.ics").read_bytes())
    cambiar(datos, "fecha: 2019-04", "fecha: 2019-04-09\n    actualizado: 2019-02-11T10:30Z")
    assert camctl_("exportar", "-o", "plan.ics").errores == "Escrito: plan.ics\n"
    nueva = icalendar.Calendar.from_ical((aislada / "plan.ics").read_bytes())
    antes, despues = (agenda.walk("VEVENT")[-1] for agenda in (vieja, nueva))
    assert antes["UID"] == despues["UID"]
    assert (antes["SEQUENCE"], despues["SEQUENCE"]) == (0, 585_270)
    assert (str(antes.decoded("DTSTART")), str(despues.decoded("DTSTART"))) == (
        "2019-04-01",
        "2019-04-09",
    )


def test_el_actualizado_del_plan_vale_para_lo_que_no_tiene_el_suyo(
    camctl_: Camctl, datos: Path
) -> None:
    camctl_("exportar", "-o", "plan.ics")
    cambiar(datos, "fecha: 2019-04", "fecha: 2019-04-09")
    cambiar(datos, "  comision: CAM", "  comision: CAM\n  actualizado: 2019-02-11T10:30Z")
    assert camctl_("exportar", "-o", "plan.ics").errores == "Escrito: plan.ics\n"


@pytest.mark.parametrize("contenido", [b"", b"\x00\xff", b"BEGIN:VEVENT\n" * 9, b"A,B\n1,2\n"])
def test_lo_que_no_es_una_agenda_se_sustituye_y_ya_esta(
    camctl_: Camctl, datos: Path, aislada: Path, contenido: bytes
) -> None:
    (aislada / "plan.ics").write_bytes(contenido)
    assert camctl_("exportar", "-o", "plan.ics").errores == "Escrito: plan.ics\n"


def test_una_carpeta_no_es_una_agenda(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    (aislada / "plan.ics").mkdir()
    hecho = camctl_("exportar", "-o", "plan.ics")
    assert hecho.codigo == 2
    assert "es una carpeta" in hecho.errores
