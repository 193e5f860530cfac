/** Merges of characters, learned step by step from a text that the reader types. */

import {
  countPairs,
  countWords,
  inCharacters,
  learnMerges,
  mergeAll,
  splitWord,
  wordsOf,
} from "../engine/bpe.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { textField, wordField } from "./byte_pairs/fields.js";
import { tokenText } from "./byte_pairs/pieces.js";
import { MOST, mergeSteps } from "./byte_pairs/steps.js";
import { pairTable, sizes } from "./byte_pairs/table.js";
import { happened } from "./byte_pairs/words.js";

/** @typedef {{ text: string, merges: number, word: string }} State */
/** @typedef {import("../engine/bpe.js").Pair} Pair */

const SHOWN = 6; // pairs in the table

/** Every merge there is in a text; the last text is remembered. */
function learner() {
  let last = /** @type {{ text: string, learned: ReturnType<typeof learnMerges> } | null} */ (null);
  /** @param {string} text */
  return (text) => {
    if (last?.text !== text) last = { text, learned: learnMerges(text, MOST) };
    return last.learned;
  };
}

/**
 * The tokens of the text and of the word after the merges, and the pairs that are the most frequent.
 * @param {State} state
 * @param {ReturnType<typeof learnMerges>} learned
 */
export function compute({ text, merges, word }, learned = learnMerges(text, MOST)) {
  const made = learned.slice(0, merges);
  const pairs = made.map(({ pair }) => pair);
  const times = countWords(text);
  const splits = pairs.reduce(mergeAll, inCharacters(times));
  const split = (/** @type {string} */ one) => splits.get(one) ?? [];
  const tokens = wordsOf(text).flatMap(split);
  const characters = Array.from(text).length;
  const frequent = countPairs(splits, times).sort((a, b) => b.count - a.count);
  return {
    tokens,
    characters,
    alphabet: new Set(text).size,
    pairs: frequent.slice(0, SHOWN),
    last: made.at(-1) ?? null,
    made: made.length,
    possible: learned.length,
    word: wordsOf(word).flatMap((one) => splitWord(one, pairs)),
  };
}

const CAPTION =
  "Each frame is a token. A dot stands for a space, which belongs to the word behind it. " +
  "The token that was made last is filled.";

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const learn = learner();
  const view = figure({
    model,
    el,
    keys: ["text", "merges", "word"],
    name: "Byte-pair encoding",
    caption: CAPTION,
    onReset: () => steps.stop(),
  });
  const possible = () => learn(view.read().text).length;
  const steps = mergeSteps({
    merges: view.read().merges,
    now: () => Math.min(view.read().merges, possible()),
    possible,
    onMerges: (merges) => view.set({ merges }),
  });
  const text = textField((next) => {
    steps.stop();
    view.set({ text: next, merges: 0 });
  });
  const word = wordField((next) => view.set({ word: next }));
  const words = h("p", { class: "mg-pairs-words" });
  const pieces = tokenText("the text in tokens");
  const numbers = sizes();
  const table = pairTable();
  const below = h("div", { class: "mg-columns" }, table.el, h("div", {}, numbers.el, word.el));
  view.body.append(text.el, steps.el, words, pieces.el, below);

  return view.show((/** @type {State} */ state) => {
    const found = compute(state, learn(state.text));
    text.set(state.text);
    steps.set(state.merges);
    setText(words, happened(found, state.merges));
    pieces.set(found.tokens, found.last?.pair.join("") ?? null);
    numbers.set(found);
    table.set(found.pairs);
    word.set(state.word, found.word);
    view.say(words.textContent ?? "");
  }, steps.stop);
}

export default { render };
