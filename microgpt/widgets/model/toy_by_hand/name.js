/** The field for the name that the toy model learns from: up to three of its letters. */

import { VERBATIM } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";

const LONGEST = 3; // letters: with BOS, the four tokens that the toy model reads at most

/**
 * Why a text is no name for the toy model; "" where it is one.
 * @param {string} text
 */
export function refused(text) {
  if (/^[abc]*$/.test(text) && text.length <= LONGEST) return "";
  return `The toy model knows a, b and c, and reads at most ${LONGEST} letters.`;
}

/** @param {(name: string) => void} onName hears every text that is a name */
export function nameField(onName) {
  const input = h("input", {
    type: "text",
    id: freshId(),
    class: "mg-text mg-hand-input",
    ...VERBATIM,
  });
  const note = h("p", { class: "mg-hand-note", role: "status" });
  let name = "";

  /** @param {string} why */
  function show(why) {
    setText(note, why && `${why} Shown: ${name || "BOS alone"}.`);
    if (why) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
  input.addEventListener("input", () => {
    const why = refused(input.value);
    if (!why) onName(input.value);
    show(why);
  });
  /** @param {string} next */
  function set(next) {
    name = next;
    if (refused(input.value) === "" && input.value !== next) input.value = next;
  }
  /** What was typed gives way to the name in use. */
  function clear() {
    input.value = name;
    show("");
  }
  const label = h("label", { for: input.id }, "the name: letters a, b and c");
  return { el: h("div", { class: "mg-field" }, label, input, note), set, clear };
}
