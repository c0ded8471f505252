"""De las opciones de `registrar` a los cambios en la ficha de un registro."""

from typing import TYPE_CHECKING, Final

import typer

from camctl.castellano import contar, entre_comillas
from camctl.cli import cambiar, resolver, valores
from camctl.cli.carpetas import ConsultaParaEscribir, para_escribir
from camctl.cli.comun import mal_uso, opcion_de
from camctl.cli.pedido import Pedido, comprobar_que_se_puede
from camctl.cli.reloj import ahora
from camctl.cli.salidas import avisar
from camctl.comparacion import plegar
from camctl.edicion import calendario
from camctl.edicion.cambios import Trasladar
from camctl.edicion.ficha import FichaEnEdicion, IdRepetido, ficha_en_edicion, fichas
from camctl.indices import Indices, RegistroConId
from camctl.modelo.actividad import ESTADOS, Actividad, Avance, Documento
from camctl.modelo.fecha import Fecha
from camctl.modelo.objetivo import Objetivo
from camctl.modelo.plan import clase_de
from camctl.vistas.apuntes import apuntes

if TYPE_CHECKING:
    from camctl.modelo.base import Registro


def registrar_en(
    consulta: ConsultaParaEscribir, dicho: str, pedido: Pedido, *, simular: bool
) -> None:
    """Registra lo pedido en lo que nombra `dicho`, y dice qué ha cambiado."""
    with para_escribir(consulta.fuente):
        registro = resolver.uno_de_cualquier_clase(consulta.indices, dicho, "ID")
        ficha = _ficha(consulta, registro)
        anotar(pedido, registro, ficha, consulta.indices)
        if not ficha.cambios:
            avisar(f"{registro.id} ya está así: no hay nada que cambiar.")
            return
        clase = clase_de(registro)
        cambios = [*ficha.cambios]
        if isinstance(registro, Actividad):
            ficha.poner("actualizado", valor=ahora())
            cambios = [*ficha.cambios, *calendario.traslado(ficha, fichas(consulta.carga, clase))]
        propuesta = cambiar.preparar(consulta, clase.archivo, cambios)
        if simular:
            cambiar.simular(consulta, propuesta)
        cambiar.escribir(consulta, propuesta)
    queda = next(uno for uno in getattr(propuesta.carga.plan, clase.clave) if uno.id == registro.id)
    lineas = [f"{registro.id}: {uno}" for uno in apuntes(registro, queda)]
    if isinstance(cambios[-1], Trasladar):
        lineas.append(f"{registro.id}: cambia de lugar en el archivo, que va por fechas")
    cambiar.dar_cuenta(consulta, propuesta, lineas)


def _ficha(consulta: ConsultaParaEscribir, registro: RegistroConId) -> FichaEnEdicion:
    try:
        return ficha_en_edicion(consulta.carga, registro)
    except IdRepetido:
        raise mal_uso(
            f"hay más de un registro con el ID {registro.id}{consulta.remite_a_validar}"
        ) from None


def anotar(
    pedido: Pedido, registro: RegistroConId, ficha: FichaEnEdicion, indices: Indices
) -> None:
    """Hace en la ficha de `registro` lo que se pide.

    Raises:
        TyperException: si algo no se puede hacer en ese registro, o no se entiende.
    """
    comprobar_que_se_puede(pedido, registro)
    if pedido.nota is not None:
        _poner_texto(ficha, type(registro), "nota", pedido.nota)
    if isinstance(registro, Objetivo) and pedido.motivo_sin_sesion is not None:
        _poner_texto(ficha, Objetivo, "motivo_sin_sesion", pedido.motivo_sin_sesion)
    if isinstance(registro, Actividad):
        _Anotador(pedido, registro, ficha, indices).anotar()


def _poner_texto(ficha: FichaEnEdicion, modelo: "type[Registro]", campo: str, dicho: str) -> None:
    ficha.poner(campo, valor=valores.de_un_campo(modelo, campo, dicho, opcion_de(campo)))


class _Anotador:
    """Lo que se pide de una actividad, paso a paso: cada uno ve lo que hizo el anterior."""

    def __init__(
        self, pedido: Pedido, actividad: Actividad, ficha: FichaEnEdicion, indices: Indices
    ) -> None:
        self._pedido = pedido
        self._actividad = actividad
        self._ficha = ficha
        self._indices = indices
        self._actor = self._id_de_actor("actor")

    def anotar(self) -> None:
        """Hace en la ficha todo lo que se pide."""
        self._cuando()
        self._estado()
        for campo in ("hora", "lugar", "motivo"):
            if (dicho := getattr(self._pedido, campo)) is not None:
                _poner_texto(self._ficha, Actividad, campo, dicho)
        self._presentes()
        self._invitados()
        self._acuerdos()
        self._lo_presentado()

    def _cuando(self) -> None:
        antes = self._actividad.fecha
        if self._pedido.fecha is not None:
            nueva = resolver.una_fecha(self._indices, self._pedido.fecha, "--fecha", cerca_de=antes)
            hasta = self._actividad.hasta
            if hasta and nueva != antes and self._pedido.hasta is None:
                el_ultimo = f"{'el ' if hasta.es_dia else ''}{hasta.en_palabras}"
                raise mal_uso(
                    f"{self._actividad.id} dura hasta {el_ultimo}: diga también --hasta, o "
                    '--hasta "" si ya no dura varios días'
                )
            calendario.mover(self._ficha, nueva)
        if self._pedido.hasta is not None:
            self._ficha.poner("hasta", valor=self._fecha("hasta"))

    def _estado(self) -> None:
        if self._pedido.estado is not None:
            (estado,) = resolver.vocablos([self._pedido.estado], ESTADOS, "--estado")
            if estado != self._actividad.estado:
                self._ficha.poner("estado", valor=estado)

    def _presentes(self) -> None:
        ya_estan = {
            actor.id for actor in map(self._indices.actor, self._actividad.actores) if actor
        }
        for uno in resolver.registros(
            self._indices, "actor", self._pedido.participa or (), "--participa"
        ):
            if uno.id not in ya_estan:
                self._ficha.anadir_id("actores", uno.id)

    def _invitados(self) -> None:
        cargo = self._texto("cargo")
        if self._pedido.sustituir:
            quien, otro = self._pedido.sustituir
            nombre = self._nombre(otro, "--sustituir")
            puesto = self._invitado(quien, "--sustituir")
            self._exigir_que_no_este(nombre, puesto)
            calendario.sustituir(
                self._ficha,
                puesto,
                nombre,
                actor=self._actor,
                cargo=cargo,
            )
        for nuevo in self._pedido.invitado or ():
            nombre = self._nombre(nuevo, "--invitado")
            calendario.invitar(self._ficha, nombre, actor=self._actor, cargo=cargo)
        for opcion, estado in _ESTADOS_DE_INVITADO.items():
            for quien in getattr(self._pedido, opcion) or ():
                puesto = self._invitado(quien, opcion_de(opcion))
                self._ficha.poner("invitados", puesto, "estado", valor=estado)

    def _acuerdos(self) -> None:
        for acuerdo in self._pedido.acuerdo or ():
            elemento = {
                "texto": self._obligatorio(acuerdo, "--acuerdo"),
                "responsable": self._id_de_actor("responsable"),
                "plazo": self._fecha("plazo"),
            }
            self._ficha.anadir_o_completar("acuerdos", elemento, claves=("texto",))
        for dicho in self._pedido.cumplido or ():
            puesto = self._acuerdo(dicho)
            if puesto >= len(self._actividad.acuerdos) or not (
                self._actividad.acuerdos[puesto].cumplido
            ):
                self._ficha.poner("acuerdos", puesto, "cumplido", valor=True)

    def _lo_presentado(self) -> None:
        if self._pedido.avance:
            sobre, dicho = self._pedido.avance
            (objetivo,) = resolver.registros(self._indices, "objetivo", [sobre], "--avance")
            elemento = {
                "objetivo": objetivo.id,
                "actor": self._actor,
                "texto": self._obligatorio(dicho, "--avance"),
                "enlace": self._enlace(Avance, self._pedido.enlace or "", "--enlace"),
            }
            self._ficha.anadir_o_completar("avances", elemento, claves=("objetivo", "texto"))
        if self._pedido.documento:
            titulo, enlace = self._pedido.documento
            elemento = {
                "titulo": self._obligatorio(titulo, "--documento"),
                "signatura": self._texto("signatura"),
                "enlace": self._enlace(Documento, enlace, "--documento"),
            }
            self._ficha.anadir_o_completar("documentos", elemento, claves=("titulo",))

    def _invitado(self, dicho: str, opcion: str) -> int:
        nombres = [str(uno.get("nombre")) for uno in self._ficha.lista("invitados")]
        ninguno = f"a {self._actividad.id} no se ha invitado a nadie"
        return valores.cual(nombres, dicho, opcion, ninguno=ninguno)

    def _exigir_que_no_este(self, nombre: str, puesto: int) -> None:
        invitados = enumerate(self._ficha.lista("invitados"))
        if any(
            n != puesto and plegar(str(uno.get("nombre"))) == plegar(nombre) for n, uno in invitados
        ):
            raise typer.BadParameter(
                f"{entre_comillas(nombre)} ya es de las personas invitadas a {self._actividad.id}",
                param_hint="--sustituir",
            )

    def _acuerdo(self, dicho: str) -> int:
        textos = [str(uno.get("texto")) for uno in self._ficha.lista("acuerdos")]
        ninguno = f"{self._actividad.id} no tiene acuerdos"
        if textos and dicho.strip().isdecimal():
            # Una cifra es siempre un número de orden: en un texto, la misma podría decir otra cosa.
            return self._en_orden(int(dicho), len(textos))
        return valores.cual(textos, dicho, "--cumplido", ninguno=ninguno)

    def _en_orden(self, numero: int, cuantos: int) -> int:
        if not 1 <= numero <= cuantos:
            tiene = contar(cuantos, "acuerdo", "acuerdos")
            raise typer.BadParameter(
                f"no hay acuerdo {numero}: {self._actividad.id} tiene {tiene}",
                param_hint="--cumplido",
            )
        return numero - 1

    def _nombre(self, dicho: str, opcion: str) -> str:
        return " ".join(self._obligatorio(dicho, opcion).split())

    def _obligatorio(self, dicho: str, opcion: str) -> str:
        escrito = valores.texto(dicho, opcion)
        if not escrito:
            raise typer.BadParameter("está vacío", param_hint=opcion)
        return escrito

    def _texto(self, campo: str) -> str:
        return valores.texto(getattr(self._pedido, campo) or "", opcion_de(campo))

    def _enlace(self, modelo: "type[Registro]", dicho: str, opcion: str) -> str:
        return valores.de_un_campo(modelo, "enlace", dicho, opcion)

    def _fecha(self, campo: str) -> str:
        dicho = getattr(self._pedido, campo)
        if not dicho:
            return ""
        ya_es = Fecha.de_iso(self._ficha.texto("fecha")) or self._actividad.fecha
        return str(resolver.una_fecha(self._indices, dicho, opcion_de(campo), cerca_de=ya_es))

    def _id_de_actor(self, campo: str) -> str:
        dicho = getattr(self._pedido, campo)
        if not dicho:
            return ""
        (actor,) = resolver.registros(self._indices, "actor", [dicho], opcion_de(campo))
        return str(actor.id)


_ESTADOS_DE_INVITADO: Final = {
    "por_confirmar": "por_confirmar",
    "confirmar": "confirmado",
    "excusar": "excusado",
    "asistio": "asistio",
}
