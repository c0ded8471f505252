"""Lo que se pide a `registrar`: sus opciones, y en qué registros cabe cada una."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from camctl.castellano import enumerar
from camctl.cli.comun import mal_uso, opcion_de
from camctl.indices import RegistroConId
from camctl.modelo.actividad import Actividad
from camctl.modelo.objetivo import Objetivo
from camctl.modelo.plan import clase_de

# De cada opción que acompaña a otras, cuáles.
_ACOMPANAN: Final = {
    "actor": ("invitado", "sustituir", "avance"),
    "cargo": ("invitado", "sustituir"),
    "responsable": ("acuerdo",),
    "plazo": ("acuerdo",),
    "signatura": ("documento",),
    "enlace": ("avance",),
}
_DE_TODOS: Final = frozenset({"nota"})
_DE_OBJETIVOS: Final = frozenset({"motivo_sin_sesion"})


class Pedido(NamedTuple):
    """Lo que se pide registrar, tal como se tecleó; lo que no se pide falta."""

    fecha: str | None = None
    hasta: str | None = None
    hora: str | None = None
    lugar: str | None = None
    estado: str | None = None
    motivo: str | None = None
    nota: str | None = None
    sustituir: tuple[str, str] | None = None
    participa: Sequence[str] | None = None
    invitado: Sequence[str] | None = None
    actor: str | None = None
    cargo: str | None = None
    confirmar: Sequence[str] | None = None
    excusar: Sequence[str] | None = None
    asistio: Sequence[str] | None = None
    por_confirmar: Sequence[str] | None = None
    acuerdo: Sequence[str] | None = None
    responsable: str | None = None
    plazo: str | None = None
    cumplido: Sequence[str] | None = None
    avance: tuple[str, str] | None = None
    enlace: str | None = None
    documento: tuple[str, str] | None = None
    signatura: str | None = None
    motivo_sin_sesion: str | None = None

    @property
    def dicho(self) -> tuple[str, ...]:
        """Los nombres de las opciones que se dieron."""
        return tuple(nombre for nombre in self._fields if getattr(self, nombre) not in (None, []))


def comprobar_que_se_puede(pedido: Pedido, registro: RegistroConId) -> None:
    """Lo pedido tiene sentido en `registro`, y no falta la opción a la que otra acompaña.

    Raises:
        TyperException: si no, con las opciones que valen.
    """
    if not pedido.dicho:
        raise mal_uso(f"diga qué cambia de {registro.id}: --fecha, --estado, --nota…")
    admitidas = _DE_TODOS
    if isinstance(registro, Objetivo):
        admitidas |= _DE_OBJETIVOS
    elif isinstance(registro, Actividad):
        admitidas |= frozenset(Pedido._fields) - _DE_OBJETIVOS
    if sobran := [opcion_de(nombre) for nombre in pedido.dicho if nombre not in admitidas]:
        valen = f"; vale{'n' * (len(admitidas) > 1)} {enumerar(sorted(map(opcion_de, admitidas)))}"
        cuales = valen if not isinstance(registro, Actividad) else ""
        raise mal_uso(
            f"{registro.id} es {clase_de(registro).con_un}, y no tiene "
            f"{enumerar(sobran, conjuncion='ni')}{cuales}"
        )
    for nombre, otras in _ACOMPANAN.items():
        if nombre in pedido.dicho and not set(otras) & set(pedido.dicho):
            con = enumerar([*map(opcion_de, otras)], conjuncion="o")
            raise mal_uso(f"{opcion_de(nombre)} acompaña a {con}")
