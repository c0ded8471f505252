"""Lo más que puede tener un archivo: L126 y L127."""

from typing import Final, NoReturn

from camctl.castellano import miles
from camctl.diagnostico import Gravedad, Regla
from camctl.lectura.obra import Basta, Obra

DEMASIADO_HONDO = Regla(
    "L126",
    Gravedad.ERROR,
    """Hay demasiadas fichas o listas, unas dentro de otras.

    El plan necesita seis niveles. Un archivo con muchos más está roto o no es un plan.
    """,
)

DEMASIADO_LARGO = Regla(
    "L127",
    Gravedad.ERROR,
    """El archivo tiene demasiados valores.

    El límite da para un plan de más de cien mil actividades, y ninguna ficha del plan pasa de
    treinta campos. Por encima, el archivo no es un plan.
    """,
)

HONDURA_MAXIMA: Final = 20
VALORES_MAXIMOS: Final = 4_000_000
CAMPOS_MAXIMOS: Final = 1_000


def parar_por_hondo(obra: Obra, inicio: int) -> NoReturn:
    """Deja de leer en un corchete, llave o guion que está demasiado adentro."""
    obra.decir(
        DEMASIADO_HONDO,
        (inicio, inicio + 1),
        f"hay más de {HONDURA_MAXIMA} fichas o listas unas dentro de otras; "
        "el resto del archivo no se lee",
        ayuda="borre los corchetes, las llaves o los guiones que sobren",
    )
    raise Basta(dudoso=True)


def parar_por_muchos_valores(obra: Obra, nodo: int) -> NoReturn:
    """Deja de leer en el valor que ya es demasiado."""
    _parar_por_largo(obra, nodo, "el archivo tiene demasiados valores; el resto no se lee")


def parar_por_muchos_campos(obra: Obra, nodo: int) -> NoReturn:
    """Deja de leer en el campo que ya es demasiado para una ficha."""
    _parar_por_largo(
        obra,
        nodo,
        f"hay una ficha con más de {miles(CAMPOS_MAXIMOS)} campos; el resto del archivo no se lee",
    )


def _parar_por_largo(obra: Obra, nodo: int, mensaje: str) -> NoReturn:
    inicio = obra.mapa.inicio[nodo]
    obra.decir(DEMASIADO_LARGO, (inicio, inicio + 1), mensaje, ayuda="")
    raise Basta(dudoso=True)
