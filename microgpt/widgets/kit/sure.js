/** A button that asks once more, in its own place, before it does what cannot be undone. */

import { button, row } from "./controls.js";
import { h } from "./dom.js";

/**
 * @param {{ label: string, question: string, yes: string, no: string, onYes: () => void,
 *   when?: () => boolean }} options
 *   when: whether there is anything to ask about; else it is done at once
 */
export function sure({ label, question, yes, no, onYes, when = () => true }) {
  const first = button(label, () => (when() ? ask(true) : onYes()));
  const keep = button(no, () => {
    ask(false);
    first.focus();
  });
  const asked = row(
    h("span", { class: "mg-sure-question" }, question),
    button(yes, () => {
      ask(false);
      onYes();
    }),
    keep,
  );
  asked.setAttribute("role", "group");
  asked.setAttribute("aria-label", question);
  asked.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      ask(false);
      first.focus();
    }
  });
  /** @param {boolean} open */
  function ask(open) {
    first.hidden = open;
    asked.hidden = !open;
    if (open) keep.focus();
  }
  ask(false);
  return h("div", { class: "mg-sure" }, first, asked);
}
