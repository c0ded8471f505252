"""Todo texto de Typer en español, uno a uno, y ninguno en inglés."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
import typer
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError
from typer import rich_utils
from typer._click.core import Command, Context
from typer._click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    ClickException,
    FileError,
    MissingParameter,
    UsageError,
)
from typer.main import get_command
from typer.testing import CliRunner, Result

import camctl
from camctl.cli.idioma import Comando, Grupo, completado
from camctl.cli.idioma.errores import explicar, mostrar_error
from camctl.salida.limpieza import limpio

CODIGO = Path(camctl.__file__).parents[1]
TYPER = Path(typer.__file__).parent


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Una terminal de 80 columnas y sin color, sea cual sea la de fuera."""
    for variable in (
        "NO_COLOR",
        "FORCE_COLOR",
        "TTY_COMPATIBLE",
        "TTY_INTERACTIVE",
        "_CAMCTL_COMPLETE",
    ):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    # Typer los toma del entorno al importarse.
    monkeypatch.setattr(rich_utils, "FORCE_TERMINAL", None)
    monkeypatch.setattr(rich_utils, "MAX_WIDTH", None)


def programa(*ordenes: Callable[..., Any], **opciones: Any) -> typer.Typer:
    """Un programa con un comando por función."""
    app = typer.Typer(cls=Grupo, add_completion=False, **opciones)
    app.callback()(lambda: None)
    for orden in ordenes:
        app.command(cls=Comando)(orden)
    return app


def ejecutar(app: typer.Typer, *args: str, **entorno: str) -> Result:
    return CliRunner().invoke(app, args, prog_name="camctl", env=entorno)


def error_de(orden: Callable[..., Any], *args: str, **entorno: str) -> str:
    """La última línea del error, que es siempre la tercera, sin «error: »."""
    resultado = ejecutar(programa(orden), orden.__name__, *args, **entorno)
    assert resultado.exit_code == 2, resultado.output
    assert resultado.stdout == ""
    uso, pista, error = resultado.stderr.splitlines()
    assert uso.startswith(f"Uso: camctl {orden.__name__} [OPCIONES]")
    assert pista == f"Pruebe «camctl {orden.__name__} --ayuda» para ver la ayuda."
    return error.removeprefix("error: ")


class Tipo(Enum):
    INFORMAL = "informal"
    FORMAL = "formal"


class Rara:
    """Un tipo que Pydantic no conoce."""


# --- Los errores, uno a uno ----------------------------------------------------------------------


def calendario(
    actor: Annotated[str | None, typer.Argument()] = None,
    mes: Annotated[str | None, typer.Option("-m", "--mes")] = None,
    tipo: Annotated[list[Tipo] | None, typer.Option()] = None,
    formato: Literal["tabla", "json"] = "tabla",
    cuantos: Annotated[int | None, typer.Option(min=1, max=12)] = None,
    parte: float | None = None,
    desde: datetime | None = None,
    hasta: Annotated[datetime | None, typer.Option(formats=["%Y", "%Y-%m"])] = None,
    par: tuple[str, int] | None = None,
    dia: date | None = None,
    hora: time | None = None,
    justo: Decimal | None = None,
    clave: UUID | None = None,
    vivo: Annotated[bool, typer.Option("--vivo/--no-vivo")] = False,
    detalle: Annotated[int, typer.Option(count=True)] = 0,
) -> None:
    """Qué pasa y cuándo."""


@pytest.mark.parametrize(
    ("args", "esperado"),
    [
        (["--mess", "3"], "no existe la opción «--mess»; ¿quiso decir «--mes»?"),
        (["--mess=3"], "no existe la opción «--mess»; ¿quiso decir «--mes»?"),
        (["--zzz"], "no existe la opción «--zzz»"),
        (["-z"], "no existe la opción «-z»"),
        (["CIM", "IIN"], "sobra el argumento «IIN»"),
        (["CIM", "IIN", "SSM", "EM"], "sobran los argumentos «IIN», «SSM» y «EM»"),
        (["--mes"], "la opción «--mes» necesita un valor"),
        (["-m"], "la opción «-m» necesita un valor"),
        (["--par", "a"], "la opción «--par» necesita 2 valores"),
        (["--par", "a", "--vivo"], "la opción «--par» necesita 2 valores"),
        (["--mes", "--vivo"], "la opción «--mes» necesita un valor"),
        (["--mes", "-m"], "la opción «--mes» necesita un valor"),
        (["--tipo", "formal", "--tipo", "--ayuda"], "la opción «--tipo» necesita un valor"),
        (["--vivo=1"], "la opción «--vivo» no lleva valor"),
        (["--no-vivo=1"], "la opción «--no-vivo» no lleva valor"),
        (["--detalle=1"], "la opción «--detalle» no lleva valor"),
        (["--ayuda=1"], "la opción «--ayuda» no lleva valor"),
    ],
)
def test_opciones_mal_puestas(args: list[str], esperado: str) -> None:
    assert error_de(calendario, *args) == esperado


@pytest.mark.parametrize(
    ("opcion", "valores", "esperado"),
    [
        ("--tipo", "otra", "«otra» no está entre los valores admitidos: «informal» y «formal»"),
        ("--formato", "it's", "«it's» no está entre los valores admitidos: «tabla» y «json»"),
        ("--cuantos", "dos", "«dos» no es un número entero"),
        ("--cuantos", "1.5", "«1.5» no es un número entero"),
        ("--cuantos", "0", "0 no llega al mínimo, 1"),
        ("--cuantos", "13", "13 pasa del máximo, 12"),
        ("--parte", "x", "«x» no es un número"),
        ("--desde", "ayer", "«ayer» no es una fecha"),
        ("--desde", "2019-99-99", "«2019-99-99» no es una fecha"),
        ("--hasta", "ayer", "«ayer» no sigue ninguno de estos formatos: «%Y» y «%Y-%m»"),
        ("--par", "a b", "«b» no es un número entero"),
        ("--dia", "ayer", "«ayer» no es una fecha"),
        ("--dia", "2019-01-01T10:00", "«2019-01-01T10:00» no es una fecha"),
        ("--hora", "tarde", "«tarde» no es una hora"),
        ("--justo", "mucho", "«mucho» no es un número"),
        ("--justo", "inf", "«inf» no es un número finito"),
        ("--clave", "x", "«x» no es un valor admitido"),
    ],
)
def test_valores(opcion: str, valores: str, esperado: str) -> None:
    mensaje = error_de(calendario, opcion, *valores.split())
    assert mensaje == f"valor no válido para «{opcion}»: {esperado}"


def test_un_entero_larguisimo() -> None:
    cifras = "9" * 5000
    assert (
        error_de(calendario, f"--cuantos={cifras}")
        == f"valor no válido para «--cuantos»: «{cifras}» es un número demasiado largo"
    )


def obligatorios(
    identificador: Annotated[str, typer.Argument(metavar="ID")],
    mes: Annotated[str, typer.Option("-m", "--mes")],
    tipo: Annotated[Tipo, typer.Option()],
) -> None: ...


def elegido(tipo: Tipo) -> None: ...


def parejas(
    uno: Annotated[tuple[str, str] | None, typer.Argument()] = None,
    tres: Annotated[tuple[str, str, str] | None, typer.Argument()] = None,
) -> None: ...


def test_lo_que_falta() -> None:
    assert error_de(obligatorios) == "falta el argumento «ID»"
    assert error_de(obligatorios, "ACT-4") == "falta la opción «--mes»"
    assert (
        error_de(obligatorios, "ACT-4", "-m", "3")
        == "falta la opción «--tipo»; los valores admitidos son «informal» y «formal»"
    )
    assert (
        error_de(elegido)
        == "falta el argumento «TIPO»; los valores admitidos son «informal» y «formal»"
    )
    assert error_de(parejas, "a") == "faltan valores: «UNO» lleva 2 y «TRES» lleva 3"


def otros_tipos(
    si: Annotated[bool | None, typer.Argument()] = None,
    lista: Annotated[list[int] | None, typer.Option(envvar="LISTA")] = None,
    par: Annotated[tuple[int, int] | None, typer.Option(envvar=["PAR", "PAREJA"])] = None,
    raro: Annotated[Rara | None, typer.Option()] = None,
) -> None:
    typer.echo(f"{si} {lista} {par}")


def test_booleanos() -> None:
    for escrito, leido in {"sí": True, "SI": True, "no": False, "true": True}.items():
        assert (
            ejecutar(programa(otros_tipos), "otros-tipos", escrito).stdout == f"{leido} None None\n"
        )


def test_otros_tipos() -> None:
    def otros(*args: str, **entorno: str) -> str:
        return ejecutar(programa(otros_tipos), "otros-tipos", *args, **entorno).stderr.splitlines()[
            2
        ]

    assert otros("quizá") == "error: valor no válido para «SI»: «quizá» no es ni sí ni no"
    assert (
        otros("--raro", "x") == "error: valor no válido para «--raro»: «x» no es un valor admitido"
    )
    assert (
        otros(LISTA="1 x") == "error: valor no válido para «--lista» (variable de entorno LISTA): "
        "«x» no es un número entero"
    )
    assert (
        otros("--lista", "y", LISTA="1 x")
        == "error: valor no válido para «--lista»: «y» no es un número entero"
    )
    assert (
        otros(PAREJA="1 2 3")
        == "error: valor no válido para «--par» (variable de entorno PAR o PAREJA): "
        "hacen falta 2 valores, y hay 3"
    )


def por_omision_mal(
    lista: Annotated[list[str], typer.Option(default_factory=lambda: "abc")],
) -> None: ...


def par_por_omision_mal(
    par: Annotated[tuple[str, int], typer.Option(default_factory=lambda: "abc")],
) -> None: ...


@pytest.mark.parametrize("orden", [por_omision_mal, par_por_omision_mal])
def test_un_texto_por_omision_donde_van_varios(orden: Callable[..., Any]) -> None:
    resultado = ejecutar(programa(orden), orden.__name__.replace("_", "-"))
    assert resultado.stderr.endswith(": hacen falta varios valores\n")


def rutas(
    archivo: Annotated[Path | None, typer.Option(exists=True, dir_okay=False)] = None,
    carpeta: Annotated[Path | None, typer.Option(exists=True, file_okay=False)] = None,
    ruta: Annotated[Path | None, typer.Option(exists=True, writable=True)] = None,
    abierto: Annotated[typer.FileText | None, typer.Option()] = None,
    escrito: Annotated[typer.FileTextWrite | None, typer.Option()] = None,
) -> None:
    if escrito:
        escrito.write("x")


def test_rutas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("f.txt").touch()
    Path("d").mkdir()
    quien = "valor no válido para"
    assert error_de(rutas, "--archivo", "no.txt") == f"{quien} «--archivo»: «no.txt» no existe"
    assert (
        error_de(rutas, "--archivo", "d")
        == f"{quien} «--archivo»: «d» es una carpeta, y hace falta un archivo"
    )
    assert error_de(rutas, "--carpeta", "it's") == f"{quien} «--carpeta»: «it's» no existe"
    assert (
        error_de(rutas, "--carpeta", "f.txt")
        == f"{quien} «--carpeta»: «f.txt» es un archivo, y hace falta una carpeta"
    )
    assert (
        error_de(rutas, "--abierto", "no.txt")
        == f"{quien} «--abierto»: no se puede abrir «no.txt»: no existe"
    )
    assert (
        error_de(rutas, "--abierto", "d")
        == f"{quien} «--abierto»: no se puede abrir «d»: es una carpeta"
    )


@pytest.mark.parametrize(
    ("permiso", "esperado"),
    [
        (os.R_OK, "no hay permiso para leer «f.txt»"),
        (os.W_OK, "no hay permiso para escribir en «f.txt»"),
    ],
)
def test_rutas_sin_permiso(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, permiso: int, esperado: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("f.txt").touch()
    # Quien administra la máquina lo puede todo: no basta con quitar el permiso.
    monkeypatch.setattr(os, "access", lambda _ruta, pedido: pedido != permiso)
    assert error_de(rutas, "--ruta", "f.txt") == f"valor no válido para «--ruta»: {esperado}"


def test_un_archivo_que_no_se_deja_escribir() -> None:
    resultado = ejecutar(programa(rutas), "rutas", "--escrito", "no/existe.txt")
    assert resultado.stderr == "error: no se puede abrir «no/existe.txt»: no existe\n"
    assert resultado.exit_code == 1


@pytest.mark.parametrize(
    ("causa", "esperado"),
    [
        (PermissionError(13, "Permission denied"), "no hay permiso"),
        (
            NotADirectoryError(20, "Not a directory"),
            "la ruta pasa por un archivo como si fuera una carpeta",
        ),
        (FileNotFoundError(2, "No such file or directory"), "no existe"),
        (IsADirectoryError(21, "Is a directory"), "es una carpeta"),
        (OSError(28, "No space left on device"), "no queda sitio en el disco"),
        (OSError(30, "Read-only file system"), "el disco es de solo lectura"),
    ],
)
def test_motivos_del_sistema(causa: OSError, esperado: str) -> None:
    error = FileError("f.txt", hint=causa.strerror)
    error.__cause__ = causa
    assert explicar(error) == f"no se puede abrir «f.txt»: {esperado}"


def test_comandos() -> None:
    app = programa(calendario, rutas)
    uso = "Uso: camctl [OPCIONES] COMANDO [ARGUMENTOS]..."
    pista = "Pruebe «camctl --ayuda» para ver la ayuda."
    for args, esperado in (
        ([], "falta el comando"),
        (["Calendari"], "no existe el comando «Calendari»; ¿quiso decir «calendario»?"),
        (["zzz"], "no existe el comando «zzz»"),
        (["--", "-x"], "no existe el comando «-x»"),
        (["--zzz"], "no existe la opción «--zzz»"),
    ):
        resultado = ejecutar(app, *args)
        assert resultado.exit_code == 2
        assert resultado.stderr.splitlines() == [uso, pista, f"error: {esperado}"]


class GrupoPerezoso(Grupo):
    """Sus comandos se cargan al pedirlos."""

    def list_commands(self, ctx: Context) -> list[str]:
        return [*super().list_commands(ctx), "cobertura", "objetivos"]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        return Comando(cmd_name, callback=lambda: typer.echo(cmd_name))


def test_los_comandos_se_cargan_al_pedirlos() -> None:
    app = typer.Typer(cls=GrupoPerezoso, add_completion=False)
    app.callback()(lambda: None)
    assert ejecutar(app, "cobertura").stdout == "cobertura\n"
    assert ejecutar(app, "covertura").stderr.endswith(
        "error: no existe el comando «covertura»; ¿quiso decir «cobertura»?\n"
    )


# --- Mensajes propios y errores sueltos ----------------------------------------------------------


def leer_mes(valor: str) -> str:
    if valor == "tipo":
        raise PydanticCustomError("mes", "el mes «{mes}» no existe", {"mes": valor})
    if valor == "ayuda":
        raise PydanticCustomError("mes", "mal", {"ayuda": "escriba marzo"})
    if valor == "valor":
        raise ValueError("el mes no existe")
    if valor == "ajeno":
        raise ValueError("mes is not one of those.")
    if valor == "causa":
        try:
            TypeAdapter(int).validate_python(valor)
        except ValidationError as error:
            raise typer.BadParameter("el mes no es un número") from error
    raise typer.BadParameter(f"el mes «{valor}» no existe")


def propios(mes: Annotated[str, typer.Option(parser=leer_mes)]) -> None: ...


@pytest.mark.parametrize(
    ("escrito", "esperado"),
    [
        ("marso", "el mes «marso» no existe"),
        ("tipo", "el mes «tipo» no existe"),
        ("ayuda", "mal; escriba marzo"),
        ("valor", "el mes no existe"),
        ("ajeno", "«mes» no está entre los valores admitidos: «those»"),
        ("causa", "el mes no es un número"),
        ("\x1b[31m\u202e", "el mes «<U+001B>[31m<U+202E>» no existe"),
    ],
)
def test_los_mensajes_propios_quedan_como_estan(escrito: str, esperado: str) -> None:
    assert error_de(propios, "--mes", escrito) == f"valor no válido para «--mes»: {esperado}"


@pytest.mark.parametrize(
    ("error", "esperado"),
    [
        (typer.BadParameter("no vale"), "valor no válido: no vale"),
        (
            typer.BadParameter("no vale", param_hint="--desde"),
            "valor no válido para «--desde»: no vale",
        ),
        (
            typer.BadParameter("sobra uno", param_hint=["--desde", "--mes"]),
            "valor no válido para «--desde» o «--mes»: sobra uno",
        ),
        (MissingParameter(), "falta un valor"),
        (MissingParameter(param_hint="ID"), "falta el argumento «ID»"),
        (UsageError("elija uno de los dos"), "elija uno de los dos"),
        (ClickException("no se pudo"), "no se pudo"),
        (typer.TyperException("no se pudo"), "no se pudo"),
        (BadOptionUsage("--mes", "la opción --mes sobra"), "la opción --mes sobra"),
        (BadArgumentUsage("sobra el ID"), "sobra el ID"),
        (FileError("a.txt"), "no se puede abrir «a.txt»: el sistema no lo permite"),
        (FileError("a.txt", hint="está roto"), "no se puede abrir «a.txt»: está roto"),
        (typer.Abort(), "Interrumpido."),
    ],
)
def test_errores_sueltos(error: ClickException | typer.Abort, esperado: str) -> None:
    assert explicar(error) == esperado


def test_los_tipos_de_pydantic_sin_frase_propia() -> None:
    with pytest.raises(ValidationError) as fallo:
        TypeAdapter(list[int]).validate_python("x")
    error = typer.BadParameter(fallo.value.errors()[0]["msg"])
    error.__cause__ = fallo.value
    assert explicar(error) == "valor no válido: «x» no es un valor admitido"


@pytest.mark.parametrize(
    "args",
    [
        ["--\x1b[31m"],
        ["--mes", "a", "b", "\x9b31m"],
        ["--cuantos", "\x1b]0;x\x07"],
        ["--tipo", "\x1b\n"],
        # Letras y marcas que no se ven.
        *(["--cuantos", f"a{invisible}b"] for invisible in "\u034f\u115f\u3164\uffa0"),
    ],
)
def test_nada_de_lo_escrito_actua_sobre_la_terminal(args: list[str]) -> None:
    mensaje = error_de(calendario, *args)
    assert mensaje == limpio(mensaje)
    assert "<U+" in mensaje


def test_un_comando_con_caracteres_de_control() -> None:
    assert ejecutar(programa(calendario), "\x1b[2J").stderr.endswith(
        "error: no existe el comando «<U+001B>[2J»\n"
    )


def test_sin_opcion_de_ayuda_no_se_propone() -> None:
    app = typer.Typer(cls=Grupo, add_completion=False, add_help_option=False)
    app.callback()(lambda: None)
    assert ejecutar(app).stderr.splitlines() == [
        "Uso: camctl [OPCIONES] COMANDO [ARGUMENTOS]...",
        "error: falta el comando",
    ]


# --- Cómo termina el programa --------------------------------------------------------------------


def interrumpido() -> None:
    raise typer.Abort


def sin_entrada() -> None:
    raise EOFError


def teclado() -> None:
    raise KeyboardInterrupt


def con_codigo() -> int:
    return 1


def con_salida() -> None:
    raise typer.Exit(3)


@pytest.mark.parametrize(
    ("orden", "codigo", "dicho"),
    [
        (interrumpido, 130, "Interrumpido.\n"),
        (sin_entrada, 130, "\nInterrumpido.\n"),
        (teclado, 130, ""),
        (con_codigo, 1, ""),
        (con_salida, 3, ""),
        (otros_tipos, 0, ""),
    ],
)
def test_codigos_de_salida(orden: Callable[..., Any], codigo: int, dicho: str) -> None:
    resultado = ejecutar(programa(orden), orden.__name__.replace("_", "-"))
    assert (resultado.exit_code, resultado.stderr) == (codigo, dicho)


def test_sin_salir_los_errores_suben() -> None:
    principal = get_command(programa(con_codigo, interrumpido))
    assert principal.main(["con-codigo"], prog_name="camctl", standalone_mode=False) == 1
    with pytest.raises(UsageError):
        principal.main(["nada"], prog_name="camctl", standalone_mode=False)
    with pytest.raises(typer.Abort):
        principal.main(["interrumpido"], prog_name="camctl", standalone_mode=False)


def test_sin_argumentos_se_muestra_la_ayuda() -> None:
    resultado = ejecutar(programa(calendario, no_args_is_help=True))
    assert "Uso: camctl [OPCIONES] COMANDO [ARGUMENTOS]..." in resultado.stdout
    assert (resultado.exit_code, resultado.stderr) == (2, "")


def test_explicar_que_no_hay_argumentos() -> None:
    principal = get_command(programa(calendario, no_args_is_help=True))
    with pytest.raises(UsageError) as fallo:
        principal.main([], prog_name="camctl", standalone_mode=False)
    assert explicar(fallo.value) == "faltan los argumentos"


def test_mostrar_error_sin_contexto(capsys: pytest.CaptureFixture[str]) -> None:
    mostrar_error(ClickException("no se pudo"))
    mostrar_error(typer.Abort())
    assert capsys.readouterr().err == "error: no se pudo\nInterrumpido.\n"


# --- La ayuda ------------------------------------------------------------------------------------


def completa(
    actor: Annotated[str | None, typer.Argument(help="Un [actor].", envvar="ACTOR")] = None,
    varios: Annotated[list[int] | None, typer.Argument(metavar="CUÁL")] = None,
    mes: Annotated[int, typer.Option("-m", "--mes", min=1, max=12, help="El mes.")] = 3,
    parte: Annotated[float, typer.Option(max=1)] = 0.5,
    tipo: Tipo = Tipo.FORMAL,
    tipos: Annotated[list[Tipo] | None, typer.Option()] = None,
    oculto: Annotated[Tipo | None, typer.Option(show_choices=False)] = None,
    formato: Annotated[str, typer.Option(metavar="FORMATO")] = "tabla",
    par: tuple[str, int] = ("a", 1),
    archivo: Annotated[Path | None, typer.Option(dir_okay=False, envvar=["F", "G"])] = None,
    carpeta: Annotated[Path | None, typer.Option(file_okay=False)] = None,
    ruta: Path | None = None,
    abierto: Annotated[typer.FileText | None, typer.Option()] = None,
    desde: datetime | None = None,
    *,
    hoy: Annotated[str, typer.Option(default_factory=lambda: "x")],
    vivo: Annotated[bool, typer.Option("--vivo")] = True,
    muerto: Annotated[bool, typer.Option("--muerto")] = False,
    color: Annotated[bool, typer.Option("--color/--sin-color")] = True,
    detalle: Annotated[int, typer.Option("--detalle", count=True)] = 0,
    raro: Rara | None = None,
    propio: Annotated[str, typer.Option(show_default="lo de siempre")] = "",
) -> None:
    """Una orden con [todo].

    Y otro párrafo.
    """


def exigente(
    cual: Annotated[str, typer.Argument(help="Cuál.")],
    mes: Annotated[str, typer.Option()],
    cierto: Annotated[bool, typer.Argument()] = False,
) -> None:
    """Exige."""


def ayuda_de(app: typer.Typer, *args: str) -> list[str]:
    """Los renglones de la ayuda, sin marcos ni alineación."""
    resultado = ejecutar(app, *args, "--ayuda", COLUMNS="200")
    assert (resultado.exit_code, resultado.stderr) == (0, "")
    renglones = (
        " ".join(linea.strip(" ─│╭╮╰╯").split()) for linea in resultado.stdout.splitlines()
    )
    return [renglon for renglon in renglones if renglon]


def con_todo() -> typer.Typer:
    app = programa(completa, help="Un programa.")
    app.command(cls=Comando, deprecated=True)(exigente)
    return app


def test_ayuda_del_programa() -> None:
    assert ayuda_de(con_todo()) == [
        "Uso: camctl [OPCIONES] COMANDO [ARGUMENTOS]...",
        "Un programa.",
        "Opciones",
        "--instalar-completado Instala el completado de órdenes en el intérprete en uso y termina.",
        "--mostrar-completado Muestra el guion del completado, para adaptarlo, y termina.",
        "--ayuda,--help -h Muestra esta ayuda y termina.",
        "Comandos",
        "completa Una orden con [todo].",
        "exigente Exige. (en desuso)",
    ]


def test_ayuda_de_un_comando() -> None:
    assert ayuda_de(con_todo(), "exigente") == [
        "Uso: camctl exigente [OPCIONES] CUAL [CIERTO]",
        "(en desuso)",
        "Exige.",
        "Argumentos",
        "* CUAL <texto> Cuál. [obligatorio]",
        "CIERTO <sí|no> [por omisión: no]",
        "Opciones",
        "* --mes <texto> [obligatorio]",
        "--ayuda,--help -h Muestra esta ayuda y termina.",
    ]


@pytest.mark.parametrize(
    "esperado",
    [
        "Uso: camctl completa [OPCIONES] [ACTOR] [CUÁL]...",
        "Una orden con [todo].",
        "ACTOR <texto> Un [actor]. [variable de entorno: ACTOR]",
        "CUÁL <número>",
        "--mes -m <número> [1<=x<=12] El mes. [por omisión: 3]",
        "--parte <número> [x<=1] [por omisión: 0.5]",
        "--tipo <informal|formal> [por omisión: formal]",
        "--tipos <informal|formal>...",
        "--oculto <texto>",
        "--formato FORMATO [por omisión: tabla]",
        "--par <texto,número> [por omisión: a, 1]",
        "--archivo <archivo> [variable de entorno: F, G]",
        "--carpeta <carpeta>",
        "--ruta <ruta>",
        "--abierto <archivo>",
        "--desde <fecha>",
        "--hoy <texto> [por omisión: (se calcula)]",
        "--vivo [por omisión: sí]",
        "--muerto",
        "--color --sin-color [por omisión: color]",
        "--detalle [por omisión: 0]",
        "--raro <valor>",
        "--propio <texto> [por omisión: (lo de siempre)]",
        "--ayuda,--help -h Muestra esta ayuda y termina.",
    ],
)
def test_cada_clase_de_parametro(esperado: str) -> None:
    assert esperado in ayuda_de(programa(completa), "completa")


INGLES = (
    "Usage|Options?|OPTIONS?|Arguments?|ARGS|Commands?|COMMANDS?|default|required|env|Errors?|Try|"
    "Missing|Invalid|Show|No such|Did you mean|Aborted|deprecated|DEPRECATED|dynamic|Install|"
    "TEXT|INTEGER|FLOAT|BOOLEAN|PATH|FILE|FILENAME|DIRECTORY|DATETIME|"
    "str|int|float|bool|path|file|dir|list|tuple|datetime|range|FileText|True|False|None"
)


@pytest.mark.parametrize("args", [[], ["completa"], ["exigente"]])
@pytest.mark.parametrize("nombre", ["--ayuda", "--help", "-h"])
def test_ninguna_palabra_inglesa(args: list[str], nombre: str) -> None:
    ayuda = ejecutar(con_todo(), *args, nombre).stdout.replace("--help", "")
    assert "Uso: camctl" in ayuda
    assert re.findall(rf"\b(?:{INGLES})\b", ayuda) == []


def test_un_comando_puede_usar_la_letra_de_la_ayuda() -> None:
    def con_h(hasta: Annotated[str, typer.Option("-h", "--hasta")] = "") -> None: ...

    assert ayuda_de(programa(con_h), "con-h")[-2:] == [
        "--hasta -h <texto>",
        "--ayuda,--help Muestra esta ayuda y termina.",
    ]


def test_comando_en_desuso() -> None:
    app = programa()
    app.command("viejo", cls=Comando, deprecated=True)(con_codigo)
    resultado = ejecutar(app, "viejo")
    assert resultado.stderr == "aviso: el comando «camctl viejo» está en desuso\n"
    assert resultado.exit_code == 1


def test_la_linea_de_uso_lleva_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich_utils, "FORCE_TERMINAL", True)
    monkeypatch.setattr(rich_utils, "COLOR_SYSTEM", "standard")
    assert "\x1b[1;33mUso: \x1b[0m" in ejecutar(programa(calendario), "--ayuda").stdout


# --- El proceso entero ---------------------------------------------------------------------------

AYUDA_LARGA = "Cómo [se] muestra:" + " x" * 80

GUION = f"""#!{sys.executable}
import sys
from typing import Annotated, Literal

import typer

from camctl.cli.idioma import Comando, Grupo

app = typer.Typer(cls=Grupo, add_completion=False)


@app.callback()
def raiz() -> None: ...


@app.command(cls=Comando)
def calendario(
    actor: Annotated[str, typer.Argument(autocompletion=lambda: ["CIM", "CIDH"])] = "",
    formato: Annotated[Literal["tabla", "json"], typer.Option(help={AYUDA_LARGA!r})] = "tabla",
) -> None:
    "Qué pasa y cuándo."
    print(any(modulo.partition(".")[0] == "rich" for modulo in sys.modules))


@app.command(cls=Comando)
def cobertura() -> None:
    "Qué objetivos tienen sesión."


app(prog_name="camctl")
"""


@pytest.fixture
def camctl_de_muestra(tmp_path: Path) -> Path:
    guion = tmp_path / "camctl"
    guion.write_text(GUION, encoding="utf-8")
    guion.chmod(0o755)
    return guion


def lanzar(guion: Path, *args: str | bytes, **entorno: str) -> subprocess.CompletedProcess[bytes]:
    limpio = {"PATH": f"{guion.parent}:{os.environ['PATH']}", "PYTHONPATH": str(CODIGO)}
    return subprocess.run([*args], env=limpio | entorno, capture_output=True, check=False)


def test_rich_solo_se_importa_para_la_ayuda(camctl_de_muestra: Path) -> None:
    assert lanzar(camctl_de_muestra, "camctl", "calendario").stdout == b"False\n"


@pytest.mark.parametrize(
    "entorno",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"LANGUAGE": "fr", "LC_ALL": "fr_FR.UTF-8", "COLUMNS": "20", "TYPER_USE_RICH": "0"},
        {"GITHUB_ACTIONS": "true", "FORCE_COLOR": "1"},
    ],
)
def test_el_error_no_depende_del_entorno(camctl_de_muestra: Path, entorno: dict[str, str]) -> None:
    hecho = lanzar(camctl_de_muestra, "camctl", "calendario", "--formatoo", **entorno)
    assert hecho.returncode == 2
    assert hecho.stderr.decode() == (
        "Uso: camctl calendario [OPCIONES] [ACTOR]\n"
        "Pruebe «camctl calendario --ayuda» para ver la ayuda.\n"
        "error: no existe la opción «--formatoo»; ¿quiso decir «--formato»?\n"
    )


def test_el_error_en_una_terminal_sin_esas_letras(camctl_de_muestra: Path) -> None:
    hecho = lanzar(camctl_de_muestra, "camctl", "Ω".encode(), PYTHONIOENCODING="latin-1")
    assert hecho.stderr.decode("latin-1").endswith("error: no existe el comando «\\u03a9»\n")


def test_la_ayuda_es_la_misma_sin_el_permiso_de_typer(camctl_de_muestra: Path) -> None:
    con, sin = (lanzar(camctl_de_muestra, "camctl", "-h", TYPER_USE_RICH=uso) for uso in "10")
    assert con.stdout == sin.stdout
    assert "Comandos" in con.stdout.decode()


# --- El completado -------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("bash") is None, reason="hace falta bash")
@pytest.mark.parametrize(
    ("palabras", "esperado"),
    [
        ("camctl c", ["calendario", "cobertura"]),
        ("camctl --", ["--instalar-completado", "--mostrar-completado", "--ayuda", "--help"]),
        ("camctl calendario CI", ["CIM", "CIDH"]),
        ("camctl calendario --formato ''", ["tabla", "json"]),
        ("camctl nada ''", ["calendario", "cobertura"]),
    ],
)
def test_bash_completa(camctl_de_muestra: Path, palabras: str, esperado: list[str]) -> None:
    orden = f"""
        eval "$(_CAMCTL_COMPLETE=source_bash camctl)"
        COMP_WORDS=({palabras}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        _camctl_completion camctl
        printf '%s\n' "${{COMPREPLY[@]}}"
    """
    hecho = lanzar(camctl_de_muestra, "bash", "--norc", "-c", orden)
    assert hecho.stderr == b""
    assert hecho.stdout.decode().splitlines() == esperado


def test_los_demas_interpretes_completan_con_su_ayuda(camctl_de_muestra: Path) -> None:
    zsh = lanzar(
        camctl_de_muestra,
        "camctl",
        _CAMCTL_COMPLETE="complete_zsh",
        _TYPER_COMPLETE_ARGS="camctl c",
    )
    assert zsh.stdout.decode() == (
        '_arguments \'*: :(("calendario":"Qué pasa y cuándo."\n'
        '"cobertura":"Qué objetivos tienen sesión."))\'\n'
    )
    fish = lanzar(
        camctl_de_muestra,
        "camctl",
        _CAMCTL_COMPLETE="complete_fish",
        _TYPER_COMPLETE_ARGS="camctl calendario --f",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert fish.stdout.decode() == f"--formato\t{AYUDA_LARGA}\n"
    pwsh = lanzar(
        camctl_de_muestra,
        "camctl",
        _CAMCTL_COMPLETE="complete_pwsh",
        _TYPER_COMPLETE_ARGS="camctl co",
        _TYPER_COMPLETE_WORD_TO_COMPLETE="co",
    )
    assert pwsh.stdout.decode() == "cobertura:::Qué objetivos tienen sesión.\n"


@pytest.fixture
def interprete(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str | None], None]:
    """Finge que se llama desde el intérprete que se le diga, con una carpeta personal vacía."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return lambda nombre: monkeypatch.setattr(completado, "_get_shell_name", lambda: nombre)


@pytest.mark.parametrize(
    ("nombre", "trozo"),
    [
        ("bash", "complete -o default -F _camctl_completion camctl"),
        ("zsh", "#compdef camctl"),
        ("fish", "complete --command camctl --no-files"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName camctl"),
        ("pwsh", "Register-ArgumentCompleter -Native -CommandName camctl"),
    ],
)
def test_mostrar_completado(
    interprete: Callable[[str | None], None], nombre: str, trozo: str
) -> None:
    interprete(nombre)
    app = programa(calendario)
    mostrado = ejecutar(app, "--mostrar-completado")
    assert (mostrado.exit_code, mostrado.stderr) == (0, "")
    assert trozo in mostrado.stdout
    assert (
        f"_CAMCTL_COMPLETE{'=' if nombre != 'powershell' and nombre != 'pwsh' else ' ='}"
        in mostrado.stdout
    )
    assert ejecutar(app, _CAMCTL_COMPLETE=f"source_{nombre}").stdout == mostrado.stdout


@pytest.mark.parametrize(
    ("nombre", "archivo"),
    [
        ("bash", ".bash_completions/camctl.sh"),
        ("zsh", ".zfunc/_camctl"),
        ("fish", ".config/fish/completions/camctl.fish"),
    ],
)
def test_instalar_completado(
    interprete: Callable[[str | None], None], tmp_path: Path, nombre: str, archivo: str
) -> None:
    interprete(nombre)
    resultado = ejecutar(programa(calendario), "--instalar-completado")
    assert (resultado.exit_code, resultado.stderr) == (0, "")
    assert resultado.stdout.splitlines() == [
        f"Completado de {nombre} instalado en {tmp_path / archivo}",
        "Abra otra terminal para usarlo.",
    ]
    assert "_CAMCTL_COMPLETE=" in (tmp_path / archivo).read_text()


@pytest.mark.parametrize("opcion", ["--instalar-completado", "--mostrar-completado"])
@pytest.mark.parametrize(
    ("nombre", "causa"),
    [
        (None, "no se reconoce el intérprete en uso"),
        ("tcsh", "no hay completado para «tcsh»"),
    ],
)
def test_un_interprete_desconocido(
    interprete: Callable[[str | None], None], opcion: str, nombre: str | None, causa: str
) -> None:
    interprete(nombre)
    resultado = ejecutar(programa(calendario), opcion)
    assert (resultado.exit_code, resultado.stdout) == (2, "")
    assert resultado.stderr.endswith(
        f"error: {causa}; para ver el guion de otro (bash, zsh, fish, powershell, pwsh), "
        "escriba: _CAMCTL_COMPLETE=source_bash camctl\n"
    )


def test_un_sistema_donde_no_se_puede_saber_el_interprete(monkeypatch: pytest.MonkeyPatch) -> None:
    def sin_procesos() -> str | None:
        raise OSError("compatible proc fs or ps utility is required")

    monkeypatch.setattr(completado, "_get_shell_name", sin_procesos)
    resultado = ejecutar(programa(calendario), "--mostrar-completado")
    assert "error: no se reconoce el intérprete en uso" in resultado.stderr


def test_instalar_completado_donde_no_se_puede(
    interprete: Callable[[str | None], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interprete("bash")
    (tmp_path / ".bash_completions").touch()
    resultado = ejecutar(programa(calendario), "--instalar-completado")
    assert resultado.exit_code == 2
    assert re.search(
        r"error: no se pudo instalar el completado: no se puede abrir «.+»: ", resultado.stderr
    )

    def disco_lleno(*_: str) -> None:
        raise OSError(28, "No space left on device")

    def perfil_vacio(*_: str) -> None:
        typer.echo("Couldn't decode the path automatically", err=True)
        raise typer.Exit(1)

    for fallo, esperado in (
        (disco_lleno, "no se pudo instalar el completado: no queda sitio en el disco"),
        (perfil_vacio, "no se pudo instalar el completado de bash"),
    ):
        monkeypatch.setattr(completado, "install", fallo)
        resultado = ejecutar(programa(calendario), "--instalar-completado")
        assert resultado.stderr.splitlines()[2:] == [f"error: {esperado}"]


@pytest.mark.parametrize("instruccion", ["nada", "complete_tcsh", "source_tcsh", "otra_bash"])
def test_una_instruccion_de_completado_desconocida(instruccion: str) -> None:
    resultado = ejecutar(programa(calendario), _CAMCTL_COMPLETE=instruccion)
    assert resultado.exit_code == 2
    assert resultado.stderr == f"error: instrucción de completado desconocida: «{instruccion}»\n"


def test_la_ayuda_breve_de_un_comando_en_desuso() -> None:
    comando = Comando("viejo", help="Hace algo.", deprecated=True)
    assert comando.get_short_help_str() == "Hace algo. (en desuso)"


def test_los_subgrupos_no_traen_el_completado() -> None:
    app, sub = programa(calendario), programa(rutas)
    app.add_typer(sub, name="sub")
    assert not any("completado" in linea for linea in ayuda_de(app, "sub"))


# --- Lo que Typer dice en inglés -----------------------------------------------------------------

# Una versión de Typer que traiga otra frase hace fallar la prueba de abajo. Para arreglarla: si la
# frase la ve quien usa el programa, tradúzcala en `idioma`, con su prueba; luego, anótela aquí.
TRADUCIDAS = {
    # La ayuda.
    "Usage: ", "(?P<usage>Usage: )", "[OPTIONS]", "COMMAND [ARGS]...",
    "Show this message and exit.", "Arguments", "Options", "Commands",
    "[default: {}]", "[env var: {}]", "[required]",
    "(deprecated) ", "(DEPRECATED)", "(DEPRECATED: {})", "(dynamic)",
    "DeprecationWarning: The command {} is deprecated.{}",
    # Los errores de uso.
    "No such option: {}", "(Possible options: {})", "No such command {name!r}.",
    "{}. Did you mean {}?", "Missing command.", "Missing {}{}.", "Missing {}{}. {}",
    "Choose from:\n\t{}", "Got unexpected extra argument(s) ({})", "Option {} requires {}",
    "an argument.", "Option {} does not take a value.", "Argument {} takes {} values.",
    "Invalid value: {}", "Invalid value for {}: {}", " (env var: '{}')",
    # Los valores.
    "{} is not one of {}.", "{} does not match the formats {}.", "value is not a valid tuple",
    "{} values are required, but {} given.", "Value must be an iterable.",
    "Value {} is not a valid {}.", "{} {} does not exist.", "{} {} is a file.",
    "{} {} is a directory.", "{} {} is not readable.", "{} {} is not writable.",
    "Could not open file {}: {}", "unknown error",
    # El completado.
    "{} completion installed in {}", "Completion will take effect once you restart the terminal",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
    "Invalid completion instruction.", 'Completion instruction "{}" not supported.',
    "Shell {} not supported.", "Shell {} is not supported.",
    "Couldn't get PowerShell user profile", "Couldn't decode the path automatically",
}  # fmt: skip
REEMPLAZADAS = {
    # De la ayuda y los errores sin Rich, o de los paneles de errores: aquí no se usan.
    "Error: {}", "Try '{} {}' for help.\n", "env var: {}", "env var: {var}", "default: {default}",
    "required", "Aborted!", "Aborted.", "Error", "Missing parameter: {}",
    "Try [blue]'{command_path} {help_option}'[/] for help.",
    # De las opciones de completado de Typer, que aquí no están.
    "Install completion for the specified shell.",
    "Show completion for the specified shell, to copy it or customize the installation.",
    "Couldn't detect Bash version, shell completion is not supported.",
    "Shell completion is not supported for Bash versions older than 4.4.",
    # Valores que la línea de órdenes no puede dar.
    "None is not a valid string",
}  # fmt: skip
PARA_PROGRAMADORES = {
    "A Parameter should be returned", "Could not get a command for this Typer instance",
    "Boolean option {} cannot use the same flag for true/false.", "unknown action '{}'",
    "Expected one list item type, got: {}", "Invalid autocompletion callback parameters: {}",
    "Invalid start character for option ({})", "There is no active click context.",
    "Too many CLI parameter callback function parameters", " default value", " together for {}",
    " {} as a default value", "Cannot specify multiple `Annotated` Typer arguments for {}",
    "Cannot specify `default_factory` and a default value together for {}",
    "Cannot specify {} in `Annotated` and", "<unopened file '{}' {}>",
    "{} default value cannot be set in `Annotated` for {}. Set the default value with `=` instead.",
}  # fmt: skip
# Sin prosa: órdenes, rutas y anotaciones; y las preguntas, que aquí no se hacen.
SIN_PROSA = re.compile(
    r" \| |^(?:bold|dim) |%\(prog_name\)s|^Callable|^python -m|^~/|"
    r"^_arguments|^echo |^fpath|^source |^zstyle"
)
FUERA = {
    "cli",
    "params",
    "testing",
    "_click/termui",
    "_click/_termui_impl",
    "_click/_winconsole",
    "_click/_compat",
}
FRASE = re.compile(r"[A-Za-z]{2}\S* |\[[A-Z]+\]|\([A-Z]{3}")


def frases(nodo: ast.AST) -> Iterator[str]:
    """Los textos de `nodo` que parecen para personas, con `{}` por cada valor."""
    llamada = nodo.func if isinstance(nodo, ast.Call) else None
    nombre = getattr(llamada, "id", getattr(llamada, "attr", ""))
    es_docstring = isinstance(nodo, ast.Expr) and isinstance(nodo.value, ast.Constant)
    if (
        es_docstring
        or isinstance(nodo, ast.Assert)
        or nombre in {"Doc", "TypeError", "warn", "cast"}
    ):
        return
    if texto := texto_de(nodo):
        if FRASE.search(texto) and not SIN_PROSA.search(texto):
            yield texto
    elif nombre == "_" and isinstance(nodo, ast.Call):
        yield texto_de(nodo.args[0])
    else:
        for hijo in ast.iter_child_nodes(nodo):
            yield from frases(hijo)


def texto_de(nodo: ast.AST) -> str:
    if isinstance(nodo, ast.JoinedStr):
        return "".join(texto_de(parte) or "{}" for parte in nodo.values)
    return nodo.value if isinstance(nodo, ast.Constant) and isinstance(nodo.value, str) else ""


def test_typer_no_dice_nada_nuevo() -> None:
    halladas = {
        frase
        for modulo in TYPER.rglob("*.py")
        if modulo.relative_to(TYPER).with_suffix("").as_posix() not in FUERA
        for frase in frases(ast.parse(modulo.read_text(encoding="utf-8")))
    }
    assert halladas == TRADUCIDAS | REEMPLAZADAS | PARA_PROGRAMADORES
