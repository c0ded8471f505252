"""Arreglar en memoria: lo seguro se hace una vez, y nada de lo demás cambia."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camctl.carga import Carga, cargar
from camctl.diagnostico import Arreglo, Diagnostico, Gravedad, Lugar
from camctl.edicion import arreglos
from camctl.edicion.arreglos import EmpeoraElPlan, corregir, empalmar
from camctl.fuentes import ARCHIVOS
from camctl.fuentes.memoria import Memoria
from camctl.lectura import leer
from camctl.reglas.motor import diagnosticar

DATOS = Path(__file__).resolve().parents[2] / "data"
REALES = {archivo: (DATOS / archivo).read_text(encoding="utf-8") for archivo in ARCHIVOS}
EN_BYTES = {archivo: texto.encode() for archivo, texto in REALES.items()}

# Lo que se escribe mal, y a veces no tiene un solo arreglo: (archivo, lo que dice, lo que pone).
DESLICES = [
    ("calendario.yaml", "fecha: 2019-03\n", "fecha: marzo de 2019\n"),
    ("calendario.yaml", "fecha: 2019-03\n", "fecha: 14/3/2091\n"),
    ("calendario.yaml", "fecha: 2019-02\n", "fecha: 3/4/2019\n    hasta: 2019-02-01\n"),
    ("calendario.yaml", "fecha: 2019-04\n", "fecha: 9/4/2019\n    hora: 10h00\n"),
    ("calendario.yaml", "fecha: 2019-04\n", "fecha: 2019/4\n    hora: de 10 h a 9 h\n"),
    ("calendario.yaml", "tipo: formal", "tipo: Sesión formal"),
    ("calendario.yaml", "tipo: informal", "Tipo: INFORMAL  # así"),
    ("calendario.yaml", "estado: por_confirmar", "estado: Por confirmar"),
    ("calendario.yaml", "actores: [CAM, IIN]", "actores: cam, INNA"),
    ("calendario.yaml", "actores: [CAM, CIM]", "actores: CAM, NADIE"),
    ("calendario.yaml", "mandatos: [AG-2883,", "mandatos: [ag2883, {id: AG-2910, p: 1},"),
    ("calendario.yaml", "titulo: Sesión informal con la CIM", "titulo: Sesión  con la CIM."),
    ("calendario.yaml", "periodo: 2018-2019", "periodo: 2030"),
    ("actores.yaml", "transversal: true", "transversal: VERDADERO"),
    ("actores.yaml", "alias: [INNA, IIN-OEA]", "alias: INNA, IIN-OEA"),
    ("actores.yaml", "categoria: C", "Categoría: C"),
    ("actores.yaml", "  - id: EM\n", "  - id: EM\n    id: EMS\n"),
    ("mandatos.yaml", "parrafos: 1-20", "parrafos: 1 a 20"),
    ("mandatos.yaml", "organo: AG\n", "Órgano: a.g.\n"),
    ("objetivos.yaml", "titulo: Programas de", "Título: Programas  de"),
    ("objetivos.yaml", "grupos:", "Grupos: [x"),
]  # fmt: skip


def estropeados(cuales: set[int]) -> Memoria:
    archivos = dict(REALES)
    for cual in sorted(cuales):
        archivo, bien, mal = DESLICES[cual]
        archivos[archivo] = archivos[archivo].replace(bien, mal)
    return Memoria({nombre: texto.encode() for nombre, texto in archivos.items()})


def errores(fuente: Memoria, letras: str = "LMRCE") -> list[Diagnostico]:
    hallados = diagnosticar(cargar(fuente))
    return [u for u in hallados if u.gravedad is Gravedad.ERROR and u.codigo[0] in letras]


def comentarios(contenido: bytes) -> list[str]:
    return [linea.partition("# ")[2] for linea in contenido.decode().splitlines() if "# " in linea]


def test_todos_los_deslices_se_ven() -> None:
    for cual in range(len(DESLICES)):
        assert diagnosticar(cargar(estropeados({cual}))) != (), DESLICES[cual]


@given(st.sets(st.integers(0, len(DESLICES) - 1)))
def test_corregir_acaba_y_no_deja_nada_seguro_por_hacer(cuales: set[int]) -> None:
    fuente = estropeados(cuales)
    correccion = corregir(fuente)
    despues = Memoria({**correccion.originales, **correccion.archivos})
    assert tuple(correccion.quedan) == diagnosticar(cargar(despues))
    # Hacerlo otra vez no cambia nada, y lo que no se podía leer no es más que antes.
    assert corregir(despues).archivos == {}
    assert len(errores(despues, "LM")) <= len(errores(fuente, "LM"))
    for archivo in ARCHIVOS:
        antes, ahora = fuente.leer(archivo), despues.leer(archivo)
        assert (archivo in correccion.archivos) == (antes != ahora)
        assert antes.count(b"\n") == ahora.count(b"\n")
        assert comentarios(antes) == comentarios(ahora)


def test_de_dos_que_se_pisan_se_hace_el_primero() -> None:
    mapa = leer(b"a: uno dos\nb: tres\n", "x.yaml").mapa
    todo, parte = Lugar("x.yaml", 1, 4, 1, 11), Lugar("x.yaml", 1, 8, 1, 11)
    otro = Lugar("x.yaml", 2, 4, 2, 8)
    texto, hechos = empalmar(
        mapa,
        [Arreglo(lugar, n, seguro=True) for lugar, n in ((otro, "3"), (parte, "2"), (todo, "1"))],
    )
    assert texto == "a: 1\nb: 3\n"
    assert [(uno.arreglo.lugar, texto[uno.inicio]) for uno in hechos] == [(todo, "1"), (otro, "3")]


def con_este_arreglo(
    monkeypatch: pytest.MonkeyPatch, archivo: str, ruta: tuple[str | int, ...], texto: str
) -> None:
    """Todo hallazgo propone, por seguro, escribir `texto` en esa ruta."""

    def hallar(carga: Carga) -> tuple[Diagnostico, ...]:
        lugar = carga.mapas[archivo].lugar_de(ruta)
        malo = Arreglo(lugar, texto, seguro=True)
        return tuple(uno._replace(arreglos=(malo,)) for uno in diagnosticar(carga))

    monkeypatch.setattr(arreglos, "diagnosticar", hallar)


@pytest.mark.parametrize("texto", ["x\n    no: y", '"abierta', "[x", "x: y", "*x", "- x"])
def test_un_arreglo_que_estropea_su_sitio_no_se_hace(
    monkeypatch: pytest.MonkeyPatch, texto: str
) -> None:
    con_este_arreglo(monkeypatch, "calendario.yaml", ("actividades", 3, "titulo"), texto)
    correccion = corregir(estropeados({11}))
    assert correccion.archivos == {}
    assert correccion.remediados == ()


def test_un_arreglo_que_estropea_otra_cosa_es_un_fallo(monkeypatch: pytest.MonkeyPatch) -> None:
    # Nadie propone uno así; quien lo haga no ha de estropear los datos de nadie.
    con_este_arreglo(monkeypatch, "actores.yaml", ("actores", 3, "id"), "IIX")
    with pytest.raises(EmpeoraElPlan, match="R302"):
        corregir(estropeados({11}))


@pytest.mark.parametrize(
    "escrito",
    [
        ">-\n      Sesión  informal\n      con la CIM.",
        "|\n      Sesión informal\n      con la CIM.",
        "Sesión  informal\n      con la CIM.",
        '"Sesión  informal\n      con la CIM."',
    ],
)
def test_un_titulo_de_varias_lineas_pasa_a_una(escrito: str) -> None:
    bueno = REALES["calendario.yaml"]
    malo = bueno.replace(
        "titulo: Sesión informal con la CIM\n", f"titulo: {escrito}\n    # Un comentario.\n"
    )
    correccion = corregir(Memoria({**EN_BYTES, "calendario.yaml": malo.encode()}))
    assert correccion.archivos["calendario.yaml"].decode() == bueno.replace(
        "titulo: Sesión informal con la CIM\n",
        "titulo: Sesión informal con la CIM\n    # Un comentario.\n",
    )
    assert not correccion.quedan


def test_lo_que_no_cabe_en_una_linea_se_deja() -> None:
    malo = REALES["objetivos.yaml"].replace("Promoción y Protección", "Promoción  y Protección", 1)
    correccion = corregir(Memoria({**EN_BYTES, "objetivos.yaml": malo.encode()}))
    assert not correccion.archivos
    assert [uno.codigo for uno in correccion.quedan] == ["E503"]


def test_el_error_que_ya_habia_bajo_unas_lineas_que_se_juntan_no_es_nuevo() -> None:
    malo = (
        REALES["calendario.yaml"]
        .replace("titulo: Sesión informal con la CIM\n", "titulo: |\n      Sesión\n      CIM.\n")
        .replace("actores: [CAM, CIDI]", "actores: [cam, NADIE]")
    )
    correccion = corregir(Memoria({**EN_BYTES, "calendario.yaml": malo.encode()}))
    quedo = correccion.archivos["calendario.yaml"].decode()
    assert "titulo: Sesión CIM\n" in quedo
    assert "actores: [CAM, NADIE]" in quedo
