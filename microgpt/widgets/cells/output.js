/** What a cell prints and shows: text as it comes, values, widgets, errors with what they mean. */

import { h } from "../kit/dom.js";

/** What the three browsers say of a stack that ended before Python could count it. */
const TOO_DEEP = /call stack|too much recursion/i;
const DEEP = " It looks as if something calls itself again and again.";

/**
 * What is said when Python itself has broken, and the browser's own words where they are not understood: a reader can
 * report them. @param {string} text what the browser says @returns {[text: string, plain: string]}
 */
export function brokenWords(text) {
  const deep = TOO_DEEP.test(text);
  const plain = `Python itself broke here.${deep ? DEEP : ""} Your text is kept, and the next run begins a new Python.`;
  return [deep ? "" : text, plain];
}

/**
 * @param {{ showWidget: (model: string, el: HTMLElement) => void }} options
 */
export function outputArea({ showWidget }) {
  const el = h("div", {
    class: "mg-cell-output",
    "aria-label": "Output",
    role: "group",
    hidden: true,
  });

  /** @param {Node} node */
  function add(node) {
    el.append(node);
    el.hidden = false;
  }

  /** Text of one kind goes on in one element. @param {string} kind @param {string} text */
  function print(kind, text) {
    const last = /** @type {HTMLElement | null} */ (el.lastElementChild);
    if (last?.dataset.kind === kind) last.append(text);
    else add(h("pre", { "data-kind": kind, class: `mg-cell-${kind}` }, text));
  }

  /** @param {string} text what Python says @param {string} plain what that means */
  function error(text, plain) {
    if (text) add(h("pre", { class: "mg-cell-err" }, text));
    if (plain) add(h("p", { class: "mg-cell-plain" }, plain));
  }

  /** @param {string} model */
  function widget(model) {
    const place = h("div", { class: "mg-view" });
    add(place);
    showWidget(model, place);
  }

  return {
    el,
    error,
    clear() {
      el.replaceChildren();
      el.hidden = true;
    },
    /** A message of the page's Python. @param {any} message */
    show(message) {
      if (message.type === "print") print(message.kind, message.text);
      else if (message.type === "value") add(h("pre", { class: "mg-cell-value" }, message.text));
      else if (message.type === "error") error(message.text, message.plain);
      else if (message.type === "show") widget(message.model);
      else if (message.type === "broken") error(...brokenWords(message.text));
    },
  };
}
