"""Comillas que no se cierran, o que se cierran antes de tiempo: L112 y L116."""

from typing import Final

from camctl.diagnostico import Diagnostico, Gravedad, Regla
from camctl.lectura.renglon import hasta_donde_acaba
from camctl.lectura.tropiezo import Tropiezo

COMILLAS = Regla(
    "L112",
    Gravedad.ERROR,
    """Unas comillas que no se cierran, o un texto que sigue después de cerrarlas.

    Un texto entre comillas acaba donde estas se cierran, y detrás no va nada más. Si dentro lleva
    comillas dobles, por fuera van las simples, y al revés.
    """,
)

BARRA_INVERSA = Regla(
    "L116",
    Gravedad.ERROR,
    r"""Una barra inversa dentro de comillas dobles.

    Dentro de "…" la barra inversa anuncia un signo especial. Para escribirla tal cual, use comillas
    simples: 'C:\datos'.
    """,
)

_COMILLAS: Final = frozenset({"'", '"'})
_SIGNOS_SUELTOS: Final = frozenset({",", ";", "."})


def comillas_abiertas(aqui: Tropiezo) -> Diagnostico:
    """Unas comillas que llegan abiertas al final del archivo."""
    comilla = aqui.mapa.texto[aqui.contexto : aqui.contexto + 1]
    renglon = aqui.renglon(aqui.contexto)
    valor = hasta_donde_acaba(aqui.mapa, aqui.contexto)
    if valor.endswith(f"\\{comilla}"):
        return aqui.en(
            BARRA_INVERSA,
            aqui.contexto + len(valor) - 2,
            2,
            "la barra inversa deja sin efecto las comillas de cierre",
            f"escriba: {renglon.citando(valor)}",
        )
    ayuda = f"ciérrelas donde acaba el texto: {renglon.citando(valor)}"
    return aqui.en(
        COMILLAS,
        aqui.contexto,
        1,
        f"las comillas ({comilla}) que se abren aquí no se cierran",
        ayuda,
    )


def tras_las_comillas(aqui: Tropiezo) -> Diagnostico | None:
    """Si lo que no se entiende va justo detrás de un texto entre comillas."""
    inicio, fin = aqui.previo or (0, 0)
    texto = aqui.mapa.texto
    entre_comillas = fin - inicio > 1 and texto[inicio] in _COMILLAS
    if not entre_comillas or texto[fin : aqui.posicion].strip(" \t"):
        return None
    abre, cierra = aqui.renglon(inicio), aqui.renglon(fin)
    if abre.numero != cierra.numero:
        # Lo que parece abrirse en esta línea es el cierre de las que se abrieron más arriba.
        return aqui.en(
            COMILLAS,
            inicio,
            1,
            f"las comillas ({texto[inicio]}) que se abren aquí no se cierran hasta la "
            f"línea {cierra.numero}",
            "ciérrelas donde acaba el texto: " + abre.citando(hasta_donde_acaba(aqui.mapa, inicio)),
        )
    valor = hasta_donde_acaba(aqui.mapa, inicio)
    detras = aqui.valor(aqui.posicion)
    if detras in _SIGNOS_SUELTOS:
        return aqui.en(
            COMILLAS,
            aqui.posicion,
            1,
            f"sobra «{detras}» detrás de las comillas",
            f"escriba: {abre.con_valor(texto[inicio:fin])}",
        )
    return aqui.en(
        COMILLAS,
        aqui.posicion,
        len(detras),
        "hay texto después de cerrar las comillas",
        f"las comillas abarcan el texto entero; escriba: {abre.citando(valor)}",
    )


def barra(aqui: Tropiezo) -> Diagnostico:
    """Una barra inversa que no anuncia nada."""
    donde = aqui.mapa.texto.rfind("\\", aqui.contexto, aqui.posicion + 1)
    valor = hasta_donde_acaba(aqui.mapa, aqui.contexto)
    return aqui.en(
        BARRA_INVERSA,
        donde,
        2,
        f"dentro de comillas dobles, «{aqui.mapa.texto[donde : donde + 2]}» no significa nada",
        f"use comillas simples: {aqui.renglon(aqui.contexto).citando(valor)}",
    )
