/** The frame every widget stands in: a body, a caption, Reset; and the tie between traits and picture. */

import { h, mount, widgetRoot } from "./dom.js";

/** @typedef {import("@anywidget/types").AnyModel<any>} Model */

/**
 * A figure whose picture is a function of some traits.
 *
 *     const view = figure({ model, el, keys: ["a", "b"], caption: "Each product is one bar." });
 *     view.body.append(...);
 *     return view.show(({ a, b }) => { ... });   // draws now and after every change; returns the clean-up
 *
 * Reset puts back the traits of `keys` as this view found them, then calls `onReset`.
 *
 * @param {{ model: Model, el: HTMLElement, keys: string[], name: string, caption?: string,
 *           reset?: boolean, onReset?: () => void, actions?: Node[] }} options
 *   actions: further small buttons beside Reset
 */
export function figure({
  model,
  el,
  keys,
  name,
  caption = "",
  reset = true,
  onReset = () => {},
  actions = [],
}) {
  /** @returns {any} */
  const read = () => Object.fromEntries(keys.map((key) => [key, model.get(key)]));
  const initial = structuredClone(read());
  const body = h("div", { class: "mg-body" });
  const words = h("figcaption", {}, caption);
  const status = h("p", { class: "mg-hidden", role: "status" });
  const button = h(
    "button",
    {
      type: "button",
      class: "mg-button mg-small",
      onclick: () => {
        set(structuredClone(initial));
        onReset();
      },
    },
    "Reset",
  );
  const root = widgetRoot(
    "figure",
    { "aria-label": name },
    body,
    h(
      "div",
      { class: "mg-foot" },
      words,
      h("div", { class: "mg-row" }, ...actions, reset && button),
    ),
    status,
  );
  /** @type {((state: any) => void)[]} */
  const drawings = [];
  const draw = () => {
    const state = read();
    drawings.forEach((one) => one(state));
  };
  mount(el, root);

  /** Set traits; every view of the same model follows. @param {Record<string, any>} changes */
  function set(changes) {
    for (const [key, value] of Object.entries(changes)) model.set(key, value);
    model.save_changes();
  }

  return {
    body,
    read,
    set,
    root,
    /** @param {string | Node} text */
    caption: (text) => words.replaceChildren(text),
    /** Say something to a screen reader. @param {string} text */
    say: (text) => {
      if (status.textContent !== text) status.textContent = text;
    },
    /** @param {(state: any) => void} drawing @param {() => void} [cleanup] */
    show(drawing, cleanup = () => {}) {
      drawings.push(drawing);
      keys.forEach((key) => model.on(`change:${key}`, draw));
      drawing(read());
      return () => {
        keys.forEach((key) => model.off(`change:${key}`, draw));
        cleanup();
      };
    },
  };
}
