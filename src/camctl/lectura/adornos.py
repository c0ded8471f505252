"""Los alias, las anclas y las etiquetas de YAML, que los datos no admiten: L121 y L122."""

from typing import Final

from camctl.diagnostico import Gravedad, Regla
from camctl.lectura.obra import Obra
from camctl.lectura.renglon import Renglon, hasta_donde_acaba

ALIAS = Regla(
    "L121",
    Gravedad.ERROR,
    """Un texto sin comillas empieza por * o por &.

    Para YAML son un alias y un ancla, que los archivos del plan no admiten. Si el signo es parte
    del texto, el texto va entre comillas.
    """,
)

ETIQUETA = Regla(
    "L122",
    Gravedad.ERROR,
    """Un texto sin comillas empieza por !.

    Para YAML es una etiqueta de tipo, que los archivos del plan no admiten. Si el signo es parte
    del texto, el texto va entre comillas.
    """,
)

DE_ADORNO: Final = frozenset({ALIAS.codigo, ETIQUETA.codigo})
_NOMBRES: Final = {"*": "un alias", "&": "un ancla", "!": "una etiqueta"}


def rechazar_adorno(obra: Obra, inicio: int, *, en_texto: bool) -> None:
    """Dice que lo que empieza en `inicio` no se admite; `en_texto`, si quizá sea parte de uno."""
    signo = obra.mapa.texto[inicio : inicio + 1]
    valor = hasta_donde_acaba(obra.mapa, inicio, en_corchetes=obra.corchete is not None)
    adorno = valor if en_texto else valor.partition(" ")[0]
    renglon = Renglon.de(obra.mapa, obra.mapa.lugar(inicio, inicio).linea)
    obra.decir(
        ETIQUETA if signo == "!" else ALIAS,
        (inicio, inicio + len(adorno)),
        f"un texto sin comillas no puede empezar por «{signo}»: "
        f"para YAML es {_NOMBRES.get(signo, 'un signo suyo')}, y aquí no se admiten",
        ayuda=f"escriba: {renglon.citando(valor)}" if en_texto else f"borre «{adorno}»",
    )
