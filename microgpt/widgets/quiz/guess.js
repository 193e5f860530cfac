/** The three ways to make a prediction: choose an option, type a number, place a mark on a line. */

import { freshId, h } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { rich } from "../kit/text.js";
import { feedbackTo } from "./card.js";
import { mark, number } from "./guess_number.js";

/**
 * @typedef {import("./card.js").Option} Option
 * @typedef {{ id: string, kind: "choice" | "number" | "mark", question: string,
 *   explanation: string, options?: Option[], answer?: number, low?: number, high?: number,
 *   step?: number, tolerance?: number, unit?: string, hint?: string,
 *   mistakes?: { value: number, feedback: string }[] }} Content
 * @typedef {{ tried: number[], right: boolean, solved: boolean, answer: number }} Progress
 *   tried and answer are indices of options, or numbers
 * @typedef {{ el: Node, value: () => number | null, missing: string,
 *   update: (progress: Progress) => void }} Guess
 */

/**
 * @param {Content} content
 * @param {() => void} onCommit
 * @returns {Guess}
 */
export function guess(content, onCommit) {
  return { choice, number, mark }[content.kind](content, onCommit);
}

/**
 * An answer as nodes.
 * @param {Content} content
 * @param {number} value an option's index, or a number
 * @param {string} [unit]
 */
export function shown({ options }, value, unit) {
  return options ? rich(options[value].text) : [`${fmt(value)}${unit ? ` ${unit}` : ""}`];
}

/** @param {Content} content @returns {Guess} */
function choice({ options = [] }) {
  const group = freshId();
  const rows = options.map((option) => optionRow(option, group));
  return {
    el: h(
      "div",
      { class: "mg-options", role: "radiogroup", "aria-label": "your prediction" },
      ...rows.map((row) => row.el),
    ),
    missing: "Choose an option first.",
    value() {
      const at = rows.findIndex(({ input }) => input.checked && !input.disabled);
      return at < 0 ? null : at;
    },
    update: (progress) => rows.forEach((row, i) => row.set(i, progress)),
  };
}

/**
 * An option with its radio button, and room for what is said to it.
 * @param {Option} option
 * @param {string} group
 */
function optionRow(option, group) {
  const words = h("p", { class: "mg-option-words", id: freshId(), hidden: true });
  const input = h("input", { type: "radio", name: group, "aria-describedby": words.id });
  const label = h(
    "label",
    { class: "mg-option-label" },
    input,
    h("span", { class: "mg-option-text" }, ...rich(option.text)),
  );
  const el = h("div", { class: "mg-option" }, label, words);

  /**
   * @param {number} i which option this is
   * @param {Progress} progress
   */
  function set(i, { tried, solved, right, answer }) {
    const wrong = tried.includes(i) && i !== answer;
    const truth = solved && i === answer;
    const verdict = verdictOn(wrong, truth, right);
    el.dataset.state = stateOf(wrong, truth, solved);
    input.disabled = wrong || solved;
    if (wrong || tried.length === 0) input.checked = false;
    if (truth) input.checked = right;
    words.hidden = !verdict;
    words.replaceChildren(...(verdict ? feedbackTo(option, verdict) : []));
  }
  return { input, el, set };
}

/**
 * @param {boolean} wrong
 * @param {boolean} truth
 * @param {boolean} right whether it was found
 */
function verdictOn(wrong, truth, right) {
  if (wrong) return "Not this one.";
  if (!truth) return "";
  return right ? "Right." : "This one.";
}

/**
 * @param {boolean} wrong
 * @param {boolean} truth
 * @param {boolean} solved
 */
function stateOf(wrong, truth, solved) {
  if (wrong) return "wrong";
  if (truth) return "right";
  return solved ? "passed" : "open";
}
