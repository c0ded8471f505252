"""Lo que tiene tantos espacios delante que se lee como texto: E513 y E514."""

from collections.abc import Iterator

from camctl.diagnostico import Gravedad
from camctl.lectura.renglon import con_espacios
from camctl.reglas.contexto import Contexto
from camctl.reglas.motor import Hallazgo, comprueba
from camctl.reglas.tragados import Tragado, tragados


@comprueba("E513", Gravedad.ERROR)
def texto_que_se_traga_lo_que_sigue(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un texto se ha tragado los campos o el registro que lo siguen.

    Detrás de `>-` o de `|`, todo lo que lleve más sangría que el campo es parte de su texto: un
    registro o un campo con unos espacios de más desaparece del plan, y queda escrito en medio de un
    texto que quizá sea oficial. Es un error si no cabe duda: si empieza un registro con sus campos,
    si son varios campos seguidos o si el valor es una lista. De lo dudoso habla E514.
    """
    return (_hallazgo(uno) for uno in contexto.una_vez(tragados) if uno.es_seguro)


@comprueba("E514", Gravedad.AVISO)
def linea_de_un_texto_que_parece_un_campo(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una línea de un texto empieza como un campo de su registro.

    Si es el campo, con unos espacios de más, no se lee como tal: es parte del texto que lleva
    encima. Puede que la línea sea del texto, y por eso es un aviso: basta con escribirla de modo
    que no empiece así.
    """
    return (_hallazgo(uno) for uno in contexto.una_vez(tragados) if not uno.es_seguro)


def _hallazgo(tragado: Tragado) -> Hallazgo:
    campo = next(paso for paso in reversed(tragado.sitio.ruta) if isinstance(paso, str))
    que_es = "empieza otra ficha" if tragado.abre_ficha else "es otro campo"
    mensaje = (
        f"tiene dentro de «{campo}» la línea {tragado.linea}, «{tragado.escrito}», que "
        f"{'' if tragado.es_seguro else 'quizá '}{que_es}: lleva espacios de más"
    )
    ayuda = f"escríbala {con_espacios(tragado.sangria)}, y lo que la sigue, en su columna"
    texto = (
        "póngala a continuación de la línea de encima"
        if tragado.se_junta
        else "escriba el texto entero entre comillas"
    )
    return Hallazgo(
        tragado.sitio,
        mensaje,
        ayuda=f"{ayuda}; si es parte del texto, {texto}",
        de_lo_tragado=True,
    )
