"""Los deslices de quien escribe YAML sin saber YAML: cada uno, con su sitio y su remedio.

En cada caso `⟦` y `⟧` encierran lo que ha de señalarse: es la línea que hay que tocar, que no
siempre es donde el lector se da cuenta.
"""
# ruff: noqa: E501 — los mensajes se leen mejor enteros

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from camctl.diagnostico import Diagnostico
from camctl.lectura import leer
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import Nombres
from camctl.lectura.sintaxis import diagnostico_de_sintaxis

REGISTRO = "actividades:\n  - id: ACT-1\n    titulo: Uno\n"

# De cada desliz: código, texto, mensaje y ayuda.
DESLICES: dict[str, tuple[str, str, str, str]] = {
    "tabulador en la sangría": (
        "L110",
        "actividades:\n  - id: ACT-1\n⟦\t⟧titulo: Uno\n",
        "hay un tabulador, y la sangría se hace con espacios",
        "bórrelo y escriba en su lugar 4 espacios",
    ),
    "tabuladores tras espacios": (
        "L110",
        "actividades:\n  - id: ACT-1\n  ⟦\t\t⟧titulo: Uno\n",
        "hay un tabulador, y la sangría se hace con espacios",
        "bórrelos y escriba en su lugar 4 espacios",
    ),
    "tabulador delante del primer guion": (
        "L110",
        "actividades:\n⟦\t⟧- id: ACT-1\n",
        "hay un tabulador, y la sangría se hace con espacios",
        "bórrelo y escriba en su lugar 2 espacios",
    ),
    "tabulador delante de otro guion": (
        "L110",
        f"{REGISTRO}⟦\t⟧- id: ACT-2\n",
        "hay un tabulador, y la sangría se hace con espacios",
        "bórrelo y escriba en su lugar 2 espacios",
    ),
    "tabulador tras el guion": (
        "L110",
        "actividades:\n  -⟦\t⟧id: ACT-1\n",
        "hay un tabulador donde va un espacio",
        "bórrelo y escriba un espacio",
    ),
    "tabulador en un texto de varias líneas": (
        "L110",
        "actividades:\n  - texto: >-\n      uno\n⟦\t⟧dos\n",
        "hay un tabulador, y la sangría se hace con espacios",
        "bórrelo y escriba en su lugar 4 espacios",
    ),
    "tabulador sin nada con que alinear": (
        "L110",
        "texto: >-\n uno\n⟦\t⟧dos\n",
        "hay un tabulador, y la sangría se hace con espacios",
        "bórrelo y escriba en su lugar espacios, como en las demás líneas",
    ),
    "dos puntos en un título": (
        "L111",
        "actividades:\n  - id: ACT-1\n    titulo: Préstamo⟦:⟧ causas y efectos\n    texto: x\n",
        "aquí hay dos puntos de más",
        'si son parte del texto, escriba: titulo: "Préstamo: causas y efectos"',
    ),
    "dos puntos y un comentario": (
        "L111",
        "titulo: A1⟦:⟧ acceso # el primero\n",
        "aquí hay dos puntos de más",
        'si son parte del texto, escriba: titulo: "A1: acceso"',
    ),
    "dos puntos y comillas dentro": (
        "L111",
        'titulo: El lema⟦:⟧ "leer"\n',
        "aquí hay dos puntos de más",
        "si son parte del texto, escriba: titulo: 'El lema: \"leer\"'",
    ),
    "dos puntos y comillas de las dos clases": (
        "L111",
        'titulo: Dice "it\'s"⟦:⟧ sí\n',
        "aquí hay dos puntos de más",
        'si son parte del texto, escriba: titulo: "Dice \\"it\'s\\": sí"',
    ),
    "dos puntos entre comillas de imprenta": (
        "L111",
        "titulo: “Préstamo⟦:⟧ causas”\n",
        "aquí hay dos puntos de más",
        'si son parte del texto, escriba: titulo: "Préstamo: causas"',
    ),
    "dos puntos en la segunda línea de un texto": (
        "L111",
        "titulo: Uno que\n  sigue así⟦:⟧ y acaba\n",
        "aquí hay dos puntos de más",
        "si son parte del texto, escriba «titulo: >-» y, debajo, el texto entero con más sangría",
    ),
    "dos puntos en un texto larguísimo": (
        "L111",
        f"titulo: Uno⟦:⟧ {'dos ' * 40}\n",
        "aquí hay dos puntos de más",
        f'si son parte del texto, escriba: titulo: "Uno: {("dos " * 14)[:54]}…"',
    ),
    "dos puntos tras un campo que no lo parece": (
        "L111",
        "«lema»: uno⟦:⟧ dos\n",
        "aquí hay dos puntos de más",
        "si son parte del texto, escriba el texto entero entre comillas",
    ),
    "dos puntos tras una lista": (
        "L111",
        "plan:\n  apoyo: [a, b]⟦:⟧ c\n",
        "aquí hay dos puntos de más",
        'si son parte del texto, escriba: apoyo: "[a, b]: c"',
    ),
    "dos puntos tras una lista vacía": (
        "L111",
        "plan:\n  apoyo: []⟦:⟧ c\n",
        "aquí hay dos puntos de más",
        'si son parte del texto, escriba: apoyo: "[]: c"',
    ),
    "dos puntos en la segunda línea del texto de un campo entre comillas": (
        "L111",
        '"titulo": Uno que\n  sigue así⟦:⟧ y acaba\n',
        "aquí hay dos puntos de más",
        "si son parte del texto, escriba «>-» y, debajo, el texto entero con más sangría",
    ),
    "dos puntos en un elemento de lista": (
        "L111",
        "alias: [a⟦:⟧]\n",
        "detrás de estos dos puntos falta un espacio con su valor",
        'si son parte de un texto, escríbalo entre comillas: "a:"',
    ),
    "dos campos en una línea": (
        "L111",
        f"{REGISTRO}  - id: ACT-2, titulo⟦:⟧ Dos\n",
        "aquí hay dos puntos de más",
        (
            'si son parte del texto, escriba: id: "ACT-2, titulo: Dos"; si son dos campos, cada uno '
            "en su línea: id: ACT-2 y titulo: Dos"
        ),
    ),
    "coma tras las comillas": (
        "L112",
        'plan:\n  titulo: "Uno"⟦,⟧\n  periodo: 2030\n',
        "sobra «,» detrás de las comillas",
        'escriba: titulo: "Uno"',
    ),
    "un enlace como los de las notas": (
        "L115",
        "enlace: [nota]⟦(⟧https://ejemplo.org/n.pdf)\n",
        "un enlace se escribe aquí sin el nombre entre corchetes",
        "deje solo la dirección: enlace: https://ejemplo.org/n.pdf",
    ),
    "apóstrofo entre comillas simples": (
        "L112",
        "titulo: 'l'⟦acceso a'⟧\n",
        "hay texto después de cerrar las comillas",
        'las comillas abarcan el texto entero; escriba: titulo: "l\'acceso a"',
    ),
    "comillas dobles entre dobles": (
        "L112",
        'titulo: "dice "⟦hola" y se va"⟧\n',
        "hay texto después de cerrar las comillas",
        "las comillas abarcan el texto entero; escriba: titulo: 'dice \"hola\" y se va'",
    ),
    "texto tras las comillas": (
        "L112",
        'titulo: "Uno" ⟦y dos⟧\n',
        "hay texto después de cerrar las comillas",
        "las comillas abarcan el texto entero; escriba: titulo: '\"Uno\" y dos'",
    ),
    "dos textos entre comillas": (
        "L112",
        "titulo: 'Uno' ⟦y 'dos'⟧\n",
        "hay texto después de cerrar las comillas",
        "las comillas abarcan el texto entero; escriba: titulo: \"'Uno' y 'dos'\"",
    ),
    "guion tras las comillas": (
        "L112",
        'titulo: "Uno" ⟦- dos⟧\n',
        "hay texto después de cerrar las comillas",
        "las comillas abarcan el texto entero; escriba: titulo: '\"Uno\" - dos'",
    ),
    "comillas sin cerrar": (
        "L112",
        'plan:\n  titulo: ⟦"⟧Sin cerrar\n  periodo: 2030\n',
        'las comillas (") que se abren aquí no se cierran',
        'ciérrelas donde acaba el texto: titulo: "Sin cerrar"',
    ),
    "comillas sin cerrar hasta las de otro registro": (
        "L112",
        'actividades:\n  - id: ACT-1\n    titulo: ⟦"⟧Uno\n  - id: ACT-2\n    titulo: "Dos"\n',
        'las comillas (") que se abren aquí no se cierran hasta la línea 5',
        'ciérrelas donde acaba el texto: titulo: "Uno"',
    ),
    "comillas que se cierran con otras": (
        "L112",
        "titulo: ⟦'⟧Uno”\nperiodo: 2030\n",
        "las comillas (') que se abren aquí no se cierran",
        'ciérrelas donde acaba el texto: titulo: "Uno"',
    ),
    "comillas sin cerrar ante otro documento": (
        "L112",
        'titulo: ⟦"⟧Uno\n---\n',
        'las comillas (") que se abren aquí no se cierran',
        'ciérrelas donde acaba el texto: titulo: "Uno"',
    ),
    "barra ante las comillas de cierre": (
        "L116",
        'lugar: "Sala⟦\\"⟧\nperiodo: 2030\n',
        "la barra inversa deja sin efecto las comillas de cierre",
        "escriba: lugar: 'Sala\\'",
    ),
    "arroba": (
        "L113",
        "lugar: ⟦@⟧sala\n",
        "un texto no puede empezar por «@» si no va entre comillas",
        'escriba: lugar: "@sala"',
    ),
    "acento grave como comillas": (
        "L113",
        "lugar: ⟦`⟧sala`\n",
        "un texto no puede empezar por «`» si no va entre comillas",
        'escriba: lugar: "sala"',
    ),
    "tanto por ciento": (
        "L113",
        "nota: ⟦%⟧ de asistencia\n",
        "un texto no puede empezar por «%» si no va entre comillas",
        'escriba: nota: "% de asistencia"',
    ),
    "asterisco suelto": (
        "L113",
        "nota: ⟦*⟧ pendiente\n",
        "un texto no puede empezar por «*» si no va entre comillas",
        'escriba: nota: "* pendiente"',
    ),
    "y comercial": (
        "L113",
        "nota: ⟦&⟧ otros\n",
        "un texto no puede empezar por «&» si no va entre comillas",
        'escriba: nota: "& otros"',
    ),
    "exclamación": (
        "L113",
        "nota: ⟦!⟧a!b c\n",
        "un texto no puede empezar por «!» si no va entre comillas",
        'escriba: nota: "!a!b c"',
    ),
    "exclamación y ángulo": (
        "L113",
        "nota: ⟦!⟧<x\n",
        "un texto no puede empezar por «!» si no va entre comillas",
        'escriba: nota: "!<x"',
    ),
    "exclamación y porcentaje": (
        "L113",
        "nota: ⟦!⟧%zz\n",
        "un texto no puede empezar por «!» si no va entre comillas",
        'escriba: nota: "!%zz"',
    ),
    "interrogación": (
        "L113",
        "nota: ⟦?⟧ por ver\n",
        "un texto no puede empezar por «?» si no va entre comillas",
        'escriba: nota: "? por ver"',
    ),
    "coma": (
        "L113",
        "nota: ⟦,⟧ y más\n",
        "un texto no puede empezar por «,» si no va entre comillas",
        'escriba: nota: ", y más"',
    ),
    "signo en una lista": (
        "L113",
        "alias: [uno, ⟦@⟧dos, tres]\n",
        "un texto no puede empezar por «@» si no va entre comillas",
        'escriba: "@dos"',
    ),
    "guion tras el campo": (
        "L113",
        "actores: ⟦-⟧ CB\n",
        "un guion no puede ir en la misma línea que el nombre del campo",
        'si es una lista, escriba: actores: [CB]; si es un texto, escriba: actores: "- CB"',
    ),
    "lista de guiones en una línea": (
        "L113",
        "actores: ⟦-⟧ CB - ILI\n",
        "un guion no puede ir en la misma línea que el nombre del campo",
        'si es una lista, escriba: actores: [CB, ILI]; si es un texto, escriba: actores: "- CB - ILI"',
    ),
    "lista de guiones tras un campo entre comillas": (
        "L113",
        '"actores": ⟦-⟧ CB\n',
        "un guion no puede ir en la misma línea que el nombre del campo",
        (
            "si es una lista, escriba cada elemento en su propia línea, debajo y con más sangría; si es "
            'un texto, escriba: "- CB"'
        ),
    ),
    "lista larguísima de guiones en una línea": (
        "L113",
        f"actores: ⟦-⟧ {' - '.join(['Biblioteca'] * 9)}\n",
        "un guion no puede ir en la misma línea que el nombre del campo",
        (
            "si es una lista, escriba cada elemento en su propia línea, debajo y con más sangría; si es "
            'un texto, escriba: actores: "- Biblioteca - Biblioteca - Biblioteca - Biblioteca - Bibli…"'
        ),
    ),
    "ficha tras el campo": (
        "L113",
        "invitados: ⟦-⟧ nombre: Ana\n",
        "un guion no puede ir en la misma línea que el nombre del campo",
        (
            "si es una lista, escriba cada elemento en su propia línea, debajo y con más sangría; si es "
            'un texto, escriba: invitados: "- nombre: Ana"'
        ),
    ),
    "guion por nada": (
        "L113",
        "lugar: ⟦-⟧\n",
        "un guion a solas no es un valor",
        "si no hay nada que poner, borre el guion",
    ),
    "viñeta": (
        "L113",
        "actividades:\n  ⟦•⟧ id: ACT-1\n    titulo: Uno\n",
        "las listas se hacen con guiones corrientes (-), y aquí hay «•»",
        "escriba: - id: ACT-1",
    ),
    "viñeta pegada": (
        "L113",
        "actividades:\n  ⟦•⟧id: ACT-1\n    titulo: Uno\n",
        "las listas se hacen con guiones corrientes (-), y aquí hay «•»",
        "escriba: - id: ACT-1",
    ),
    "viñeta pegada en un campo": (
        "L113",
        "actividades:\n  ⟦▪⟧id: ACT-1\n",
        "las listas se hacen con guiones corrientes (-), y aquí hay «▪»",
        "escriba: - id: ACT-1",
    ),
    "raya por guion": (
        "L113",
        f"{REGISTRO}  ⟦–⟧ id: ACT-2\n    titulo: Dos\n",
        "las listas se hacen con guiones corrientes (-), y aquí hay «–»",
        "escriba: - id: ACT-2",
    ),
    "una negrita de otro programa": (
        "L113",
        "plan:\n  ⟦*⟧*Nota**: x\n",
        "un texto no puede empezar por «*» si no va entre comillas",
        'escriba: "**Nota**: x"',
    ),
    "asterisco por guion": (
        "L113",
        "actividades:\n  ⟦*⟧ id: ACT-1\n",
        "las listas se hacen con guiones corrientes (-), y aquí hay «*»",
        "escriba: - id: ACT-1",
    ),
    "texto detrás de >": (
        "L113",
        "texto: ⟦>-⟧ Un texto\n  que sigue\n",
        "detrás de «>-» no va nada más en la misma línea",
        (
            "escriba el texto en la línea siguiente, con más sangría; si «>-» es parte del texto, "
            "escríbalo entre comillas"
        ),
    ),
    "texto detrás de |": (
        "L113",
        "texto: ⟦|⟧ Un texto\n",
        "detrás de «|» no va nada más en la misma línea",
        (
            "escriba el texto en la línea siguiente, con más sangría; si «|» es parte del texto, "
            "escríbalo entre comillas"
        ),
    ),
    "cifra detrás de |": (
        "L113",
        "texto: ⟦|0⟧\n  Un texto\n",
        "detrás de «|0» no va nada más en la misma línea",
        (
            "escriba el texto en la línea siguiente, con más sangría; si «|0» es parte del texto, "
            "escríbalo entre comillas"
        ),
    ),
    "menos sangría": (
        "L114",
        "actividades:\n  - id: ACT-1\n   ⟦titulo: Uno⟧\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "alinéela con «id», de la línea 2: escríbala con 4 espacios delante",
    ),
    "la sangría del guion": (
        "L114",
        "actividades:\n  - id: ACT-1\n  ⟦titulo: Uno⟧\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "alinéela con «id», de la línea 2: escríbala con 4 espacios delante",
    ),
    "más sangría": (
        "L114",
        "actividades:\n  - id: ACT-1\n     ⟦titulo⟧: Uno\n",
        "«titulo» tiene más sangría que los demás campos de su ficha",
        (
            "alinéela con «id», de la línea 2: escríbala con 4 espacios delante; si es parte del texto "
            "de arriba, escriba ese texto entero entre comillas"
        ),
    ),
    "más sangría tras comillas": (
        "L114",
        'titulo: "Uno"\n ⟦periodo: 2030⟧\n',
        "esta línea no está alineada con las de su ficha o su lista",
        "alinéela con «titulo», de la línea 1: escríbala sin espacios delante",
    ),
    "guion con menos sangría": (
        "L114",
        f"{REGISTRO} ⟦- id: ACT-2⟧\n    titulo: Dos\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "alinéela con el guion de la línea 2: escríbala con 2 espacios delante",
    ),
    "guion con más sangría": (
        "L114",
        f"{REGISTRO}    ⟦- id: ACT-2⟧\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "alinéela con el guion de la línea 2: escríbala con 2 espacios delante",
    ),
    "un corchete sin cerrar tras un campo entre comillas": (
        "L115",
        '"apoyo": ⟦[⟧CB, SBP\n',
        "el corchete que se abre aquí no se cierra",
        "ciérrelo con «]» detrás de su último elemento: [CB, SBP]; si ocupa varias líneas, todas "
        "acaban en coma; si es un texto, va entre comillas",
    ),
    "un corchete de más y un texto": (
        "L115",
        "apoyo: [CB, SBP]⟦]⟧ y más\n",
        "aquí sobra «]»",
        "bórrelo; escriba: apoyo: [CB, SBP]; si es parte de un texto, escriba el texto entero entre "
        'comillas: apoyo: "[CB, SBP]] y más"',
    ),
    "otro campo detrás de una lista": (
        "L115",
        "mandatos: [AG-101] ⟦actividades⟧:\n",
        "«actividades» empieza detrás de lo que ya se cerró, y cada campo va en su línea",
        "páselo a la línea siguiente: actividades:",
    ),
    "otro campo detrás de una lista y un punto y coma": (
        "L115",
        "actores: [CB]; ⟦objetivos⟧: todos\n",
        "«objetivos» empieza detrás de lo que ya se cerró, y cada campo va en su línea",
        "páselo a la línea siguiente: objetivos: todos",
    ),
    "otro elemento detrás de una lista": (
        "L115",
        "apoyo: [CB] ⟦S⟧BP\n",
        "aquí sobra «S»",
        "si es parte de lo que se cierra, va dentro: apoyo: [CB, SBP]; si no, bórrelo; si es parte "
        'de un texto, escriba el texto entero entre comillas: apoyo: "[CB] SBP"',
    ),
    "otra lista detrás de una lista y una coma": (
        "L115",
        "apoyo: [CB]⟦,⟧ [SBP]\n",
        "aquí sobra «,»",
        "si es parte de lo que se cierra, va dentro: apoyo: [CB, SBP]; si no, bórrelo; si es parte "
        'de un texto, escriba el texto entero entre comillas: apoyo: "[CB], [SBP]"',
    ),
    "algo detrás de una ficha": (
        "L115",
        "plan: {titulo: x} ⟦y⟧ más\n",
        "aquí sobra «y»",
        "si es parte de lo que se cierra, va dentro; si no, bórrelo; si es parte de un texto, "
        'escriba el texto entero entre comillas: plan: "{titulo: x} y más"',
    ),
    "una coma delante del primero": (
        "L115",
        "apoyo: [⟦,⟧ CB, SBP]\n",
        "aquí sobra «,»",
        "bórrela; escriba: apoyo: [CB, SBP]; si es parte de un texto, escriba el texto entero entre "
        'comillas: apoyo: "[, CB, SBP]"',
    ),
    "un corchete de más en una lista larguísima": (
        "L115",
        f"apoyo: [{', '.join(['Biblioteca'] * 9)}]⟦]⟧\n",
        "aquí sobra «]»",
        "bórrelo; si es parte de un texto, escriba el texto entero entre comillas: apoyo: "
        '"[Biblioteca, Biblioteca, Biblioteca, Biblioteca, Biblioteca…"',
    ),
    "un corchete por todo valor": (
        "L115",
        "titulo: ⟦]⟧\n",
        "aquí sobra «]»",
        'bórrelo; si es parte de un texto, escriba el texto entero entre comillas: titulo: "]"',
    ),
    "un corchete entre llaves": (
        "L115",
        "plan: {titulo: ⟦]⟧\n",
        "aquí sobra «]»",
        "bórrelo; si es parte de un texto, escriba el texto entero entre comillas: plan: "
        '"{titulo: ]"',
    ),
    "un texto que empieza por un corchete entre llaves": (
        "L115",
        "plan: {\n  titulo: ⟦]⟧x\n}\n",
        "aquí sobra «]»",
        'bórrelo; si es parte de un texto, escriba el texto entero entre comillas: titulo: "]x"',
    ),
    "una coma de más al principio de una línea": (
        "L115",
        "apoyo: [CB,\n  ⟦,⟧ SA]\n",
        "aquí sobra «,»",
        "bórrela; escriba: SA]; si es parte de un texto, escriba el texto entero entre comillas",
    ),
    "una coma de más en su línea": (
        "L115",
        "apoyo: [CB,\n  ⟦,⟧\n  SA]\n",
        "aquí sobra «,»",
        "bórrelo; si es parte de un texto, escriba el texto entero entre comillas",
    ),
    "una coma que falta tras unas comillas": (
        "L115",
        "alias: [uno, 'dos'⟦t⟧res]\n",
        "aquí falta una coma, o unas comillas que abarquen el texto entero",
        "si falta la coma, escriba: alias: [uno, 'dos', tres]; un texto con dos puntos, comas o "
        "comillas va entero entre comillas",
    ),
    "una coma que falta al final de una línea": (
        "L115",
        "apoyo: ⟦[⟧'CB'\n  'SBP']\n",
        "el corchete que se abre aquí no se cierra",
        "ciérrelo con «]» detrás de su último elemento: apoyo: ['CB']; si ocupa varias líneas, todas "
        "acaban en coma; si es un texto, va entre comillas",
    ),
    "un corchete de más en su línea": (
        "L115",
        "plan:\n  apoyo: [\n    CB,\n  ]\n  ⟦]⟧\n",
        "aquí sobra «]»",
        "bórrelo; si es parte de un texto, escriba el texto entero entre comillas",
    ),
    "texto con menos sangría que empieza por una coma": (
        "L114",
        "plan:\n  texto: >-\n      uno\n    ⟦, dos⟧\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "si sigue el texto de arriba, escríbala con 6 espacios delante",
    ),
    "la primera línea con sangría": (
        "L114",
        " plan: {titulo: x}\n⟦actividades: []⟧\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "alinéela con «plan», de la línea 1: escríbala con 1 espacio delante",
    ),
    "texto de bloque con menos sangría": (
        "L114",
        "plan:\n  texto: >-\n      uno\n    ⟦dos⟧\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "si sigue el texto de arriba, escríbala con 6 espacios delante",
    ),
    "lista tras un campo sin sangría": (
        "L114",
        f"{REGISTRO}texto: x\n  ⟦-⟧ id: ACT-2\n",
        "aquí empieza un elemento de una lista, y encima no hay ninguna lista abierta",
        "alinee el guion con los de su lista; revise también la sangría de la línea 4",
    ),
    "lista y ficha mezcladas": (
        "L114",
        "plan: x\n⟦- id: ACT-1⟧\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "los campos de un registro empiezan en la misma columna, y los guiones de una lista, también",
    ),
    "corchete sin cerrar": (
        "L115",
        "plan:\n  apoyo: ⟦[⟧CB, SBP\n  periodo: 2030\n",
        "el corchete que se abre aquí no se cierra",
        (
            "ciérrelo con «]» detrás de su último elemento: apoyo: [CB, SBP]; si ocupa varias líneas, "
            "todas acaban en coma; si es un texto, va entre comillas"
        ),
    ),
    "corchete cerrado con paréntesis": (
        "L115",
        "apoyo: ⟦[⟧CB, SBP)\nperiodo: 2030\n",
        "el corchete que se abre aquí no se cierra",
        (
            "ciérrelo con «]» detrás de su último elemento: apoyo: [CB, SBP]; si ocupa varias líneas, "
            "todas acaban en coma; si es un texto, va entre comillas"
        ),
    ),
    "corchete sin cerrar al final": (
        "L115",
        "apoyo: ⟦[⟧\n",
        "el corchete que se abre aquí no se cierra",
        (
            "ciérrelo con «]» detrás de su último elemento; si ocupa varias líneas, todas acaban en "
            "coma; si es un texto, va entre comillas"
        ),
    ),
    "llave sin cerrar": (
        "L115",
        "plan: ⟦{⟧titulo: x\nactividades: []\n",
        "la llave que se abre aquí no se cierra",
        (
            "ciérrela con «}» detrás de su último elemento: plan: {titulo: x}; si ocupa varias líneas, "
            "todas acaban en coma; si es un texto, va entre comillas"
        ),
    ),
    "corchete cerrado con llave": (
        "L115",
        "apoyo: [CB⟦}⟧\n",
        "lo que se abre con «[» no se cierra con «}»",
        "escriba «]» en su lugar",
    ),
    "llave cerrada con corchete": (
        "L115",
        "plan: {titulo: x⟦]⟧\n",
        "lo que se abre con «{» no se cierra con «]»",
        "escriba «}» en su lugar",
    ),
    "corchete de más": (
        "L115",
        "apoyo: [CB, SBP]⟦]⟧\n",
        "aquí sobra «]»",
        (
            "bórrelo; escriba: apoyo: [CB, SBP]; si es parte de un texto, escriba el texto entero "
            'entre comillas: apoyo: "[CB, SBP]]"'
        ),
    ),
    "punto tras un corchete": (
        "L115",
        "apoyo: [CB, SBP]⟦.⟧\n",
        "aquí sobra «.»",
        (
            "bórrelo; escriba: apoyo: [CB, SBP]; si es parte de un texto, escriba el texto entero "
            'entre comillas: apoyo: "[CB, SBP]."'
        ),
    ),
    "registros debajo de una lista vacía": (
        "L115",
        "plan: {titulo: x}\nactividades: ⟦[]⟧\n  - id: ACT-1\n",
        "«[]» dice que «actividades» está vacío, y debajo hay más",
        "bórrelo; escriba: actividades:",
    ),
    "coma de más": (
        "L115",
        "apoyo: [CB, ⟦,⟧ SBP]\n",
        "aquí sobra «,»",
        (
            "bórrela; escriba: apoyo: [CB, SBP]; si es parte de un texto, escriba el texto entero "
            'entre comillas: apoyo: "[CB, , SBP]"'
        ),
    ),
    "falta una coma": (
        "L115",
        "alias: [uno, 'dos' ⟦t⟧res]\n",
        "aquí falta una coma, o unas comillas que abarquen el texto entero",
        (
            "si falta la coma, escriba: alias: [uno, 'dos', tres]; un texto con dos puntos, comas o "
            "comillas va entero entre comillas"
        ),
    ),
    "dos puntos en un texto entre llaves": (
        "L115",
        "documentos: [{titulo: Nota⟦:⟧ uno, signatura: x}]\n",
        "aquí hay dos puntos de más, o falta una coma antes",
        (
            'escriba: documentos: [{titulo: "Nota: uno", signatura: x}]; un texto con dos puntos, '
            "comas o comillas va entero entre comillas"
        ),
    ),
    "falta una coma entre campos": (
        "L115",
        "plan: {titulo: x periodo⟦:⟧ 2030}\n",
        "aquí hay dos puntos de más, o falta una coma antes",
        (
            "si falta la coma, escriba: plan: {titulo: x, periodo: 2030}; un texto con dos puntos, "
            "comas o comillas va entero entre comillas"
        ),
    ),
    "falta una coma en una línea larguísima": (
        "L115",
        f"plan: {{titulo: {'x' * 90} periodo⟦:⟧ 2030}}\n",
        "aquí hay dos puntos de más, o falta una coma antes",
        (
            'separe los elementos con comas: [B1, B8], {id: B8, cita: "…"}; un texto con dos puntos, '
            "comas o comillas va entero entre comillas"
        ),
    ),
    "barra inversa": (
        "L116",
        'lugar: "C:⟦\\d⟧atos"\n',
        "dentro de comillas dobles, «\\d» no significa nada",
        "use comillas simples: lugar: 'C:\\datos'",
    ),
    "barra inversa y u": (
        "L116",
        'lugar: "C:⟦\\u⟧suarios"\n',
        "dentro de comillas dobles, «\\u» no significa nada",
        "use comillas simples: lugar: 'C:\\usuarios'",
    ),
    "barra inversa y número imposible": (
        "L116",
        'lugar: "⟦\\u⟧D800"\n',
        "dentro de comillas dobles, «\\u» no significa nada",
        "use comillas simples: lugar: '\\uD800'",
    ),
    "sin espacio tras los dos puntos": (
        "L117",
        "actividades:\n  - id: ACT-1\n    ⟦titulo:⟧Uno\n    texto: x\n",
        "detrás de «titulo:» falta un espacio",
        "escriba: titulo: Uno",
    ),
    "sin espacio tras los dos puntos del primer campo": (
        "L117",
        "actividades:\n  - ⟦id:⟧ACT-1\n    titulo: Uno\n",
        "detrás de «id:» falta un espacio",
        "escriba: id: ACT-1",
    ),
    "sin espacio tras los dos puntos en la primera línea": (
        "L117",
        "⟦titulo:⟧x\nperiodo: 2030\n",
        "detrás de «titulo:» falta un espacio",
        "escriba: titulo: x",
    ),
    "sin dos puntos": (
        "L117",
        "actividades:\n  - id: ACT-1\n    ⟦titulo Uno⟧\n    texto: x\n",
        "esta línea no es «campo: valor»",
        (
            "si «titulo» es un campo, escriba: titulo: Uno; si sigue el texto de la línea de arriba, "
            "escríbalo en ella: id: ACT-1 titulo Uno"
        ),
    ),
    "sin dos puntos ante una lista": (
        "L117",
        "⟦actividades⟧\n  - id: ACT-1\n",
        "esta línea no es «campo: valor»",
        (
            "si «actividades» es un campo, escriba «actividades:» y su valor; si sigue el texto de la "
            "línea de arriba, dele más sangría que a su campo"
        ),
    ),
    "una fila pegada de una hoja de cálculo": (
        "L117",
        f"{REGISTRO}⟦ACT-7\t14/3/2030\tinformal\tSesión⟧\n  - id: ACT-2\n",
        "esta línea no es «campo: valor»",
        "parece una fila copiada de una tabla: aquí cada dato va en su línea, con el nombre de su "
        "campo",
    ),
    "una fila de una tabla de Markdown": (
        "L113",
        f"{REGISTRO}⟦|⟧ ACT-7 | 14/3/2030 | informal |\n  - id: ACT-2\n",
        "detrás de «|» no va nada más en la misma línea",
        "parece una fila copiada de una tabla: aquí cada dato va en su línea, con el nombre de su "
        "campo",
    ),
    "sin dos puntos en una línea larga": (
        "L117",
        f"{REGISTRO}    ⟦nota {'largo ' * 20}fin⟧\n",
        "esta línea no es «campo: valor»",
        (
            "si sigue el texto de la línea de arriba, dele más sangría que a su campo; si «nota» es un "
            f"campo, escriba: nota: {('largo ' * 10)[:59]}…"
        ),
    ),
    "un signo igual en una línea larga": (
        "L117",
        f"plan:\n  ⟦titulo =⟧ {'largo ' * 20}fin\n  periodo: 2030\n",
        "detrás de «titulo» van dos puntos y un espacio",
        f"escriba: titulo: {('largo ' * 10)[:59]}…",
    ),
    "un igual por dos puntos": (
        "L117",
        "plan:\n  ⟦titulo =⟧ x\n  periodo: 2030\n",
        "detrás de «titulo» van dos puntos y un espacio",
        "escriba: titulo: x",
    ),
    "un título en dos líneas": (
        "L117",
        f"{REGISTRO}    ⟦con el ILI⟧\n    tipo: otra\n",
        "esta línea no es «campo: valor»",
        (
            "si sigue el texto de la línea de arriba, escríbalo en ella: titulo: Uno con el ILI; "
            "si «con» es un campo, escriba: con: el ILI"
        ),
    ),
    "un título en dos líneas, la segunda sin sangría": (
        "L117",
        "plan:\n  titulo: Uno\n⟦con el ILI⟧\n",
        "esta línea no es «campo: valor»",
        (
            "si sigue el texto de la línea de arriba, escríbalo en ella: titulo: Uno con el ILI; "
            "si «con» es un campo, escriba: con: el ILI"
        ),
    ),
    "un título entre comillas en dos líneas": (
        "L117",
        'titulo: "Uno"\n⟦con el ILI⟧\n',
        "esta línea no es «campo: valor»",
        (
            "si sigue el texto de la línea de arriba, dele más sangría que a su campo; "
            "si «con» es un campo, escriba: con: el ILI"
        ),
    ),
    "un título en dos líneas de un campo entre comillas": (
        "L117",
        '"titulo": Uno\n⟦con el ILI⟧\n',
        "esta línea no es «campo: valor»",
        (
            "si sigue el texto de la línea de arriba, dele más sangría que a su campo; "
            "si «con» es un campo, escriba: con: el ILI"
        ),
    ),
    "un título en la línea de debajo": (
        "L117",
        "plan:\n  titulo:\n  ⟦Plan de trabajo⟧\n  periodo: 2030\n",
        "esta línea no es «campo: valor»",
        (
            "si sigue el texto de la línea de arriba, escríbalo en ella: titulo: Plan de trabajo; "
            "si «Plan» es un campo, escriba: Plan: de trabajo"
        ),
    ),
    "un bloque sin sangría": (
        "L117",
        "plan:\n  texto: >-\n  ⟦Plan de trabajo⟧\n  periodo: 2030\n",
        "esta línea no es «campo: valor»",
        (
            "si es el texto de «texto», escríbala con 4 espacios delante; "
            "si «Plan» es un campo, escriba: Plan: de trabajo"
        ),
    ),
    "la segunda línea de un bloque sin sangría": (
        "L117",
        "plan:\n  texto: >-\n      Plan de\n  ⟦trabajo del año⟧\n  periodo: 2030\n",
        "esta línea no es «campo: valor»",
        (
            "si sigue el texto de la línea de arriba, escríbala con 6 espacios delante; "
            "si «trabajo» es un campo, escriba: trabajo: del año"
        ),
    ),
    "sin dos puntos, y el campo se usa en otro sitio": (
        "L117",
        f"{REGISTRO}  - id: ACT-2\n    tipo: otra\n    ⟦titulo Dos⟧\n    texto: x\n",
        "esta línea no es «campo: valor»",
        (
            "si «titulo» es un campo, escriba: titulo: Dos; si sigue el texto de la línea de "
            "arriba, escríbalo en ella: tipo: otra titulo Dos"
        ),
    ),
    "un guion por dos puntos": (
        "L117",
        f"{REGISTRO}    ⟦lugar -⟧ Sala 1\n    texto: x\n",
        "detrás de «lugar» van dos puntos y un espacio",
        "escriba: lugar: Sala 1",
    ),
    "un punto y coma por dos puntos": (
        "L117",
        f"{REGISTRO}    ⟦lugar;⟧ Sala 1\n    texto: x\n",
        "detrás de «lugar» van dos puntos y un espacio",
        "escriba: lugar: Sala 1",
    ),
    "un guion delante de un campo": (
        "L114",
        f"{REGISTRO}    ⟦-⟧ lugar: Sala 1\n",
        "sobra el guion: delante de «lugar» no empieza otro registro",
        (
            "si es un campo del registro de arriba, escriba: lugar: Sala 1; si empieza otro, "
            "alinee su guion con los de los demás"
        ),
    ),
    "un guion delante de un campo que otro registro tiene": (
        "L114",
        f"{REGISTRO}    lugar: x\n  - id: ACT-2\n    titulo: Dos\n    ⟦-⟧ lugar: Sala 1\n",
        "sobra el guion: delante de «lugar» no empieza otro registro",
        (
            "si es un campo del registro de arriba, escriba: lugar: Sala 1; si empieza otro, "
            "alinee su guion con los de los demás"
        ),
    ),
    "más sangría tras un texto entre comillas de dos líneas": (
        "L114",
        'plan:\n  texto: "uno\n    dos"\n    ⟦apoyo: CB⟧\n',
        "esta línea no está alineada con las de su ficha o su lista",
        "alinéela con «texto», de la línea 2: escríbala con 2 espacios delante",
    ),
    "un guion delante de lo que no es un campo": (
        "L114",
        f"{REGISTRO}    ⟦- ¿lugar?: Sala 1⟧\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "alinéela con el guion de la línea 2: escríbala con 2 espacios delante",
    ),
    "un guion lejos de todo": (
        "L114",
        REGISTRO + "#\n" * 50 + "    ⟦- lugar: Sala 1⟧\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "los campos de un registro empiezan en la misma columna, y los guiones de una lista, también",
    ),
    "una lista con menos sangría que su nombre": (
        "L114",
        "    actividades:\n  ⟦- id: ACT-1⟧\n",
        "esta línea no está alineada con las de su ficha o su lista",
        "los campos de un registro empiezan en la misma columna, y los guiones de una lista, también",
    ),
    "un guion bajo un campo que no es suyo": (
        "L114",
        f"{REGISTRO}texto: Uno\n   ⟦-⟧ lugar: Sala 1\n",
        "aquí empieza un elemento de una lista, y encima no hay ninguna lista abierta",
        "alinéela con el guion de la línea 2: escríbala con 2 espacios delante; revise también la "
        "sangría de la línea 4",
    ),
    "un texto detrás de una sección entre comillas": (
        "L114",
        '"plan": Plan 2030\n  ⟦titulo⟧: x\n',
        "«titulo» tiene más sangría que los demás campos de su ficha",
        "alinéela con el campo de arriba; si es parte del texto de arriba, escriba ese texto entero "
        "entre comillas",
    ),
    "un texto detrás de una sección": (
        "L114",
        "plan: Plan 2030\n  ⟦titulo⟧: x\n",
        "«titulo» es un campo de «plan», que lleva ya un texto detrás",
        "borre el texto de la línea 1; escriba: plan:",
    ),
    "una raya pegada al campo": (
        "L113",
        "actividades:\n  ⟦–⟧id: ACT-1\n",
        "las listas se hacen con guiones corrientes (-), y aquí hay «–»",
        "escriba: - id: ACT-1",
    ),
    "un guion pegado al único campo": (
        "L117",
        "actividades:\n  ⟦-⟧id: ACT-1\n",
        "detrás del guion falta un espacio",
        "escriba: - id: ACT-1",
    ),
    "texto sin sangría": (
        "L117",
        "plan:\n  texto: uno\n  ⟦«dos» y tres⟧\n  periodo: 2030\n",
        "esta línea no es «campo: valor»",
        (
            "si sigue el texto de la línea de arriba, escríbalo en ella: texto: uno «dos» y tres; "
            "si es un campo, escriba su nombre, dos puntos, un espacio y el valor"
        ),
    ),
    "una hora sin sangría": (
        "L117",
        "plan:\n  texto: de\n  ⟦10:30 a 12:00⟧\n  periodo: 2030\n",
        "esta línea no es «campo: valor»",
        "si sigue el texto de la línea de arriba, escríbalo en ella: texto: de 10:30 a 12:00; "
        "si es un campo, escriba su nombre, dos puntos, un espacio y el valor",
    ),
    "sin espacio tras el guion": (
        "L117",
        "actividades:\n  ⟦-⟧id: ACT-1\n    titulo: Uno\n",
        "detrás del guion falta un espacio",
        "escriba: - id: ACT-1",
    ),
    "sin espacio tras otro guion": (
        "L117",
        f"{REGISTRO}  ⟦-⟧id: ACT-2\n    titulo: Dos\n",
        "detrás del guion falta un espacio",
        "escriba: - id: ACT-2",
    ),
    "dos puntos sin campo": (
        "L117",
        "titulo: x\n⟦:⟧ 2030\n",
        "falta el nombre del campo delante de los dos puntos",
        "escriba el campo, dos puntos, un espacio y su valor; por ejemplo, titulo: …",
    ),
    "espacio raro tras los dos puntos": (
        "L118",
        "titulo:⟦\u00a0⟧x\nperiodo: 2030\n",
        "hay un espacio que no es corriente: se ve igual, y no vale",
        "bórrelo y use la barra espaciadora; suelen venir de Word o de una página web",
    ),
    "espacios raros en la sangría": (
        "L118",
        "actividades:\n  - id: ACT-1\n⟦\u00a0\u00a0\u00a0\u00a0⟧titulo: Uno\n",
        "hay espacios que no son corrientes: se ven igual, y no valen",
        "bórrelos y use la barra espaciadora; suelen venir de Word o de una página web",
    ),
    "espacio raro tras los de verdad": (
        "L118",
        "plan:\n  ⟦\u202f⟧titulo: x\n",
        "hay un espacio que no es corriente: se ve igual, y no vale",
        "bórrelo y use la barra espaciadora; suelen venir de Word o de una página web",
    ),
    "espacio raro tras el guion": (
        "L118",
        "actividades:\n  -⟦\u00a0⟧id: ACT-1\n    titulo: Uno\n",
        "hay un espacio que no es corriente: se ve igual, y no vale",
        "bórrelo y use la barra espaciadora; suelen venir de Word o de una página web",
    ),
    "tres guiones": (
        "L123",
        "plan: {titulo: x}\n⟦---⟧\nactividades: []\n",
        "los tres guiones (---) empiezan otro archivo dentro de este; lo que sigue no se lee",
        "borre la línea, o lleve lo que sigue a su propio archivo",
    ),
    "tres puntos": (
        "L123",
        "plan: {titulo: x}\n⟦...⟧\nactividades: []\n",
        "los tres puntos (...) dan por acabado el archivo, y detrás hay más; lo que sigue no se lee",
        "borre la línea, o lleve lo que sigue a su propio archivo",
    ),
    "tres puntos al principio": (
        "L123",
        "⟦...⟧\nplan: {titulo: x}\n",
        "los tres puntos (...) dan por acabado el archivo, y detrás hay más; lo que sigue no se lee",
        "borre la línea, o lleve lo que sigue a su propio archivo",
    ),
}


# Dos versiones que se juntaron sin elegir entre ellas: caigan donde caigan, se dice lo mismo.

DOS_VERSIONES = (
    "entre esta línea y la {} hay dos versiones de lo mismo, que se juntaron sin elegir entre ellas"
)
UNA_DE_LAS_DOS = (
    "deje una de las dos y borre las líneas que empiezan por «<<<<<<<», «=======» y «>>>>>>>»"
)
UNA_MARCA = "es una marca de dos versiones del archivo que se juntaron sin elegir entre ellas"
FUSIONES: dict[str, tuple[str, int]] = {
    "entre registros": (
        f"{REGISTRO}⟦<<<<<<< HEAD⟧\n  - id: ACT-2\n=======\n  - id: ACT-3\n>>>>>>> otra\n",
        8,
    ),
    "en un campo": (f"{REGISTRO}⟦<<<<<<< HEAD⟧\n    a: 1\n=======\n    a: 2\n>>>>>>> otra\n", 8),
    "en un texto": (
        f"{REGISTRO}    texto: >-\n⟦<<<<<<< HEAD⟧\n      uno\n=======\n      dos\n>>>>>>> otra\n",
        9,
    ),
    "en mitad de un texto": (
        f"{REGISTRO}    texto: >-\n      cero\n⟦<<<<<<< HEAD⟧\n      uno\n=======\n>>>>>>> otra\n",
        9,
    ),
    "en una lista": (
        f"{REGISTRO}    actores:\n      - CB\n⟦<<<<<<< HEAD⟧\n      - ILI\n=======\n>>>>>>> otra\n",
        9,
    ),
    "en un comentario": ("⟦<<<<<<< HEAD⟧\n# uno\n=======\n# dos\n>>>>>>> otra\na: 1\n", 5),
    "en una sección": ("⟦<<<<<<< HEAD⟧\na: 1\n=======\na: 2\n>>>>>>> otra\n", 5),
    "donde el lector se detiene": (
        " a: 1\n⟦<<<<<<< HEAD⟧\n b: 2\n=======\n b: 3\n>>>>>>> otra\n",
        6,
    ),
    "sin nombres": (f"{REGISTRO}⟦<<<<<<<⟧\n    a: 1\n=======\n    a: 2\n>>>>>>>\n", 8),
}


@pytest.mark.parametrize("caso", FUSIONES.values(), ids=FUSIONES)
@pytest.mark.parametrize("salto", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_dos_versiones_sin_elegir(caso: tuple[str, int], salto: str) -> None:
    marcado, ultima = caso
    test_desliz(("L130", marcado, DOS_VERSIONES.format(ultima), UNA_DE_LAS_DOS), salto)


def test_unas_marcas_que_no_se_abren() -> None:
    roto = f"{REGISTRO}||||||| base\n    a: 0\n=======\n    a: 2\n>>>>>>> B\n"
    lectura = leer(roto.encode(), "x")
    assert [(uno.lugar.linea, uno.mensaje) for uno in lectura.diagnosticos] == [
        (4, f"«|||||||» {UNA_MARCA}"),
        (6, f"«=======» {UNA_MARCA}"),
        (8, f"«>>>>>>>» {UNA_MARCA}"),
    ]


@pytest.mark.parametrize("marca", ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> otra"])
def test_una_marca_suelta(marca: str) -> None:
    mensaje = f"«{marca[:7]}» {UNA_MARCA}"
    ayuda = "si ya solo queda una de las dos, borre la línea"
    test_desliz(("L130", f"{REGISTRO}⟦{marca}⟧\n    tipo: otra\n", mensaje, ayuda), "\n")


@pytest.mark.parametrize(
    ("marcas", "dichas"),
    [
        (
            ("<<<<<<<", "=======", ">>>>>>>"),
            [(4, f"«<<<<<<<» {UNA_MARCA}"), (6, DOS_VERSIONES.format(10))],
        ),
        (
            ("=======", "=======", ">>>>>>>"),
            [
                (4, f"«<<<<<<<» {UNA_MARCA}"),
                (8, f"«=======» {UNA_MARCA}"),
                (10, f"«>>>>>>>» {UNA_MARCA}"),
            ],
        ),
        (("|||||||", "======="), [(4, f"«<<<<<<<» {UNA_MARCA}")]),
    ],
)
def test_unas_marcas_que_se_repiten_o_no_se_cierran(
    marcas: tuple[str, ...], dichas: list[tuple[int, str]]
) -> None:
    resto = "\n    a: 1\n".join(marcas)
    lectura = leer(f"{REGISTRO}<<<<<<< HEAD\n    a: 1\n{resto}\n".encode(), "x")
    assert [(uno.lugar.linea, uno.mensaje) for uno in lectura.diagnosticos] == dichas


def test_con_lo_que_habia_antes_de_las_dos() -> None:
    roto = f"{REGISTRO}<<<<<<< A\n    a: 1\n||||||| base\n    a: 0\n=======\n    a: 2\n>>>>>>> B\n"
    (uno,) = leer(roto.encode(), "x.yaml").diagnosticos
    assert uno.codigo == "L130"
    assert uno.ayuda == (
        "deje una de las dos y borre las líneas que empiezan por «<<<<<<<», «|||||||», «=======» y "
        "«>>>>>>>»; lo que hay entre «|||||||» y «=======» es lo de antes, y también sobra"
    )


def test_todas_las_del_archivo_se_dicen_de_una_vez() -> None:
    dos = "<<<<<<< HEAD\n    a: 1\n=======\n    a: 2\n>>>>>>> otra\n"
    lectura = leer(f"{REGISTRO}{dos}    b: 1\n{dos}    c: 1\n=======\n".encode(), "x.yaml")
    assert [(uno.codigo, uno.lugar.linea, uno.mensaje) for uno in lectura.diagnosticos] == [
        ("L130", 4, DOS_VERSIONES.format(8)),
        ("L130", 10, DOS_VERSIONES.format(14)),
        ("L130", 16, f"«=======» {UNA_MARCA}"),
    ]


def test_una_marca_mas_abajo_no_tapa_el_error() -> None:
    lectura = leer(f"{REGISTRO}    tipo: @x\n<<<<<<< HEAD\n".encode(), "x.yaml")
    assert [(uno.codigo, uno.lugar.linea) for uno in lectura.diagnosticos] == [("L113", 4)]


@pytest.mark.parametrize("caso", DESLICES.values(), ids=DESLICES)
@pytest.mark.parametrize("salto", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_desliz(caso: tuple[str, str, str, str], salto: str) -> None:
    codigo, marcado, mensaje, ayuda = caso
    texto = marcado.replace("⟦", "").replace("⟧", "")
    lectura = leer(texto.replace("\n", salto).encode(), "x.yaml")
    assert not lectura.completa
    assert len(lectura.diagnosticos) == 1
    uno = lectura.diagnosticos[0]
    assert (uno.codigo, _senalado(texto, uno)) == (codigo, marcado)
    assert (uno.mensaje, uno.ayuda) == (mensaje, ayuda)


def _senalado(texto: str, uno: Diagnostico) -> str:
    lineas = texto.split("\n")
    fin = lineas[uno.lugar.linea_fin - 1]
    columna = uno.lugar.columna_fin - 1
    lineas[uno.lugar.linea_fin - 1] = f"{fin[:columna]}⟧{fin[columna:]}"
    principio = lineas[uno.lugar.linea - 1]
    columna = uno.lugar.columna - 1
    lineas[uno.lugar.linea - 1] = f"{principio[:columna]}⟦{principio[columna:]}"
    return "\n".join(lineas)


@pytest.mark.parametrize(
    "texto",
    [
        "titulo: “Uno” y ‘dos’\n",
        "titulo: it's\n",
        "hora: 10:30\n",
        "titulo: a:b\n",
        "titulo: -5 %\n",
        "titulo: Uno\u00a0solo\n",
        "texto: uno\n  dos\n",
        "titulo:\tx\n",
        "actores: # ninguno\n",
        "---\ntitulo: x\n...\n",
        "a: 'l''acceso'\n",
        "enlace: https://ejemplo.org/a?b=c&d#e\n",
        "plan: {titulo: x, \u00a0periodo: 2030}\n",
    ],
)
def test_lo_que_parece_un_desliz_y_no_lo_es(texto: str) -> None:
    lectura = leer(texto.encode(), "x.yaml")
    assert lectura.diagnosticos == ()
    assert lectura.completa


def test_lo_que_libyaml_no_sabe_decir_se_dice_igual() -> None:
    mapa = Mapa("x.yaml", "a: 1\nb: 2\n")
    uno = diagnostico_de_sintaxis(yaml.MarkedYAMLError(None, None, "a novelty", None), mapa)
    assert (uno.codigo, uno.mensaje) == ("L119", "el archivo no se puede leer a partir de aquí")
    assert (uno.lugar.linea, uno.lugar.columna) == (3, 1)


# Ni una palabra en inglés, ni de oficio.

AJENAS = re.compile(
    r"\b(mapping|scalar|token|parser|sequence|stream|block|flow|node|indent\w*|expected|found|while|"
    r"not|the|and|key|value|string|line|character|escap\w*|parse\w*|mapeo|escalar|secuencia|"
    r"nodo|flujo|sintaxis)\b",
    re.IGNORECASE,
)
RETAZOS = st.sampled_from(
    [*"\t:-'\"[]{},&*!%@`|>?#\n\r \\", ": ", "- ", "\n  ", "a", "b: ", "\u00a0", "...", "\n---\n"]
)


@given(st.lists(RETAZOS, max_size=25).map("".join))
def test_ningun_desliz_se_queda_sin_traducir(texto: str) -> None:
    for uno in leer(texto.encode(), "x.yaml").diagnosticos:
        assert uno.codigo != "L119"
        assert uno.mensaje
        assert uno.ayuda
        # Lo que va entre comillas, o detrás de «escriba:», es de quien escribe.
        dicho = re.sub(r"«[^»]*»|: .*", "", f"{uno.mensaje}\n{uno.ayuda}")
        assert not AJENAS.search(dicho), dicho


# Tras un error, lo que ya estaba entero se conserva, y de lo demás no se dice nada.


@pytest.mark.parametrize(
    ("roto", "quedan"),
    [
        ("  - id: ACT-3\n    titulo: @x\n", ["ACT-1", "ACT-2"]),
        ("  - id: ACT-3\n    actores: [CB\n", ["ACT-1", "ACT-2"]),
        ("  - id: ACT-3\n    invitados:\n      - nombre: a: b\n", ["ACT-1", "ACT-2"]),
        ("otra: @x\n", ["ACT-1", "ACT-2"]),
        # Con la sangría rota, el registro que parece cerrarse puede no estar entero.
        ("   titulo: x\n", ["ACT-1"]),
        (" - id: ACT-3\n", ["ACT-1"]),
        ("  -id: ACT-3\n", ["ACT-1"]),
        ("\u00a0\u00a0\u00a0\u00a0titulo: x\n", ["ACT-1"]),
    ],
)
def test_lo_leido_antes_del_error_se_conserva(roto: str, quedan: list[str]) -> None:
    lectura = leer(f"actividades:\n  - id: ACT-1\n  - id: ACT-2\n{roto}".encode(), "x.yaml")
    assert not lectura.completa
    assert len(lectura.diagnosticos) == 1
    assert isinstance(lectura.valor, dict)
    assert lectura.valor["actividades"] == [{"id": cual} for cual in quedan]
    assert lectura.mapa.lugar_de(("actividades", 0, "id")).linea == 2


def test_de_una_lista_sin_nombre_queda_lo_que_iba_delante() -> None:
    assert leer(b"- a\n- b\n- @x\n", "x.yaml").valor == ["a", "b"]


def test_la_ficha_cortada_por_la_sangria_no_se_conserva() -> None:
    assert leer(b"plan:\n  titulo: x\n periodo: y\n", "x.yaml").valor == {}
    assert leer(b"plan:\n  titulo: x\nlista: [a]\n periodo: y\n", "x.yaml").valor == {
        "plan": {"titulo": "x"},
        "lista": [],
    }


def test_de_una_seccion_repetida_y_a_medio_leer_queda_la_primera() -> None:
    lectura = leer(b"lista: [a]\nlista:\n  - b\n  - c\n  - @x\n", "x.yaml")
    assert [uno.codigo for uno in lectura.diagnosticos] == ["L120", "L113"]
    assert lectura.valor == {"lista": ["a"]}


def test_ante_otro_documento_queda_entero_el_primero() -> None:
    assert leer(b"plan: {titulo: x}\n---\nlista: []\n", "x.yaml").valor == {"plan": {"titulo": "x"}}


@pytest.mark.parametrize(
    ("texto", "codigos"),
    [("a: *x\nb: @y\n", ["L121", "L113"]), ("a: 1\na: @y\n", ["L120", "L113"])],
)
def test_tras_otro_error_se_dice_el_de_sintaxis(texto: str, codigos: list[str]) -> None:
    assert [uno.codigo for uno in leer(texto.encode(), "x.yaml").diagnosticos] == codigos


def test_tras_un_alias_no_se_dice_dos_veces_lo_mismo() -> None:
    lectura = leer(b"nota: *muy importante*\n", "x.yaml")
    assert [(d.codigo, d.ayuda) for d in lectura.diagnosticos] == [
        ("L121", 'escriba: nota: "*muy importante*"')
    ]
    assert not lectura.completa


@pytest.mark.parametrize(
    ("escrito", "ayuda"),
    [
        ("objetivos: *", "escriba: objetivos: todos"),
        ("objetivos: [*] # los que hay", "escriba: objetivos: todos"),
        ("objetivos: [B1, *]", "escriba: objetivos: todos"),
        ("actores: *", "escriba cada uno, separados por comas"),
        ("actores: [CB, * , ILI]", "escriba cada uno, separados por comas"),
    ],
)
def test_un_asterisco_por_todos(escrito: str, ayuda: str) -> None:
    nombres = Nombres(listas={"objetivos": "todos", "actores": ""})
    (uno,) = leer(f"a: x\n{escrito}\n".encode(), "x", lambda: nombres).diagnosticos
    campo = escrito.partition(":")[0]
    assert (uno.codigo, uno.mensaje) == ("L113", f"un asterisco no vale en «{campo}»")
    assert uno.lugar == (uno.lugar.archivo, 2, escrito.index("*") + 1, 2, escrito.index("*") + 2)
    assert uno.ayuda == ayuda


@pytest.mark.parametrize("escrito", ["titulo: *", "objetivos: [B1, * B2]", "objetivos: [%]"])
def test_un_asterisco_que_no_es_por_todos(escrito: str) -> None:
    nombres = Nombres(listas={"objetivos": "todos"})
    (uno,) = leer(f"a: x\n{escrito}\n".encode(), "x", lambda: nombres).diagnosticos
    assert "no puede empezar por" in uno.mensaje
