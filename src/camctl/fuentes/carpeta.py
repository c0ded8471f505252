"""Un plan en una carpeta del disco."""

from pathlib import Path

from camctl.archivos import leer_archivo
from camctl.comparacion import Sugerencias
from camctl.fuentes import ARCHIVOS


class Carpeta:
    """La carpeta `ruta`; los diagnósticos la nombran tal como se escribió."""

    def __init__(self, ruta: Path) -> None:
        self.ruta = ruta

    @property
    def nombre(self) -> str:
        """La ruta tal como se escribió."""
        return str(self.ruta)

    def rotulo(self, archivo: str) -> str:
        """La ruta del archivo, relativa si la de la carpeta lo es, siempre con barras."""
        return (self.ruta / archivo).as_posix()

    def leer(self, archivo: str) -> bytes:
        """Los bytes de `archivo`, con los límites de `archivos.leer_archivo`."""
        return leer_archivo(self.ruta / archivo, carpeta=self.ruta)

    def hermanos(self, archivo: str) -> list[str]:
        """Los archivos de la carpeta que se llaman parecido y no son otro de los del plan."""
        try:
            presentes = sorted(hijo.name for hijo in self.ruta.iterdir())
        except OSError:
            return []
        # Cada uno, candidato solo al nombre del plan al que más se parece.
        los_del_plan = Sugerencias(ARCHIVOS)
        return [
            nombre
            for nombre in presentes
            if nombre not in ARCHIVOS
            and nombre.isprintable()
            and los_del_plan.para(nombre, cuantas=1) == [archivo]
        ]


class CarpetaLeida(Carpeta):
    """Una carpeta de la que cada archivo se lee una vez: aunque cambie, sigue dando lo que leyó."""

    def __init__(self, ruta: Path) -> None:
        super().__init__(ruta)
        self._leidos: dict[str, bytes] = {}

    def leer(self, archivo: str) -> bytes:
        """Los bytes que tenía `archivo` la primera vez que se leyó."""
        if archivo not in self._leidos:
            self._leidos[archivo] = super().leer(archivo)
        return self._leidos[archivo]
