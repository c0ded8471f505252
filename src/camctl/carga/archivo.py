"""Un archivo del plan: leído, validado contra su modelo y, si hace falta, remendado."""

from collections.abc import Sequence
from functools import cache, partial
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin

from pydantic import ValidationError

from camctl.archivos import TAMANO_MAXIMO, ArchivoIlegible, Motivo
from camctl.carga.remiendo import Fallo, Remiendo, remendar
from camctl.castellano import concordar, entre_comillas, enumerar, miles
from camctl.diagnostico import Diagnostico, Gravedad, Lugar, Regla
from camctl.fuentes import Fuente
from camctl.lectura import Lectura, leer
from camctl.lectura.nombres import Nombres
from camctl.lectura.obra import DEMASIADOS_ERRORES, ERRORES_MAXIMOS
from camctl.modelo.base import Registro
from camctl.modelo.campos import ficha_de, obligatorios_de
from camctl.modelo.plan import MODELO_DE_ARCHIVO

FALTA_EL_ARCHIVO = Regla(
    "L101",
    Gravedad.ERROR,
    """Falta uno de los cuatro archivos del plan.

    Un plan son objetivos.yaml, mandatos.yaml, actores.yaml y calendario.yaml, en una carpeta. El
    que aún no tenga registros se deja con su lista vacía.
    """,
)

ARCHIVO_QUE_NO_SE_LEE = Regla(
    "L102",
    Gravedad.ERROR,
    """Un archivo que está y no se puede abrir.

    Es una carpeta, un dispositivo, un enlace que sale de la carpeta de datos, o no hay permiso
    para leerlo.
    """,
)

ARCHIVO_ENORME = Regla(
    "L103",
    Gravedad.ERROR,
    """Un archivo demasiado grande para ser un plan.

    El límite da para más de cien mil actividades.
    """,
)

# Con más, se valida por tramos, que cuenta los errores antes de que Pydantic los guarde todos:
# pueden ser muchos más de los que se van a decir.
VALORES_DE_UNA_VEZ = 500_000
_COMPRUEBELO: Final = "compruebe que el archivo es el que cree"
_MUESTRA: Final = 10  # elementos de cada lista que se miran cuando hay demasiados errores


class ArchivoCargado(NamedTuple):
    """Lo que se sacó de un archivo.

    `contenido` es su modelo, con los registros dañados ya remendados; nada si no hubo de dónde.
    """

    diagnosticos: tuple[Diagnostico, ...]
    lectura: Lectura | None = None
    contenido: Registro | None = None
    remiendo: Remiendo = Remiendo()

    @property
    def leido(self) -> bool:
        """Si se leyó hasta el final y con su forma, aunque algún registro esté dañado."""
        hasta_el_final = self.lectura is not None and self.lectura.completa
        return hasta_el_final and self.contenido is not None

    @property
    def entero(self) -> bool:
        """Si se sabe el ID de cada uno de sus registros, también de los que se perdieron.

        Lo que no esté en él, no existe.
        """
        return self.leido and self.remiendo.se_sabe_todo

    @property
    def impedimentos(self) -> tuple[Diagnostico, ...]:
        """Los errores por los que no se leyó, o no entero; ninguno si se leyó."""
        if self.leido:
            return ()
        return tuple(
            uno
            for uno in self.diagnosticos
            if uno.gravedad is Gravedad.ERROR
            and (self.contenido is None or uno.codigo.startswith("L"))
        )


def cargar_archivo(fuente: Fuente, archivo: str) -> ArchivoCargado:
    """Lee y valida `archivo`; no lanza por lo que traiga."""
    modelo = MODELO_DE_ARCHIVO[archivo]
    try:
        # Los bytes no se guardan: leídos, no hacen falta, y ocupan tanto como el texto.
        lectura = leer(fuente.leer(archivo), fuente.rotulo(archivo), partial(_nombres, modelo))
    except ArchivoIlegible as ilegible:
        return ArchivoCargado((_no_se_lee(fuente, archivo, ilegible),))
    if isinstance(lectura.valor, dict):
        return _validar(lectura, lectura.valor, modelo)
    sin_ficha = (_sin_ficha(lectura, modelo),) if lectura.completa else ()
    return ArchivoCargado((*lectura.diagnosticos, *sin_ficha), lectura)


def _nombres(modelo: type[Registro]) -> Nombres:
    from camctl.carga.nombres import nombres_de

    return nombres_de(modelo)


def _validar(lectura: Lectura, valor: dict[str, Any], modelo: type[Registro]) -> ArchivoCargado:
    if lectura.tiene_vacios or lectura.tiene_blancos:
        valor = _limpio(valor, modelo)
    validado: dict[str, Any] | None = valor
    if len(lectura.mapa.inicio) > VALORES_DE_UNA_VEZ:
        from camctl.carga.tramos import validado_por_tramos

        validado = validado_por_tramos(modelo, valor)
        if validado is None:
            return _con_demasiados_errores(lectura, valor, modelo)
    try:
        contenido = modelo.model_validate(validado)
    except ValidationError as fallo:
        if fallo.error_count() > ERRORES_MAXIMOS:
            return _con_demasiados_errores(lectura, valor, modelo)
        from camctl.carga.cascadas import con_las_secciones_de_dentro, con_los_de_otra_clase

        leidos = [Fallo.de(error, valor) for error in fallo.errors(include_url=False)]
        fallos = con_los_de_otra_clase(leidos, valor)
        fallos = con_las_secciones_de_dentro(fallos, modelo, valor)
        remendado, remiendo = remendar(modelo, valor, lectura, fallos)
        contenido = modelo.model_validate(remendado)
        dichos = _interpretar(lectura, modelo, fallos)
        return ArchivoCargado(dichos, lectura, contenido, remiendo)
    # Lo que no se pudo leer también daña, aunque lo que quedó encaje en el modelo.
    _, remiendo = remendar(modelo, valor, lectura, ())
    dichos = _interpretar(lectura, modelo, ()) if lectura.sitios else lectura.diagnosticos
    return ArchivoCargado(dichos, lectura, contenido, remiendo)


def _interpretar(
    lectura: Lectura, modelo: type[Registro], fallos: Sequence[Fallo]
) -> tuple[Diagnostico, ...]:
    # Quien no tiene errores no espera a que se importe cómo decirlos.
    from camctl.carga.interprete import Interprete

    interprete = Interprete(lectura, modelo)
    return (*interprete.de_la_lectura(), *interprete.del_modelo(fallos))


def _con_demasiados_errores(
    lectura: Lectura, valor: dict[str, Any], modelo: type[Registro]
) -> ArchivoCargado:
    """Con tantos no hay plan: basta con decirlo y enseñar los primeros."""
    muestra = _recortado(valor)
    dichos = lectura.diagnosticos
    try:
        modelo.model_validate(muestra)
    except ValidationError as fallo:
        fallos = [Fallo.de(error, muestra) for error in fallo.errors(include_url=False)]
        dichos = _interpretar(lectura, modelo, fallos)
    demasiados = DEMASIADOS_ERRORES.en(
        Lugar(lectura.mapa.archivo),
        f"hay más de {miles(ERRORES_MAXIMOS)} errores: aquí no están más que los primeros",
        ayuda=_COMPRUEBELO,
    )
    return ArchivoCargado((*dichos, demasiados), lectura)


def _recortado(valor: Any) -> Any:
    if isinstance(valor, dict):
        return {clave: _recortado(valor[clave]) for clave in list(valor)[:_MUESTRA]}
    return [_recortado(uno) for uno in valor[:_MUESTRA]] if isinstance(valor, list) else valor


def _sin_ficha(lectura: Lectura, modelo: type[Registro]) -> Diagnostico:
    from camctl.traduccion import ARCHIVO_VACIO

    claves = [entre_comillas(f"{clave}:") for clave in modelo.model_fields]
    donde = concordar(len(claves), "", ", cada una en su línea")
    if lectura.valor is None:
        mensaje, lugar = "el archivo está vacío", Lugar(lectura.mapa.archivo)
    else:
        mensaje, lugar = "el archivo no empieza por sus campos", lectura.mapa.lugar_de(())
    return ARCHIVO_VACIO.en(lugar, mensaje, ayuda=f"escriba en él {enumerar(claves)}{donde}")


def _no_se_lee(fuente: Fuente, archivo: str, ilegible: ArchivoIlegible) -> Diagnostico:
    lugar = Lugar(fuente.rotulo(archivo))
    if ilegible.motivo is Motivo.FALTA:
        return FALTA_EL_ARCHIVO.en(
            lugar, f"falta el archivo «{archivo}»", ayuda=_como_crearlo(fuente, archivo)
        )
    if ilegible.motivo is Motivo.ENORME:
        return ARCHIVO_ENORME.en(
            lugar,
            f"el archivo «{archivo}» pasa del tamaño máximo, {TAMANO_MAXIMO // 1024**2} MB",
            ayuda=_COMPRUEBELO,
        )
    detalle = f" ({ilegible.detalle})" if ilegible.detalle else ""
    ayuda = f"ponga en su lugar un archivo de texto que se llame «{archivo}»"
    if ilegible.motivo is Motivo.SIN_PERMISO:
        ayuda = f"pida que le dejen leer «{archivo}», y también la carpeta en que está"
    return ARCHIVO_QUE_NO_SE_LEE.en(
        lugar,
        f"no se puede leer el archivo «{archivo}»: {ilegible.motivo.value}{detalle}",
        ayuda=ayuda,
    )


def _como_crearlo(fuente: Fuente, archivo: str) -> str:
    for hermano in fuente.hermanos(archivo)[:1]:
        return f"¿es «{hermano}»? Llámelo «{archivo}»"
    campos = MODELO_DE_ARCHIVO[archivo].model_fields
    listas = [
        f"«{clave}: []»"
        for clave, campo in campos.items()
        if ficha_de(campo.annotation) and not campo.is_required()
    ]
    # Sin lo que su archivo ha de llevar, lo escrito daría otro error.
    fichas = [
        f"«{clave}:», y debajo {enumerar([f'«{suyo}:»' for suyo in obligatorios_de(ficha)])}"
        for clave, campo in campos.items()
        if campo.is_required() and (ficha := ficha_de(campo.annotation))
    ]
    if not fichas:
        return f"créelo, aunque solo lleve {enumerar(listas)}"
    return f"créelo con {enumerar(fichas)}; lo demás puede quedarse en {enumerar(listas)}"


def _limpio(valor: Any, ficha: type[Registro] | None) -> Any:
    """`valor` sin los campos de su `ficha` que no llevan nada ni los blancos de fuera de un texto.

    Dejarlos así es como omitirlos. Los que su ficha no tiene se quedan, para que se diga que no
    existen, y una palabra de una lista, como esté.
    """
    if isinstance(valor, str):
        return valor.strip()
    if isinstance(valor, list):
        return [_limpio(suyo, ficha) for suyo in valor]
    if not isinstance(valor, dict) or ficha is None:
        return valor
    limpio = dict(valor)
    for clave in limpio.keys() & ficha.model_fields.keys():
        if limpio[clave] is None:
            del limpio[clave]
        elif not _se_queda_como_esta(ficha, clave):
            limpio[clave] = _limpio(limpio[clave], _ficha_del_campo(ficha, clave))
    return limpio


@cache
def _se_queda_como_esta(ficha: type[Registro], clave: str) -> bool:
    anotacion = ficha.model_fields[clave].annotation
    return any(get_origin(una) in (Literal, dict) for una in (anotacion, *get_args(anotacion)))


@cache
def _ficha_del_campo(ficha: type[Registro], clave: str) -> type[Registro] | None:
    return ficha_de(ficha.model_fields[clave].annotation)
