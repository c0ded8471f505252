"""Un plan inventado que dice algo en todos los campos que el modelo tiene."""

OBJETIVOS = """
programa:
  titulo: Programa de Bibliotecas Escolares
  mandato: RES-10
  nota: El anexo lo titula de otro modo.
grupos: {A: Objetivos generales, B: Objetivos específicos}
objetivos:
  - id: A1
    titulo: Acceso a la lectura
    texto: |
      Acercar los libros a todos.

      Y que nadie se quede fuera.
    motivo_sin_sesion: Lo trata otra comisión.
    nota: El original trae una errata.
  - {id: B1, titulo: Salas de lectura, texto: Abrir salas de lectura & mantenerlas.}
  - {id: B2, titulo: Préstamo, texto: "Prestar: entre {{ países }} y <regiones>."}
"""

MANDATOS = """
mandatos:
  - id: RES-10
    resolucion: ASA/RES. 10 (I/30)
    organo: ASA
    titulo: Un programa para leer
    seccion: Sección segunda
    parrafos: 1, 4-6
    enlaces: {es: "https://ejemplo.org/es/10?a=1&b=2", en: "https://ejemplo.org/en/10"}
    nota: Revisada en la sesión anterior.
"""

ACTORES = """
categorias: {A: Órganos de la Asamblea, B: Organismos especializados}
actores:
  - {id: CB, nombre: Comisión de Bibliotecas, categoria: A, mision: Propone unas reuniones.}
  - {id: ASA, nombre: Asamblea, nota: Aprueba las resoluciones.}
  - id: ILI
    nombre: Instituto de la Lectura
    alias: [INLE]
    categoria: B
    transversal: no
    funcion: El Instituto estudia la lectura.
    mision: Le corresponde abrir las salas del norte.
    objetivos: [{id: B1, cita: abrir las salas del norte}]
    nota: El documento usa dos siglas.
  - id: RED
    nombre: Red de Mujeres Lectoras
    transversal: sí
    colectivo: sí
    funcion: La Red reúne a las lectoras.
"""

CALENDARIO = """
plan:
  titulo: Plan de trabajo de la Presidencia
  texto: PLAN DE TRAVAJO DE LA PRESIDENCIA
  actualizado: 2030-02-11T10:30Z
  periodo: 2030
  comision: CB
  presenta: Presidencia de la CB
  apoyo: [ILI]
  mandatos: [RES-10]
  zona_horaria: America/Lima
  nota: Se presenta en dos idiomas.
actividades:
  - id: ACT-1
    fecha: 2030-03-14
    hasta: 2030-03-15
    hora: "10:00-13:00"
    tipo: formal
    titulo: Salas de lectura
    texto: Sesión formal sobre las salas.
    actores: [CB, ILI, RED]
    invitados:
      - nombre: Ana Núñez
        actor: ILI
        cargo: Directora
        estado: por_confirmar
        nota: O su suplente.
      - {nombre: Eva Sol, estado: excusado}
    objetivos: [B2]
    mandatos: [{id: RES-10, parrafos: "4"}]
    estado: convocada
    fecha_prevista: 2030-02
    motivo: A petición de la Red.
    lugar: Salón Azul
    documentos: [{titulo: Nota conceptual, signatura: CB/doc.4/30, enlace: "https://ejemplo.org/n"}]
    avances: [{objetivo: B1, actor: ILI, texto: Diez salas., enlace: "https://ejemplo.org/s"}]
    acuerdos: [{texto: Remitir la guía., responsable: ILI, plazo: 2030-05, cumplido: sí}]
    nota: Hubo intérpretes.
    actualizado: 2030-03-16T10:30Z
  - {id: ACT-2, fecha: 2030-04, tipo: otra, titulo: Visita al archivo, objetivos: todos}
"""

COMPLETO = {
    "objetivos": OBJETIVOS,
    "mandatos": MANDATOS,
    "actores": ACTORES,
    "calendario": CALENDARIO,
}
