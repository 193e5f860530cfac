/** Lines of code as buttons; below the chosen one stands what it does. On paper, below all of them. */

import { codeLine } from "../../draw/code.js";
import { button } from "../../kit/controls.js";
import { attributes, freshId, h } from "../../kit/dom.js";
import { roving } from "../../kit/roving.js";
import { rich } from "../../kit/text.js";

/** @typedef {import("../gpt_lines.js").Shown} Shown */
/** @typedef {{ onLine: (i: number) => void, onOpen: (region: string) => void }} Acts */

/** @param {Acts} acts */
export function explainedLines(acts) {
  const el = h("div", { class: "mg-gpt-lines" });
  let rows = /** @type {ReturnType<typeof lineRow>[]} */ ([]);
  let stops = roving([]);
  let region = "";
  let at = 0;

  /** @param {Shown} shown */
  function build(shown) {
    region = shown.name;
    rows = shown.told.map((told, i) => lineRow(told, () => acts.onLine(i), acts.onOpen));
    stops = roving(rows.map((row) => row.line));
    const all = rows.flatMap((row, i) => {
      const blank = i > 0 && shown.told[i].line - shown.told[i - 1].line > 1;
      return blank
        ? [h("div", { class: "mg-gpt-blank" }), row.line, row.note]
        : [row.line, row.note];
    });
    el.replaceChildren(...all);
  }
  /** @param {Shown} shown */
  function set(shown) {
    if (shown.name !== region) build(shown);
    at = shown.at;
    rows.forEach((row, i) => row.set(i === at));
    stops.set(at);
  }
  /** Where the keys go on after another region is opened. */
  const focus = () => rows[at].line.focus({ preventScroll: true });
  return { el, set, focus };
}

/**
 * A press of the mouse moves the focus before it ends: only a key's focus chooses at once, else the
 * lines would move away under the press.
 * @param {Shown["told"][number]} told
 * @param {() => void} onPick
 * @param {(region: string) => void} onOpen
 */
function lineRow(told, onPick, onOpen) {
  const note = h(
    "div",
    { class: "mg-gpt-note", id: freshId() },
    h("p", { class: "mg-gpt-says" }, ...rich(told.says)),
    h("p", { class: "mg-gpt-sizes" }, h("b", {}, "Sizes"), " ", told.sizes),
    told.calls.length
      ? h(
          "div",
          { class: "mg-row mg-gpt-calls" },
          ...told.calls.map((name) => button(`open ${name}`, () => onOpen(name), { small: true })),
        )
      : null,
  );
  const line = h(
    "button",
    {
      type: "button",
      class: "mg-line-button mg-gpt-line",
      "aria-controls": note.id,
      onclick: onPick,
      onfocus: () => line.matches(":focus-visible") && onPick(),
    },
    ...codeLine(told.text, told.line),
  );
  /** @param {boolean} open */
  function set(open) {
    note.classList.toggle("mg-open", open);
    line.classList.toggle("mg-open", open);
    attributes(line, { "aria-expanded": String(open) });
  }
  return { line, note, set };
}
