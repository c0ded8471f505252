"""Un plan inventado con todo lo que el de `data/` no tiene: avances, acuerdos, aplazamientos…"""

from collections.abc import Callable

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices

# Lo mínimo de que hablan muchas pruebas: un objetivo, quien lo sirve con dos citas y una sesión.
UN_OBJETIVO = """
programa: {titulo: Programa}
objetivos: [{id: A1, titulo: Leer, texto: Leer.}]
"""
CON_DOS_CITAS = """
actores:
  - {id: ILI, nombre: Instituto, objetivos: [{id: A1, cita: uno}, {id: a1, cita: dos}]}
"""
SIN_CITA_DOS_VECES = "actores: [{id: ILI, nombre: Instituto, objetivos: [A1, a1]}]"
UNA_SESION = """
plan: {titulo: Plan, periodo: 2030, comision: CB}
actividades:
  - {id: ACT-1, fecha: 2030-02, tipo: informal, titulo: Sesión, actores: [ILI]}
"""

OBJETIVOS = """
programa:
  titulo: Programa de Bibliotecas Escolares
  mandato: RES-10
grupos:
  A: Objetivos generales
objetivos:
  - {id: A1, titulo: Acceso a la lectura, texto: Acercar los libros a todos.}
  - id: B1
    titulo: Salas de lectura
    texto: |
      Abrir salas de lectura.

      Mantenerlas abiertas.
    nota: Así lo dice el original.
  - {id: B2, titulo: Formación del personal, texto: Formar a quien atiende las salas.}
  - id: B3
    titulo: Préstamo entre países
    texto: Facilitar el préstamo.
    motivo_sin_sesion: Lo trata otra comisión.
  - {id: B4, titulo: Archivos orales, texto: Grabar los relatos.}
"""

MANDATOS = """
mandatos:
  - id: RES-10
    resolucion: ASA/RES. 10 (I/30)
    organo: asamblea
    titulo: Programa de Bibliotecas Escolares
    seccion: Sección II
    parrafos: 1-9
    enlaces: {es: "https://ejemplo.org/es/10", en: "https://ejemplo.org/en/10"}
    nota: Revisada en 2029.
  - {id: RES-11, resolucion: ASA/RES. 11 (I/30), titulo: Lectura en voz alta}
"""

ACTORES = """
categorias: {B: Organismos especializados}
actores:
  - {id: CB, nombre: Comisión de Bibliotecas, transversal: sí, objetivos: [A1]}
  - {id: ASA, nombre: Asamblea, alias: [Asamblea de Estados, asamblea]}
  - id: ILI
    nombre: Instituto de la Lectura
    alias: [INLE]
    categoria: B
    funcion: Estudiar la lectura.
    mision: Abrir salas de lectura y formar a su personal.
    objetivos:
      - {id: B1, cita: Abrir salas de lectura}
      - B2
  - {id: RED, nombre: Red de Mujeres Lectoras, transversal: sí}
  - {id: MAE, nombre: Maestros, categoria: Z, colectivo: sí, objetivos: [B2]}
  - {id: ARC, nombre: Archivo Oral, mision: Grabar los relatos., objetivos: [B4], nota: Nuevo.}
  - {id: SEC, nombre: Secretaría de Apoyo}
"""

CALENDARIO = """
plan:
  titulo: Plan de trabajo
  periodo: 2030-2031
  comision: CB
  apoyo: [SEC]
  mandatos: [RES-10]
  zona_horaria: America/Lima
actividades:
  - id: ACT-1
    fecha: 2030-02-01
    tipo: circulacion
    titulo: Circulación del plan
    actores: [CB]
    objetivos: [B1]
    estado: realizada
  - id: ACT-2
    fecha: 2030-03-14
    hasta: 2030-03-15
    hora: "10:00-13:00"
    tipo: formal
    titulo: Sesión formal sobre las salas
    texto: Sesión de dos días.
    actores: [CB, inle, RED]
    invitados:
      - {nombre: Ana Núñez, actor: inle, cargo: Directora, estado: asistio, nota: O su suplente.}
      - {nombre: Luis Paz, actor: ILI, estado: confirmado}
      - {nombre: Eva Sol, estado: excusado}
    objetivos: [B3, b-1]
    mandatos: [{id: RES-10, parrafos: 4-6}, {id: RES-10, parrafos: "9"}, res11]
    estado: realizada
    fecha_prevista: 2030-02
    motivo: A petición de la Red.
    lugar: Salón Azul
    documentos:
      - {titulo: Nota conceptual, signatura: CB/doc.4/30, enlace: "https://ejemplo.org/nota"}
      - {titulo: Lista de salas}
    avances:
      - {objetivo: b1, actor: INLE, texto: Diez salas., enlace: "https://ejemplo.org/salas"}
      - {objetivo: B2, texto: Un curso.}
    acuerdos:
      - {texto: Remitir la guía., responsable: inle, plazo: 2030-05, cumplido: sí}
      - {texto: Buscar fondos.}
    nota: Hubo intérpretes.
    actualizado: 2030-03-16T10:30Z
  - id: ACT-3
    fecha: 2030-04
    tipo: informal
    titulo: Sesión sobre los relatos
    actores: [CB, ARC]
    objetivos: [B3]
    estado: aplazada
  - id: ACT-4
    fecha: 2030-05-20
    tipo: informal
    titulo: Sesión con invitados
    actores: [CB]
    invitados: [{nombre: Iris Mar, actor: ILI, estado: por_confirmar}]
    lugar: Salón Verde
  - id: ACT-5
    fecha: 2030-06
    tipo: formal
    titulo: Sesión de cierre
    objetivos: todos
    estado: cancelada
    motivo: Falta de quórum.
"""


@pytest.fixture(scope="session")
def indices(levantar: Callable[..., Indices]) -> Indices:
    """Las relaciones del plan inventado."""
    return levantar(objetivos=OBJETIVOS, mandatos=MANDATOS, actores=ACTORES, calendario=CALENDARIO)


@pytest.fixture(scope="session")
def cobertura(indices: Indices) -> Cobertura:
    """La cobertura del plan inventado."""
    return Cobertura(indices)
