"""Un archivo de Office hecho dos veces es el mismo."""

import io
import zipfile

from camctl.salida.reproducible import sin_fechas


def empaquetado(anio: int) -> bytes:
    destino = io.BytesIO()
    with zipfile.ZipFile(destino, "w") as paquete:
        for nombre in ("[Content_Types].xml", "word/document.xml"):
            paquete.writestr(zipfile.ZipInfo(nombre, (anio, 5, 17, 8, 30, 2)), f"<{nombre}/>" * 99)
    return destino.getvalue()


def test_la_hora_de_la_maquina_no_cuenta() -> None:
    assert sin_fechas(empaquetado(2018)) == sin_fechas(empaquetado(2019))
    with zipfile.ZipFile(io.BytesIO(sin_fechas(empaquetado(2018)))) as paquete:
        assert {parte.date_time for parte in paquete.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_las_partes_quedan_como_estaban_y_en_su_orden() -> None:
    with zipfile.ZipFile(io.BytesIO(sin_fechas(empaquetado(2018)))) as paquete:
        assert paquete.testzip() is None
        assert {parte: paquete.read(parte).decode() for parte in paquete.namelist()} == {
            "[Content_Types].xml": "<[Content_Types].xml/>" * 99,
            "word/document.xml": "<word/document.xml/>" * 99,
        }
        assert {parte.compress_type for parte in paquete.infolist()} == {zipfile.ZIP_DEFLATED}


def test_cada_parte_se_puede_retocar() -> None:
    def en_mayusculas(nombre: str, parte: bytes) -> bytes:
        return parte.upper() if nombre == "word/document.xml" else parte

    with zipfile.ZipFile(io.BytesIO(sin_fechas(empaquetado(2018), en_mayusculas))) as paquete:
        assert paquete.read("word/document.xml") == b"<WORD/DOCUMENT.XML/>" * 99
        assert paquete.read("[Content_Types].xml") == b"<[Content_Types].xml/>" * 99
