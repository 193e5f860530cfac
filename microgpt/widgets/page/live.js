/**
 * Widgets that Python makes in a cell of the page: their front end is the page's own, their state is Python's, and each
 * hears of what the other does. A widget that the page has not is loaded when it is first shown.
 */

import { h } from "../kit/dom.js";
import { makeModels } from "./model.js";
import { MISSING, makeView } from "./view.js";

/**
 * @typedef {object} Registry
 * @property {(name: string) => any} need
 * @property {(name: string) => boolean} has
 * @property {(name: string) => string[]} missing
 */

/**
 * Put a script into the page, and wait until it has run.
 * @param {string} address
 * @returns {Promise<void>}
 */
export function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = h("script", { src: address });
    script.onload = () => resolve(script.remove());
    script.onerror = () => {
      script.remove();
      reject(
        new Error(`a part of it did not come (${new URL(address).pathname.split("/").pop()})`),
      );
    };
    document.head.append(script);
  });
}

/**
 * Load a widget's module, its styles, and the data it needs.
 * @param {Registry} registry
 * @param {string} base
 * @param {string} module
 */
async function load({ has, missing }, base, module) {
  if (has(module)) return;
  const style = `${base}more/${module.replace(/\.js$/, ".css")}`;
  document.head.append(h("link", { rel: "stylesheet", href: style }));
  await loadScript(`${base}more/${module}`);
  await Promise.all([...new Set(missing(module))].map((data) => loadScript(base + data)));
}

/**
 * The live widgets of one Python.
 * @param {Registry} registry
 * @param {string} base where the scripts of the widgets lie
 * @param {(id: string, state: Record<string, unknown>) => void} tell Python hears what the reader did
 */
export function liveWidgets(registry, base, tell) {
  const known =
    /** @type {Record<string, { module: string, state: Record<string, unknown> }>} */ ({});
  let alive = true;
  const models = makeModels(known, (id, state) => {
    if (alive) tell(id, state);
  });

  return {
    /** @param {{ model: string, module: string, state: Record<string, unknown> }} message */
    add({ model, module, state }) {
      if (Object.hasOwn(known, model)) models.hear(model, state);
      else known[model] = { module, state };
    },
    /** @param {{ model: string, state: Record<string, unknown> }} message */
    hear({ model, state }) {
      if (Object.hasOwn(known, model)) models.hear(model, state);
    },
    /** @param {string} id @param {HTMLElement} el */
    async show(id, el) {
      const { module } = known[id];
      const view = makeView({
        el,
        release: models.release,
        render: (owner) =>
          registry.need(module).default.render({ model: models.handle(id, owner), el }),
        again: () => void mount(),
      });
      const mount = () => load(registry, base, module).then(view.mount, () => view.say(MISSING));
      await mount();
    },
    /** Its Python is gone: the widgets move on by themselves, and nobody hears of it. */
    leave() {
      alive = false;
    },
  };
}
