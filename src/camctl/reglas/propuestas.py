"""A quién se quiso citar con un texto que no es el ID de nadie."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from camctl.castellano import enumerar, quiso_decir
from camctl.comparacion import Sugerencias, plegar, plegar_id
from camctl.indices import Indices, RegistroConId
from camctl.libres import sin_numero
from camctl.modelo import descuidos
from camctl.modelo.actividad import TODOS
from camctl.modelo.actor import Actor
from camctl.modelo.mandato import Mandato
from camctl.modelo.plan import CLASES, ClaseDeRegistro, clase_llamada

_POCOS: Final = 12
_LARGO: Final = 200  # lo que pase de aquí no quiso ser un ID
_COMILLAS: Final = "\"'“”‘’„«»`´ "
# Lo que se teclea por una cifra que se le parece.
_GEMELAS: Final = str.maketrans("IlOo", "1100")
# «AG/RES. 101 (X-O/30)»
_SIGLA_Y_NUMERO: Final = re.compile(r"([^\W\d_]+)\b[^\d]*([0-9]+)")


class Propuesta(NamedTuple):
    """Qué decir de una cita rota, y los ID que habría que escribir en su lugar si se adivinan."""

    ayuda: str
    ids: tuple[str, ...] = ()


class Propuestas:
    """Lo que se quiso citar entre los registros de una clase."""

    def __init__(self, indices: Indices, clase: ClaseDeRegistro) -> None:
        self._indices = indices
        self._clase = clase
        self._existentes = indices.por_clase(clase)
        # El mismo ID equivocado suele estarlo muchas veces.
        self._hechas: dict[tuple[str, bool, frozenset[str]], Propuesta] = {}

    def para(self, texto: str, *, en_lista: bool, ya: frozenset[str] = frozenset()) -> Propuesta:
        """Qué se propone por `texto`; `en_lista`, si en su sitio caben varios ID.

        `ya` son los que la lista ya tiene: de nada sirve proponer que se repita uno.
        """
        hecha = self._hechas.get((texto, en_lista, ya))
        if hecha is None:
            hecha = self._nueva(texto, en_lista=en_lista, ya=ya)
            self._hechas[texto, en_lista, ya] = hecha
        return hecha

    def de_un_nombre_partido(self, textos: Sequence[str]) -> tuple[int, str]:
        """Cuántos `textos` del principio son un nombre que se partió por sus comas, y su ID.

        Ninguno, y nada, si no lo son.
        """
        if plegar(textos[0]) in self._hasta_la_coma:
            for cuantos in range(2, len(textos) + 1):
                if id_ := self._por_nombre.get(plegar(", ".join(textos[:cuantos]))):
                    return cuantos, id_
        return 0, ""

    def _nueva(self, texto: str, *, en_lista: bool, ya: frozenset[str]) -> Propuesta:
        if len(texto) > _LARGO:
            return self._parecido(texto, ya)
        from camctl.remedios import elementos_de

        partes = [self._id_de(parte) for parte in elementos_de(texto)]
        if len(partes) > 1 and all(partes):
            if not en_lista:
                return Propuesta(f"aquí va uno solo: {enumerar(partes, conjuncion='o')}")
            return Propuesta("son varios en uno: sepárelos.", tuple(partes))
        for adivinar in (
            self._por_su_nombre,
            self._con_algo_mas,
            self._por_lo_que_es,
            self._por_su_numero,
        ):
            if propuesta := adivinar(texto):
                return propuesta
        return self._parecido(texto, ya)

    def _id_de(self, texto: str) -> str:
        """El ID de quien se llama `texto`; nada si nadie."""
        uno = self._indices.por_id(self._clase, texto.strip(_COMILLAS))
        return uno.id if uno else ""

    def _por_su_nombre(self, texto: str) -> Propuesta | None:
        if id_ := self._id_de(texto):
            return Propuesta("escríbalo sin esas comillas, que aquí son letras.", (id_,))
        if id_ := self._id_de(texto.translate(_GEMELAS)):
            return Propuesta("lleva una letra donde va una cifra.", (id_,))
        id_ = self._por_nombre.get(plegar(texto).strip(_COMILLAS), "")
        return Propuesta("aquí va su ID.", (id_,)) if id_ else None

    def _con_algo_mas(self, texto: str) -> Propuesta | None:
        """Un ID con su nombre, o un mandato con sus párrafos: «ILI (Instituto…)»."""
        primera, _, resto = texto.strip(_COMILLAS).partition(" ")
        entre_parentesis = re.fullmatch(r"[^()]*\(([^()]*)\)", texto)
        for parte in (entre_parentesis[1] if entre_parentesis else "", primera.rstrip(":,;.-–—")):
            if id_ := self._id_de(parte):
                if self._clase == "mandato" and any(map(str.isdecimal, resto)):
                    (parrafos,) = descuidos.parrafos(resto) or ("…",)
                    return Propuesta(
                        f"los párrafos van aparte; escriba: {{id: {id_}, parrafos: {parrafos[0]}}}"
                    )
                return Propuesta("basta con su ID.", (id_,))
        return None

    def _por_lo_que_es(self, texto: str) -> Propuesta | None:
        """Lo que `texto` es, si no es de esta clase."""
        if self._clase == "objetivo" and plegar(texto) == TODOS:
            return Propuesta(f"«{TODOS}» va solo y sin corchetes; escriba: objetivos: {TODOS}")
        if descuidos.no_dice_nada(texto):
            return Propuesta("si aún no se sabe, bórrelo")
        suya = clase_llamada(self._clase)
        for otra in CLASES:
            if otra is not suya and (ajeno := self._indices.por_id(otra.nombre, texto)):
                # Las actividades no se citan: no hay lista a la que llevar una.
                donde = "" if otra.nombre == "actividad" else f": llévelo a «{otra.clave}»"
                return Propuesta(f"{ajeno.id} es {otra.con_un}, y aquí va {suya.con_un}{donde}")
        if self._clase == "actor" and plegar(texto) in self._personas:
            suyo = self._personas[plegar(texto)]
            ids = (suyo,) if self._id_de(suyo) else ()
            ayuda = "es una persona, que va en «invitados»; aquí va su institución"
            return Propuesta(f"{ayuda}{'.' * bool(ids)}", ids)
        return None

    def con_otro_id(self, texto: str) -> RegistroConId | None:
        """Aquel cuyo propio ID es lo que está mal.

        El mandato cuya resolución tiene el número citado, o el objetivo que lo tiene con ceros.
        """
        if self._clase == "objetivo":
            suyos = self._con_ceros.get(_numero_de(texto), ())
        else:
            suyos = self._por_resolucion.get(_numero_de(texto), ())
        return suyos[0] if len(suyos) == 1 else None

    def _por_su_numero(self, texto: str) -> Propuesta | None:
        suyo = self.con_otro_id(texto)
        if not isinstance(suyo, Mandato):
            return None
        return Propuesta(
            f"«{suyo.resolucion}» está en mandatos.yaml con otro ID, «{suyo.id}»: "
            f"si es esa, escriba allí: id: {texto}"
        )

    def _parecido(self, texto: str, ya: frozenset[str]) -> Propuesta:
        parecidos = [
            uno
            for uno in self._sugerencias.para(texto)
            if self._id_de(uno) not in ya and _puede_ser(texto, uno)
        ]
        if not parecidos:
            return Propuesta(self._los_que_hay)
        if len(parecidos) > 1:
            return Propuesta(quiso_decir(parecidos))
        uno = self._indices.por_id(self._clase, parecidos[0])
        id_ = uno.id if uno else parecidos[0]
        su_id = "" if id_ == parecidos[0] else f" Su ID es {id_}."
        return Propuesta(f"{quiso_decir(parecidos)}{su_id}", (id_,))

    @cached_property
    def _los_que_hay(self) -> str:
        archivo = clase_llamada(self._clase).archivo
        if not 0 < len(self._existentes) <= _POCOS:
            return f"corríjalo o, si falta, añádalo a {archivo}"
        cuales = "el único que hay es" if len(self._existentes) == 1 else "los que hay son"
        ids = enumerar([uno.id for uno in self._existentes])
        return f"{cuales} {ids}; si falta, añádalo a {archivo}"

    @cached_property
    def _sugerencias(self) -> Sugerencias:
        return Sugerencias(nombre for uno in self._existentes for nombre in _ids_de(uno))

    @cached_property
    def _por_nombre(self) -> dict[str, str]:
        """El ID de cada registro por su nombre, si no hay otro que se llame igual."""
        nombrados = [
            (plegar(nombre), uno.id) for uno in self._existentes for nombre in _nombres(uno)
        ]
        veces = Counter(nombre for nombre, _ in nombrados)
        return {nombre: id_ for nombre, id_ in nombrados if veces[nombre] == 1}

    @cached_property
    def _hasta_la_coma(self) -> frozenset[str]:
        """Los nombres que llevan alguna coma, hasta la primera."""
        return frozenset(nombre.partition(",")[0] for nombre in self._por_nombre if "," in nombre)

    @cached_property
    def _por_resolucion(self) -> dict[tuple[str, str], list[RegistroConId]]:
        """Los mandatos por la sigla y el número de su resolución: («ag», «101»)."""
        por_resolucion: dict[tuple[str, str], list[RegistroConId]] = {}
        for uno in self._existentes:
            if isinstance(uno, Mandato) and (partes := _SIGLA_Y_NUMERO.match(uno.resolucion)):
                sigla, numero = partes.groups()
                por_resolucion.setdefault((plegar_id(sigla), numero), []).append(uno)
        return por_resolucion

    @cached_property
    def _con_ceros(self) -> dict[tuple[str, str], list[RegistroConId]]:
        """Los registros que llevan ceros delante de su número, por él sin ellos: («b», «8»)."""
        con_ceros: dict[tuple[str, str], list[RegistroConId]] = {}
        for uno in self._existentes:
            prefijo, numero = _numero_de(uno.id)
            if numero.startswith("0"):
                con_ceros.setdefault((prefijo, numero.lstrip("0")), []).append(uno)
        return con_ceros

    @cached_property
    def _personas(self) -> dict[str, str]:
        """De qué institución viene cada persona invitada, si se dice."""
        actividades = self._indices.plan.actividades
        return {plegar(uno.nombre): uno.actor or "" for una in actividades for uno in una.invitados}


def _puede_ser(texto: str, parecido: str) -> bool:
    """Si `parecido` puede ser una errata de `texto`, y no otra cosa que acaba o empieza igual."""
    # «ABC» no es «ILI-ABC», por mucho que se repita.
    if plegar(texto) in plegar(parecido).split("-")[1:]:
        return False
    (serie, numero), (otra, otro) = _numero_de(texto), _numero_de(parecido)
    # Con el mismo prefijo, «AG-101» y «AG-290» se parecen, pero son resoluciones distintas.
    mismas = serie == otra and bool(serie and numero and otro)
    return not mismas or bool(Sugerencias([otro]).para(numero))


def _numero_de(id_: str) -> tuple[str, str]:
    """Lo que un ID lleva delante de su número, como se compara, y su número."""
    forma = plegar_id(id_)
    prefijo = sin_numero(forma)
    return prefijo, forma[len(prefijo) :]


def _ids_de(registro: RegistroConId) -> Sequence[str]:
    return (registro.id, *registro.alias) if isinstance(registro, Actor) else (registro.id,)


def _nombres(registro: RegistroConId) -> Iterator[str]:
    """Los nombres con que se podría citar un registro, y que no son su ID."""
    if isinstance(registro, Actor):
        yield registro.nombre
    else:
        yield registro.titulo
    if isinstance(registro, Mandato):
        yield registro.resolucion
