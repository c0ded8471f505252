"""Leer con límites, sin esperar jamás, y escribir de una vez."""

import errno
import os
import stat
from pathlib import Path

import pytest

from camctl.archivos import (
    ArchivoCambiado,
    ArchivoIlegible,
    Motivo,
    causa,
    escribir_archivo,
    leer_archivo,
    reemplazar_si_no_cambio,
)

SIN_ENLACES = pytest.mark.skipif(not hasattr(os, "symlink"), reason="el sistema no tiene enlaces")
SIN_TUBERIAS = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="el sistema no tiene tuberías")


def motivo(ruta: Path, carpeta: Path, *, maximo: int = 100) -> tuple[Motivo, str]:
    with pytest.raises(ArchivoIlegible) as hallado:
        leer_archivo(ruta, carpeta=carpeta, maximo=maximo)
    assert str(hallado.value) == hallado.value.motivo.value
    return hallado.value.motivo, hallado.value.detalle


def test_leer(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1\r\n\xff")
    assert leer_archivo(tmp_path / "a.yaml", carpeta=tmp_path) == b"a: 1\r\n\xff"


def test_leer_desde_una_carpeta_relativa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    assert leer_archivo(Path("data/a.yaml"), carpeta=Path("data")) == b"x"
    assert leer_archivo(Path("data/../data/a.yaml"), carpeta=Path("./data")) == b"x"


def test_el_tamano_justo_cabe_y_uno_mas_no(tmp_path: Path) -> None:
    ruta = tmp_path / "a.yaml"
    ruta.write_bytes(b"x" * 100)
    assert len(leer_archivo(ruta, carpeta=tmp_path, maximo=100)) == 100
    assert motivo(ruta, tmp_path, maximo=99) == (Motivo.ENORME, "")


def test_falta(tmp_path: Path) -> None:
    assert motivo(tmp_path / "a.yaml", tmp_path) == (Motivo.FALTA, "")
    assert motivo(tmp_path / "no" / "a.yaml", tmp_path / "no") == (Motivo.FALTA, "")


def test_una_carpeta(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert motivo(tmp_path / "a.yaml", tmp_path)[0] in {
        Motivo.NO_ES_ARCHIVO,
        Motivo.SIN_PERMISO,
    }


@SIN_TUBERIAS
def test_una_tuberia_no_se_queda_esperando(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert motivo(tmp_path / "a.yaml", tmp_path) == (Motivo.NO_ES_ARCHIVO, "")


@SIN_ENLACES
def test_enlaces_dentro_y_fuera(tmp_path: Path) -> None:
    carpeta = tmp_path / "data"
    carpeta.mkdir()
    (carpeta / "de verdad.yaml").write_bytes(b"dentro")
    (tmp_path / "secreto").write_bytes(b"fuera")
    (carpeta / "dentro.yaml").symlink_to("de verdad.yaml")
    (carpeta / "fuera.yaml").symlink_to("../secreto")
    (carpeta / "roto.yaml").symlink_to("nada")
    (carpeta / "roto fuera.yaml").symlink_to("../nada")
    (carpeta / "vuelta.yaml").symlink_to("vuelta.yaml")
    assert leer_archivo(carpeta / "dentro.yaml", carpeta=carpeta) == b"dentro"
    assert motivo(carpeta / "fuera.yaml", carpeta) == (Motivo.FUERA, "")
    assert motivo(carpeta / "roto.yaml", carpeta) == (Motivo.FALTA, "")
    assert motivo(carpeta / "roto fuera.yaml", carpeta) == (Motivo.FUERA, "")
    assert motivo(carpeta / "vuelta.yaml", carpeta) == (
        Motivo.SISTEMA,
        "el enlace da vueltas sobre sí mismo",
    )
    # La propia carpeta puede ser un enlace.
    (tmp_path / "enlace").symlink_to("data")
    assert (
        leer_archivo(tmp_path / "enlace" / "dentro.yaml", carpeta=tmp_path / "enlace") == b"dentro"
    )


@SIN_ENLACES
@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="el sistema no tiene /dev/zero")
def test_un_dispositivo(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("/dev/zero")
    assert motivo(tmp_path / "a.yaml", tmp_path) == (Motivo.FUERA, "")
    assert motivo(Path("/dev/zero"), Path("/dev")) == (Motivo.NO_ES_ARCHIVO, "")


@SIN_ENLACES
def test_por_muchos_puntos_que_lleve_no_se_sale(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "secreto").write_bytes(b"fuera")
    carpeta = tmp_path / "data"
    assert motivo(carpeta / ".." / "secreto", carpeta) == (Motivo.FUERA, "")
    # «data2» empieza como «data», y no está dentro.
    (tmp_path / "data2").mkdir()
    (tmp_path / "data2" / "a").write_bytes(b"fuera")
    assert motivo(tmp_path / "data2" / "a", carpeta) == (Motivo.FUERA, "")


def test_una_carpeta_que_no_lo_es(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    assert motivo(tmp_path / "data" / "a.yaml", tmp_path / "data") == (
        Motivo.SISTEMA,
        "la ruta pasa por un archivo como si fuera una carpeta",
    )


def test_rutas_imposibles(tmp_path: Path) -> None:
    assert motivo(tmp_path / "a\0b", tmp_path) == (
        Motivo.SISTEMA,
        "su ruta lleva un carácter nulo",
    )
    assert motivo(tmp_path / ("a" * 5_000), tmp_path) == (
        Motivo.SISTEMA,
        "el nombre es demasiado largo",
    )


def test_sin_permiso(tmp_path: Path) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        pytest.skip("a quien administra la máquina no se le niega ningún archivo")
    (tmp_path / "a.yaml").write_bytes(b"x")
    (tmp_path / "a.yaml").chmod(0)
    assert motivo(tmp_path / "a.yaml", tmp_path) == (Motivo.SIN_PERMISO, "")


@pytest.mark.parametrize(
    ("numero", "esperado"),
    [
        (errno.EACCES, (Motivo.SIN_PERMISO, "")),
        (errno.ENOENT, (Motivo.FALTA, "")),
        (errno.EIO, (Motivo.SISTEMA, "el disco falla")),
        (errno.EMFILE, (Motivo.SISTEMA, "hay demasiados archivos abiertos")),
        (errno.ENODEV, (Motivo.SISTEMA, f"error {errno.ENODEV} del sistema")),
    ],
)
def test_lo_que_niega_el_sistema_se_dice_en_espanol(
    numero: int, esperado: tuple[Motivo, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def negar(*_: object) -> int:
        raise OSError(numero, os.strerror(numero))

    monkeypatch.setattr(os, "open", negar)
    assert motivo(tmp_path / "a.yaml", tmp_path) == esperado


def test_lo_que_falla_a_media_lectura(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x")

    def fallar(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "read", fallar)
    assert motivo(tmp_path / "a.yaml", tmp_path) == (Motivo.SISTEMA, "el disco falla")


def test_un_archivo_que_crece_mientras_se_lee(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x")
    monkeypatch.setattr(os, "read", lambda _, cuantos: b"x" * cuantos)
    assert motivo(tmp_path / "a.yaml", tmp_path) == (Motivo.ENORME, "")


# Escribir


def test_escribir_uno_nuevo_y_encima_de_otro(tmp_path: Path) -> None:
    ruta = tmp_path / "a.yaml"
    escribir_archivo(ruta, b"uno")
    assert ruta.read_bytes() == b"uno"
    escribir_archivo(ruta, b"dos\r\n")
    assert ruta.read_bytes() == b"dos\r\n"
    assert [hijo.name for hijo in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.skipif(os.name != "posix", reason="los permisos son los de POSIX")
def test_los_permisos_se_conservan(tmp_path: Path) -> None:
    ruta = tmp_path / "a.yaml"
    antes = os.umask(0o027)
    try:
        escribir_archivo(ruta, b"uno")
        assert stat.S_IMODE(ruta.stat().st_mode) == 0o640
        ruta.chmod(0o604)
        escribir_archivo(ruta, b"dos")
        assert stat.S_IMODE(ruta.stat().st_mode) == 0o604
    finally:
        os.umask(antes)


@SIN_ENLACES
def test_un_enlace_sigue_siendo_un_enlace(tmp_path: Path) -> None:
    (tmp_path / "de verdad").write_bytes(b"uno")
    (tmp_path / "enlace").symlink_to("de verdad")
    escribir_archivo(tmp_path / "enlace", b"dos")
    assert (tmp_path / "enlace").is_symlink()
    assert (tmp_path / "de verdad").read_bytes() == b"dos"


@pytest.mark.parametrize("paso", ["fsync", "replace", "chmod"])
def test_si_falla_queda_el_anterior_y_nada_mas(
    paso: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruta = tmp_path / "a.yaml"
    ruta.write_bytes(b"uno")

    def disco_lleno(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if paso == "fsync":
        monkeypatch.setattr(os, "fsync", disco_lleno)
    else:
        monkeypatch.setattr(Path, paso, disco_lleno)
    with pytest.raises(OSError, match="No space"):
        escribir_archivo(ruta, b"dos")
    assert ruta.read_bytes() == b"uno"
    assert [hijo.name for hijo in tmp_path.iterdir()] == ["a.yaml"]


def test_si_se_interrumpe_tampoco_queda_nada(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrumpir(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrumpir)
    with pytest.raises(KeyboardInterrupt):
        escribir_archivo(tmp_path / "a.yaml", b"uno")
    assert list(tmp_path.iterdir()) == []


def test_la_carpeta_tiene_que_existir(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        escribir_archivo(tmp_path / "no" / "a.yaml", b"uno")


def test_una_carpeta_no_se_sustituye(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        escribir_archivo(tmp_path / "a", b"uno")
    assert (tmp_path / "a").is_dir()
    assert [hijo.name for hijo in tmp_path.iterdir()] == ["a"]


def test_un_nombre_tan_largo_como_se_puede(tmp_path: Path) -> None:
    ruta = tmp_path / ("a" * 255)
    escribir_archivo(ruta, b"uno")
    assert ruta.read_bytes() == b"uno"


# Cambiar varios, si nadie los ha tocado


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    for nombre in ("a", "b", "c"):
        (tmp_path / nombre).write_bytes(nombre.encode())
    return tmp_path


ANTES = {"a": b"a", "b": b"b", "c": b"c"}


def contenidos(carpeta: Path) -> dict[str, bytes]:
    return {ruta.name: ruta.read_bytes() for ruta in carpeta.iterdir()}


def test_reemplazar_lo_que_nadie_ha_tocado(carpeta: Path) -> None:
    reemplazar_si_no_cambio(carpeta, ANTES, {"a": b"A", "c": b"C", "nuevo": b"N"})
    assert contenidos(carpeta) == {"a": b"A", "b": b"b", "c": b"C", "nuevo": b"N"}


@pytest.mark.parametrize("nombre", ["a", "b", "nuevo"])
def test_si_algo_cambio_no_se_toca_nada(carpeta: Path, nombre: str) -> None:
    # También si es otro archivo del que se leyó, o uno que no existía.
    (carpeta / nombre).write_bytes(b"de otra persona")
    antes = contenidos(carpeta)
    with pytest.raises(ArchivoCambiado) as cambiado:
        reemplazar_si_no_cambio(carpeta, ANTES, {"a": b"A", "c": b"C", "nuevo": b"N"})
    assert cambiado.value.archivo == nombre
    assert contenidos(carpeta) == antes


def test_si_uno_desaparecio_o_ya_no_es_un_archivo_tampoco(carpeta: Path) -> None:
    (carpeta / "b").unlink()
    for _ in range(2):
        with pytest.raises(ArchivoCambiado, match="«b» ha cambiado desde que se leyó"):
            reemplazar_si_no_cambio(carpeta, ANTES, {"a": b"A"})
        (carpeta / "b").mkdir(exist_ok=True)
    assert (carpeta / "a").read_bytes() == b"a"


def test_si_uno_no_se_puede_escribir_no_se_escribe_ninguno(
    carpeta: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guardar = os.fsync
    veces: list[int] = []

    def llenarse(descriptor: int) -> None:
        veces.append(descriptor)
        if len(veces) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        guardar(descriptor)

    monkeypatch.setattr(os, "fsync", llenarse)
    with pytest.raises(OSError, match="space"):
        reemplazar_si_no_cambio(carpeta, ANTES, {"a": b"A", "c": b"C"})
    assert contenidos(carpeta) == ANTES


def test_si_uno_no_se_deja_poner_en_su_sitio_los_demas_vuelven_a_ser_lo_que_eran(
    carpeta: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Así responde el sistema si el archivo es un punto de montaje, como en un contenedor.
    poner = Path.replace

    def ocupado(temporal: Path, destino: Path) -> Path:
        if destino.name == "c" and destino.read_bytes() == b"c":
            raise OSError(errno.EBUSY, "Device or resource busy", str(temporal))
        return poner(temporal, destino)

    monkeypatch.setattr(Path, "replace", ocupado)
    with pytest.raises(OSError, match="busy") as fallo:
        reemplazar_si_no_cambio(carpeta, ANTES, {"a": b"A", "nuevo": b"N", "c": b"C"})
    assert (fallo.value.filename, causa(fallo.value)) == ("c", "el sistema lo tiene ocupado")
    assert contenidos(carpeta) == ANTES


def test_un_archivo_de_solo_lectura_no_se_cambia(carpeta: Path) -> None:
    (carpeta / "a").chmod(0o444)
    with pytest.raises(PermissionError):
        reemplazar_si_no_cambio(carpeta, ANTES, {"a": b"A", "b": b"B"})
    assert contenidos(carpeta) == ANTES
