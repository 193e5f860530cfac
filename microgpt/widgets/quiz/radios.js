/** A question with radio buttons: what is chosen, and, when the answer may be seen, what is said to it. */

import { freshId, h } from "../kit/dom.js";
import { rich } from "../kit/text.js";
import { feedbackTo } from "./card.js";

/** @typedef {import("./card.js").Option} Option */

/**
 * `set` takes the place of the chosen option, or null, and whether the answer may be seen.
 * @param {{ question: string, options: Option[] }} content
 * @param {(at: number) => void} onChoose
 */
export function radios({ question, options }, onChoose) {
  const group = freshId();
  const title = h("p", { class: "mg-question", id: freshId(), tabindex: -1 }, ...rich(question));
  const rows = options.map((option, i) => optionRow(option, group, () => onChoose(i)));
  const list = h(
    "div",
    { class: "mg-options", role: "radiogroup", "aria-labelledby": title.id },
    ...rows.map((row) => row.el),
  );
  return {
    el: h("div", { class: "mg-asked" }, title, list),
    title,
    /** Where the keys begin. */
    focus: () => (rows.find(({ input }) => input.checked) ?? rows[0]).input.focus(),
    /**
     * @param {number | null} chosen
     * @param {boolean} seen
     */
    set: (chosen, seen) => rows.forEach((row, i) => row.set(i === chosen, seen)),
  };
}

/**
 * @param {Option} option
 * @param {string} group
 * @param {() => void} onChoose
 */
function optionRow(option, group, onChoose) {
  const words = h("p", { class: "mg-option-words", id: freshId(), hidden: true });
  const input = h("input", {
    type: "radio",
    name: group,
    "aria-describedby": words.id,
    onchange: onChoose,
  });
  const text = h("span", { class: "mg-option-text" }, ...rich(option.text));
  const el = h(
    "div",
    { class: "mg-option" },
    h("label", { class: "mg-option-label" }, input, text),
    words,
  );

  /**
   * @param {boolean} chosen
   * @param {boolean} seen
   */
  function set(chosen, seen) {
    const verdict = seen ? verdictOn(option, chosen) : "";
    el.dataset.state = seen ? stateOf(option, chosen) : "open";
    input.checked = chosen;
    input.disabled = seen;
    words.hidden = !verdict;
    words.replaceChildren(...(verdict ? feedbackTo(option, verdict) : []));
  }
  return { el, input, set };
}

/**
 * @param {Option} option
 * @param {boolean} chosen
 */
function verdictOn({ right }, chosen) {
  if (right) return chosen ? "Right." : "This one.";
  return chosen ? "Not this one." : "";
}

/**
 * @param {Option} option
 * @param {boolean} chosen
 */
function stateOf({ right }, chosen) {
  if (right) return "right";
  return chosen ? "wrong" : "passed";
}
