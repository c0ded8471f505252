"""Los campos que puede nombrar una plantilla de Word, en Markdown: una tabla por pieza."""

from camctl.salida.word.tipos import Campo, Tipo, campos_de


def tabla(pieza: type) -> str:
    """La tabla de los campos de una pieza."""
    filas = ["| Campo | Es | Qué dice |", "|---|---|---|"]
    filas += [_fila(nombre, campo) for nombre, campo in campos_de(pieza).items()]
    return "\n".join(filas) + "\n"


def tablas_de_dentro(*documentos: type) -> str:
    """La tabla de cada pieza que llevan dentro unos documentos, con su título."""
    dentro = dict.fromkeys(pieza for documento in documentos for pieza in _piezas(documento))
    return "\n".join(
        f"### {_nombre(Tipo(pieza))}\n\n{_primera_linea(pieza)}\n\n{tabla(pieza)}"
        for pieza in dentro
    )


def _piezas(documento: type) -> list[type]:
    """Las piezas de dentro, en el orden en que aparecen y sin repetir."""
    halladas: dict[type, None] = {}
    for campo in campos_de(documento).values():
        if Tipo(campo.tipo.de).es_pieza:
            halladas |= dict.fromkeys([campo.tipo.de, *_piezas(campo.tipo.de)])
    return [*halladas]


def _fila(nombre: str, campo: Campo) -> str:
    descripcion = campo.descripcion.replace("|", "&#124;")
    return f"| `{nombre}` | {_es(campo.tipo)} | {descripcion} |"


def _es(tipo: Tipo) -> str:
    uno = Tipo(tipo.de)
    que = f"[{_nombre(uno)}](#{_ancla(uno)})" if uno.es_pieza else str(uno).partition(" ")[2]
    return f"lista de {que}" if tipo.lista else que


def _nombre(tipo: Tipo) -> str:
    return f"`{tipo.de.__name__}`"


def _ancla(tipo: Tipo) -> str:
    return tipo.de.__name__.lower()


def _primera_linea(pieza: type) -> str:
    return (pieza.__doc__ or "").partition("\n")[0]
