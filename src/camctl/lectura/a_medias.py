"""Qué queda de un archivo que se deja de leer antes de su final."""

from collections.abc import Callable, Mapping
from itertools import islice
from typing import Final, NoReturn

import yaml

from camctl.diagnostico import Diagnostico
from camctl.lectura.adornos import DE_ADORNO, rechazar_adorno
from camctl.lectura.comienzos import ficha_sin_nombre, sin_comienzo
from camctl.lectura.comillas import COMILLAS
from camctl.lectura.conocidos import sin_dos_puntos_conocido
from camctl.lectura.corchetes import CORCHETES
from camctl.lectura.elementos_sin_campo import elemento_sin_campo_encima
from camctl.lectura.fugas import fuga_ante
from camctl.lectura.fusiones import FUSION_A_MEDIAS, demas_fusiones
from camctl.lectura.juntos import campos_juntos, tras_unas_comillas
from camctl.lectura.limites import parar_por_hondo
from camctl.lectura.lineas import SIN_DOS_PUNTOS
from camctl.lectura.mapa import DENTRO, Mapa
from camctl.lectura.nombres import Nombres
from camctl.lectura.obra import ERRORES_MAXIMOS, Abierto, Basta, Obra
from camctl.lectura.sangria import DOS_PUNTOS, SANGRIA
from camctl.lectura.signos import SIGNO_INICIAL, todos_con_un_signo
from camctl.lectura.sintaxis import diagnostico_de_sintaxis
from camctl.lectura.titulos import titulo_suelto
from camctl.lectura.valores import Valor

# Quién explica mejor un error si sabe cómo se llaman los campos.
_MEJORES: Final[Mapping[str, Callable[[Mapa, Diagnostico, Nombres], Diagnostico | None]]] = {
    COMILLAS.codigo: tras_unas_comillas,
    CORCHETES.codigo: campos_juntos,
    DOS_PUNTOS.codigo: campos_juntos,
    SANGRIA.codigo: elemento_sin_campo_encima,
    SIGNO_INICIAL.codigo: todos_con_un_signo,
    SIN_DOS_PUNTOS.codigo: sin_dos_puntos_conocido,
}
# Desde la 0.2.6 libyaml se niega por su cuenta, y antes de entregar el primer corchete.
_HONDO_PARA_LIBYAML: Final = "maximum nesting depth"


def tropezar(obra: Obra, fallo: yaml.MarkedYAMLError) -> NoReturn:
    """Dice el error de sintaxis en que se queda el lector de YAML, y deja de leer."""
    if _HONDO_PARA_LIBYAML in str(fallo.problem) and fallo.problem_mark:
        parar_por_hondo(obra, fallo.problem_mark.index)
    diagnostico = _mejorado(obra, diagnostico_de_sintaxis(fallo, obra.mapa, obra.corchete))
    _tropezar_por_algo_de_encima(obra, diagnostico)
    # «titulo: *uno dos»: tras decir que * es un alias, lo de detrás ya está dicho.
    if not any(
        dicho.codigo in DE_ADORNO and dicho.lugar.linea == diagnostico.lugar.linea
        for dicho in obra.diagnosticos[-1:]
    ):
        obra.diagnosticos.append(diagnostico)
    if diagnostico.codigo == FUSION_A_MEDIAS.codigo:
        obra.diagnosticos += islice(demas_fusiones(obra.mapa), ERRORES_MAXIMOS)
    raise Basta(dudoso=True)


def _mejorado(obra: Obra, diagnostico: Diagnostico) -> Diagnostico:
    """El diagnóstico, o el que lo explica mejor sabiendo qué hay en su línea y qué campos hay."""
    if titulo := titulo_suelto(obra.mapa, diagnostico):
        return titulo
    mejor = _MEJORES.get(diagnostico.codigo)
    mejorado = mejor(obra.mapa, diagnostico, obra.como_se_llama()) if mejor else None
    return mejorado or diagnostico


def _tropezar_por_algo_de_encima(obra: Obra, diagnostico: Diagnostico) -> None:
    """Deja de leer si lo que parece mal alineado lo está por lo que hay, o falta, más arriba."""
    if diagnostico.codigo != SANGRIA.codigo:
        return
    linea, nombres = diagnostico.lugar.linea, obra.como_se_llama()
    if fuga := fuga_ante(obra.mapa, linea, nombres) or ficha_sin_nombre(obra.mapa, linea, nombres):
        obra.diagnosticos.append(fuga.diagnostico)
        raise Basta(dudoso=True, desde=fuga.campo)
    if falta := sin_comienzo(obra.mapa, linea, nombres):
        obra.diagnosticos.append(falta)
        raise Basta(dudoso=True)


def tropezar_en_una_etiqueta(obra: Obra) -> NoReturn:
    """Dice cuál es la etiqueta que PyYAML no puede entregar, y deja de leer."""
    mapa = obra.mapa
    desde = 0
    if mapa.inicio:
        desde = mapa.hasta[-1] if mapa.es_texto(-1) else mapa.inicio[-1]
    inicio = mapa.texto.find("!", desde)
    rechazar_adorno(obra, inicio, en_texto=True)
    raise Basta(dudoso=True)


def conservar_lo_entero(obra: Obra, *, dudoso: bool, desde: str = "") -> None:
    """Deja en la obra la raíz y los registros enteros de la lista que se estaba leyendo.

    Si es `dudoso`, suelta también lo último que se cerró: con la sangría equivocada, un registro
    parece acabado antes de estarlo. Lo que hay en la raíz a partir del campo `desde` es de ese
    último registro.
    """
    obra.completa = False
    documento, *abiertos = obra.abiertos
    hasta = obra.mapa.hasta
    for abierto in abiertos:
        hasta[abierto.nodo] = DENTRO + len(hasta)
    # Lo último puede haberse quedado en su comienzo, por hondo o por ser ya demasiado.
    if hasta and hasta[-1] == DENTRO:
        hasta[-1] = DENTRO + len(hasta)
    if abiertos:
        obra.raiz = abiertos[0].contenido
    else:
        obra.raiz = documento.lista[0] if documento.lista else None
    if dudoso and all(abierto.espera_clave for abierto in abiertos):
        _soltar_lo_ultimo(obra.raiz)
    if len(abiertos) > 1:
        _conservar_lista(abiertos[0], abiertos[1], dudoso=len(abiertos) == 2)
    if desde:
        _soltar_desde(obra.raiz, desde)


def _soltar_desde(raiz: Valor, campo: str) -> None:
    """Suelta de la raíz un `campo` y los que lo siguen, y el registro del que son."""
    if isinstance(raiz, dict):
        claves = list(raiz)
        for clave in claves[claves.index(campo) if campo in raiz else len(claves) :]:
            del raiz[clave]
    _soltar_lo_ultimo(raiz)


def _conservar_lista(raiz: Abierto, seccion: Abierto, *, dudoso: bool) -> None:
    if raiz.ficha is not None and seccion.lista is not None and raiz.sobra is None:
        if dudoso:
            _soltar_lo_ultimo(seccion.lista)
        raiz.ficha[raiz.clave or ""] = seccion.lista


def _soltar_lo_ultimo(contenido: Valor) -> None:
    if isinstance(contenido, list):
        del contenido[-1:]
    elif isinstance(contenido, dict) and contenido:
        ultima = next(reversed(contenido))
        if isinstance(contenido[ultima], list):
            _soltar_lo_ultimo(contenido[ultima])
        else:
            del contenido[ultima]
