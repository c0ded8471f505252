"use strict";

// Sin esto la página está entera. Esto busca, filtra y lo recuerda en la dirección, que así se puede
// compartir. Los textos los toma del documento, y nada de ellos se ejecuta.
(() => {
  const todos = (selector, dentro = document) => [...dentro.querySelectorAll(selector)];
  const primero = (selector) => document.querySelector(selector);

  // --- Comparar como compara una persona ---------------------------------------------------------

  // Sin mayúsculas, acentos ni blancos de más. Al ir y volver, «ß» queda en «ss».
  const plegar = (texto) =>
    texto
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toUpperCase()
      .toLowerCase()
      .replace(/\s+/gu, " ");
  // Un ID: `B.8`, `b 8` y `b8` son el mismo.
  const compacto = (texto) => plegar(texto).replace(/[ .\-_‐‑‒–—]/gu, "");

  // Dónde dice `texto` la palabra, o -1. Un ID no está dentro de otro más largo: «act-4», «act-41».
  const donde = (texto, palabra, desde = 0) => {
    const esUnId = /\p{L}.*\d$/u.test(palabra);
    let lugar = texto.indexOf(palabra, desde);
    while (esUnId && lugar >= 0 && /\d/u.test(texto[lugar + palabra.length] ?? "")) {
      lugar = texto.indexOf(palabra, lugar + 1);
    }
    return lugar;
  };

  // --- Lo que hay en la página -------------------------------------------------------------------

  const buscador = primero("[type=search]");
  const filtros = todos("select");
  const controles = [buscador, ...filtros];
  const estado = primero("[role=status]");
  const quitar = primero(".resultado button");
  const secciones = todos("section");
  const grupos = todos(".grupo");
  // Lo que está mientras está otra cosa: la fila de un objetivo, el mes en la lista de meses.
  const reflejos = todos("[data-de]");
  const registros = todos("[data-claves]").map((elemento) => ({
    elemento,
    datos: elemento.dataset,
    claves: elemento.dataset.claves.split(" "),
    seccion: elemento.closest("section"),
    cumple: true,
  }));

  // Los trozos de texto de un registro, sin los rótulos, que son los mismos en todos.
  const trozos = ({ elemento }) => {
    const paso = document.createTreeWalker(elemento, NodeFilter.SHOW_TEXT, (nodo) =>
      nodo.parentElement.closest("dt") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const hallados = [];
    while (paso.nextNode()) hallados.push(paso.currentNode);
    return hallados;
  };
  const textoDe = (registro) => {
    registro.texto ??= plegar(trozos(registro).map((nodo) => nodo.data).join(" "));
    return registro.texto;
  };
  const deClave = (clave) => registros.find(({ claves }) => claves.includes(clave));

  // --- Qué se pide, y qué lo cumple --------------------------------------------------------------

  // Quien escribe un ID entero busca ese ID: «b 8» no es todo lo que tenga una «b» y un «8».
  const palabrasDe = (escrito) => {
    const clave = compacto(escrito);
    const suyo = /\d/u.test(clave) && deClave(clave);
    return suyo ? [plegar(suyo.datos.id)] : plegar(escrito).split(" ").filter(Boolean);
  };

  const cumple = (registro, palabras, puestos) =>
    puestos.every(
      ({ name, value }) =>
        !(name in registro.datos) || registro.datos[name].split(" ").includes(value),
    ) && palabras.every((palabra) => donde(textoDe(registro), palabra) >= 0);

  // El sitio que pide la dirección: `#B8`, y también `#b8` o `#act4`.
  const destino = () => {
    let pedido;
    try {
      pedido = decodeURIComponent(location.hash.slice(1));
    } catch {
      return null;
    }
    if (!pedido) return null;
    return document.getElementById(pedido) ?? deClave(compacto(pedido))?.elemento ?? null;
  };

  // --- Mostrarlo ---------------------------------------------------------------------------------

  const lista = new Intl.ListFormat("es", { type: "conjunction" });

  // «2 de 6 actividades y 1 de 15 objetivos»: solo de lo que mira lo pedido.
  const cuenta = (palabras, puestos) => {
    const cuentas = secciones.flatMap((seccion) => {
      const suyos = registros.filter((uno) => uno.seccion === seccion);
      const leAfecta =
        palabras.length || puestos.some(({ name }) => suyos.some(({ datos }) => name in datos));
      if (!suyos.length || !leAfecta) return [];
      const cuantos = suyos.filter((uno) => uno.cumple).length;
      const nombre = seccion.dataset[suyos.length === 1 ? "singular" : "plural"];
      return [{ cuantos, dicha: `${cuantos} de ${suyos.length} ${nombre}` }];
    });
    const conAlgo = cuentas.filter(({ cuantos }) => cuantos);
    return lista.format((conAlgo.length ? conAlgo : cuentas).map(({ dicha }) => dicha));
  };

  let ajenos = [];
  const mostrar = () => {
    const palabras = palabrasDe(buscador.value);
    const puestos = filtros.filter(({ value }) => value);
    const seFiltra = palabras.length > 0 || puestos.length > 0;
    const pedido = destino();
    for (const registro of registros) {
      const { elemento } = registro;
      registro.cumple = cumple(registro, palabras, puestos);
      // Un enlace lleva siempre a su sitio, aunque no sea de lo que se busca.
      const traido = !registro.cumple && elemento === pedido;
      elemento.hidden = !registro.cumple && !traido;
      elemento.classList.toggle("traido", traido);
    }
    const queda = (sitio) => todos("[data-claves]", sitio).some(({ hidden }) => !hidden);
    for (const grupo of grupos) grupo.hidden = seFiltra && !queda(grupo);
    for (const reflejo of reflejos) {
      reflejo.hidden = document.getElementById(reflejo.dataset.de).hidden;
    }
    for (const nada of todos(".nada")) {
      nada.hidden = !seFiltra || queda(nada.closest("section"));
    }
    estado.textContent = [...ajenos, ...(seFiltra ? [cuenta(palabras, puestos)] : [])].join(" ");
    quitar.hidden = !estado.textContent;
    senalar(palabras.filter(({ length }) => length > 1));
  };

  // Lo hallado, señalado sin tocar el documento, donde el navegador sabe hacerlo.
  const senalar = (palabras) => {
    if (!CSS.highlights) return;
    const aLaVista = palabras.length ? registros.filter(({ elemento }) => !elemento.hidden) : [];
    const tramos = aLaVista.flatMap(trozos).flatMap((nodo) => tramosDe(nodo, palabras));
    CSS.highlights.set("hallado", new Highlight(...tramos));
  };
  const tramosDe = (nodo, palabras) => {
    // Plegar cambia los largos: de cada carácter plegado se apunta de cuál viene.
    let plegado = "";
    const origen = [];
    for (let lugar = 0; lugar < nodo.length; lugar += 1) {
      const letras = plegar(nodo.data[lugar]);
      plegado += letras;
      origen.push(...Array(letras.length).fill(lugar));
    }
    const tramos = [];
    for (const palabra of palabras) {
      let lugar = donde(plegado, palabra);
      while (lugar >= 0) {
        const fin = lugar + palabra.length;
        const tramo = new Range();
        tramo.setStart(nodo, origen[lugar]);
        tramo.setEnd(nodo, origen[fin - 1] + 1);
        tramos.push(tramo);
        lugar = donde(plegado, palabra, fin);
      }
    }
    return tramos;
  };

  // --- La dirección ------------------------------------------------------------------------------

  // Lo que pide y esta página no tiene, se dice: no vale callar y mostrarlo todo.
  const leerDireccion = () => {
    const pedido = new URL(location.href).searchParams;
    ajenos = [];
    buscador.value = pedido.get("q") ?? "";
    for (const filtro of filtros) {
      const escrito = pedido.get(filtro.name) ?? "";
      const opcion = [...filtro.options].find(
        ({ value }) => compacto(value) === compacto(escrito),
      );
      filtro.value = opcion?.value ?? "";
      if (!opcion) ajenos.push(`«${escrito}» no está en «${filtro.labels[0].textContent}».`);
    }
  };

  const escribirDireccion = () => {
    const direccion = new URL(location.href);
    for (const { name, value } of controles) {
      if (value) direccion.searchParams.set(name, value);
      else direccion.searchParams.delete(name);
    }
    try {
      history.replaceState(null, "", direccion);
    } catch {
      // Hay navegadores que no lo dejan en un archivo: se busca igual, y no se recuerda.
    }
  };

  const alCambiar = () => {
    ajenos = [];
    escribirDireccion();
    mostrar();
  };

  const acudir = () => {
    mostrar();
    const elemento = destino();
    if (!elemento) return;
    if (document.getElementById(location.hash.slice(1)) === elemento) elemento.scrollIntoView();
    else location.replace(`#${elemento.id}`);
  };

  // --- Lo que se pulsa ---------------------------------------------------------------------------

  let espera;
  const vaciar = (cuales) => {
    clearTimeout(espera);
    for (const control of cuales) control.value = "";
    alCambiar();
  };

  buscador.addEventListener("input", () => {
    clearTimeout(espera);
    espera = setTimeout(() => {
      alCambiar();
      // Lo hallado empieza arriba, aunque se estuviera leyendo más abajo.
      const principio = primero("main").offsetTop - buscador.form.offsetHeight * 2;
      if (scrollY > principio) scrollTo({ top: principio });
    }, 120);
  });
  for (const filtro of filtros) filtro.addEventListener("change", alCambiar);
  quitar.addEventListener("click", () => {
    vaciar(controles);
    buscador.focus();
  });
  for (const formulario of todos("form")) {
    formulario.addEventListener("submit", (suceso) => suceso.preventDefault());
    formulario.hidden = false;
  }

  addEventListener("keydown", (suceso) => {
    const { key, target } = suceso;
    const escribiendo = target instanceof Element && target.matches("input, select, textarea");
    if (key === "/" && !escribiendo && !suceso.ctrlKey && !suceso.metaKey && !suceso.altKey) {
      suceso.preventDefault();
      buscador.focus();
      buscador.select();
    } else if (key === "Escape" && !filtros.includes(target)) {
      // La primera vez, lo escrito; la segunda, los filtros.
      vaciar(buscador.value ? [buscador] : controles);
    }
  });
  addEventListener("hashchange", acudir);
  addEventListener("popstate", () => {
    leerDireccion();
    mostrar();
  });

  leerDireccion();
  acudir();
})();
