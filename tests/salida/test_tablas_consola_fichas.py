"""Las fichas en la pantalla: rótulos a la izquierda y, a su derecha, lo que dicen."""

from camctl.vistas.respuesta import Ficha, Respuesta, campo
from pantalla import dibujo, en_pantalla

FICHAS = Respuesta(
    (
        Ficha(
            "ACT-2 · Sesión informal · mayo de 2030",
            (
                *campo(
                    "Invitados", ["Inés Ochoa", "Luis Vargas (por confirmar) · experto en riego"]
                ),
                *campo("Lugar", "Salón de las Américas"),
                *campo("Nota", ""),
            ),
        ),
        Ficha("A1", ()),
    ),
    [],
    encabezado=("Plan 2030-2031 · CB",),
    pie=("Fin.",),
)


def test_las_fichas_alinean_los_rotulos_y_meten_hacia_dentro_lo_que_no_cabe() -> None:
    assert en_pantalla(FICHAS, 42) == dibujo("""
    Plan 2030-2031 · CB

    ACT-2 · Sesión informal · mayo de 2030
     Invitados  Inés Ochoa
                Luis Vargas (por confirmar)
                  · experto en riego
     Lugar      Salón de las Américas

    A1

    Fin.
    """)


def test_las_fichas_estrechas_ponen_el_texto_debajo_del_rotulo() -> None:
    assert en_pantalla(FICHAS, 30) == dibujo("""
    Plan 2030-2031 · CB

    ACT-2 · Sesión informal · mayo
    de 2030
      Invitados
        Inés Ochoa
        Luis Vargas (por
          confirmar) · experto en
          riego
      Lugar
        Salón de las Américas

    A1

    Fin.
    """)


def test_un_texto_largo_no_pasa_de_cien_caracteres_por_ancha_que_sea_la_pantalla() -> None:
    ficha = Ficha("A1", tuple(campo("Texto", "palabra " * 60)))
    lineas = en_pantalla(Respuesta((ficha,), []), 250)
    assert max(map(len, lineas[1:])) <= len(" Texto  ") + 100
