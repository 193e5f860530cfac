/** Commit to an answer first; then see the truth beside it, and only then the explanation. */

import { button, row } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { count } from "../kit/format.js";
import { plain, rich } from "../kit/text.js";
import { atWhichTry, card, explained, triedOptions } from "./card.js";
import { guess, shown } from "./guess.js";
import { adviceTo, isRightNumber } from "./guess_number.js";

/** @typedef {import("./guess.js").Content} Content */

/**
 * What was tried, whether the last of it is right, and whether the truth may be shown.
 * @param {{ content: Content, kept: any }} state
 */
export function compute({ content, kept }) {
  const { options, answer: number = 0 } = content;
  const answer = options ? options.findIndex((option) => option.right) : number;
  const isRight = options ? (/** @type {number} */ i) => i === answer : isRightNumber(content);
  const tried = options ? triedOptions(kept, options) : triedNumbers(kept, isRight);
  const right = tried.some(isRight);
  return { tried, right, solved: right || (tried.length > 0 && kept?.shown === true), answer };
}

/**
 * @param {any} kept
 * @param {(x: number) => boolean} isRight
 */
function triedNumbers(kept, isRight) {
  const tried = /** @type {number[]} */ ([]);
  for (const x of Array.isArray(kept?.tried) ? kept.tried : []) {
    if (Number.isFinite(x) && !tried.includes(x) && !tried.some(isRight)) tried.push(x);
  }
  return tried;
}

/**
 * What is said to a wrong answer.
 * @param {Content} content
 * @param {number} value
 */
function advice(content, value) {
  return plain(content.options ? content.options[value].feedback : adviceTo(value, content));
}

/** @type {import("@anywidget/types").Render<{ content: Content }>} */
export function render({ model, el }) {
  return card({ model, el, kind: "predict", label: "Predict", build });
}

/**
 * @param {Content} content
 * @param {import("./card.js").Tools} tools
 * @returns {import("./card.js").Built}
 */
export function build(content, tools) {
  const input = guess(content, commit);
  const note = h("p", { class: "mg-item-note", hidden: true });
  const showMe = button("Show me", reveal);
  const actions = row(button("Commit", commit, { primary: true }), showMe, note);
  const truth = h("dl", { class: "mg-truth", tabindex: -1, hidden: true });
  const explanation = explained(content.explanation);
  const now = () => compute({ content, kept: tools.read() });

  function commit() {
    const value = input.value();
    const { tried, solved } = now();
    const problem = solved ? "" : problemWith(value, tried, input.missing);
    note.textContent = problem;
    note.hidden = problem === "";
    if (problem) tools.say(problem);
    if (problem || solved || value === null) return;
    const next = [...tried, value];
    const { right } = compute({ content, kept: { tried: next } });
    tools.write({ tried: next, done: right });
    if (right) finish("Right.");
    else tools.say(`Not right. ${advice(content, value)}`);
  }
  function reveal() {
    tools.write({ tried: now().tried, shown: true, done: true });
    finish("");
  }
  /** @param {string} first */
  function finish(first) {
    truth.focus({ preventScroll: true }); // the button that was pressed is gone
    tools.say(`${first} ${truth.textContent}. ${plain(content.explanation)}`);
  }
  return {
    els: [
      h("p", { class: "mg-question" }, ...rich(content.question)),
      input.el,
      actions,
      truth,
      explanation,
    ],
    update(kept) {
      const progress = compute({ content, kept });
      const { tried, right, solved } = progress;
      input.update(progress);
      actions.hidden = solved;
      showMe.hidden = tried.length === 0;
      truth.hidden = explanation.hidden = !solved;
      truth.replaceChildren(...(solved ? beside(content, progress) : []));
      return { began: tried.length > 0, good: right, state: standing(progress) };
    },
  };
}

/**
 * Why a guess cannot be committed; else nothing.
 * @param {number | null} value
 * @param {number[]} tried
 * @param {string} missing
 */
function problemWith(value, tried, missing) {
  if (value === null) return missing;
  return tried.includes(value) ? "You have tried this already." : "";
}

/** @param {ReturnType<typeof compute>} progress */
function standing({ tried, right, solved }) {
  if (right) return `Right ${atWhichTry(tried.length)}`;
  return solved ? `Shown after ${count(tried.length, "try", "tries")}` : "";
}

/**
 * The guesses, the wrong ones struck through, and the truth.
 * @param {Content} content
 * @param {ReturnType<typeof compute>} progress
 */
function beside(content, { tried, right, answer }) {
  const guesses = tried.flatMap((value, i) => {
    const last = right && i === tried.length - 1;
    return [i ? ", " : "", h(last ? "span" : "s", {}, ...shown(content, value))];
  });
  const truth = shown(content, answer, content.unit);
  return [
    h("div", {}, h("dt", {}, "You predicted "), h("dd", {}, ...guesses)),
    h("div", {}, h("dt", {}, "It is "), h("dd", { class: "mg-good" }, ...truth)),
  ];
}

export default { render };
