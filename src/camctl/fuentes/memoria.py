"""Un plan en la memoria: el de las pruebas, y el que se comprueba antes de escribirlo."""

from collections.abc import Mapping

from camctl.archivos import TAMANO_MAXIMO, ArchivoIlegible, Motivo
from camctl.fuentes import ARCHIVOS, Fuente


class Memoria:
    """Los bytes de cada archivo, por su nombre."""

    def __init__(self, archivos: Mapping[str, bytes], *, nombre: str = "memoria") -> None:
        self._archivos = dict(archivos)
        self._nombre = nombre

    @property
    def nombre(self) -> str:
        """El nombre que se le dio."""
        return self._nombre

    def rotulo(self, archivo: str) -> str:
        """El nombre del archivo, sin carpeta."""
        return archivo

    def leer(self, archivo: str) -> bytes:
        """Los bytes guardados con ese nombre."""
        if archivo not in self._archivos:
            raise ArchivoIlegible(Motivo.FALTA)
        if len(self._archivos[archivo]) > TAMANO_MAXIMO:
            raise ArchivoIlegible(Motivo.ENORME)
        return self._archivos[archivo]

    def hermanos(self, archivo: str) -> list[str]:  # noqa: ARG002 — lo pide el protocolo
        """Ninguno: en la memoria nadie se equivoca de nombre."""
        return []


class Copia(Memoria):
    """Los archivos de otra fuente tal como quedarían, con los rótulos que tienen en ella."""

    def __init__(self, archivos: Mapping[str, bytes], original: Fuente) -> None:
        super().__init__(archivos, nombre=original.nombre)
        self._original = original

    def rotulo(self, archivo: str) -> str:
        """El nombre del archivo en la fuente de que salió."""
        return self._original.rotulo(archivo)


def contenidos(fuente: Fuente) -> dict[str, bytes]:
    """Los bytes de los archivos de `fuente` que se dejan leer; de los demás ya habla `validar`."""
    leidos = {}
    for archivo in ARCHIVOS:
        try:
            leidos[archivo] = fuente.leer(archivo)
        except ArchivoIlegible:
            continue
    return leidos
