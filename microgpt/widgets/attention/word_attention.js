/** Which earlier words a word of a sentence looks at: weights written by hand, as an illustration. */

import { choice } from "../kit/controls.js";
import { attributes, h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { roving } from "../kit/roving.js";

/**
 * @typedef {{ words: string[], endings: string[], weights: number[][],
 *   last: Record<string, number[]> }} Sentence weights in hundredths
 */
/** @typedef {{ ending: string, word: number, content: Sentence }} State */

const LATER = "not there yet";
const SHADE = 30; // percent, of a word that gets all; the word itself can still be read

/**
 * The words, and what the chosen one takes from each: null from a word that comes later.
 * @param {State} state
 */
export function compute({ ending, word, content }) {
  const words = [...content.words, ending];
  const row = [...content.weights, content.last[ending]][word];
  return { words, weights: words.map((_, i) => (i <= word ? row[i] / 100 : null)) };
}

/**
 * In words: from which two words it takes most.
 * @param {State} state
 * @param {ReturnType<typeof compute>} result
 */
export function tell({ word, content }, { words, weights }) {
  const name = words[word];
  if (word === 0) return `“${name}” is the first word. It can only look at itself: weight 1.`;
  const order = weights
    .map((weight, i) => ({ i, weight: weight ?? -1 }))
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = order.map(({ i }) => (i === word ? "itself" : `“${words[i]}”`));
  const takes =
    order[0].weight === order[1].weight
      ? `as much from ${first} as from ${second}`
      : `most from ${first}, then from ${second}`;
  const last =
    word === content.words.length
      ? "Choose the other last word, and compare."
      : "It cannot see the last word: its weights are the same whichever that is.";
  return `“${name}” takes ${takes}. ${last}`;
}

/** 0.02 + 0.37 + … = 1 @param {(number | null)[]} weights */
export function added(weights) {
  const there = weights.filter((weight) => weight !== null);
  return `${there.map((weight) => weight.toFixed(2)).join(" + ")} = 1`;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["ending", "word", "content"],
    name: "Which words a word looks at",
    caption:
      "Click a word, or walk with the arrow keys. " +
      "Below each word stands how much the chosen one takes from it.",
  });
  const content = /** @type {Sentence} */ (model.get("content"));
  const parts = [...content.words, ""].map((_, i) => wordButton(() => view.set({ word: i })));
  const tabs = roving(parts.map((one) => one.el));
  const endings = choice({
    name: "last word",
    options: content.endings.map((value) => ({ value, label: value })),
    value: model.get("ending"),
    onInput: (ending) => view.set({ ending }),
  });
  const sum = h("p", { class: "mg-words-sum" });
  const words = h("p", { class: "mg-facts mg-words-told" });
  view.body.append(
    h(
      "p",
      { class: "mg-words-note" },
      h("b", {}, "Illustrative."),
      " These weights were written by hand. No model computed them.",
    ),
    endings.el,
    h(
      "div",
      { class: "mg-words", role: "group", "aria-label": "the sentence" },
      ...parts.map((one) => one.el),
    ),
    sum,
    words,
  );

  return view.show((/** @type {State} */ state) => {
    const result = compute(state);
    endings.set(state.ending);
    parts.forEach((one, i) => one.set(result.words[i], result.weights[i], i === state.word));
    tabs.set(state.word);
    sum.textContent = added(result.weights);
    words.textContent = tell(state, result);
    view.say(words.textContent);
  });
}

/** A word, and below it what the chosen word takes from it. @param {() => void} onPick */
function wordButton(onPick) {
  const word = h("span", { class: "mg-word-text" });
  const bar = h("span", { class: "mg-word-bar" });
  const number = h("span", { class: "mg-word-number" });
  const el = h(
    "button",
    { type: "button", class: "mg-word", onclick: onPick, onfocus: onPick },
    word,
    h("span", { class: "mg-word-room" }, bar),
    number,
  );
  /**
   * @param {string} text
   * @param {number | null} weight
   * @param {boolean} chosen
   */
  function set(text, weight, chosen) {
    word.textContent = text;
    bar.style.setProperty("--share", String(weight ?? 0));
    el.style.setProperty("--shade", `${Math.round(SHADE * (weight ?? 0))}%`);
    number.textContent = weight === null ? LATER : weight.toFixed(2);
    el.classList.toggle("mg-word-later", weight === null);
    attributes(el, { "aria-pressed": String(chosen) });
  }
  return { el, set };
}

export default { render };
