/**
 * A multiple-choice question: feedback to each option, another try after a wrong one, an
 * explanation at the end.
 */

import { attributes, freshId, h } from "../kit/dom.js";
import { plain, rich } from "../kit/text.js";
import { atWhichTry, card, explained, feedbackTo, triedOptions } from "./card.js";

/** @typedef {import("./card.js").Option} Option */
/**
 * @typedef {{ id: string, question: string, options: Option[], explanation: string,
 *   about?: string }} Content
 */

/**
 * How each option stands: open, wrong, right, or passed by when the right one was found first.
 * @param {{ content: Content, kept: any }} state
 */
export function compute({ content: { options }, kept }) {
  const tried = triedOptions(kept, options);
  const solved = tried.some((i) => options[i].right);
  const states = options.map((option, i) =>
    tried.includes(i) ? (option.right ? "right" : "wrong") : solved ? "passed" : "open",
  );
  return { tried, solved, states };
}

/** @type {import("@anywidget/types").Render<{ content: Content }>} */
export function render({ model, el }) {
  return card({ model, el, kind: "quiz", label: "Quiz", build });
}

/**
 * @param {Content} content
 * @param {import("./card.js").Tools} tools
 * @returns {import("./card.js").Built}
 */
export function build(content, tools) {
  const question = h("p", { class: "mg-question", id: freshId() }, ...rich(content.question));
  const rows = content.options.map((option, i) => optionRow(option, "ABCDE"[i], () => answer(i)));
  const list = h(
    "ol",
    { class: "mg-options", "aria-labelledby": question.id },
    ...rows.map((row) => row.el),
  );
  const explanation = explained(content.explanation);

  /** @param {number} i */
  function answer(i) {
    const { tried, states } = compute({ content, kept: tools.read() });
    if (states[i] !== "open") return;
    const { right, feedback } = content.options[i];
    tools.write({ tried: [...tried, i], done: right === true });
    const words = right ? `Right. ${feedback} ${content.explanation}` : `Not this one. ${feedback}`;
    tools.say(plain(words));
  }
  return {
    els: [question, list, explanation],
    update(kept) {
      const { tried, solved, states } = compute({ content, kept });
      rows.forEach((row, i) => row.set(states[i]));
      explanation.hidden = !solved;
      const state = solved ? `Right ${atWhichTry(tried.length)}` : "";
      return { began: tried.length > 0, good: solved, state };
    },
  };
}

/**
 * An option as a button, with room for what is said to it.
 * @param {Option} option
 * @param {string} letter
 * @param {() => void} onClick
 */
function optionRow(option, letter, onClick) {
  const words = h("p", { class: "mg-option-words", id: freshId(), hidden: true });
  const choose = h(
    "button",
    {
      type: "button",
      class: "mg-option-button",
      "aria-describedby": words.id,
      onclick: onClick,
    },
    h("span", { class: "mg-option-mark" }, letter),
    h("span", { class: "mg-option-text" }, ...rich(option.text)),
  );
  const el = h("li", { class: "mg-option" }, choose, words);

  /** @param {string} state open, wrong, right or passed */
  function set(state) {
    el.dataset.state = state;
    attributes(choose, { "aria-disabled": state === "open" ? null : "true" });
    const verdict = { right: "Right.", wrong: "Not this one." }[state];
    words.hidden = !verdict;
    words.replaceChildren(...(verdict ? feedbackTo(option, verdict) : []));
  }
  return { el, set };
}

export default { render };
