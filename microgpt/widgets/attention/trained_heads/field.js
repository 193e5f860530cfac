/** The field for a name. What is typed stays there; a name that the model cannot read is refused. */

import { VERBATIM } from "../../kit/controls.js";
import { freshId, h } from "../../kit/dom.js";
import { refusals, sentence, signs } from "../../tokens/unknown.js";

/**
 * Why a text is no name for the model: sentences in parts; none where it is one.
 * @param {string} text
 * @param {string[]} known
 * @param {number} longest
 */
export function refused(text, known, longest) {
  if (!text) return [["Type at least one letter."]];
  const wrong = refusals(signs(text, known), known);
  if (wrong.length || text.length <= longest) return wrong;
  return [[`That is ${text.length} letters. The model reads BOS and at most ${longest} more.`]];
}

/**
 * @param {{ longest: number, known: string[], onName: (name: string) => void }} options
 *   onName: hears every text that is a name
 */
export function heardName({ longest, known, onName }) {
  const input = h("input", {
    type: "text",
    id: freshId(),
    class: "mg-text mg-heads-input",
    dir: "auto",
    ...VERBATIM,
  });
  const note = h("p", { class: "mg-heads-note", role: "status" });
  let name = "";

  /** @param {ReturnType<typeof refused>} wrong */
  function show(wrong) {
    note.replaceChildren(...wrong.flatMap((one) => [sentence(one), " "]));
    if (wrong.length) {
      note.append(`The picture still shows ${name}.`);
      input.setAttribute("aria-invalid", "true");
    } else input.removeAttribute("aria-invalid");
  }
  input.addEventListener("input", () => {
    const wrong = refused(input.value, known, longest);
    if (!wrong.length) onName(input.value);
    show(wrong);
  });

  /** @param {string} next */
  function set(next) {
    if (next === name) return;
    name = next;
    if (input.value !== next) input.value = next;
    show([]);
  }
  function clear() {
    input.value = name;
    show([]);
  }
  const label = h("label", { for: input.id }, `Type a name, of up to ${longest} letters`);
  return { el: h("div", { class: "mg-field mg-heads-field" }, label, input, note), set, clear };
}
