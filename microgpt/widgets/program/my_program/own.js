/** The file as a field to write in: from the six steps, or from nothing. It is kept at every keystroke. */

import { keys } from "../../cells/editor.js";
import { VERBATIM, row } from "../../kit/controls.js";
import { h } from "../../kit/dom.js";
import { sure } from "../../kit/sure.js";

const ROWS = { least: 12, most: 28 };

/**
 * @param {{ steps: () => string, text: () => string | undefined, onText: (text: string) => void,
 *   onRun: () => void }} options
 *   steps: the file of the six steps; text: what was written before
 */
export function ownFile({ steps, text, onText, onRun }) {
  const field = h("textarea", {
    class: "mg-mine-field",
    "aria-label":
      "Your own program. Tab indents once you have begun to type; Escape, then Tab, leaves the field.",
    wrap: "off",
    ...VERBATIM,
  });
  keys(field, onRun);
  field.addEventListener("input", () => onText(field.value));

  /** @param {string} next */
  function begin(next) {
    onText(next);
    set(next);
    field.focus();
    field.setSelectionRange(0, 0);
  }
  /** @param {string} next */
  function set(next) {
    if (field.value !== next) field.value = next;
    const lines = next.split("\n").length + 1;
    field.rows = Math.min(Math.max(lines, ROWS.least), ROWS.most);
  }
  const written = () => text() ?? "";
  const empty = sure({
    label: "Begin with an empty file",
    question: "What stands here goes. Begin with an empty file?",
    yes: "Begin",
    no: "Keep it",
    when: () => written().trim() !== "" && written() !== steps(),
    onYes: () => begin(""),
  });
  const again = sure({
    label: "Take the six steps",
    question: "What stands here goes. Take the lines of the six steps?",
    yes: "Take them",
    no: "Keep it",
    when: () => written().trim() !== "" && written() !== steps(),
    onYes: () => begin(steps()),
  });
  return { el: h("div", { class: "mg-mine-own" }, field, row(empty, again)), set };
}
