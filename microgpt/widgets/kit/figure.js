/**
 * The frame every widget stands in: a body, a caption, Reset; and the tie between traits and
 * picture.
 */

import { button, row } from "./controls.js";
import { h, mount, setText, widgetRoot } from "./dom.js";
import { putBackNumbers } from "./number_field.js";

/** @typedef {import("@anywidget/types").AnyModel<any>} Model */

/**
 * A figure whose picture is a function of some traits.
 *
 *     const view = figure({ model, el, keys: ["a", "b"], caption: "Each product is one bar." });
 *     view.body.append(...);
 *     return view.show(({ a, b }) => { ... }); // draws now and after every change
 *
 * Reset puts back the traits of `keys` as this view found them, then calls `onReset`.
 *
 * @param {{ model: Model, el: HTMLElement, keys: string[], name: string, caption?: string,
 *   reset?: boolean, onReset?: () => void, actions?: Node[] }} options
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

  /** Set traits; every view of the same model follows. @param {Record<string, any>} changes */
  function set(changes) {
    for (const [key, value] of Object.entries(changes)) model.set(key, value);
    model.save_changes();
  }

  function putBack() {
    set(structuredClone(initial));
    onReset();
    putBackNumbers(frame.root);
  }
  const resetButton = button("Reset", putBack, { small: true });
  const frame = outline(name, caption, reset ? [...actions, resetButton] : actions);
  mount(el, frame.root);
  return {
    body: frame.body,
    read,
    set,
    root: frame.root,
    caption: frame.caption,
    say: frame.say,
    show: shower(model, keys, read),
  };
}

/**
 * The elements of a figure, and what can be said in them.
 * @param {string} name
 * @param {string} caption
 * @param {Node[]} buttons
 */
function outline(name, caption, buttons) {
  const body = h("div", { class: "mg-body" });
  const words = h("figcaption", {}, caption);
  const foot = h("div", { class: "mg-foot" }, words, row(...buttons));
  const status = h("p", { class: "mg-hidden", role: "status" });
  return {
    root: widgetRoot("figure", { "aria-label": name }, body, foot, status),
    body,
    /** @param {string | Node} text */
    caption: (text) => words.replaceChildren(text),
    /** Say something to a screen reader. @param {string} text */
    say: (text) => setText(status, text),
  };
}

/**
 * `show(drawing)` draws now and after every change of a trait; it returns the clean-up.
 * @param {Model} model
 * @param {string[]} keys
 * @param {() => any} read
 */
function shower(model, keys, read) {
  /** @type {((state: any) => void)[]} */
  const drawings = [];
  const draw = () => {
    const state = read();
    drawings.forEach((one) => one(state));
  };
  /**
   * @param {(state: any) => void} drawing
   * @param {() => void} [cleanup]
   */
  return (drawing, cleanup = () => {}) => {
    drawings.push(drawing);
    keys.forEach((key) => model.on(`change:${key}`, draw));
    drawing(read());
    return () => {
      keys.forEach((key) => model.off(`change:${key}`, draw));
      cleanup();
    };
  };
}
