"""Un trozo de texto alrededor de lo que se buscaba, tal como está escrito."""

import unicodedata
from typing import Final

from camctl.comparacion import sin_blancos_de_mas

ANCHO: Final = 60


def extracto(texto: str, forma: str, *, ancho: int = ANCHO) -> str:
    """Unos `ancho` caracteres de `texto` alrededor de la primera vez que dice `forma`.

    `forma` está plegada. Se corta entre palabras y con «…»; si `texto` no dice `forma`, o cabe
    entero, se da desde su comienzo.
    """
    texto = sin_blancos_de_mas(texto)
    if len(texto) <= ancho:
        return texto
    inicio, fin = _sitio(texto, forma)
    margen = max(0, ancho - (fin - inicio)) // 2
    desde = max(0, min(inicio - margen, len(texto) - ancho))
    hasta = max(desde + ancho, fin)
    if desde and (blanco := texto.find(" ", desde - 1, inicio)) >= 0:
        desde = blanco + 1
    if hasta < len(texto) and (blanco := texto.rfind(" ", fin, hasta + 1)) >= 0:
        hasta = blanco
    antes, despues = "…" if desde else "", "…" if hasta < len(texto) else ""
    return f"{antes}{texto[desde:hasta]}{despues}"


def _sitio(texto: str, forma: str) -> tuple[int, int]:
    """Entre qué caracteres de `texto` está `forma`; al comienzo, si no está."""
    plegado, origen = plegar_con_origen(texto)
    donde = plegado.find(forma) if forma else -1
    if donde < 0:
        return 0, 0
    ultimo, siguiente = origen[donde + len(forma) - 1], donde + len(forma)
    # Lo que va hasta el carácter siguiente son los acentos sueltos del último.
    fin = origen[siguiente] if siguiente < len(origen) else len(texto)
    return origen[donde], max(fin, ultimo + 1)


def plegar_con_origen(texto: str) -> tuple[str, list[int]]:
    """Lo mismo que `plegar(texto)`, y de qué carácter de `texto` viene cada uno de los suyos.

    Plegar cambia los largos: «ß» da dos letras y un acento suelto, ninguna.
    """
    plegado: list[str] = []
    origen: list[int] = []
    for puesto, caracter in enumerate(texto):
        for letra in unicodedata.normalize("NFKD", caracter):
            if unicodedata.combining(letra):
                continue
            for suelta in " " if letra.isspace() else letra.casefold():
                if suelta != " " or (plegado and plegado[-1] != " "):
                    plegado.append(suelta)
                    origen.append(puesto)
    if plegado and plegado[-1] == " ":
        plegado.pop()
        origen.pop()
    return "".join(plegado), origen
