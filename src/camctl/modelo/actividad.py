"""Lo que se hace y cuándo: las actividades de `calendario.yaml` y lo que cuelga de ellas."""

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, get_args

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic.fields import FieldInfo

from camctl.castellano import entre_comillas, recortar
from camctl.comparacion import plegar
from camctl.modelo.base import (
    Booleano,
    Enlace,
    Id,
    Parrafos,
    Referencia,
    Registro,
    TextoOficialOptativo,
    solo_el_id,
)
from camctl.modelo.errores import FORMA, mal_escrito
from camctl.modelo.fecha import Tramo
from camctl.modelo.tiempo import FechaDelPlan, Hora, Instante

TODOS: Final = "todos"
TIPOS_DE_SESION: Final = frozenset({"informal", "formal"})
ESTADOS_SIN_SESION: Final = frozenset({"cancelada", "aplazada"})

Tipo = Literal["circulacion", "informal", "formal", "otra"]
Estado = Literal["propuesta", "convocada", "realizada", "aplazada", "cancelada"]
EstadoDeInvitado = Literal["por_confirmar", "confirmado", "excusado", "asistio"]
TIPOS: Final[tuple[str, ...]] = get_args(Tipo)
ESTADOS: Final[tuple[str, ...]] = get_args(Estado)


class Invitado(Registro):
    """Una persona invitada a una actividad."""

    nombre: str = Field(
        title="Nombre", description="Como lo escribe el plan.", examples=["Ana Pérez"]
    )
    actor: Referencia | None = Field(
        None, title="Actor", description="De qué institución viene: su ID.", examples=["SBP"]
    )
    cargo: str | None = Field(
        None, title="Cargo", description="En calidad de qué se la invita.", examples=["Relatora"]
    )
    estado: EstadoDeInvitado | None = Field(
        None,
        title="Estado",
        description="Se omite si el plan no lo dice.",
        examples=["por_confirmar"],
    )
    nota: str | None = Field(
        None, title="Nota", description="Una aclaración.", examples=["O quien designe el SBP."]
    )


class MandatoCitado(Registro):
    """Un mandato en que descansa una actividad, entero o en unos párrafos."""

    id: Referencia = Field(title="Mandato", description="El ID del mandato.", examples=["AG-102"])
    parrafos: Parrafos | None = Field(
        None, title="Párrafos", description="Solo esos párrafos.", examples=["4-6"]
    )


class Documento(Registro):
    """Un documento de la actividad."""

    titulo: str = Field(
        title="Título", description="Cómo se llama.", examples=["Plan de trabajo de la Presidencia"]
    )
    signatura: str | None = Field(
        None, title="Signatura", description="Su número oficial.", examples=["CB/doc.45/30"]
    )
    enlace: Enlace | None = Field(
        None,
        title="Enlace",
        description="Su dirección https.",
        examples=["https://ejemplo.org/plan.pdf"],
    )


class Avance(Registro):
    """Lo que se informó en la actividad sobre un objetivo."""

    objetivo: Referencia = Field(
        title="Objetivo", description="El ID del objetivo.", examples=["B8"]
    )
    actor: Referencia | None = Field(
        None, title="Actor", description="Quién informó: su ID.", examples=["ILI"]
    )
    texto: str = Field(
        title="Texto", description="Qué se informó.", examples=["Guía publicada en tres países."]
    )
    enlace: Enlace | None = Field(
        None,
        title="Enlace",
        description="La dirección https del informe.",
        examples=["https://ejemplo.org/informe.pdf"],
    )


class Acuerdo(Registro):
    """Lo que se acordó en la actividad."""

    texto: str = Field(
        title="Texto", description="Qué se acordó.", examples=["Remitir la guía a las bibliotecas."]
    )
    responsable: Referencia | None = Field(
        None, title="Responsable", description="Quién lo hará: el ID de un actor.", examples=["ILI"]
    )
    plazo: FechaDelPlan | None = Field(
        None, title="Plazo", description="Para cuándo: un mes o un día.", examples=["2030-05"]
    )
    cumplido: Booleano = Field(
        default=False, title="Cumplido", description="Si ya se hizo.", examples=["sí"]
    )


def _sin_cambios(valor: Any) -> Any:
    return valor


def lista_o_todos(valor: Any, validar: ValidatorFunctionWrapHandler) -> Any:
    """La lista, o la palabra que vale por todos los que hay."""
    if not isinstance(valor, str):
        return validar(valor)
    if plegar(valor) != TODOS:
        raise mal_escrito(
            f"{entre_comillas(valor)} no es una lista de objetivos ni la palabra «todos»",
            f"escriba una lista: objetivos: [{recortar(valor)}]",
            FORMA,
        )
    return TODOS


def admite_todos(campo: FieldInfo) -> bool:
    """Si en lugar de la lista de `campo` vale la palabra «todos»."""
    return any(getattr(dato, "func", None) is lista_o_todos for dato in campo.metadata)


if TYPE_CHECKING:
    ListaOTodos = tuple[Referencia, ...] | Literal["todos"]
else:
    # Con la unión a la vista, Pydantic diría cada error dos veces: uno por rama.
    ListaOTodos = Annotated[
        tuple[Referencia, ...],
        WrapValidator(lista_o_todos),
        PlainSerializer(_sin_cambios),
        WithJsonSchema(
            {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"const": TODOS}]},
            mode="serialization",
        ),
    ]


class Actividad(Registro):
    """Una línea del calendario."""

    id: Id = Field(title="ID", description="ACT- y su número de orden.", examples=["ACT-4"])
    fecha: FechaDelPlan = Field(
        title="Fecha", description="El mes (2030-03) o el día (2030-03-14).", examples=["2030-03"]
    )
    hasta: FechaDelPlan | None = Field(
        None,
        title="Hasta",
        description="El último día, si dura varios.",
        examples=["2030-03-15"],
    )
    hora: Hora | None = Field(
        None,
        title="Hora",
        description="Solo si se sabe el día; en el archivo, entre comillas.",
        examples=["10:00-13:00"],
    )
    tipo: Tipo = Field(
        title="Tipo",
        description="informal y formal son sesiones; circulacion y otra, no.",
        examples=["informal"],
    )
    titulo: str = Field(
        title="Título",
        description="Editorial: corto, en una línea, de 70 caracteres como mucho.",
        examples=["Sesión informal con el SBP"],
    )
    texto: TextoOficialOptativo = Field(
        None,
        title="Texto",
        description="El texto del plan, palabra por palabra.",
        examples=["Sesión informal de la Comisión con personal del SBP"],
    )
    actores: tuple[Referencia, ...] = Field(
        (),
        title="Actores",
        description="Las instituciones presentes: sus ID, también el de la comisión.",
        examples=[["CB", "SBP"]],
    )
    invitados: tuple[Invitado, ...] = Field(
        (),
        title="Invitados",
        description="Las personas invitadas.",
        examples=[[{"nombre": "Ana Pérez", "actor": "SBP", "estado": "por_confirmar"}]],
    )
    objetivos: ListaOTodos = Field(
        (),
        title="Objetivos",
        description="Los que la propia actividad nombra, o la palabra todos.",
        examples=[["B1", "B8"]],
    )
    mandatos: tuple[Annotated[MandatoCitado, BeforeValidator(solo_el_id)], ...] = Field(
        (),
        title="Mandatos",
        description="Los mandatos en que descansa, enteros o por párrafos.",
        examples=[["AG-101", {"id": "AG-102", "parrafos": "4-6"}]],
    )
    estado: Estado = Field(
        "propuesta",
        title="Estado",
        description="Si se omite, propuesta.",
        examples=["convocada"],
    )
    fecha_prevista: FechaDelPlan | None = Field(
        None,
        title="Fecha prevista",
        description="La adoptada en el plan, cuando la fecha ya es otra.",
        examples=["2030-02"],
    )
    motivo: str | None = Field(
        None,
        title="Motivo",
        description="Por qué se mueve, se aplaza o se cancela.",
        examples=["A petición del SBP."],
    )
    lugar: str | None = Field(
        None, title="Lugar", description="Dónde se celebra.", examples=["Sala de Lectura"]
    )
    documentos: tuple[Documento, ...] = Field(
        (),
        title="Documentos",
        description="Los papeles de la actividad.",
        examples=[[{"titulo": "Nota conceptual", "signatura": "CB/doc.45/30"}]],
    )
    avances: tuple[Avance, ...] = Field(
        (),
        title="Avances",
        description="Lo que se informó sobre cada objetivo.",
        examples=[[{"objetivo": "B8", "actor": "ILI", "texto": "Guía publicada."}]],
    )
    acuerdos: tuple[Acuerdo, ...] = Field(
        (),
        title="Acuerdos",
        description="Lo que se acordó, quién lo hará y para cuándo.",
        examples=[[{"texto": "Remitir la guía.", "responsable": "ILI", "plazo": "2030-05"}]],
    )
    nota: str | None = Field(
        None, title="Nota", description="Una aclaración.", examples=["El día lo fijará la CB."]
    )
    actualizado: Instante | None = Field(
        None,
        title="Actualizado",
        description="Cuándo cambió por última vez.",
        examples=["2030-02-11T10:30Z"],
    )

    @property
    def es_sesion(self) -> bool:
        """Si es una sesión que cuenta: formal o informal, y ni cancelada ni aplazada."""
        return self.tipo in TIPOS_DE_SESION and self.estado not in ESTADOS_SIN_SESION

    @property
    def tiene_dias(self) -> bool:
        """Si se sabe qué días ocupa: el primero y, si dura varios, el último."""
        return self.fecha.es_dia and (self.hasta is None or self.hasta.es_dia)

    @property
    def tramo(self) -> Tramo:
        """Los días que puede ocupar: el mes entero si no se sabe el día."""
        return Tramo(self.fecha.inicio, (self.hasta or self.fecha).fin)
