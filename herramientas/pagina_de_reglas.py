"""Las reglas explicadas, en Markdown: `docs/reglas.md`."""

from camctl.diagnostico import Regla
from camctl.manual import CLASES, ejemplo_de, porque_de
from camctl.reglas.catalogo import reglas


def pagina() -> str:
    """La página con todas las reglas, por clases."""
    todas = reglas()
    partes = [
        "# Las reglas\n",
        "Lo que `camctl validar` comprueba. Un *error* es un plan roto; un *aviso*, algo dudoso.\n",
    ]
    for letra, nombre in CLASES.items():
        partes.append(f"## {nombre}\n")
        partes += [_en_markdown(regla) for regla in todas if regla.codigo[0] == letra]
    return "\n".join(partes)


def _en_markdown(regla: Regla) -> str:
    titulo = f"### {regla.codigo} · {regla.titulo}\n"
    texto = f"*{regla.gravedad.value}*\n\n{porque_de(regla)}\n"
    ejemplo = ejemplo_de(regla)
    return "\n".join([titulo, texto, *([ejemplo] if ejemplo else [])])
