/** Predictions that are numbers: one that is typed, and a mark on a line that can be typed too. */

import { numberLine } from "../draw/numberline.js";
import { freshId, h } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { numberField } from "../kit/number_field.js";
import { rich } from "../kit/text.js";

/** @typedef {import("./guess.js").Content} Content */
/** @typedef {import("./guess.js").Guess} Guess */
/** @typedef {import("./guess.js").Progress} Progress */

/**
 * A field for a number between low and high, and what was tried in it.
 * @param {Content} content
 * @param {() => void} onCommit
 * @param {(value: number | null) => void} [onInput]
 */
function field(content, onCommit, onInput = () => {}) {
  const { low = 0, high = 0, step, unit } = content;
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
    tries.replaceChildren(...wrong.map((x) => wrongTry(x, adviceTo(x, content))));
  }
  return { el, tries, value: typed.now, set: typed.set, clear: typed.clear, update };
}

/**
 * A wrong number, struck through, and what is said to it.
 * @param {number} x
 * @param {string} advice
 */
function wrongTry(x, advice) {
  const not = h("span", { class: "mg-hidden" }, "Not ");
  return h("li", {}, h("span", {}, not, h("s", {}, fmt(x))), h("span", {}, ...rich(advice)));
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
export function number(content, onCommit) {
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
export function mark(content, onCommit) {
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
