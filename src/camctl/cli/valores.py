"""De lo que alguien teclea para un campo a lo que se escribe en él, o al error que lo explica."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from camctl.castellano import entre_comillas, enumerar, quiso_decir
from camctl.cli.comun import mal_valor
from camctl.comparacion import Sugerencias, plegar

if TYPE_CHECKING:
    from camctl.modelo.base import Registro


def texto(dicho: str, opcion: str) -> str:
    """Un texto sin blancos alrededor y sin nada que un archivo no admita."""
    from camctl.lectura.texto import caracter_prohibido, nombrar

    try:
        # Con una codificación pobre, Python no entiende lo tecleado, pero lo guarda.
        limpio = os.fsencode(dicho).decode("utf-8").replace("\r\n", "\n").strip()
    except UnicodeError:
        raise mal_valor("no está en UTF-8, que es como se escriben los archivos", opcion) from None
    if malo := caracter_prohibido(limpio):
        raise mal_valor(f"lleva {nombrar(malo.group())}, que no puede estar en un archivo", opcion)
    return limpio


def de_un_campo(modelo: "type[Registro]", campo: str, dicho: str, opcion: str) -> str:
    """Lo que se escribe en un campo de texto del modelo, que lo comprueba; nada, para quitarlo.

    Raises:
        BadParameter: con el mensaje del modelo, si el valor no le vale.
    """
    limpio = texto(dicho, opcion)
    if not limpio:
        return ""
    return str(comprobado(modelo, campo, limpio, opcion))


def comprobado(modelo: "type[Registro]", campo: str, valor: Any, opcion: str) -> Any:
    """`valor`, si le vale a un campo del modelo; de un texto, la forma que él le da.

    Raises:
        BadParameter: con el mensaje del modelo, si no.
    """
    from pydantic import ValidationError

    from camctl.modelo.campos import ficha_minima

    try:
        leido = getattr(modelo.model_validate({**ficha_minima(modelo), campo: valor}), campo)
    except ValidationError as fallo:
        from camctl.campo_errado import Campo
        from camctl.lectura.escrito import escrito
        from camctl.modelo.campos import ejemplo
        from camctl.traduccion import traducir

        suyo = modelo.model_fields[campo]
        error = next(uno for uno in fallo.errors(include_url=False) if uno["loc"][0] == campo)
        frase = traducir(
            error,
            Campo(
                campo,
                ejemplo=f"{campo}: {escrito(ejemplo(suyo))}",
                descripcion=suyo.description or "",
                es_elemento=len(error["loc"]) > 1,
            ),
        )
        raise mal_valor("; ".join(filter(None, (frase.mensaje, frase.ayuda))), opcion) from None
    return leido if isinstance(leido, str) else valor


def cual(nombres: Sequence[str], dicho: str, opcion: str, *, ninguno: str) -> int:
    """El puesto del único de `nombres` que lleva `dicho`, sin mirar mayúsculas ni acentos.

    Raises:
        BadParameter: si no lo lleva ninguno, o lo llevan varios; `ninguno` dice que no hay.
    """
    forma = plegar(dicho)
    formas = [plegar(nombre) for nombre in nombres]
    hallados = [n for n, suya in enumerate(formas) if suya == forma]
    hallados = hallados or [n for n, suya in enumerate(formas) if forma and forma in suya]
    if len(hallados) == 1:
        return hallados[0]
    if hallados:
        posibles = enumerar([entre_comillas(nombres[n]) for n in hallados], conjuncion="o")
        raise mal_valor(f"{entre_comillas(dicho)} puede ser {posibles}", opcion)
    if not nombres:
        raise mal_valor(ninguno, opcion)
    partes = [parte for nombre in nombres for parte in nombre.split()]
    sugerencia = quiso_decir(Sugerencias([*nombres, *partes]).para(dicho, cuantas=1))
    hay = f"hay {enumerar([*map(entre_comillas, nombres)])}"
    raise mal_valor(f"no está {entre_comillas(dicho)}; {sugerencia or hay}", opcion)
