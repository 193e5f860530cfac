/**
 * The same attention twice: one letter at a time with a cache, and all letters at once with a mask.
 */

import { chars } from "../data/course_run.js";
import { attentionAtOnce, attentionSteps } from "../engine/attention.js";
import { modelAfter } from "../engine/model_after.js";
import { Tokenizer } from "../engine/tokenizer.js";
import { TOY_TOKENS, toyModel } from "../engine/toy.js";
import { slider } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { clamp } from "../kit/numbers.js";
import { player } from "../kit/player.js";
import { addToOne } from "../kit/rounding.js";
import { square } from "./cache_is_mask/square.js";
import { comparison } from "./cache_is_mask/table.js";
import { LAST, leftWords, rightWords, verdict } from "./cache_is_mask/words.js";
import { called } from "./letters.js";
import { nameField } from "./name_field.js";

/** @typedef {{ tokens: string[], name: string, step: number }} State */
/** @typedef {{ toy: GPT, trained: GPT }} Models */
/** @typedef {import("../engine/gpt.js").GPT} GPT */
/** @typedef {import("../engine/attention.js").Step} Step */
/** @typedef {import("./cache_is_mask/square.js").Cell} Cell */
/** @typedef {ReturnType<typeof compute>} Now */

const LONGEST = 15; // letters of a name
const SPEED = 1600; // ms from one step to the next

/**
 * Both computations of the toy model, in full; and for the trained model on a name, how far the two
 * are apart at most.
 * @param {State} state
 * @param {Models} models
 */
export function compute({ tokens, name, step }, { toy, trained }) {
  const ids = tokens.map((token) => TOY_TOKENS.indexOf(token));
  const one = attentionSteps(toy, ids);
  const all = attentionAtOnce(toy, ids);
  const typed = new Tokenizer(chars).encode(name).slice(0, -1);
  const typedGaps = gapsOf(attentionSteps(trained, typed), attentionAtOnce(trained, typed)).flat();
  return {
    letters: called(tokens),
    one,
    all,
    gaps: gapsOf(one, all),
    step: clamp(step, 0, LAST),
    name: { text: name, numbers: typedGaps.length, gap: Math.max(...typedGaps) },
  };
}

/**
 * How far the results are apart, number by number, at each position.
 * @param {Step[]} one
 * @param {Step[]} all
 */
function gapsOf(one, all) {
  return one.map(({ added }, i) => Array.from(added, (x, j) => Math.abs(x - all[i].added[j])));
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const models = { toy: toyModel(), trained: modelAfter() };
  const size = models.toy.config.block_size;
  const view = figure({
    model,
    el,
    keys: ["tokens", "name", "step"],
    name: "The cache is the mask",
    caption:
      "A row is a letter that looks, a column a letter it looks at. Both pictures are the toy " +
      "model’s, each computed by itself.",
    onReset: () => {
      play.stop();
      field.clear();
    },
  });
  const play = player({
    speedMs: SPEED,
    onReset: () => view.set({ step: 0 }),
    onStep: () => {
      const step = Math.min(LAST, view.read().step + 1);
      view.set({ step });
      return step < LAST;
    },
  });
  const scrub = slider({
    name: "step",
    min: 0,
    max: LAST,
    step: 1,
    whole: true,
    value: 0,
    onInput: (step) => {
      play.stop();
      view.set({ step });
    },
  });
  const left = side("One letter at a time, with a cache", size);
  const right = side("All letters at once, with a mask", size);
  const table = comparison(size);
  const field = nameField({
    label: "The same question to the trained model: type a name",
    longest: LONGEST,
    known: Array.from(chars),
    shows: "The answer is still about",
    onName: (name) => view.set({ name }),
  });
  const answer = h("p", { class: "mg-mask-answer" });
  view.body.append(
    h("p", { class: "mg-mask-ask mg-on-screen" }, "Press Step, and watch both sides:"),
    h("div", { class: "mg-mask-controls" }, play.el, scrub.el),
    h("div", { class: "mg-columns mg-mask-sides" }, left.el, right.el),
    table.el,
    field.el,
    answer,
  );

  return view.show(
    (/** @type {State} */ state) => {
      const now = compute(state, models);
      play.setEnd(now.step === LAST);
      scrub.set(now.step);
      left.set(now, leftCells(now), leftWords(now));
      right.set(now, rightCells(now), rightWords(now));
      table.set(now);
      field.set(state.name);
      setText(answer, verdict(now.name));
      view.say(`${leftWords(now)} ${rightWords(now)}`);
    },
    () => play.stop(),
  );
}

/**
 * @param {string} title
 * @param {number} size
 */
function side(title, size) {
  const picture = square(title, size);
  const words = h("p", { class: "mg-mask-words" });
  const el = h("div", {}, picture.el, words);
  /**
   * @param {Now} now
   * @param {Cell[][]} cells
   * @param {string} said
   */
  function set(now, cells, said) {
    picture.set(now.letters, cells);
    setText(words, said);
  }
  return { el, set };
}

/**
 * A cell is a weight (which is printed so that its row adds to 1), a score, masked, not yet
 * computed, or not there at all.
 * @param {Now} now
 */
export function leftCells({ one, step }) {
  return one.map(({ heads: [{ weights }] }, i) => {
    const printed = addToOne(weights);
    return one.map((_, j) => {
      if (j > i) return { kind: "none" };
      return i < step ? { kind: "weight", value: weights[j], text: printed[j] } : { kind: "later" };
    });
  });
}

/** @param {Now} now */
export function rightCells({ all, step }) {
  return all.map(({ heads: [{ scores, weights }] }, i) => {
    const printed = addToOne(weights);
    return all.map((_, j) => rightCell(step, j > i, scores[j], weights[j], printed[j]));
  });
}

/**
 * @param {number} step
 * @param {boolean} upper whether the letter looked at comes later
 * @param {number} score
 * @param {number} weight
 * @param {string} text of the weight
 */
function rightCell(step, upper, score, weight, text) {
  if (step === 0) return { kind: "later" };
  if (step === 2 && upper) return { kind: "masked" };
  if (step <= 2) return { kind: "score", value: score };
  return step === LAST && upper ? { kind: "none" } : { kind: "weight", value: weight, text };
}

export default { render };
