/** The field of a cell: its code, as the page shows it or as the reader left it. */

import { editor } from "./editor.js";

/** @typedef {import("./plan.js").Cell} Cell */
/** @typedef {import("./kept.js").Kept} Kept */

/**
 * The heading that a cell stands under, for those who hear the page.
 * @param {Element} place
 */
export const headingOf = (place) =>
  place.closest("section")?.querySelector("h1, h2, h3")?.firstChild?.textContent ?? "";

/**
 * A field that keeps what is typed, at every keystroke.
 * @param {{ cell: Cell, place: HTMLElement, label: string, kept: Kept,
 *   onRun: () => void, onInput: () => void }} options
 */
export function keptField({ cell, place, label, kept, onRun, onInput }) {
  const code = /** @type {HTMLElement} */ (place.querySelector(".cell_input pre"));
  const field = editor({
    code,
    label,
    onRun,
    onInput(source) {
      kept.type(cell.id, source);
      onInput();
    },
  });
  const typed = kept.text(cell.id);
  if (typed !== undefined) field.set(typed);
  return {
    get source() {
      return field.source;
    },
    get changed() {
      return field.source !== cell.source;
    },
    putBack() {
      field.set(cell.source);
      kept.putBack(cell.id);
      field.field.focus();
    },
  };
}
