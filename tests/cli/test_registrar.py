"""`camctl registrar`: lo que cambia en el archivo, y nada más; y lo que no se deja hacer."""

import shutil
from difflib import unified_diff
from pathlib import Path

import pytest

from .conftest import DATOS, Camctl

AHORA = "2019-02-11T10:30Z"


@pytest.fixture(autouse=True)
def reloj(monkeypatch: pytest.MonkeyPatch) -> None:
    """Las once y media de la mañana de un lunes, en hora universal."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1549881000")


@pytest.fixture(params=["", "\r\n"], ids=["unix", "windows"])
def plan(request: pytest.FixtureRequest, datos: Path) -> Path:
    """La copia de `data/`; también con marca inicial y finales de Windows."""
    if request.param:
        for archivo in datos.glob("*.yaml"):
            contenido = archivo.read_bytes().replace(b"\n", b"\r\n")
            archivo.write_bytes(b"\xef\xbb\xbf" + contenido)
    return datos


def cambiadas(datos: Path, archivo: str = "calendario.yaml") -> list[str]:
    """Las líneas que ya no son las de `data/`, como las da `diff`, sin su contexto."""
    antes, despues = ((carpeta / archivo).read_bytes() for carpeta in (DATOS, datos))
    if b"\r\n" in despues:
        antes = b"\xef\xbb\xbf" + antes.replace(b"\n", b"\r\n")
    viejas, nuevas = (uno.decode("utf-8-sig").split("\n") for uno in (antes, despues))
    diferencia = [*unified_diff(viejas, nuevas, n=0, lineterm="")][2:]
    return [linea.rstrip("\r") for linea in diferencia if not linea.startswith("@@")]


ACTUALIZADO = f"+    actualizado: {AHORA}"
EN_PLAN = "Escrito: data/calendario.yaml\n"

CASOS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "fijar el día no es mover": (
        ["act4", "--fecha", "14/3/2019"],
        ["-    fecha: 2019-03", "+    fecha: 2019-03-14", ACTUALIZADO],
        ["ACT-4: fecha, de marzo de 2019 a 14 de marzo de 2019"],
    ),
    "un mes sin año es el más cercano": (
        ["ACT-4", "--fecha", "20 de marzo"],
        ["-    fecha: 2019-03", "+    fecha: 2019-03-20", ACTUALIZADO],
        ["ACT-4: fecha, de marzo de 2019 a 20 de marzo de 2019"],
    ),
    "mover guarda la fecha adoptada": (
        ["ACT-6", "--fecha", "junio", "--motivo", "A petición del CIDI: no hay sala."],
        [
            "-    fecha: 2019-04",
            "+    fecha: 2019-06",
            "+    fecha_prevista: 2019-04",
            '+    motivo: "A petición del CIDI: no hay sala."',
            ACTUALIZADO,
        ],
        [
            "ACT-6: fecha, de abril de 2019 a junio de 2019",
            "ACT-6: fecha prevista, abril de 2019",
            "ACT-6: motivo, «A petición del CIDI: no hay sala.»",
        ],
    ),
    "hora, lugar y varios días": (
        [
            *("ACT-5", "--fecha", "2019-03-14", "--hasta", "15/3/2019"),
            *("--hora", "9:00 - 13:00", "--lugar", "Salón #2"),
        ],
        [
            "-    fecha: 2019-03",
            "+    fecha: 2019-03-14",
            "+    hasta: 2019-03-15",
            '+    hora: "09:00-13:00"',
            '+    lugar: "Salón #2"',
            ACTUALIZADO,
        ],
        [
            "ACT-5: fecha, de marzo de 2019 a 14 de marzo de 2019",
            "ACT-5: hasta, 15 de marzo de 2019",
            "ACT-5: hora, 09:00-13:00",
            "ACT-5: lugar, «Salón #2»",
        ],
    ),
    "aplazar con su motivo": (
        ["ACT-5", "--estado", "aplazada", "--motivo", "Sin quórum."],
        ["+    estado: aplazada", "+    motivo: Sin quórum.", ACTUALIZADO],
        ["ACT-5: estado, de propuesta a aplazada", "ACT-5: motivo, «Sin quórum.»"],
    ),
    "confirmar por una parte del nombre": (
        ["ACT-4", "--confirmar", "pineres"],
        ["-        estado: por_confirmar", "+        estado: confirmado", ACTUALIZADO],
        ["ACT-4: Beatriz Piñeres, de por confirmar a asistencia confirmada"],
    ),
    "quién asistió y quién se excusó": (
        ["ACT-2", "--asistio", "cristian", "--excusar", "Ochoa", "--estado", "Realizada"],
        [
            "+        estado: asistio",
            "+        estado: excusado",
            "+    estado: realizada",
            ACTUALIZADO,
        ],
        [
            "ACT-2: Cristian Taboada, asistió",
            "ACT-2: Anna Ochoa, se excusó",
            "ACT-2: estado, de propuesta a realizada",
        ],
    ),
    "volver a dejar por confirmar": (
        ["ACT-3", "--por-confirmar", "botero"],
        ["+        estado: por_confirmar", ACTUALIZADO],
        ["ACT-3: Alvaro Botero, por confirmar"],
    ),
    "sustituir, y confirmar a quien sustituye": (
        [
            *("ACT-5", "--sustituir", "giorgi", "Ana López", "--cargo", "Directora"),
            *("--confirmar", "lopez"),
        ],
        [
            "-      - nombre: Victor Giorgi",
            "+      - nombre: Ana López",
            "-        estado: por_confirmar",
            "+        cargo: Directora",
            "+        estado: confirmado",
            ACTUALIZADO,
        ],
        ["ACT-5: Ana López (asistencia confirmada) sustituye a Victor Giorgi"],
    ),
    "invitar": (
        [
            *("ACT-4", "--invitado", "Juan Díaz", "--invitado", "Eva Gil"),
            *("--actor", "inna", "--participa", "IIN"),
        ],
        [
            "-    actores: [CAM, CIM]",
            "+    actores: [CAM, CIM, IIN]",
            "+      - nombre: Juan Díaz",
            "+        actor: IIN",
            "+        estado: por_confirmar",
            "+      - nombre: Eva Gil",
            "+        actor: IIN",
            "+        estado: por_confirmar",
            ACTUALIZADO,
        ],
        [
            "ACT-4: actores, de CAM y CIM a CAM, CIM e IIN",
            "ACT-4: se invita a Juan Díaz (por confirmar)",
            "ACT-4: se invita a Eva Gil (por confirmar)",
        ],
    ),
    "invitar a la primera persona": (
        ["ACT-6", "--invitado", "Juan Díaz"],
        [
            "+    invitados:",
            "+      - nombre: Juan Díaz",
            "+        estado: por_confirmar",
            ACTUALIZADO,
        ],
        ["ACT-6: se invita a Juan Díaz (por confirmar)"],
    ),
    "un acuerdo": (
        [
            *("ACT-6", "--acuerdo", "Remitir los datos: antes del informe"),
            *("--responsable", "cidi", "--plazo", "mayo"),
        ],
        [
            "+    acuerdos:",
            '+      - texto: "Remitir los datos: antes del informe"',
            "+        responsable: CIDI",
            "+        plazo: 2019-05",
            ACTUALIZADO,
        ],
        ["ACT-6: acuerdo «Remitir los datos: antes del informe», nuevo"],
    ),
    "un avance": (
        [
            *("ACT-5", "--avance", "b.8", "Guía publicada en tres países."),
            *("--actor", "IIN", "--enlace", "https://ejemplo.org/guia"),
        ],
        [
            "+    avances:",
            "+      - objetivo: B8",
            "+        actor: IIN",
            "+        texto: Guía publicada en tres países.",
            "+        enlace: https://ejemplo.org/guia",
            ACTUALIZADO,
        ],
        ["ACT-5: avance sobre B8, «Guía publicada en tres países.»"],
    ),
    "un documento": (
        [
            *("ACT-1", "--documento", "Plan de trabajo", "https://ejemplo.org/plan.pdf"),
            *("--signatura", "CAM/doc.45/19"),
        ],
        [
            "+    documentos:",
            "+      - titulo: Plan de trabajo",
            "+        signatura: CAM/doc.45/19",
            "+        enlace: https://ejemplo.org/plan.pdf",
            ACTUALIZADO,
        ],
        ["ACT-1: documento «Plan de trabajo», nuevo"],
    ),
    "una nota larga se pliega como las demás": (
        [
            *("ACT-2", "--nota"),
            "La sala se pidió el lunes; si no la hay, será en la biblioteca: "
            "extraordinariamente-desproporcionada.",
        ],
        [
            "+    nota: >-",
            "+      La sala se pidió el lunes; si no la hay, será en la biblioteca:",
            "+      extraordinariamente-desproporcionada.",
            ACTUALIZADO,
        ],
        [
            "ACT-2: nota, «La sala se pidió el lunes; si no la hay, será en la biblioteca: "
            "extraordinariamente-desproporcionad…»"
        ],
    ),
    "una nota de dos párrafos en lugar de otra": (
        ["ACT-4", "--nota", "Uno.\nDos."],
        [
            "-      El documento dice «o TBD» (por determinar): puede venir otra persona en su "
            "lugar.",
            "+      Uno.",
            "+",
            "+      Dos.",
            ACTUALIZADO,
        ],
        [
            "ACT-4: nota, de «El documento dice «o TBD» (por determinar): puede venir otra persona "
            "en su lugar.» a «Uno. Dos.»"
        ],
    ),
    "un valor vacío quita lo que había": (
        ["ACT-4", "--nota", ""],
        [
            "-    nota: >-",
            "-      El documento dice «o TBD» (por determinar): puede venir otra persona en su "
            "lugar.",
            ACTUALIZADO,
        ],
        [
            "ACT-4: nota, que era «El documento dice «o TBD» (por determinar): puede venir otra "
            "persona en su lugar.», se quita"
        ],
    ),
}


@pytest.mark.parametrize("caso", CASOS)
def test_solo_cambia_lo_pedido(caso: str, camctl_: Camctl, plan: Path) -> None:
    orden, lineas, dicho = CASOS[caso]
    assert camctl_("registrar", *orden) == (0, "".join(f"{uno}\n" for uno in dicho), EN_PLAN)
    assert sorted(cambiadas(plan)) == sorted(lineas)
    for archivo in ("objetivos.yaml", "mandatos.yaml", "actores.yaml"):
        assert cambiadas(plan, archivo) == []
    assert camctl_("validar").salida.startswith("Sin errores: ")
    # Pedirlo otra vez no cambia nada, ni siquiera cuándo se cambió.
    if "--sustituir" not in orden:
        queda = (plan / "calendario.yaml").read_bytes()
        otra_vez = camctl_("registrar", *orden)
        id_ = dicho[0].partition(":")[0]
        assert otra_vez == (0, "", f"{id_} ya está así: no hay nada que cambiar.\n")
        assert (plan / "calendario.yaml").read_bytes() == queda


def test_simular_ensena_las_lineas_y_no_toca_nada(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("registrar", "act4", "--fecha", "14/3/2019", "--simular")
    assert hecho == (
        1,
        "--- data/calendario.yaml (ahora)\n"
        "+++ data/calendario.yaml (con el cambio)\n"
        "@@ -96,7 +96,7 @@\n"
        "       y comisionado), y «Alvaro» sin tilde.\n"
        " \n"
        "   - id: ACT-4\n"
        "-    fecha: 2019-03\n"
        "+    fecha: 2019-03-14\n"
        "     tipo: informal\n"
        "     titulo: Sesión informal con la CIM\n"
        "     texto: >-\n"
        "@@ -109,6 +109,7 @@\n"
        "         estado: por_confirmar\n"
        "     nota: >-\n"
        "       El documento dice «o TBD» (por determinar): puede venir otra persona en su lugar.\n"
        f"+    actualizado: {AHORA}\n"
        " \n"
        "   - id: ACT-5\n"
        "     fecha: 2019-03\n",
        "No se ha cambiado nada: era una simulación.\n",
    )
    assert cambiadas(datos) == []


def test_con_un_error_nuevo_no_se_escribe(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("registrar", "ACT-4", "--hora", "10:00")
    assert (hecho.codigo, hecho.salida) == (1, "")
    assert hecho.errores == (
        "error[C403]: la actividad ACT-4 «Sesión informal con la CIM» tiene hora y no tiene día: "
        "solo se sabe que es en marzo de 2019\n"
        "   --> data/calendario.yaml:100:11\n"
        "    |\n"
        '100 |     hora: "10:00"\n'
        "    |           ^^^^^^^\n"
        "   ==> data/calendario.yaml:99:12\n"
        "    |\n"
        " 99 |     fecha: 2019-03\n"
        "    |            ------- falta el día\n"
        "    = ayuda: escriba el día (fecha: 2019-03-…), o borre «hora» hasta saberlo\n"
        "\n"
        "1 error en 1 de 4 archivos\n"
        "No se ha cambiado nada: los datos quedarían con un error que no tenían.\n"
    )
    assert cambiadas(datos) == []


def test_los_errores_que_ya_habia_no_estorban(camctl_: Camctl, datos: Path) -> None:
    calendario = datos / "calendario.yaml"
    texto = calendario.read_text(encoding="utf-8")
    calendario.write_text(texto.replace("[CAM, CIM]", "[CAM, CIMM]"), "utf-8")
    hecho = camctl_("registrar", "ACT-5", "--lugar", "Sala")
    assert (hecho.codigo, hecho.errores) == (0, EN_PLAN)
    assert hecho.salida == "ACT-5: lugar, Sala\n"


def test_un_aviso_nuevo_se_dice_y_se_escribe(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("registrar", "ACT-4", "--estado", "realizada")
    assert (hecho.codigo, hecho.salida) == (0, "ACT-4: estado, de propuesta a realizada\n")
    assert hecho.errores.splitlines()[0] == (
        "aviso[C408]: la actividad ACT-4 «Sesión informal con la CIM» ya se ha realizado, y "
        "Beatriz Piñeres sigue por confirmar"
    )
    assert hecho.errores.endswith(f"\n1 aviso en 1 de 4 archivos\n{EN_PLAN}")
    assert cambiadas(datos) == ["+    estado: realizada", ACTUALIZADO]


def test_mover_a_otro_mes_la_lleva_a_su_sitio(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("registrar", "ACT-4", "--fecha", "abril", "--motivo", "Sin sala.")
    assert hecho.codigo == 0
    assert hecho.salida.splitlines()[-1] == (
        "ACT-4: cambia de lugar en el archivo, que va por fechas"
    )
    lineas = cambiadas(datos)
    quitadas = [linea[1:] for linea in lineas if linea[0] == "-"]
    puestas = [linea[1:] for linea in lineas if linea[0] == "+"]
    # Es el registro que se mueve, o su vecino: las mismas líneas, más las tres del cambio.
    assert [linea for linea in puestas if linea not in quitadas] == [
        "    fecha: 2019-04",
        "    fecha_prevista: 2019-03",
        "    motivo: Sin sala.",
        f"    actualizado: {AHORA}",
    ]
    assert len(puestas) == len(quitadas) + 3
    assert camctl_("validar").salida.startswith("Sin errores: ")
    # Al volver a su mes cabe donde está, y no se lleva a ninguna parte.
    vuelta = camctl_("registrar", "ACT-4", "--fecha", "marzo").salida
    assert vuelta == "ACT-4: fecha, de abril de 2019 a marzo de 2019\n"
    assert camctl_("validar").salida.startswith("Sin errores: ")


def test_cumplir_un_acuerdo_por_su_numero_o_por_su_texto(camctl_: Camctl, datos: Path) -> None:
    camctl_("registrar", "ACT-6", "--acuerdo", "Uno", "--acuerdo", "Dos y tres")
    assert camctl_("registrar", "ACT-6", "--cumplido", "2").salida == (
        "ACT-6: acuerdo «Dos y tres», cumplido\n"
    )
    assert camctl_("registrar", "ACT-6", "--cumplido", "tres").errores == (
        "ACT-6 ya está así: no hay nada que cambiar.\n"
    )
    assert camctl_("registrar", "ACT-6", "--cumplido", "uno").salida == (
        "ACT-6: acuerdo «Uno», cumplido\n"
    )
    # Una cifra es siempre su número, aunque un texto la lleve.
    camctl_("registrar", "ACT-5", "--acuerdo", "Enviar los 15 informes")
    hecho = camctl_("registrar", "ACT-5", "--cumplido", "5")
    assert hecho.codigo == 2
    assert "«--cumplido»: no hay acuerdo 5: ACT-5 tiene 1 acuerdo" in hecho.errores
    assert cambiadas(datos) == [
        "+    acuerdos:",
        "+      - texto: Enviar los 15 informes",
        ACTUALIZADO,
        "+    acuerdos:",
        "+      - texto: Uno",
        "+        cumplido: true",
        "+      - texto: Dos y tres",
        "+        cumplido: true",
        ACTUALIZADO,
    ]


def test_un_documento_se_completa_al_volver_a_decirlo(camctl_: Camctl, datos: Path) -> None:
    camctl_("registrar", "ACT-1", "--documento", "Plan", "")
    hecho = camctl_("registrar", "ACT-1", "--documento", "plan", "https://ejemplo.org/p.pdf")
    assert hecho.salida == "ACT-1: documento «Plan»: enlace, https://ejemplo.org/p.pdf\n"
    assert cambiadas(datos) == [
        "+    documentos:",
        "+      - titulo: Plan",
        "+        enlace: https://ejemplo.org/p.pdf",
        ACTUALIZADO,
    ]


def test_de_un_objetivo_por_que_no_tiene_sesion(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("registrar", "b9", "--motivo-sin-sesion", "Lo trata otra comisión.")
    assert hecho == (
        0,
        "B9: motivo sin sesión, «Lo trata otra comisión.»\n",
        "Escrito: data/objetivos.yaml\n",
    )
    assert cambiadas(datos, "objetivos.yaml") == ["+    motivo_sin_sesion: Lo trata otra comisión."]
    assert cambiadas(datos) == []


def test_la_nota_de_un_actor_y_la_de_un_mandato(camctl_: Camctl, datos: Path) -> None:
    assert camctl_("registrar", "inna", "--nota", "Sigla dudosa.").codigo == 0
    assert camctl_("registrar", "2910", "--nota", "Sin enlace.").codigo == 0
    assert cambiadas(datos, "mandatos.yaml") == ["+    nota: Sin enlace."]
    assert cambiadas(datos, "actores.yaml") == [
        "-      El documento lo abrevia «INNA» al presentarlo e «IIN» en la lista de actores. Son",
        "-      suyos también «la relación del Estados», «los problemas que afecta» y «garantizar",
        "-      que el interés superior…», frase que queda sin verbo.",
        "+      Sigla dudosa.",
    ]


PARA = "error: valor no válido para"


@pytest.mark.parametrize(
    ("orden", "esperado"),
    [
        (["ACT-4"], "error: diga qué cambia de ACT-4: --fecha, --estado, --nota…"),
        (
            ["act44", "--nota", "x"],
            f"{PARA} «ID»: no existe ningún registro «act44»; ¿quiso decir «ACT-4»?",
        ),
        (
            ["ACT-2", "--confirmar", "tabuada"],
            f"{PARA} «--confirmar»: no está «tabuada»; ¿quiso decir «Taboada»?",
        ),
        (
            ["ACT-2", "--confirmar", "zzz"],
            f"{PARA} «--confirmar»: no está «zzz»; hay «Cristian Taboada» y «Anna Ochoa»",
        ),
        (
            ["ACT-2", "--excusar", "an"],
            f"{PARA} «--excusar»: «an» puede ser «Cristian Taboada» o «Anna Ochoa»",
        ),
        (
            ["ACT-1", "--asistio", "x"],
            f"{PARA} «--asistio»: a ACT-1 no se ha invitado a nadie",
        ),
        (["ACT-1", "--cumplido", "1"], f"{PARA} «--cumplido»: ACT-1 no tiene acuerdos"),
        (
            ["ACT-4", "--fecha", "pronto"],
            f"{PARA} «--fecha»: «pronto» no es una fecha; escriba 2030-03-14, 14/3/2030, 2030-03, "
            "marzo u hoy",
        ),
        (
            ["ACT-4", "--hora", "25:00"],
            f'{PARA} «--hora»: «25:00» no es una hora que exista; escriba, por ejemplo, "10:00"',
        ),
        (
            ["ACT-4", "--estado", "relizada"],
            f"{PARA} «--estado»: «relizada» no está entre los valores admitidos; "
            "¿quiso decir «realizada»?",
        ),
        (
            ["ACT-4", "--documento", "Acta", "ejemplo.org"],
            f"{PARA} «--documento»: «ejemplo.org» no vale en «enlace»; los enlaces empiezan por "
            "https:// y no llevan espacios; escriba: https://ejemplo.org",
        ),
        (["ACT-4", "--acuerdo", " "], f"{PARA} «--acuerdo»: está vacío"),
        (
            ["ACT-4", "--nota", "a\x00b"],
            f"{PARA} «--nota»: lleva un carácter nulo (U+0000), que no puede estar en un archivo",
        ),
        (
            ["ACT-4", "--nota", "a\udcffb"],
            f"{PARA} «--nota»: no está en UTF-8, que es como se escriben los archivos",
        ),
        (
            ["ACT-4", "--avance", "b88", "x"],
            f"{PARA} «--avance»: no existe el objetivo «b88»; ¿quiso decir «B8»?",
        ),
        (["ACT-4", "--cargo", "x"], "error: --cargo acompaña a --invitado o --sustituir"),
        (["ACT-4", "--plazo", "mayo"], "error: --plazo acompaña a --acuerdo"),
        (
            ["B9", "--fecha", "mayo", "--lugar", "x"],
            "error: B9 es un objetivo, y no tiene --fecha ni --lugar; valen --motivo-sin-sesion y "
            "--nota",
        ),
        (["IIN", "--lugar", "x"], "error: IIN es un actor, y no tiene --lugar; vale --nota"),
        (
            ["ACT-4", "--motivo-sin-sesion", "x"],
            "error: ACT-4 es una actividad, y no tiene --motivo-sin-sesion",
        ),
        (["ACT-4", "--sustituir", "x"], "error: la opción «--sustituir» necesita 2 valores"),
        (
            ["ACT-4", "--sustituir", "Beatriz", "--simular"],
            "error: la opción «--sustituir» necesita 2 valores",
        ),
        (
            ["ACT-4", "--avance", "B8", "--simular"],
            "error: la opción «--avance» necesita 2 valores",
        ),
        (
            ["ACT-3", "--sustituir", "Vargas", "Álvaro Botero"],
            f"{PARA} «--sustituir»: «Álvaro Botero» ya es de las personas invitadas a ACT-3",
        ),
        (["ACT-4", "--nota", "--simular"], "error: la opción «--nota» necesita un valor"),
        (
            ["ACT-4", "--invitado", "--cargo", "x"],
            "error: la opción «--invitado» necesita un valor",
        ),
        (
            ["ACT-4", "--fecha", "31/2/2019"],
            f"{PARA} «--fecha»: «31/2/2019» no es una fecha: febrero de 2019 no tiene día 31",
        ),
        (
            ["ACT-4", "--estado", "pospuesta"],
            f"{PARA} «--estado»: «pospuesta» no está entre los valores admitidos; aquí se dice "
            "«aplazada»",
        ),
    ],
)
def test_lo_que_no_se_entiende_se_explica(
    orden: list[str], esperado: str, camctl_: Camctl, datos: Path
) -> None:
    hecho = camctl_("registrar", *orden)
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert hecho.errores.splitlines()[-1] == esperado
    assert cambiadas(datos) == []


def test_lo_que_dura_varios_dias_no_se_mueve_a_medias(camctl_: Camctl, datos: Path) -> None:
    camctl_("registrar", "ACT-5", "--fecha", "2019-03-14", "--hasta", "2019-03-15")
    hecho = camctl_("registrar", "ACT-5", "--fecha", "2019-03-12")
    assert hecho.codigo == 2
    assert hecho.errores.splitlines()[-1] == (
        'error: ACT-5 dura hasta el 15 de marzo de 2019: diga también --hasta, o --hasta "" si ya '
        "no dura varios días"
    )
    assert camctl_("registrar", "ACT-5", "--fecha", "2019-03-12", "--hasta", "").codigo == 0
    assert "+    fecha: 2019-03-12" in cambiadas(datos)
    assert not any("hasta:" in linea for linea in cambiadas(datos))


def test_un_id_repetido_no_se_toca(camctl_: Camctl, datos: Path) -> None:
    calendario = datos / "calendario.yaml"
    texto = calendario.read_text(encoding="utf-8").replace("id: ACT-5", "id: ACT-4")
    calendario.write_text(texto, "utf-8")
    hecho = camctl_("registrar", "ACT-4", "--nota", "x")
    assert hecho.codigo == 2
    assert hecho.errores.splitlines()[-1] == (
        "error: hay más de un registro con el ID ACT-4; vea `camctl validar`"
    )
    assert calendario.read_text(encoding="utf-8") == texto
    hecho = camctl_("--datos", str(datos), "registrar", "ACT-4", "--nota", "x")
    assert hecho.errores.splitlines()[-1].endswith(f"; vea `camctl validar {datos}`")


def test_donde_no_se_puede_empalmar_se_dice_la_linea(camctl_: Camctl, datos: Path) -> None:
    calendario = datos / "calendario.yaml"
    texto = calendario.read_text(encoding="utf-8")
    suyo = texto.replace(
        "      - nombre: Victor Giorgi\n        actor: IIN\n        estado: por_confirmar\n",
        "      - {nombre: Victor Giorgi, # relator\n         cargo: Relator, actor: IIN}\n",
    )
    calendario.write_text(suyo, "utf-8")
    hecho = camctl_("registrar", "ACT-5", "--sustituir", "giorgi", "Ana Gil")
    assert hecho.codigo == 2
    assert hecho.errores.splitlines()[-1] == (
        "error: por cómo está escrito data/calendario.yaml, línea 123, no se puede hacer ahí este "
        "cambio sin tocar nada más; hágalo a mano"
    )
    assert calendario.read_text(encoding="utf-8") == suyo


def test_no_se_escribe_en_el_plan_del_paquete(camctl_: Camctl, del_paquete: Path) -> None:
    hecho = camctl_("registrar", "ACT-4", "--nota", "x")
    assert hecho.codigo == 2
    assert hecho.errores.splitlines()[-1].startswith("error: no hay datos aquí: ")


def test_una_hora_fijada_que_no_lo_es(
    camctl_: Camctl, datos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "ayer")
    hecho = camctl_("registrar", "ACT-4", "--nota", "x")
    assert hecho.codigo == 2
    assert hecho.errores.splitlines()[-1] == (
        "error: la variable SOURCE_DATE_EPOCH no es un número de segundos"
    )
    assert cambiadas(datos) == []


def test_la_carpeta_se_dice_antes_o_despues(camctl_: Camctl, aislada: Path) -> None:
    shutil.copytree(DATOS, aislada / "otra")
    assert camctl_("--datos", "otra", "registrar", "ACT-4", "--lugar", "Sala").codigo == 0
    hecho = camctl_("registrar", "ACT-5", "--lugar", "Sala", "--datos", "otra")
    assert hecho.errores == "Escrito: otra/calendario.yaml\n"
    assert cambiadas(aislada / "otra") == ["+    lugar: Sala", ACTUALIZADO] * 2
