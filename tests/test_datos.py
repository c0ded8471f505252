"""El plan 2018-2019 de `data/`, cotejado punto por punto con el documento oficial.

Estas pruebas leen los YAML y el documento por su cuenta: no pasan por el código del programa.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

RAIZ = Path(__file__).resolve().parent.parent
DATOS = RAIZ / "data"
DOCUMENTO = RAIZ / "docs" / "documento" / "plan-2018-2019.txt"

Registro = dict[str, Any]

# Cada archivo, con la lista que guarda.
LISTAS = {
    "objetivos": "objetivos",
    "mandatos": "mandatos",
    "actores": "actores",
    "calendario": "actividades",
}
IDS = {
    "objetivos": ["A1", "A2", "A3", *(f"B{n}" for n in range(1, 13))],
    "mandatos": ["AG-2738", "AG-2883", "AG-2910", "AG-2916"],
    "actores": ["CAM", "CIDH", "CIM", "IIN", "SSM", "EM", "CIDI", "SADyE", "AG"],
    "calendario": [f"ACT-{n}" for n in range(1, 7)],
}
CLAVES = {
    "objetivos": {"id", "titulo", "texto"},
    "mandatos": {"id", "resolucion", "organo", "titulo", "seccion", "parrafos"},
    "actores": {
        "id", "nombre", "alias", "categoria", "transversal", "colectivo", "funcion", "mision",
        "objetivos", "nota",
    },
    "calendario": {
        "id", "fecha", "tipo", "titulo", "texto", "actores", "invitados", "objetivos", "mandatos",
        "nota",
    },
}  # fmt: skip
OBLIGATORIAS = {
    "objetivos": {"id", "titulo", "texto"},
    "mandatos": {"id", "resolucion", "organo", "titulo", "parrafos"},
    "actores": {"id", "nombre"},
    "calendario": {"id", "fecha", "tipo", "titulo", "texto", "actores"},
}
ENLACES = {
    ("SSM", "B1"): ("prevenir, combatir y sancionar", "objeto de estas conductas"),
    ("SSM", "B6"): ("el fortalecimiento de la cooperación", "comunidades locales"),
    ("CIDH", "B5"): ("fomentar la creación de programas", "de sus derechos humanos"),
    ("CIDH", "B11"): ("la promoción del intercambio", "o catástrofes naturales"),
    ("IIN", "B8"): ("el interés superior de los niños", "principio de unidad familiar"),
}
SIN_SESION = ["A1", "A2", "A3", "B2", "B3", "B4", "B7", "B9", "B10", "B12"]

# De cada actividad: fecha, tipo, actores, objetivos, mandatos.
ACTIVIDADES: dict[str, tuple[str, str, list[str], str | None, list[str] | None]] = {
    "ACT-1": ("2019-02", "circulacion", ["CAM"], None, ["AG-2883", "AG-2910"]),
    "ACT-2": ("2019-02", "informal", ["CAM", "SSM"], None, None),
    "ACT-3": ("2019-02", "informal", ["CAM", "CIDH"], None, None),
    "ACT-4": ("2019-03", "informal", ["CAM", "CIM"], None, None),
    "ACT-5": ("2019-03", "informal", ["CAM", "IIN"], None, None),
    "ACT-6": ("2019-04", "formal", ["CAM", "CIDI"], "todos", ["AG-2883", "AG-2910"]),
}
# De cada invitado: todo lo que se escribe de él, y nada más.
INVITADOS: dict[str, list[dict[str, str]]] = {
    "ACT-1": [],
    "ACT-2": [
        {"nombre": "Cristian Taboada", "actor": "SSM"},
        {"nombre": "Anna Ochoa", "actor": "SSM"},
    ],
    "ACT-3": [
        {
            "nombre": "Luis Ernesto Vargas Silva",
            "actor": "CIDH",
            "cargo": "Relator sobre los Derechos de los Migrantes Comisionado",
        },
        {
            "nombre": "Alvaro Botero",
            "actor": "CIDH",
            "cargo": "experto en temas migratorios de la CIDH",
        },
    ],
    "ACT-4": [{"nombre": "Beatriz Piñeres", "actor": "CIM", "estado": "por_confirmar"}],
    "ACT-5": [{"nombre": "Victor Giorgi", "actor": "IIN", "estado": "por_confirmar"}],
    "ACT-6": [],
}
MESES = {"ENERO": "01", "FEBRERO": "02", "MARZO": "03", "ABRIL": "04", "MAYO": "05"}


# --- Lectura de los datos -------------------------------------------------------------------


def fuente(archivo: str) -> str:
    return (DATOS / f"{archivo}.yaml").read_text(encoding="utf-8")


@cache
def datos(archivo: str) -> Registro:
    leido = yaml.load(fuente(archivo), Loader=yaml.BaseLoader)  # noqa: S506 - todo sale texto
    assert isinstance(leido, dict)
    return leido


def registros(archivo: str) -> dict[str, Registro]:
    """Los registros del archivo por su id, en su orden."""
    lista: list[Registro] = datos(archivo)[LISTAS[archivo]]
    por_id = {registro["id"]: registro for registro in lista}
    assert len(por_id) == len(lista), "hay un id repetido"
    return por_id


def todos_los_registros() -> Iterator[tuple[str, Registro]]:
    for archivo in LISTAS:
        for registro in registros(archivo).values():
            yield archivo, registro


def textos_de(valor: object) -> Iterator[str]:
    """Cada texto de un valor, claves aparte."""
    if isinstance(valor, dict):
        for hijo in valor.values():
            yield from textos_de(hijo)
    elif isinstance(valor, list):
        for hijo in valor:
            yield from textos_de(hijo)
    else:
        assert isinstance(valor, str)
        yield valor


def citas() -> dict[tuple[str, str], str]:
    return {
        (actor, enlace["id"]): enlace["cita"]
        for actor, registro in registros("actores").items()
        for enlace in registro.get("objetivos", [])
    }


# --- Lectura del documento ------------------------------------------------------------------


def plegar(texto: str) -> str:
    """El texto con cada tramo de espacio en blanco (también U+00A0) hecho un espacio."""
    return " ".join(texto.split())


@cache
def documento() -> str:
    return DOCUMENTO.read_text(encoding="utf-8")


@cache
def documento_plegado() -> str:
    return plegar(documento())


def apartado(desde: str, hasta: str | None) -> str:
    """Lo que hay en el documento entre dos rótulos; cada uno está una sola vez."""
    texto = documento()
    for rotulo in (desde, hasta):
        assert rotulo is None or texto.count(rotulo) == 1, rotulo
    cola = texto.partition(desde)[2]
    if hasta is None:
        return cola
    assert hasta in cola, hasta
    return cola.partition(hasta)[0]


def puntos(texto: str, marca: str) -> list[tuple[str, str]]:
    """Los puntos de una lista, enteros: (marca, párrafo hasta el punto siguiente)."""
    partes = re.split(rf"^[ \t]*({marca})", texto, flags=re.MULTILINE)
    assert not partes[0].strip(), f"texto antes del primer punto: {partes[0]!r}"
    return [
        (plegar(rotulo), plegar(cuerpo))
        for rotulo, cuerpo in zip(partes[1::2], partes[2::2], strict=True)
    ]


@cache
def objetivos_del_documento() -> dict[str, str]:
    generales = apartado("A. Objetivos generales", "B. Objetivos específicos")
    especificos = apartado("B. Objetivos específicos", "Entre las instituciones")
    return {
        f"{grupo}{numero.rstrip('.')}": texto
        for grupo, lista in (("A", generales), ("B", especificos))
        for numero, texto in puntos(lista, r"\d+\.")
    }


@cache
def mandatos_del_documento() -> dict[str, str]:
    lista = apartado("mediante las siguientes resoluciones:", "ACTORES DEL PROGRAMA")
    return {numero.rstrip("."): texto for numero, texto in puntos(lista, r"[IVX]+\.")}


@cache
def instituciones_del_documento() -> list[str]:
    """Los párrafos de las instituciones por invitar, y el de las delegaciones."""
    lista = apartado("a ser invitados por la Vicepresidencia se destacan:", "MANDATOS:")
    return [plegar(linea.lstrip("·")) for linea in lista.splitlines() if linea.strip()]


@cache
def actividades_del_documento() -> list[tuple[str, str]]:
    """Las filas del calendario: (fecha ISO, texto sin el número que llevan las dos primeras)."""
    filas = puntos(apartado("ACTIVIDAD\n", None), r"[A-Z]+\s+[–-]\s+\d{4}")
    return [
        (f"{rotulo.split()[2]}-{MESES[rotulo.split()[0]]}", re.sub(r"^\d+\. ", "", texto))
        for rotulo, texto in filas
    ]


# --- Cuántos hay y cómo se llaman -----------------------------------------------------------


def test_los_cuatro_archivos_y_nada_mas() -> None:
    assert {ruta.name for ruta in DATOS.glob("*.y*ml")} == {f"{nombre}.yaml" for nombre in LISTAS}


@pytest.mark.parametrize("archivo", LISTAS)
def test_estan_todos_los_registros_en_su_orden(archivo: str) -> None:
    assert list(registros(archivo)) == IDS[archivo]


def test_cada_archivo_tiene_sus_apartados() -> None:
    assert {archivo: list(datos(archivo)) for archivo in LISTAS} == {
        "objetivos": ["programa", "grupos", "objetivos"],
        "mandatos": ["mandatos"],
        "actores": ["categorias", "actores"],
        "calendario": ["plan", "actividades"],
    }


@pytest.mark.parametrize("archivo", LISTAS)
def test_cada_registro_tiene_sus_claves_y_ninguna_que_el_documento_no_llene(archivo: str) -> None:
    for id_, registro in registros(archivo).items():
        assert OBLIGATORIAS[archivo] <= set(registro) <= CLAVES[archivo], id_


def test_ningun_valor_queda_vacio() -> None:
    for archivo in LISTAS:
        assert all(texto.strip() for texto in textos_de(datos(archivo)))


# --- Objetivos ------------------------------------------------------------------------------


def test_el_documento_tiene_tres_objetivos_generales_y_doce_especificos() -> None:
    assert list(objetivos_del_documento()) == IDS["objetivos"]


@pytest.mark.parametrize("id_", IDS["objetivos"])
def test_el_texto_del_objetivo_es_el_parrafo_entero(id_: str) -> None:
    assert registros("objetivos")[id_]["texto"] == objetivos_del_documento()[id_]


def test_el_programa_lleva_el_titulo_de_la_resolucion_que_lo_adopta() -> None:
    programa = datos("objetivos")["programa"]
    assert programa["titulo"] == registros("mandatos")["AG-2883"]["titulo"]
    assert programa["mandato"] == "AG-2883"


def test_la_nota_del_programa_dice_los_dos_nombres_que_le_da_el_documento() -> None:
    nota = datos("objetivos")["programa"]["nota"]
    assert "«para la Promoción de…»" in nota
    assert "«para la Promoción y Protección de…»" in nota


def test_los_grupos_son_los_del_documento() -> None:
    grupos = datos("objetivos")["grupos"]
    assert grupos == {"A": "Objetivos generales", "B": "Objetivos específicos"}
    for letra, titulo in grupos.items():
        assert f"\n{letra}. {titulo}\n" in documento()


# --- Mandatos -------------------------------------------------------------------------------

# Cómo escribe el documento cada resolución; con los datos se rehace la línea entera.
LINEAS_DE_MANDATOS = {
    "AG-2738": (
        "I",
        "{resolucion} “{titulo}”, párrafos resolutivos {desde} a {hasta}: Español - English",
    ),
    "AG-2883": (
        "II",
        "{resolucion} “{titulo}”, párrafos resolutivos {desde} a {hasta}: Español - English",
    ),
    "AG-2910": (
        "III",
        "{resolucion} {titulo}. Párrafos resolutivos, {desde}-{hasta}. Español - English",
    ),
    # A la sección le falta la comilla de cierre.
    "AG-2916": (
        "IV",
        (
            "{resolucion} {titulo}. “{seccion}. "
            "Párrafos resolutivos, {desde}-{hasta}: Español - English"
        ),
    ),
}


def test_el_documento_enumera_cuatro_resoluciones() -> None:
    assert list(mandatos_del_documento()) == ["I", "II", "III", "IV"]


@pytest.mark.parametrize("id_", IDS["mandatos"])
def test_con_el_mandato_se_rehace_su_linea_del_documento(id_: str) -> None:
    mandato = registros("mandatos")[id_]
    numero, linea = LINEAS_DE_MANDATOS[id_]
    desde, hasta = mandato["parrafos"].split("-")
    rehecha = linea.format(**mandato, desde=desde, hasta=hasta)
    assert rehecha == mandatos_del_documento()[numero]


@pytest.mark.parametrize("id_", IDS["mandatos"])
def test_el_id_del_mandato_es_el_numero_de_la_resolucion(id_: str) -> None:
    mandato = registros("mandatos")[id_]
    assert mandato["organo"] == "AG"
    assert mandato["resolucion"].startswith(f"AG/RES. {id_.removeprefix('AG-')} (")


def test_los_parrafos_de_cada_mandato() -> None:
    parrafos = {id_: mandato["parrafos"] for id_, mandato in registros("mandatos").items()}
    assert parrafos == {"AG-2738": "1-3", "AG-2883": "1-3", "AG-2910": "1-20", "AG-2916": "26-33"}


def test_solo_la_2916_tiene_seccion() -> None:
    con_seccion = [id_ for id_, mandato in registros("mandatos").items() if "seccion" in mandato]
    assert con_seccion == ["AG-2916"]


# --- Actores --------------------------------------------------------------------------------


def test_los_nombres_son_los_del_documento() -> None:
    nombres = {id_: actor["nombre"] for id_, actor in registros("actores").items()}
    assert nombres == {
        "CAM": "Comisión de Asuntos Migratorios",
        "CIDH": "Comisión Interamericana de Derechos Humanos",
        "CIM": "Comisión Interamericana de las Mujeres",
        "IIN": "Instituto Interamericano del Niño, la Niña y Adolescentes",
        "SSM": "Secretaría de Seguridad Multidimensional",
        "EM": "Estados Miembros de la OEA",
        "CIDI": "Consejo Interamericano para el Desarrollo Integral",
        "SADyE": "Secretaría de Acceso a Derechos y Equidad",
        "AG": "Asamblea General",
    }
    for nombre in nombres.values():
        assert nombre in documento_plegado()


@pytest.mark.parametrize("id_", ["CAM", "CIDH", "CIM", "SSM", "CIDI"])
def test_la_sigla_es_la_que_el_documento_pone_al_nombre(id_: str) -> None:
    assert f"{registros('actores')[id_]['nombre']} ({id_})" in documento_plegado()


def test_el_iin_se_encuentra_por_las_dos_siglas_del_documento() -> None:
    iin = registros("actores")["IIN"]
    assert f"{iin['nombre']} (INNA)" in documento_plegado()
    assert f"{iin['nombre']} (IIN)" in documento_plegado()
    assert "INNA" in iin["alias"]
    assert "INNA" in iin["nota"]


def test_ids_y_alias_de_los_actores_no_se_confunden() -> None:
    def comparable(texto: str) -> str:
        sin_tildes = unicodedata.normalize("NFKD", texto.casefold())
        return "".join(letra for letra in sin_tildes if letra.isalnum())

    nombres = [
        comparable(nombre)
        for id_, actor in registros("actores").items()
        for nombre in (id_, actor["nombre"], *actor.get("alias", []))
    ]
    assert len(nombres) == len(set(nombres))


@pytest.mark.parametrize("numero", range(5))
def test_funcion_y_mision_suman_el_parrafo_entero(numero: int) -> None:
    actor = registros("actores")[["SSM", "CIDH", "CIM", "IIN", "EM"][numero]]
    partes = [actor[clave] for clave in ("funcion", "mision") if clave in actor]
    assert " ".join(partes) == instituciones_del_documento()[numero]


def test_el_documento_dedica_un_parrafo_a_cuatro_instituciones_y_a_las_delegaciones() -> None:
    assert len(instituciones_del_documento()) == 5


def test_quien_tiene_funcion_y_quien_mision() -> None:
    actores = registros("actores").items()
    assert {id_ for id_, actor in actores if "funcion" in actor} == {"SSM", "CIDH", "CIM", "IIN"}
    assert {id_ for id_, actor in actores if "mision" in actor} == {
        "SSM", "CIDH", "CIM", "IIN", "EM", "CAM",
    }  # fmt: skip


def test_la_mision_de_la_comision_es_el_primer_parrafo_de_la_introduccion() -> None:
    introduccion = apartado("INTRODUCCIÓN:", "Las tareas de la Vicepresidencia")
    assert registros("actores")["CAM"]["mision"] == plegar(introduccion)


def test_los_enlaces_con_los_objetivos_son_los_estrictos() -> None:
    assert set(citas()) == set(ENLACES)


@pytest.mark.parametrize("enlace", ENLACES, ids="-".join)
def test_la_cita_esta_en_la_mision_o_en_la_funcion_de_su_actor(enlace: tuple[str, str]) -> None:
    cita = citas()[enlace]
    actor = registros("actores")[enlace[0]]
    principio, final = ENLACES[enlace]
    assert cita.startswith(principio)
    assert cita.endswith(final)
    assert cita in actor["mision"] or cita in actor["funcion"]


def test_solo_la_cim_es_transversal_y_solo_los_estados_miembros_colectivo() -> None:
    actores = registros("actores").items()
    assert {id_: a["transversal"] for id_, a in actores if "transversal" in a} == {"CIM": "true"}
    assert {id_: a["colectivo"] for id_, a in actores if "colectivo" in a} == {"EM": "true"}
    assert "perspectiva de género" in registros("actores")["CIM"]["mision"]


def test_las_categorias_y_sus_actores_son_los_de_la_lista_del_documento() -> None:
    lista = apartado("ESPECÍFICAS SUGERIDAS POR LA VICEPRESIDENCIA:", "CALENDARIO DE ACTIVIDADES")
    categorias = datos("actores")["categorias"]
    assert list(categorias) == ["A", "B", "C"]
    del_documento: dict[str, list[str]] = {}
    for letra, cuerpo in puntos(lista, r"[A-Z]\)"):
        categoria = letra.rstrip(")")
        assert cuerpo.startswith(categorias[categoria])
        del_documento[categoria] = re.findall(r"\(([A-Z]+)\)", cuerpo)
    # La categoría C es, toda ella, un actor colectivo.
    assert categorias["C"] == registros("actores")["EM"]["nombre"]
    assert del_documento == {"A": ["CAM", "CIDH"], "B": ["CIM", "IIN"], "C": []}
    assert {id_: a["categoria"] for id_, a in registros("actores").items() if "categoria" in a} == {
        "CAM": "A", "CIDH": "A", "CIM": "B", "IIN": "B", "EM": "C",
    }  # fmt: skip


def test_los_titulos_de_las_categorias() -> None:
    # El documento añade a la primera «mencionados en este Programa», y a la segunda dos puntos.
    assert datos("actores")["categorias"] == {
        "A": "Órganos, organismos y entidades de la OEA y del sistema interamericano",
        "B": "Organismos especializados",
        "C": "Estados Miembros de la OEA",
    }


@pytest.mark.parametrize("id_", ["SSM", "CIDI", "SADyE", "AG"])
def test_una_nota_explica_que_el_actor_no_tenga_categoria(id_: str) -> None:
    actor = registros("actores")[id_]
    assert "categoria" not in actor
    assert actor["nota"].startswith("Sin categoría: ")


# --- El plan --------------------------------------------------------------------------------


def test_el_texto_del_plan_es_el_titulo_entero_y_el_titulo_lo_corrige() -> None:
    plan = datos("calendario")["plan"]
    assert plan["texto"] == plegar(documento().partition("PERIODO 2018")[0])
    assert plan["texto"].count("VICEPREDENCIA") == 1
    assert plan["titulo"].upper() == plan["texto"].replace("VICEPREDENCIA", "VICEPRESIDENCIA")
    assert "Vicepresidencia" in plan["titulo"]


def test_los_datos_del_plan() -> None:
    plan = dict(datos("calendario")["plan"])
    del plan["titulo"], plan["texto"]
    assert plan == {
        "periodo": "2018-2019",
        "comision": "CAM",
        "presenta": "Vicepresidencia de la CAM",
        "apoyo": ["SADyE"],
        "mandatos": IDS["mandatos"],
        "zona_horaria": "America/New_York",
    }


def test_quien_presenta_el_plan_y_con_que_apoyo() -> None:
    plan = datos("calendario")["plan"]
    presenta = plan["presenta"]
    apoyo = registros("actores")[plan["apoyo"][0]]["nombre"]
    # Solo en este renglón escribe el documento «Vice-Presidencia».
    con_guion = presenta.replace("Vicepresidencia", "Vice-Presidencia")
    assert f"(Presentado por la {con_guion} con apoyo técnico de la {apoyo})" in documento_plegado()
    assert presenta in documento_plegado()
    assert "PERIODO 2018 – 2019" in documento_plegado()


# --- Actividades ----------------------------------------------------------------------------


def test_el_documento_tiene_seis_actividades() -> None:
    assert len(actividades_del_documento()) == 6


@pytest.mark.parametrize("id_", IDS["calendario"])
def test_la_actividad_es_la_fila_entera_del_calendario(id_: str) -> None:
    actividad = registros("calendario")[id_]
    fila = actividades_del_documento()[IDS["calendario"].index(id_)]
    assert (actividad["fecha"], actividad["texto"]) == fila


@pytest.mark.parametrize("id_", ACTIVIDADES)
def test_fecha_tipo_actores_objetivos_y_mandatos(id_: str) -> None:
    actividad = registros("calendario")[id_]
    fecha, tipo, actores, objetivos, mandatos = ACTIVIDADES[id_]
    assert actividad["fecha"] == fecha
    assert actividad["tipo"] == tipo
    assert actividad["actores"] == actores
    assert actividad.get("objetivos") == objetivos
    assert actividad.get("mandatos") == mandatos


@pytest.mark.parametrize("id_", INVITADOS)
def test_los_invitados_con_su_actor_cargo_y_estado(id_: str) -> None:
    actividad = registros("calendario")[id_]
    assert actividad.get("invitados", []) == INVITADOS[id_]
    for invitado in INVITADOS[id_]:
        assert invitado["nombre"] in actividad["texto"]
        assert invitado["actor"] in actividad["actores"]
        assert invitado.get("cargo", "") in actividad["texto"]
        # Está por confirmar quien lleva detrás «o TBD», y nadie más.
        o_otro = f"{invitado['nombre']} o TBD" in actividad["texto"]
        assert (invitado.get("estado") == "por_confirmar") == o_otro


@pytest.mark.parametrize("id_", ["ACT-4", "ACT-5"])
def test_la_nota_recuerda_que_puede_venir_otra_persona(id_: str) -> None:
    assert "«o TBD»" in registros("calendario")[id_]["nota"]


# --- Textos oficiales y títulos -------------------------------------------------------------


def textos_oficiales() -> list[str]:
    registro_del_plan: Registro = datos("calendario")["plan"]
    oficiales: list[str] = [registro_del_plan["texto"], datos("objetivos")["programa"]["titulo"]]
    for archivo, registro in todos_los_registros():
        claves = ["texto", "funcion", "mision", "seccion"]
        if archivo == "mandatos":
            claves += ["titulo", "resolucion"]
        oficiales += [registro[clave] for clave in claves if clave in registro]
    return [*oficiales, *citas().values()]


def test_cada_texto_oficial_esta_palabra_por_palabra_en_el_documento() -> None:
    # Plan y Programa; 15 objetivos y 6 actividades; 4 funciones y 6 misiones; 1 sección;
    # título y número de 4 mandatos; 5 citas.
    oficiales = textos_oficiales()
    assert len(oficiales) == 2 + 21 + 10 + 1 + 8 + 5
    assert [texto for texto in oficiales if texto not in documento_plegado()] == []


def test_cada_texto_de_los_datos_es_un_solo_parrafo_sin_espacios_de_mas() -> None:
    for archivo in LISTAS:
        for texto in textos_de(datos(archivo)):
            assert texto == plegar(texto)
            assert unicodedata.is_normalized("NFC", texto)


@pytest.mark.parametrize("archivo", ["objetivos", "calendario"])
def test_los_titulos_son_breves_y_limpios(archivo: str) -> None:
    titulos = [registro["titulo"] for registro in registros(archivo).values()]
    assert len(titulos) == len(set(titulos))
    for titulo in titulos:
        assert 0 < len(titulo) <= 70, titulo
        assert "\n" not in titulo
        assert "  " not in titulo
        assert titulo[0].isupper(), titulo
        assert not titulo.endswith((".", ";", ":", ",")), titulo


# --- Referencias y cobertura ----------------------------------------------------------------


def test_todo_lo_que_se_cita_existe() -> None:
    actores, mandatos, objetivos = (
        set(IDS["actores"]), set(IDS["mandatos"]), set(IDS["objetivos"]),
    )  # fmt: skip
    assert {objetivo for _, objetivo in citas()} <= objetivos
    assert {id_[0] for id_ in objetivos} == set(datos("objetivos")["grupos"])
    assert {mandato["organo"] for mandato in registros("mandatos").values()} <= actores
    plan = datos("calendario")["plan"]
    assert {plan["comision"], *plan["apoyo"]} <= actores
    assert set(plan["mandatos"]) <= mandatos
    for actividad in registros("calendario").values():
        assert set(actividad["actores"]) <= actores
        assert set(actividad.get("mandatos", [])) <= mandatos


def test_por_la_mision_de_los_actores_quedan_diez_objetivos_sin_sesion() -> None:
    presentes = {
        actor
        for actividad in registros("calendario").values()
        if actividad["tipo"] in {"informal", "formal"}
        for actor in actividad["actores"]
    }
    cubiertos = {objetivo for actor, objetivo in citas() if actor in presentes}
    assert [id_ for id_ in IDS["objetivos"] if id_ not in cubiertos] == SIN_SESION


# --- La forma de los archivos ---------------------------------------------------------------


def como_texto(valor: object) -> object:
    """El valor con los booleanos escritos; cualquier otra cosa que no sea texto es un fallo."""
    if isinstance(valor, dict):
        return {como_texto(clave): como_texto(hijo) for clave, hijo in valor.items()}
    if isinstance(valor, list):
        return [como_texto(hijo) for hijo in valor]
    if isinstance(valor, bool):
        return str(valor).lower()
    assert isinstance(valor, str), repr(valor)
    return valor


@pytest.mark.parametrize("archivo", LISTAS)
def test_otro_lector_de_yaml_lee_lo_mismo(archivo: str) -> None:
    assert como_texto(yaml.safe_load(fuente(archivo))) == datos(archivo)


@pytest.mark.parametrize("archivo", LISTAS)
def test_ni_anclas_ni_alias_ni_etiquetas_ni_claves_repetidas(archivo: str) -> None:
    for suceso in yaml.parse(fuente(archivo), Loader=yaml.SafeLoader):
        assert getattr(suceso, "anchor", None) is None
        assert getattr(suceso, "tag", None) is None
    pendientes = [yaml.compose(fuente(archivo), Loader=yaml.SafeLoader)]
    while pendientes:
        nodo = pendientes.pop()
        if isinstance(nodo, yaml.MappingNode):
            claves = [clave.value for clave, _ in nodo.value]
            assert len(claves) == len(set(claves)), claves
            pendientes += [valor for _, valor in nodo.value]
        elif isinstance(nodo, yaml.SequenceNode):
            pendientes += nodo.value


@pytest.mark.parametrize("archivo", LISTAS)
def test_el_archivo_esta_limpio(archivo: str) -> None:
    octetos = (DATOS / f"{archivo}.yaml").read_bytes()
    assert not octetos.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in octetos
    assert b"\t" not in octetos
    assert octetos.endswith(b"\n")
    assert not octetos.endswith(b"\n\n")
    for linea in octetos.decode("utf-8").split("\n"):
        assert linea == linea.rstrip(), linea
        assert len(linea) <= 100, linea
        assert "\u00a0" not in linea, linea


def cabecera(archivo: str) -> list[str]:
    lineas = []
    # La primera línea es para el editor: le dice dónde está el esquema.
    for linea in fuente(archivo).splitlines()[1:]:
        if not linea.startswith("#"):
            break
        lineas.append(linea)
    return lineas


@pytest.mark.parametrize("archivo", LISTAS)
def test_la_cabecera_explica_el_archivo(archivo: str) -> None:
    lineas = cabecera(archivo)
    assert 10 <= len(lineas) <= 25
    assert lineas[0].startswith(f"# {archivo.upper()}: ")
    assert "`camctl validar`" in lineas[-1]


@pytest.mark.parametrize("archivo", LISTAS)
def test_el_ejemplo_de_la_cabecera_se_puede_copiar_al_final(archivo: str) -> None:
    lineas = cabecera(archivo)
    principio = next(n for n, linea in enumerate(lineas) if linea.startswith("#   - id: "))
    final = lineas.index("#", principio)
    ejemplo = "\n".join(linea.removeprefix("# ") for linea in lineas[principio:final])
    ampliado = yaml.safe_load(f"{fuente(archivo)}\n{ejemplo}\n")
    nuevo = ampliado[LISTAS[archivo]].pop()
    # Lo demás queda como estaba, y lo nuevo es un registro con un id que no había.
    assert como_texto(ampliado) == datos(archivo)
    assert nuevo["id"] not in IDS[archivo]
    assert OBLIGATORIAS[archivo] - {"texto"} <= set(nuevo) <= CLAVES[archivo] | {"hora"}
    for enlace in nuevo.get("objetivos", []):
        assert enlace["cita"] in nuevo["mision"]
