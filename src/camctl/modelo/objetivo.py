"""El programa, sus grupos y sus objetivos: `objetivos.yaml`."""

from pydantic import Field

from camctl.modelo.base import IdDeObjetivo, Referencia, Registro, Rotulo, TextoOficial


class Programa(Registro):
    """El programa cuyos objetivos sigue el plan."""

    titulo: TextoOficial = Field(
        title="Título",
        description="El título oficial del programa.",
        examples=["Programa de Bibliotecas Escolares"],
    )
    mandato: Referencia | None = Field(
        None,
        title="Mandato",
        description="La resolución que adopta el programa: el ID de un mandato.",
        examples=["AG-101"],
    )
    nota: str | None = Field(
        None,
        title="Nota",
        description="Una aclaración.",
        examples=["El anexo lo titula de otro modo."],
    )


class Objetivo(Registro):
    """Un objetivo del programa."""

    id: IdDeObjetivo = Field(
        title="ID", description="La letra de su grupo y su número.", examples=["B8"]
    )
    titulo: str = Field(
        title="Título",
        description="Editorial: corto, en una línea, de 70 caracteres como mucho; para las tablas.",
        examples=["Lectura en la primera infancia"],
    )
    texto: TextoOficial = Field(
        title="Texto",
        description="El texto oficial, palabra por palabra.",
        examples=["Acercar los libros a la primera infancia."],
    )
    motivo_sin_sesion: str | None = Field(
        None,
        title="Motivo sin sesión",
        description="Por qué se deja a propósito sin sesión; sigue contando como sin ella.",
        examples=["Lo trata otra comisión."],
    )
    nota: str | None = Field(
        None, title="Nota", description="Una aclaración.", examples=["El original trae una errata."]
    )

    @property
    def grupo(self) -> str:
        """La letra de su grupo: la de su ID."""
        return self.id.rstrip("0123456789").rstrip(" .-")


class ArchivoDeObjetivos(Registro):
    """El archivo `objetivos.yaml` entero."""

    programa: Programa = Field(
        title="Programa", description="El programa cuyos objetivos sigue el plan."
    )
    grupos: dict[Rotulo, Rotulo] = Field(
        {},
        title="Grupos",
        description="La letra de cada grupo de objetivos y su nombre.",
        examples=[{"A": "Objetivos generales"}],
    )
    objetivos: tuple[Objetivo, ...] = Field(
        (), title="Objetivos", description="Los objetivos, en el orden del programa."
    )
