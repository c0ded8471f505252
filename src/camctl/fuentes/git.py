"""Un plan como estaba en una revisión de git: los mismos archivos, de otro momento.

De git se usan solo las órdenes de fontanería, que no obedecen a la configuración del repositorio ni
ejecutan nada suyo; lo que teclea una persona llega siempre como argumento, nunca como opción.
"""

import os
import re
import subprocess
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cached_property
from pathlib import Path
from typing import Final, Self

from camctl.archivos import TAMANO_MAXIMO, ArchivoIlegible, Motivo, causa
from camctl.castellano import dia_en_palabras

_TARDA_DEMASIADO: Final = 60  # segundos
_ARCHIVO_CORRIENTE: Final = ("100644", "100755")
_LARGO_DE_UN_RESUMEN: Final = 7
_PRIMER_DIA: Final = date(1970, 1, 1)  # git no guarda nada anterior
# Git las da a sus ganchos y alias, y dicen que el repositorio es otro que el de la carpeta. Son las
# de `git rev-parse --local-env-vars`, menos las de configuración, que son de quien las puso.
_DE_OTRO_REPOSITORIO: Final = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)


class SinRevision(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """No se pudo leer una revisión; el mensaje dice por qué."""


class Revision:
    """La carpeta de datos tal como estaba en el commit `commit`.

    `carpeta` es la de ahora, que está dentro del repositorio; `commit`, el resumen entero.
    """

    def __init__(self, carpeta: Path, commit: str) -> None:
        self._carpeta = carpeta
        self._commit = commit

    @classmethod
    def de(cls, carpeta: Path, texto: str, *, solo_nombres: bool = False) -> Self | None:
        """La revisión que nombra `texto` (una rama, una etiqueta, `HEAD~3`…), o nada si ninguna.

        Con `solo_nombres`, ha de ser el de una rama o una etiqueta: no vale el comienzo de un
        resumen, que puede coincidir con cualquier número.

        Raises:
            SinRevision: si `carpeta` no está en un repositorio, o no hay git.
        """
        _exigir_repositorio(carpeta)
        # «^HEAD» es para git todo lo que no está en HEAD, y ninguna revisión se llama así.
        if not texto or "\0" in texto or texto.startswith("^"):
            return None
        if solo_nombres and not _nombrado(carpeta, texto, "--symbolic-full-name"):
            return None
        commit = _nombrado(carpeta, f"{texto}^{{commit}}").decode()
        return cls(carpeta, commit) if commit else None

    @classmethod
    def al_empezar(cls, carpeta: Path, dia: date) -> Self:
        """La última revisión anterior a `dia`, con la hora de la máquina.

        Raises:
            SinRevision: si no la hay, no hay git o `carpeta` no está en un repositorio.
        """
        _exigir_repositorio(carpeta)
        commit = ""
        if comienzo := _segundos(dia):
            # Con «@» y la hora universal, git no toma el número por otra cosa.
            antes = f"--before=@{comienzo - 1} +0000"
            hecho = _git(carpeta, "rev-list", "-1", antes, "HEAD")
            if hecho.returncode:
                raise SinRevision(f"git no puede leer entero el repositorio de «{carpeta}»")
            commit = hecho.stdout.decode().strip()
        if not commit:
            raise SinRevision(
                f"el repositorio de «{carpeta}» no guarda nada anterior al {dia_en_palabras(dia)}"
            )
        return cls(carpeta, commit)

    @property
    def nombre(self) -> str:
        """«la revisión 6f5a766 (11 de febrero de 2030)»."""
        resumen = self._commit[:_LARGO_DE_UN_RESUMEN]
        return f"la revisión {resumen} ({dia_en_palabras(self.cuando)})"

    @cached_property
    def cuando(self) -> datetime:
        """Cuándo se guardó, en la hora de quien lo hizo."""
        escrito = _git(self._carpeta, "cat-file", "commit", self._commit).stdout
        hallado = re.search(rb"(?m)^committer .*> (\d{1,11}) (\S+)$", escrito)
        if not hallado:
            return datetime.fromtimestamp(0, UTC)
        return datetime.fromtimestamp(int(hallado[1]), _zona(hallado[2]))

    def rotulo(self, archivo: str) -> str:
        """El archivo, con el comienzo de su revisión: «6f5a766:data/calendario.yaml»."""
        return f"{self._commit[:_LARGO_DE_UN_RESUMEN]}:{self._dentro}{archivo}"

    def leer(self, archivo: str) -> bytes:
        """Los bytes que tenía `archivo`; como en una carpeta, ni enlaces ni tamaños sin límite."""
        donde = f"{self._dentro}{archivo}"
        pedido = ["ls-tree", "--full-tree", "-z", "-l", self._commit, donde]
        if not (hallado := self._guardado("--literal-pathspecs", *pedido)):
            raise ArchivoIlegible(Motivo.FALTA)
        modo, _, objeto, tamano = hallado.split(b"\t")[0].decode().split()
        if modo not in _ARCHIVO_CORRIENTE:
            raise ArchivoIlegible(Motivo.NO_ES_ARCHIVO)
        # De un archivo que el repositorio ha perdido, git dice «BAD».
        if tamano.isdecimal() and int(tamano) > TAMANO_MAXIMO:
            raise ArchivoIlegible(Motivo.ENORME)
        return self._guardado("cat-file", "blob", objeto)

    def _guardado(self, *argumentos: str) -> bytes:
        try:
            hecho = _git(self._carpeta, *argumentos)
        except SinRevision as fallo:
            raise ArchivoIlegible(Motivo.SISTEMA, str(fallo)) from None
        if hecho.returncode:
            raise ArchivoIlegible(Motivo.SISTEMA, "git no lo encuentra en el repositorio")
        return hecho.stdout

    def hermanos(self, archivo: str) -> list[str]:  # noqa: ARG002 — lo pide el protocolo
        """Ninguno: en lo ya guardado no hay nombre que corregir."""
        return []

    @cached_property
    def _dentro(self) -> str:
        """Dónde está la carpeta dentro del repositorio: «data/», o nada si es la raíz."""
        hecho = _git(self._carpeta, "rev-parse", "--show-prefix")
        return hecho.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def _zona(escrita: bytes) -> timezone:
    """La de «-0500»; la universal si no es de ningún sitio, que git guarda lo que le den."""
    hallada = re.fullmatch(rb"([+-])([01]\d|2[0-3])([0-5]\d)", escrita)
    if not hallada:
        return UTC
    signo, horas, minutos = hallada.groups()
    desfase = timedelta(hours=int(horas), minutes=int(minutos))
    return timezone(-desfase if signo == b"-" else desfase)


def _segundos(dia: date) -> int:
    """Cuántos van de 1970 al comienzo de `dia`, con la hora de la máquina; antes, ninguno."""
    if dia < _PRIMER_DIA:
        return 0
    return max(int(datetime.combine(dia, time()).astimezone().timestamp()), 0)


def _exigir_repositorio(carpeta: Path) -> None:
    hecho = _git(carpeta, "rev-parse", "--is-inside-work-tree")
    if b"dubious ownership" in hecho.stderr:
        raise SinRevision(
            f"git no se fía del repositorio de «{carpeta}», porque es de otra persona; "
            "si usted sí, añádalo a safe.directory en su configuración de git"
        )
    if hecho.stdout.strip() != b"true":
        raise SinRevision(f"«{carpeta}» no está en ningún repositorio de git")
    if not _nombrado(carpeta, "HEAD"):
        raise SinRevision(f"el repositorio de «{carpeta}» aún no guarda ninguna versión")


def _nombrado(carpeta: Path, texto: str, *como: str) -> bytes:
    """El resumen de lo que git llama `texto`, u otra cosa que se pida de ello; nada si no hay."""
    pedido = ["rev-parse", "--verify", "--quiet", *como, "--end-of-options", texto]
    return _git(carpeta, *pedido).stdout.strip()


def _git(carpeta: Path, *argumentos: str) -> "subprocess.CompletedProcess[bytes]":
    # Que nada pregunte, escriba ni salga a la red.
    heredado = {
        nombre: valor for nombre, valor in os.environ.items() if nombre not in _DE_OTRO_REPOSITORIO
    }
    entorno = {
        **heredado,
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
    }
    try:
        return subprocess.run(  # noqa: S603 — sin intérprete de órdenes por medio
            ["git", "-C", os.fspath(carpeta), *argumentos],  # noqa: S607 — el del sistema
            env=entorno,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_TARDA_DEMASIADO,
        )
    except subprocess.TimeoutExpired:
        raise SinRevision(f"git no contesta en el repositorio de «{carpeta}»") from None
    except (FileNotFoundError, NotADirectoryError):
        raise SinRevision("no está instalado git, y hace falta para ver lo ya guardado") from None
    except OSError as fallo:
        raise SinRevision(
            f"no se puede usar git, que hace falta para ver lo ya guardado: {causa(fallo)}"
        ) from None
