"""Las piezas de que se hace un documento: cada campo, un texto ya escrito y su descripción.

Un texto que falta está vacío, y una lista sin nada también: una plantilla pregunta con `{% if %}`.
"""

from typing import Annotated, NamedTuple


class Institucion(NamedTuple):
    """Una institución que el plan nombra."""

    id: Annotated[str, "Su sigla."]
    nombre: Annotated[str, "Su nombre completo."]
    nombre_y_sigla: Annotated[str, "Su nombre y, entre paréntesis, su sigla."]
    alias: Annotated[str, "Sus otros nombres y siglas, separados por comas."]
    funcion: Annotated[str, "Para qué existe, palabra por palabra."]
    mision: Annotated[str, "Su misión respecto del programa, palabra por palabra."]
    objetivos: Annotated[str, "Los objetivos a los que sirve su misión: «B1 y B6»."]
    transversal: Annotated[bool, "Si su misión atraviesa todos los objetivos."]
    nota: Annotated[str, "Una aclaración."]


class Categoria(NamedTuple):
    """Una categoría de instituciones."""

    letra: Annotated[str, "Su letra."]
    nombre: Annotated[str, "Su nombre."]
    instituciones: Annotated[tuple[Institucion, ...], "Las que son de ella."]


class Mandato(NamedTuple):
    """Una resolución que encarga el trabajo."""

    id: Annotated[str, "Su ID."]
    resolucion: Annotated[str, "Su signatura."]
    titulo: Annotated[str, "Su título oficial."]
    seccion: Annotated[str, "La sección, si el mandato es solo una parte."]
    parrafos: Annotated[str, "«párrafos resolutivos 1 a 3»: los del mandato, o los que se citan."]
    organo: Annotated[str, "Quién la adoptó."]
    enlaces: Annotated[tuple[str, ...], "Las direcciones de su texto, una por idioma."]
    sustenta: Annotated[str, "Lo que descansa en ella: «el plan, el programa y ACT-1»."]
    nota: Annotated[str, "Una aclaración."]


class Objetivo(NamedTuple):
    """Un objetivo del programa."""

    id: Annotated[str, "Su letra y su número."]
    titulo: Annotated[str, "Su título corto."]
    texto: Annotated[str, "Su texto oficial, palabra por palabra."]
    nota: Annotated[str, "Una aclaración."]


class GrupoDeObjetivos(NamedTuple):
    """Un grupo de objetivos del programa."""

    letra: Annotated[str, "Su letra."]
    nombre: Annotated[str, "Su nombre, si el plan lo da."]
    objetivos: Annotated[tuple[Objetivo, ...], "Los que son de él."]


class Plan(NamedTuple):
    """Lo que el plan dice de sí mismo."""

    titulo: Annotated[str, "Su título."]
    titulo_original: Annotated[str, "El título palabra por palabra, con sus erratas."]
    periodo: Annotated[str, "Sus años: «2030-2031»."]
    presenta: Annotated[str, "Quién lo presenta."]
    apoyo: Annotated[str, "Quién da apoyo técnico."]
    actualizado: Annotated[str, "El día en que cambió por última vez."]
    zona_horaria: Annotated[str, "La zona de las horas del calendario."]
    nota: Annotated[str, "Una aclaración."]


class Programa(NamedTuple):
    """El programa cuyos objetivos sigue el plan."""

    titulo: Annotated[str, "Su título oficial."]
    resolucion: Annotated[str, "La signatura de la resolución que lo adopta."]
    nota: Annotated[str, "Una aclaración."]


class Invitado(NamedTuple):
    """Una persona invitada a una actividad."""

    nombre: Annotated[str, "Como lo escribe el plan."]
    cargo: Annotated[str, "En calidad de qué se la invita."]
    institucion: Annotated[str, "La sigla de la institución de la que viene."]
    estado: Annotated[str, "«por confirmar», «asistencia confirmada», «se excusó» o «asistió»."]
    por_confirmar: Annotated[bool, "Si su presencia está por confirmar."]
    nota: Annotated[str, "Una aclaración."]


class Documento(NamedTuple):
    """Un documento de una actividad."""

    titulo: Annotated[str, "Cómo se llama."]
    signatura: Annotated[str, "Su número oficial."]
    enlace: Annotated[str, "Su dirección."]


class Avance(NamedTuple):
    """Lo que se informó en una actividad sobre un objetivo."""

    objetivo: Annotated[str, "El ID del objetivo."]
    actor: Annotated[str, "La sigla de quien informó."]
    texto: Annotated[str, "Qué se informó."]
    enlace: Annotated[str, "La dirección del informe."]


class Acuerdo(NamedTuple):
    """Lo que se acordó en una actividad."""

    texto: Annotated[str, "Qué se acordó."]
    responsable: Annotated[str, "La sigla de quien lo hará."]
    plazo: Annotated[str, "Para cuándo."]
    estado: Annotated[str, "«cumplido» o «pendiente»."]


class Actividad(NamedTuple):
    """Una línea del calendario."""

    id: Annotated[str, "Su ID."]
    titulo: Annotated[str, "Su título corto."]
    texto: Annotated[str, "El texto del plan, palabra por palabra."]
    tipo: Annotated[str, "«sesión informal», «sesión formal», «circulación» u «otra»."]
    cuando: Annotated[str, "Todo lo que se sabe: «14 de marzo de 2030, 10:00-13:00»."]
    dia: Annotated[str, "El día o los días, sin el mes: «14», «14-15»; vacío si está por fijar."]
    fecha: Annotated[str, "«jueves 14 de marzo de 2030» o, si el día está por fijar, el mes."]
    hora: Annotated[str, "«10:00-13:00»."]
    lugar: Annotated[str, "Dónde se celebra."]
    estado: Annotated[str, "«propuesta», «convocada», «realizada», «aplazada» o «cancelada»."]
    cambio: Annotated[str, "«Fecha adoptada: febrero de 2030. Motivo: …», si algo cambió."]
    actores: Annotated[str, "Las siglas de las instituciones presentes, separadas por comas."]
    invitados: Annotated[tuple[Invitado, ...], "Las personas invitadas."]
    objetivos: Annotated[str, "Los objetivos que cubre; entre paréntesis, los que no se cuentan."]
    documentos: Annotated[tuple[Documento, ...], "Sus documentos."]
    avances: Annotated[tuple[Avance, ...], "Lo que se informó en ella."]
    acuerdos: Annotated[tuple[Acuerdo, ...], "Lo que se acordó en ella."]
    nota: Annotated[str, "Una aclaración."]


class Mes(NamedTuple):
    """Un mes del calendario."""

    nombre: Annotated[str, "«Marzo de 2030»."]
    actividades: Annotated[tuple[Actividad, ...], "Las suyas, por orden."]


class RazonDeCobertura(NamedTuple):
    """Por qué se cubre un objetivo, y en qué sesiones."""

    sesiones: Annotated[str, "«ACT-2 (marzo de 2030)», y las demás; si son muchas, sin fechas."]
    razon: Annotated[str, "«lo nombra», o «misión de ILI: «…»» con las palabras que lo dicen."]


class ObjetivoCubierto(NamedTuple):
    """Un objetivo y las sesiones que lo tratan."""

    id: Annotated[str, "Su letra y su número."]
    titulo: Annotated[str, "Su título corto."]
    razones: Annotated[tuple[RazonDeCobertura, ...], "Por qué se cubre; vacía si nadie lo trata."]
    motivo_sin_sesion: Annotated[str, "Por qué se deja a propósito sin sesión."]


class Cobertura(NamedTuple):
    """Qué sesiones tratan cada objetivo."""

    porcentaje: Annotated[str, "«33,3 %»."]
    cubiertos: Annotated[int, "Cuántos objetivos tienen sesión."]
    total: Annotated[int, "Cuántos objetivos hay."]
    criterio: Annotated[str, "Qué sesiones se cuentan: «criterio actor: cuentan…»."]
    sin_sesion: Annotated[str, "Los ID de los objetivos sin sesión: «A1, A2 y B3»."]
    generales: Annotated[str, "Lo que este criterio no cuenta: «ACT-6 abarca el programa entero»."]
    objetivos: Annotated[tuple[ObjetivoCubierto, ...], "Todos los objetivos."]


class Nota(NamedTuple):
    """Una aclaración y de qué registro es."""

    de: Annotated[str, "«Programa», «Objetivo B1», «ACT-2»…"]
    texto: Annotated[str, "Lo que aclara."]
