"""Textos de desconocidos, sin nada que actúe en una terminal o en una hoja de cálculo."""

import re

from camctl import invisibles

# Todo lo que se ejecuta, cambia el orden de lo leído o no se ve. Quedan fuera el salto de línea y
# el tabulador, que cada formato trata a su manera, y los selectores de variante de los emojis.
_CLASE = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # controles C0 y C1: ESC, BEL, retroceso, CSI…
    r"\u2028\u2029"  # saltos de línea y de párrafo que solo algunos programas ven
    r"\ufeff\ufffe\uffff"  # la marca de comienzo de archivo, y lo que no es carácter
    r"\ud800-\udfff"  # mitades sueltas de un carácter: no se pueden ni escribir
) + invisibles.CLASE
PELIGROSO = f"[{_CLASE}]"
_CAMBIA = rf"[\t\n{_CLASE}]"
# De lo anterior, lo que `str.isprintable` da por bueno porque son letras o marcas.
_VACIAS = frozenset("\u034f\u115f\u1160\u3164\uffa0\u17b4\u17b5\u180b\u180c\u180d\u180f")

# Excel y LibreOffice toman por fórmula lo que empieza así, también en anchura completa.
_FORMULA = r"\s*[=+\-@＝＋－＠]"
_NUMERO = r"[+-]?[0-9]+(?:[.,][0-9]+)?"


def limpio(texto: str) -> str:
    """`texto` en una línea y sin peligro: lo que actúa o no se ve, escrito `<U+202E>`.

    Un salto de línea o un tabulador pasan a ser un espacio: quien quiera líneas, que parta antes.
    """
    # Casi todo texto está limpio, y así se sabe sin compilar la expresión, que tarda más que mirar.
    if texto.isprintable() and _VACIAS.isdisjoint(texto):
        return texto
    return re.sub(_CAMBIA, _a_la_vista, texto)


def _a_la_vista(hallado: re.Match[str]) -> str:
    caracter = hallado[0]
    return " " if caracter in "\n\t" else f"<U+{ord(caracter):04X}>"


def escapado_en_json(json: str) -> str:
    r"""Un texto JSON con lo peligroso de sus cadenas como `\u202e`: se lee igual, y ya no actúa."""
    return re.sub(PELIGROSO, _como_escape, json)


def _como_escape(hallado: re.Match[str]) -> str:
    # Los escapes de JSON son de cuatro cifras: lo que no cabe en uno va en dos, como en UTF-16.
    cifras = hallado[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{cifras[lugar : lugar + 4]}" for lugar in range(0, len(cifras), 4))


def sin_formula(texto: str) -> str:
    """`texto` para una celda: con un apóstrofo delante si una hoja de cálculo lo calcularía.

    Un número queda como está, aunque lleve signo.
    """
    if re.match(_FORMULA, texto) and not re.fullmatch(_NUMERO, texto):
        return f"'{texto}"
    return texto
