/** The field for a name. What is typed stays there; a name that the model cannot read is refused. */

import { VERBATIM } from "../kit/controls.js";
import { freshId, h } from "../kit/dom.js";
import { refusals, sentence, signs } from "../tokens/unknown.js";

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
 * @param {{ label: string, longest: number, known: string[], shows: string,
 *   onName: (name: string) => void }} options
 *   shows: how a sentence begins that ends in the name on view; onName: hears every text that is one
 */
export function nameField({ label: said, longest, known, shows, onName }) {
  const input = h("input", {
    type: "text",
    id: freshId(),
    class: "mg-text mg-heard-input",
    dir: "auto",
    ...VERBATIM,
  });
  const note = h("p", { class: "mg-heard-note", role: "status" });
  let name = "";

  /** @param {ReturnType<typeof refused>} wrong */
  function show(wrong) {
    note.replaceChildren(...wrong.flatMap((one) => [sentence(one), " "]));
    if (wrong.length) {
      note.append(`${shows} ${name}.`);
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
  const label = h("label", { for: input.id }, said);
  return { el: h("div", { class: "mg-field" }, label, input, note), set, clear };
}
