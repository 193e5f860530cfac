/** The three ways to make a prediction: choose an option, type a number, place a mark on a line. */

import { numberLine } from "../draw/numberline.js";
import { freshId, h } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { numberField } from "../kit/number_field.js";
import { rich } from "../kit/text.js";
import { feedbackTo } from "./card.js";

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

/**
 * A field for a number between low and high, and what was tried in it.
 * @param {Content} content
 * @param {() => void} onCommit
 * @param {(value: number | null) => void} [onInput]
 */
function field(
  { low = 0, high = 0, step, unit, mistakes = [], hint = "" },
  onCommit,
  onInput = () => {},
) {
  const id = freshId();
  const typed = numberField({
    id,
    min: low,
    max: high,
    step: step ?? 1,
    optional: true,
    onInput,
    onEmpty: () => onInput(null),
  });
  const el = h(
    "div",
    { class: "mg-guess" },
    h("label", { for: id }, "Your prediction"),
    typed.field,
    unit && h("span", {}, unit),
    typed.note,
  );
  const tries = h("ul", { class: "mg-tries" });
  typed.field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      onCommit();
    }
  });
  /**
   * @param {Progress} progress
   * @param {(value: number) => boolean} isRight
   */
  function update({ tried, solved }, isRight) {
    const wrong = tried.filter((x) => !isRight(x));
    el.hidden = solved;
    tries.hidden = wrong.length === 0;
    tries.replaceChildren(
      ...wrong.map((x) =>
        h(
          "li",
          {},
          h("span", {}, h("span", { class: "mg-hidden" }, "Not "), h("s", {}, fmt(x))),
          h("span", {}, ...rich(adviceTo(x, { mistakes, hint, step }))),
        ),
      ),
    );
  }
  return { el, tries, value: typed.now, set: typed.set, clear: typed.clear, update };
}

/**
 * What is said to a wrong number: its own feedback, or the hint.
 * @param {number} value
 * @param {{ mistakes?: { value: number, feedback: string }[], hint?: string,
 *   step?: number }} content
 */
export function adviceTo(value, { mistakes = [], hint = "", step = 0 }) {
  return (
    mistakes.find((one) => Math.abs(one.value - value) <= Math.max(step / 2, 1e-9))?.feedback ??
    hint
  );
}

/** @param {Content} content */
export const isRightNumber =
  ({ answer = 0, tolerance = 0 }) =>
  (/** @type {number} */ x) =>
    Math.abs(x - answer) <= Math.max(tolerance, 1e-9);

/**
 * @param {Content} content
 * @param {() => void} onCommit
 * @returns {Guess}
 */
function number(content, onCommit) {
  const one = field(content, onCommit);
  return {
    el: h("div", {}, one.el, one.tries),
    value: one.value,
    missing: "Type a number first.",
    update(progress) {
      one.update(progress, isRightNumber(content));
      if (progress.tried.length === 0) one.clear();
    },
  };
}

/**
 * @param {Content} content
 * @param {() => void} onCommit
 * @returns {Guess}
 */
function mark(content, onCommit) {
  const { low = 0, high = 1, step = 0.1, answer = 0 } = content;
  const isRight = isRightNumber(content);
  let placed = /** @type {number | null} */ (null);
  let progress = /** @type {Progress | null} */ (null);
  const draw = () => {
    const found = progress?.right ? (progress.tried.at(-1) ?? null) : null;
    line.set({
      value: progress?.solved ? found : placed,
      tried: progress?.tried.filter((x) => !isRight(x)),
      answer: progress?.solved ? answer : null,
    });
  };
  const line = numberLine({
    name: "your mark",
    low,
    high,
    step,
    onInput: (x) => {
      placed = x;
      one.set(x);
      draw();
    },
  });
  const one = field(content, onCommit, (x) => {
    placed = x;
    draw();
  });
  line.el.addEventListener("keydown", (event) => {
    if (event.key === "Enter") onCommit();
  });
  return {
    el: h("div", {}, line.el, one.el, one.tries),
    value: one.value,
    missing: "Place the mark first.",
    update(next) {
      progress = next;
      if (next.tried.length === 0) {
        placed = null;
        one.clear();
      }
      one.update(next, isRight);
      draw();
    },
  };
}
