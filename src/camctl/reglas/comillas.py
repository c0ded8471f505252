"""Lo que sin comillas se lee de otro modo: E506 y E507."""

import re
from collections.abc import Iterator
from typing import Final

from camctl.castellano import entre_comillas, recortar
from camctl.diagnostico import Gravedad
from camctl.lectura.escrito import COMO_FECHA, COMO_OTRA_COSA
from camctl.lectura.escrito import entre_comillas as entre_comillas_de_yaml
from camctl.modelo.descuidos import no_dice_nada
from camctl.reglas.contexto import Contexto, Entrada, Pasaje, Sitio
from camctl.reglas.ids import actividades_con_otro_id
from camctl.reglas.motor import Hallazgo, comprueba
from camctl.reglas.referencias import mandatos_con_otro_id
from camctl.reglas.texto_libre import (
    archivos_con_listas,
    es_texto_libre,
    es_un_id,
    todos_los_textos,
)
from camctl.reglas.textos import SIN_MIRAR

# Estos no son texto libre, pero otro lector los leería mal.
_CASI_DE_TEXTO: Final = frozenset({"hora", "id"})
_BREVE: Final = 100


def _campo(sitio: Sitio) -> str:
    """El campo de un sitio: el último de su ruta que no es un número de orden."""
    return next((paso for paso in reversed(sitio.ruta) if isinstance(paso, str)), "")


@comprueba("E506", Gravedad.AVISO)
def texto_cortado_por_una_almohadilla(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una almohadilla corta un texto.

    Para YAML, un espacio y una almohadilla empiezan un comentario, y lo que sigue se pierde sin que
    nadie lo diga. Si es parte del texto, el texto va entre comillas; si lo es de una dirección, va
    sin el espacio; y si es un comentario, se le pone uno detrás: `# así`.
    """
    ultimo: tuple[str, int] = "", -1
    for pasaje in contexto.pasajes(r"#(?=[^\s#])[^\r\n]*", con="#"):
        if pasaje.hallado.start() < pasaje.fin or ultimo == (pasaje.hallado.string, pasaje.inicio):
            continue
        # Solo la primera que sigue al texto puede cortarlo, y tras ella puede haber miles.
        ultimo = pasaje.hallado.string, pasaje.inicio
        remedio = _con_lo_cortado(pasaje) if _es_cortado(pasaje) else ""
        if remedio:
            yield Hallazgo(
                pasaje.sitio,
                f"tiene cortado «{_campo(pasaje.sitio)}»: se queda en "
                f"{entre_comillas(pasaje.valor)}, porque lo que sigue a « #» no se lee",
                ayuda=f"{remedio}; si es un comentario, ponga un espacio detrás de la almohadilla",
            )


def _es_cortado(pasaje: Pasaje) -> bool:
    texto = pasaje.hallado.string
    medio = texto[pasaje.fin : pasaje.hallado.start()]
    va_sin_comillas = texto[pasaje.inicio] not in "\"'|>"
    return va_sin_comillas and bool(medio) and not medio.strip(" \t")


def _con_lo_cortado(pasaje: Pasaje) -> str:
    """Qué hacer si lo cortado es parte del valor; nada si no puede serlo, como en una fecha."""
    sitio, valor, resto = pasaje.sitio, pasaje.valor, _sin_comentario(pasaje.hallado.group())
    if es_texto_libre(sitio):
        return f"si es parte del texto, escriba: {_escrito(sitio, f'{valor} {resto}')}"
    if es_un_id(sitio):
        return f"un ID no lleva almohadilla: borre {entre_comillas(recortar(resto))}"
    if valor.startswith("https://"):
        campo = sitio.ruta[-1]
        return f"si es parte de la dirección, va sin espacio; escriba: {campo}: {valor}{resto}"
    return ""


def _sin_comentario(resto: str) -> str:
    return resto.partition(" # ")[0].rstrip()


def _escrito(sitio: Sitio, texto: str) -> str:
    if len(texto) > _BREVE:
        return "el texto entero entre comillas"
    citado = entre_comillas_de_yaml(texto)
    campo = sitio.ruta[-1]
    if isinstance(sitio.registro, Entrada):
        campo = sitio.registro.letra
    return f"{campo}: {citado}" if isinstance(campo, str) else citado


_OTRA_COSA: Final = f"{COMO_FECHA}|{COMO_OTRA_COSA}"
_FIN: Final = r"(?=[ \t]*(?:[\r\n,\]}]|$|[ \t]#))"
_COMIENZOS: Final = "[-+.~=<0-9nNyYoOtTfF]"  # así empiezan: lo demás no se mira más
_TRAS_UN_CAMPO: Final = rf":\s+({_OTRA_COSA}){_FIN}"
_EN_UNA_LISTA: Final = rf"(?:[\[,]\s*|-\s+)({_OTRA_COSA}){_FIN}"


@comprueba("E507", Gravedad.AVISO)
def texto_que_parece_otra_cosa(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un texto sin comillas que otro programa no leerá como texto.

    `camctl` lee siempre lo que está escrito. Para otros programas, sin comillas, `no` es «falso»;
    `010`, el número 8; `12:30`, el número 750, y `~` o `null`, nada. Entre comillas no hay duda.
    """
    dudosos = list(_dudosos(contexto))
    con_otro_id = _con_otro_id(contexto) if dudosos else frozenset()
    for pasaje in dudosos:
        registro, ruta = pasaje.sitio
        if _es_de_otra_regla(pasaje) or (ruta == ("id",) and id(registro) in con_otro_id):
            continue
        # Ha de ser el valor entero, y tal como está escrito.
        if pasaje.valor == pasaje.hallado[1] and pasaje.inicio == pasaje.hallado.start(1):
            yield Hallazgo(
                pasaje.sitio,
                f"tiene en «{_campo(pasaje.sitio)}», sin comillas, {entre_comillas(pasaje.valor)}, "
                f"que otro programa leerá como {_como_que(pasaje.valor)}",
                ayuda="escríbalo entre comillas.",
                sustituto=pasaje.valor,
                seguro=True,
                citado=True,
            )


def _es_de_otra_regla(pasaje: Pasaje) -> bool:
    """Si es de los que no dicen nada, como `null`: las comillas no lo remediarían."""
    con_su_regla = _campo(pasaje.sitio) not in SIN_MIRAR
    es_de_un_registro = not isinstance(pasaje.sitio.registro, Entrada)
    return es_de_un_registro and con_su_regla and no_dice_nada(pasaje.valor)


def _con_otro_id(contexto: Contexto) -> frozenset[int]:
    """El `id()` de los registros cuyo ID ha de ser otro: las comillas no lo remediarían."""
    de_dos_reglas = (actividades_con_otro_id, mandatos_con_otro_id)
    return frozenset(id(uno) for hallar in de_dos_reglas for uno, _ in contexto.una_vez(hallar))


def _dudosos(contexto: Contexto) -> Iterator[Pasaje]:
    # Casi nunca hay ninguno, y eso se sabe antes por los textos que por cómo están escritos.
    textos = "\n".join(["", *todos_los_textos(contexto, _CASI_DE_TEXTO), ""])
    if not re.search(rf"\n(?={_COMIENZOS})(?:{_OTRA_COSA})(?=\n)", textos):
        return
    for pasaje in contexto.pasajes(_TRAS_UN_CAMPO):
        if _campo(pasaje.sitio) in _CASI_DE_TEXTO or es_texto_libre(pasaje.sitio):
            yield pasaje
    for archivo in archivos_con_listas():
        for pasaje in contexto.pasajes(_EN_UNA_LISTA, archivo):
            if isinstance(pasaje.sitio.ruta[-1], int) and es_texto_libre(pasaje.sitio):
                yield pasaje


def _como_que(texto: str) -> str:
    if texto in "~=<<" or texto.lower() == "null":
        return "nada"
    if texto.isalpha():
        return "sí o no"
    if texto[4:5] == "-" and texto.count("-") >= 2:
        return "una fecha"
    return "un número"
