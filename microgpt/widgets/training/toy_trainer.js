/** The toy model learns the reader's own words: every weight, the loss, and what it says now. */

import { blocks } from "../draw/blocks.js";
import { runningMean } from "../draw/series.js";
import { floorOf, sharesOf } from "../engine/toy_shares.js";
import { ROUNDS, ToyTraining, meanLoss, nextProbs } from "../engine/toy_training.js";
import { choice, slider } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { player } from "../kit/player.js";
import { MATRICES } from "../model/flow.js";
import { lossCurve } from "./toy_trainer/loss_curve.js";
import { predictions } from "./toy_trainer/predictions.js";
import { blockOf, itemsOf, matrixView } from "./toy_trainer/weights.js";
import { wordsField } from "./toy_trainer/words_field.js";
import { sentences } from "./toy_trainer/words.js";

/** @typedef {{ words: string[], learning_rate: number, steps: number, matrix: string }} State */
/** @typedef {ReturnType<typeof compute>} Now */

const RATES = ["0.01", "0.03", "0.1"];
const SPEED = 20; // ms from one round to the next
const SLICE = 5; // ms of training in a frame
const WINDOW = 24; // rounds of the running mean: a multiple of most numbers of words
const CAPTION =
  "One round: one word, and one step of Adam for all 72 weights. ▲ and ▼ mark what the last round " +
  "moved by 0.0005 or more. Press a block to see its numbers.";

/**
 * How things stand after `steps` rounds, or as many as have been computed.
 * @param {State} state
 * @param {ToyTraining} [training]
 */
export function compute({ words, learning_rate, steps }, training) {
  const run = training ?? new ToyTraining(words, learning_rate);
  if (!training) run.advance(steps);
  const at = Math.min(steps, run.losses.length);
  const model = run.modelAfter(at);
  const before = run.weights[Math.max(0, at - 1)];
  const losses = run.losses.slice(0, at);
  return {
    words,
    at,
    model,
    changes: model.weights.map((w, i) => w - before[i]),
    losses,
    means: runningMean(losses, WINDOW),
    word: at ? run.wordOf(at) : "",
    next: run.wordOf(at + 1),
    mean: meanLoss(model, words),
    floor: floorOf(words),
    rows: sharesOf(words).map((row) => ({ ...row, probs: nextProbs(model, row.beginning) })),
  };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["words", "learning_rate", "steps", "matrix"],
    name: "The toy model learns words",
    caption: CAPTION,
    onReset: () => {
      play.stop();
      field.clear();
    },
  });
  /** @param {Partial<State>} changes */
  const go = (changes) => {
    play.stop();
    view.set(changes);
  };
  const field = wordsField((words) => go({ words, steps: 0 }));
  const rate = choice({
    name: "Learning rate",
    options: RATES.map((value) => ({ value, label: value })),
    value: RATES[0],
    onInput: (value) => go({ learning_rate: Number(value), steps: 0 }),
  });
  const play = roundPlayer(view);
  const scrub = slider({
    name: "rounds",
    min: 0,
    max: ROUNDS,
    step: 1,
    whole: true,
    value: 0,
    onInput: (steps) => go({ steps }),
  });
  const told = h("p", { class: "mg-learn-words" });
  const curve = lossCurve();
  const table = predictions();
  const matrix = matrixView();
  const diagram = blocks({
    label: "the weights of the toy model, block by block",
    onSelect: (block) => view.set({ matrix: MATRICES[block] }),
  });
  const controls = h("div", { class: "mg-learn-controls" }, rate.el, play.el, scrub.el);
  const work = h("div", {}, field.el, controls, told, curve.el, table.el);
  view.body.append(h("div", { class: "mg-learn" }, work, h("div", {}, matrix.el, diagram.element)));

  const trained = keeper(() => draw(view.read()));

  /** @param {State} state */
  function draw(state) {
    const now = compute(state, trained.for(state));
    const said = sentences(now, state.steps);
    field.set(state.words);
    rate.set(String(state.learning_rate));
    scrub.set(state.steps);
    play.setEnd(state.steps >= ROUNDS);
    setText(told, said);
    curve.set(now);
    table.set(now);
    matrix.set(now, state.matrix);
    diagram.draw(itemsOf(now), { selected: blockOf(state.matrix) });
    if (now.at === state.steps) view.say(said);
  }
  return view.show(draw, () => {
    play.stop();
    trained.stop();
  });
}

/** @param {ReturnType<typeof figure>} view */
function roundPlayer(view) {
  return player({
    name: "rounds of training",
    speedMs: SPEED,
    onReset: () => view.set({ steps: 0 }),
    onStep: () => {
      const steps = Math.min(ROUNDS, view.read().steps + 1);
      view.set({ steps });
      return steps < ROUNDS;
    },
  });
}

/**
 * The training of these words at this rate, as far as it has come; what is missing is computed a
 * slice in each frame, and `onMore` called after it.
 * @param {() => void} onMore
 */
function keeper(onMore) {
  let key = "";
  let training = /** @type {ToyTraining | null} */ (null);
  let frame = 0;
  /** @param {State} state */
  function of({ words, learning_rate, steps }) {
    const wanted = [...words, learning_rate].join();
    if (!training || wanted !== key) training = new ToyTraining(words, learning_rate);
    key = wanted;
    cancelAnimationFrame(frame);
    if (!training.advance(steps, SLICE)) frame = requestAnimationFrame(onMore);
    return training;
  }
  return { for: of, stop: () => cancelAnimationFrame(frame) };
}

export default { render };
