"""De los registros del plan a las piezas de un documento."""

from camctl.castellano import DIAS_DE_LA_SEMANA, dia_en_palabras, enumerar
from camctl.indices import Indices
from camctl.modelo import actividad as modelo
from camctl.modelo.actividad import TODOS
from camctl.modelo.actor import Actor
from camctl.modelo.mandato import Mandato as MandatoDelPlan
from camctl.modelo.objetivo import Objetivo as ObjetivoDelPlan
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo
from camctl.vistas.redaccion.piezas import (
    Actividad,
    Acuerdo,
    Avance,
    Documento,
    Institucion,
    Invitado,
    Mandato,
    Objetivo,
    Plan,
    Programa,
)
from camctl.vistas.ver.comun import id_de_actor


def plan(encargo: Encargo) -> Plan:
    """Lo que el plan dice de sí mismo."""
    cabecera = encargo.cabecera
    apoyo = [nombre_de(referencia, encargo.indices) for referencia in cabecera.apoyo]
    instante = cabecera.actualizado
    return Plan(
        titulo=cabecera.titulo,
        titulo_original=cabecera.texto or "",
        periodo=str(cabecera.periodo),
        presenta=cabecera.presenta or "",
        apoyo=enumerar(apoyo),
        actualizado=dia_en_palabras(instante) if instante else "",
        zona_horaria=cabecera.zona_horaria or "",
        nota=cabecera.nota or "",
    )


def programa(encargo: Encargo) -> Programa:
    """El programa, con la resolución que lo adopta; vacío si el plan no tiene."""
    suyo = encargo.plan.programa
    if suyo is None:
        return Programa("", "", "")
    mandato = encargo.indices.mandato(suyo.mandato) if suyo.mandato else None
    return Programa(
        titulo=suyo.titulo,
        resolucion=mandato.resolucion if mandato else suyo.mandato or "",
        nota=suyo.nota or "",
    )


def comision(encargo: Encargo) -> Institucion:
    """La comisión que convoca."""
    suya = encargo.indices.comision
    if suya is None:
        dicha = encargo.comision
        return Institucion(dicha, dicha, dicha, "", "", "", "", transversal=False, nota="")
    return institucion(suya, encargo.indices)


def firma(encargo: Encargo) -> str:
    """Quién firma: quien presenta el plan o, si no se dice, la comisión."""
    return encargo.cabecera.presenta or comision(encargo).nombre_y_sigla


def institucion(actor: Actor, indices: Indices) -> Institucion:
    """Una institución, con los objetivos a los que sirve su misión."""
    return Institucion(
        id=actor.id,
        nombre=actor.nombre,
        nombre_y_sigla=_nombre_y_sigla(actor),
        alias=", ".join(actor.alias),
        funcion=actor.funcion or "",
        mision=actor.mision or "",
        objetivos=enumerar([uno.id for uno in indices.objetivos_servidos(actor)]),
        transversal=actor.transversal,
        nota=actor.nota or "",
    )


def nombre_de(referencia: str | None, indices: Indices) -> str:
    """El nombre y la sigla del actor citado, o lo escrito si no está en el plan."""
    actor = indices.actor(referencia) if referencia else None
    return _nombre_y_sigla(actor) if actor else referencia or ""


def _nombre_y_sigla(actor: Actor) -> str:
    return actor.nombre if actor.id == actor.nombre else f"{actor.nombre} ({actor.id})"


def mandato(uno: MandatoDelPlan, indices: Indices, parrafos: str | None = None) -> Mandato:
    """Un mandato; con `parrafos`, los que se citan de él en lugar de los suyos."""
    return Mandato(
        id=uno.id,
        resolucion=uno.resolucion,
        titulo=uno.titulo,
        seccion=uno.seccion or "",
        parrafos=_resolutivos(parrafos or uno.parrafos),
        organo=nombre_de(uno.organo, indices),
        enlaces=tuple(uno.enlaces.values()),
        sustenta=enumerar([palabras.sustentado(apoyo) for apoyo in indices.apoyos_en(uno)]),
        nota=uno.nota or "",
    )


def _resolutivos(numeros: str | None) -> str:
    """«1, 4-6», como se escribe en una resolución: «párrafos resolutivos 1 y 4 a 6»."""
    if not numeros:
        return ""
    tramos = [tramo.strip().replace("-", " a ") for tramo in numeros.split(",")]
    cuales = "párrafo resolutivo" if numeros.isdigit() else "párrafos resolutivos"
    return f"{cuales} {enumerar(tramos)}"


def objetivo(uno: ObjetivoDelPlan) -> Objetivo:
    """Un objetivo del programa."""
    return Objetivo(id=uno.id, titulo=uno.titulo, texto=uno.texto, nota=uno.nota or "")


def actividad(una: modelo.Actividad, encargo: Encargo) -> Actividad:
    """Una actividad, con los objetivos que le cuenta el criterio del encargo."""
    indices = encargo.indices
    return Actividad(
        id=una.id,
        titulo=una.titulo,
        texto=una.texto or "",
        tipo=palabras.tipo(una),
        cuando=palabras.cuando(una),
        dia=palabras.dias(una),
        fecha=_fecha(una),
        hora=una.hora or "",
        lugar=una.lugar or "",
        estado=una.estado,
        cambio=_cambio(una),
        actores=", ".join(actor.id for actor in indices.presentes(una)),
        invitados=tuple(invitado(uno, indices) for uno in una.invitados),
        objetivos=_objetivos(una, encargo),
        documentos=tuple(
            Documento(uno.titulo, uno.signatura or "", uno.enlace or "") for uno in una.documentos
        ),
        avances=tuple(_avance(uno, indices) for uno in una.avances),
        acuerdos=tuple(_acuerdo(uno, indices) for uno in una.acuerdos),
        nota=una.nota or "",
    )


def _fecha(una: modelo.Actividad) -> str:
    dicha = palabras.fechas(una)
    un_dia = una.fecha.es_dia and una.hasta in (None, una.fecha)
    return f"{DIAS_DE_LA_SEMANA[una.fecha.inicio.weekday()]} {dicha}" if un_dia else dicha


def _cambio(una: modelo.Actividad) -> str:
    partes = [
        f"Fecha adoptada: {una.fecha_prevista.en_palabras}." if una.fecha_prevista else "",
        f"Motivo: {una.motivo}" if una.motivo else "",
    ]
    return " ".join(parte for parte in partes if parte)


def invitado(uno: modelo.Invitado, indices: Indices) -> Invitado:
    """Una persona invitada."""
    return Invitado(
        nombre=uno.nombre,
        cargo=uno.cargo or "",
        institucion=id_de_actor(uno.actor, indices) or "",
        estado=palabras.ESTADO_DE_INVITADO[uno.estado] if uno.estado else "",
        por_confirmar=uno.estado == "por_confirmar",
        nota=uno.nota or "",
    )


def _objetivos(una: modelo.Actividad, encargo: Encargo) -> str:
    if una.es_sesion:
        cubiertos = encargo.cobertura.cubiertos_por(una, encargo.criterio)
        todos = len(encargo.plan.objetivos)
        return palabras.objetivos_de(una, cubiertos, encargo.criterio, todos=todos)
    # No es una sesión, o no cuenta: lo que nombra no queda cubierto.
    nombrados = [uno.id for uno in encargo.indices.objetivos_nombrados(una)]
    dichos = [TODOS] if una.objetivos == TODOS else nombrados
    return ", ".join(f"({dicho})" for dicho in dichos)


def _avance(uno: modelo.Avance, indices: Indices) -> Avance:
    suyo = indices.objetivo(uno.objetivo)
    return Avance(
        objetivo=suyo.id if suyo else uno.objetivo,
        actor=id_de_actor(uno.actor, indices) or "",
        texto=uno.texto,
        enlace=uno.enlace or "",
    )


def _acuerdo(uno: modelo.Acuerdo, indices: Indices) -> Acuerdo:
    return Acuerdo(
        texto=uno.texto,
        responsable=id_de_actor(uno.responsable, indices) or "",
        plazo=uno.plazo.en_palabras if uno.plazo else "",
        estado="cumplido" if uno.cumplido else "pendiente",
    )
