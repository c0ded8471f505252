"""Lo que cuesta un campo nuevo: o se ve en cada sitio, o aquí se dice por qué no.

De cada campo del modelo se prepara un plan que no lo dice, o que dice otra cosa. Si lo que sale es
lo mismo, el campo no se ve allí: o se le hace sitio, o va en la lista de ese sitio con su porqué.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Final

import pytest
from jinja2 import FileSystemBytecodeCache, sandbox
from pydantic import Field

from camctl.carga import cargar
from camctl.cli.altas import campos_de
from camctl.cli.comandos.registrar import registrar
from camctl.cobertura import Cobertura
from camctl.indices import Indices, RegistroConId
from camctl.modelo.actividad import Actividad, Invitado
from camctl.modelo.plan import CLASES
from camctl.salida import papeles
from camctl.vistas import hojas
from camctl.vistas.demas import demas
from camctl.vistas.encargo import Encargo
from camctl.vistas.hojas.hoja import Dicho
from camctl.vistas.hojas.nombres import rotulos_de_los_demas, valores_de_los_demas
from camctl.vistas.redaccion.convocatoria import convocatoria
from camctl.vistas.redaccion.plan import documento_del_plan
from camctl.vistas.seleccion import Seleccion
from camctl.vistas.ver import ver
from plan_entero import CAMPOS, Campo, con_valor, fuente, plan_entero

# De un campo obligatorio, otro valor que también vale; de los demás textos vale cualquiera.
OTROS: Final = {
    "Objetivo.id": "B9",
    "Actividad.fecha": "2030-04-15",
    "Actividad.tipo": "formal",
    "Cabecera.periodo": "2030",
}


def _ver(encargo: Encargo) -> object:
    plan = encargo.plan
    registros: list[RegistroConId] = [*plan.objetivos, *plan.mandatos, *plan.actores]
    registros += plan.actividades
    return ver(registros, encargo.indices, encargo.cobertura).cuerpo


def _hojas(encargo: Encargo) -> object:
    return hojas.principales(encargo), hojas.de_detalle(encargo)


def _word(encargo: Encargo) -> object:
    # Lo que una plantilla puede decir: su vocabulario se escribe a mano, en `redaccion/piezas`.
    return documento_del_plan(encargo), convocatoria(encargo, encargo.plan.actividades[0])


def _papel(formato: str) -> Callable[[Encargo], object]:
    return lambda encargo: papeles.escribir(encargo, formato, {})


SALIDAS: Final[Mapping[str, Callable[[Encargo], object]]] = {
    "ver": _ver,
    "md": _papel("md"),
    "html": _papel("html"),
    "ics": _papel("ics"),
    "xlsx y csv": _hojas,
    "docx": _word,
}
# Por cada sitio, los campos que en él no se ven y por qué. De una ficha entera, como el programa en
# `ver`, no se pide nada: el sitio no es para ella.
NO_SE_VEN: Final[Mapping[str, Mapping[str, str]]] = {
    "ver": {
        "Cabecera": "se ven registros con ID",
        "Programa": "se ven registros con ID",
    },
    "md": {},
    "html": {},
    "ics": {
        **dict.fromkeys(("Cabecera", "Programa"), "de qué plan es; lo demás no es de la agenda"),
        **dict.fromkeys(("Objetivo", "Mandato", "Actor", "ObjetivoServido"), "se nombran, y basta"),
        **dict.fromkeys(("Actividad.avances", "Avance"), "lo que pasó no es de la agenda"),
        **dict.fromkeys(("Actividad.acuerdos", "Acuerdo"), "lo que pasó no es de la agenda"),
        "Actividad.actualizado": "sin agenda anterior, los sucesos llevan la fecha del plan",
    },
    "xlsx y csv": {},
    "docx": {"Actividad.actualizado": "un documento dice cuándo cambió el plan entero"},
}
# Los campos que no se dicen al registrar con la opción de su nombre, sino con otra o con ninguna.
SE_REGISTRAN_CON: Final = {
    "Invitado.nota": "",
    "Actividad.actores": "participa",
    "Actividad.invitados": "invitado",
    "Invitado.nombre": "invitado",
    "Invitado.estado": "confirmar",
    "Actividad.documentos": "documento",
    "Documento.titulo": "documento",
    "Actividad.avances": "avance",
    "Avance.objetivo": "avance",
    "Avance.texto": "avance",
    "Actividad.acuerdos": "acuerdo",
    "Acuerdo.texto": "acuerdo",
}
NO_SE_DICEN: Final[Mapping[str, Mapping[str, str]]] = {
    "registrar": {
        **dict.fromkeys(("Cabecera", "Programa"), "se cambian en el archivo"),
        **dict.fromkeys(("Objetivo", "Mandato", "Actor"), "se añaden; de lo ya dicho, la nota"),
        **dict.fromkeys(("ObjetivoServido", "MandatoCitado"), "se dicen al añadir el registro"),
        **dict.fromkeys(
            ("Actividad.id", "Actividad.tipo", "Actividad.titulo", "Actividad.texto"),
            "es lo que se adoptó: registrar anota lo que pasa",
        ),
        **dict.fromkeys(
            ("Actividad.objetivos", "Actividad.mandatos"), "se adoptan con el plan, como el título"
        ),
        **dict.fromkeys(
            ("Actividad.fecha_prevista", "Actividad.actualizado"), "los pone camctl por su cuenta"
        ),
        "Invitado.nota": "--nota es la de la actividad",
    },
    "agregar": {
        **dict.fromkeys(("Cabecera", "Programa"), "los escribe `nuevo`"),
        **dict.fromkeys(
            ("Invitado", "MandatoCitado", "ObjetivoServido"), "van abreviados en una opción"
        ),
        **dict.fromkeys(("Documento", "Avance", "Acuerdo"), "se registran cuando pasan"),
        **dict.fromkeys(
            ("Actividad.documentos", "Actividad.avances", "Actividad.acuerdos"),
            "se registran cuando pasan",
        ),
        **dict.fromkeys(
            ("Actividad.fecha_prevista", "Actividad.actualizado"), "los pone camctl por su cuenta"
        ),
    },
}


@cache
def encargo_de(campo: Campo | None) -> Encargo:
    """El plan entero, o el mismo sin `campo` o con otro valor en él."""
    plan = plan_entero()
    if campo:
        obligatorio = campo.ficha.model_fields[campo.nombre].is_required()
        otro = OTROS.get(str(campo), "Otro") if obligatorio else None
        plan = con_valor(campo, otro)
    carga = cargar(fuente(plan))
    assert carga.diagnosticos == (), f"apunte en OTROS un valor que valga en «{campo}»"
    indices = Indices(carga.plan)
    assert carga.plan.cabecera
    return Encargo(carga.plan.cabecera, indices, Cobertura(indices), Seleccion())


@pytest.fixture(scope="module", autouse=True)
def plantillas_compiladas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Las de la página se compilan una vez, y no una por campo."""
    guardadas = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("plantillas")))
    entorno = partial(sandbox.ImmutableSandboxedEnvironment, bytecode_cache=guardadas)
    with pytest.MonkeyPatch.context() as cambio:
        cambio.setattr(sandbox, "ImmutableSandboxedEnvironment", entorno)
        yield


@cache
def dicho(sitio: str, campo: Campo | None = None) -> object:
    return SALIDAS[sitio](encargo_de(campo))


def comprobar(sitio: str, campo: Campo, excluidos: Mapping[str, str], *, esta: bool) -> None:
    """Que un campo está en `sitio` o en la lista de los que no, pero no en los dos."""
    assert all(excluidos.values())
    if campo.ficha.__name__ not in excluidos:
        assert esta != (str(campo) in excluidos), (
            f"«{campo}» {'está' if esta else 'no está'} en {sitio}: "
            + ("sobra en la lista de excluidos" if esta else "hágale sitio o diga por qué no")
        )


@pytest.mark.parametrize("sitio", SALIDAS)
@pytest.mark.parametrize("campo", CAMPOS, ids=str)
def test_un_campo_se_ve_o_se_dice_por_que_no(sitio: str, campo: Campo) -> None:
    se_ve = dicho(sitio, campo) != dicho(sitio)
    comprobar(sitio, campo, NO_SE_VEN[sitio], esta=se_ve)


@pytest.mark.parametrize("campo", CAMPOS, ids=str)
def test_un_campo_se_registra_o_se_dice_por_que_no(campo: Campo) -> None:
    opciones = inspect.signature(registrar).parameters
    esta = SE_REGISTRAN_CON.get(str(campo), campo.nombre) in opciones
    comprobar("registrar", campo, NO_SE_DICEN["registrar"], esta=esta)


@pytest.mark.parametrize("campo", CAMPOS, ids=str)
def test_un_campo_se_agrega_o_se_dice_por_que_no(campo: Campo) -> None:
    clases = [clase for clase in CLASES if clase.modelo is campo.ficha]
    esta = any(suyo.nombre == campo.nombre for clase in clases for suyo in campos_de(clase))
    comprobar("agregar", campo, NO_SE_DICEN["agregar"], esta=esta)


def test_no_se_excluye_lo_que_no_existe() -> None:
    nombres = {str(campo) for campo in CAMPOS} | {campo.ficha.__name__ for campo in CAMPOS}
    excluidos = {uno for lista in (*NO_SE_VEN.values(), *NO_SE_DICEN.values()) for uno in lista}
    assert excluidos | SE_REGISTRAN_CON.keys() <= nombres


class ActividadNueva(Actividad):
    """La actividad con un campo de más, como si se añadiera al modelo."""

    campo_de_prueba: str | None = Field(
        None, title="Campo de prueba", description="Cómo.", examples=["x"]
    )


class InvitadoNuevo(Invitado):
    """Lo mismo, de una ficha que va dentro de otra."""

    otro_de_prueba: str | None = Field(
        None, title="Otro de prueba", description="Cuál.", examples=["x"]
    )


@pytest.fixture(scope="module")
def ampliado() -> Encargo:
    encargo = encargo_de(None)
    (una,) = encargo.plan.actividades
    (invitado,) = una.invitados
    persona = InvitadoNuevo.model_construct(**{**vars(invitado), "otro_de_prueba": "Excelentísima"})
    nueva = ActividadNueva.model_construct(
        **{**vars(una), "invitados": (persona,), "campo_de_prueba": "Híbrida"}
    )
    indices = Indices(encargo.plan._replace(actividades=(nueva,)))
    return Encargo(encargo.cabecera, indices, Cobertura(indices), Seleccion())


@pytest.mark.parametrize("sitio", ["ver", "md", "html", "ics"])
def test_un_campo_nuevo_se_ve_sin_que_nadie_lo_nombre(sitio: str, ampliado: Encargo) -> None:
    salida = SALIDAS[sitio](ampliado)
    texto = salida.decode().replace("\r\n ", "") if isinstance(salida, bytes) else str(salida)
    assert "Campo de prueba" in texto
    assert "Híbrida" in texto
    assert "Excelentísima" in texto


def test_un_campo_nuevo_tiene_su_columna(ampliado: Encargo) -> None:
    (una,) = ampliado.plan.actividades
    dichos = Actividad.model_fields
    assert rotulos_de_los_demas(ActividadNueva, dichos) == ("Campo de prueba",)
    assert list(valores_de_los_demas(una, dichos, ampliado.indices)) == [Dicho(("Híbrida",))]


def test_los_demas_se_dicen_segun_lo_que_son() -> None:
    encargo = encargo_de(None)
    una = encargo.plan.actividades[0]
    dicho_de = dict(demas(una, ("id",), encargo.indices))
    assert dicho_de["Fecha"] == ("14 de marzo de 2030",)
    assert dicho_de["Actores"] == (
        "CB · Comisión de Bibliotecas",
        "ILI · Instituto de Lectura Infantil",
    )
    assert dicho_de["Acuerdos"] == (
        "texto: Remitir la guía a las bibliotecas. · responsable: ILI · plazo: mayo de 2030 "
        "· cumplido: sí",
    )
    assert dicho_de["Actualizado"] == ("2030-02-11 10:30 UTC",)
    mandato = encargo.plan.mandatos[0]
    assert dict(demas(mandato, ()))["Enlaces"] == ("es: https://ejemplo.org/es/101.pdf",)
