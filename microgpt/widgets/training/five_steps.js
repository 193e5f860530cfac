/**
 * The loop of training, station by station, on four numbers: what may follow the letter e? In emma
 * it is m.
 */

import { softmax } from "../engine/nn.js";
import { slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fixed, percent } from "../kit/format.js";
import { player } from "../kit/player.js";
import { lossCurve } from "./five_steps_curve.js";
import { TRUTH, loopTable } from "./five_steps_table.js";

/** @typedef {{ steps: number, step_size: number, start: number[] }} State */
/**
 * @typedef {{ numbers: number[], probs: number[], loss: number, blame: number[],
 *   next: number[] }} Round
 */

const STATIONS = 5;
const REACHED = ["not begun", "feed", "predict", "compare", "trace the blame", "adjust"];
const MOST = 100;

/**
 * One round. The loss is the surprise of the truth, −log p; its slope with respect to each number
 * is p, less 1 where the letter is the truth.
 * @param {number[]} numbers
 * @param {number} stepSize
 * @returns {Round}
 */
function round(numbers, stepSize) {
  const probs = Array.from(softmax(numbers));
  const blame = probs.map((p, i) => p - (i === TRUTH ? 1 : 0));
  return {
    numbers,
    probs,
    loss: -Math.log(probs[TRUTH]),
    blame,
    next: numbers.map((x, i) => x - stepSize * blame[i]),
  };
}

/**
 * Every round that has begun; `station` is the one reached in the last of them: 0 is before "feed",
 * 5 after "adjust".
 * @param {State} state
 */
export function compute({ steps, step_size, start }) {
  const finished = Math.max(0, Math.ceil(steps / STATIONS) - 1);
  const rounds = [round(start, step_size)];
  for (let i = 0; i < finished; i++) rounds.push(round(rounds[i].next, step_size));
  return { rounds, now: rounds[finished], station: steps - finished * STATIONS };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["steps", "step_size", "start"],
    name: "The five-step loop",
    caption:
      "One round is five steps; the next round starts with the adjusted numbers. " +
      "A larger step size changes them more at once.",
    onReset: () => play.stop(),
  });
  const table = loopTable();
  const history = lossCurve();
  const facts = h("p", { class: "mg-loop-facts" });
  const play = player({
    name: "steps of the loop",
    speedMs: 900,
    onReset: () => view.set({ steps: 0 }),
    onStep: () => {
      view.set({ steps: Math.min(MOST, view.read().steps + 1) });
      return view.read().steps < MOST;
    },
  });
  const size = slider({
    name: "step size",
    min: 0,
    max: 5,
    step: 0.1,
    value: model.get("step_size"),
    colour: "grad",
    onInput: (x) => view.set({ step_size: x }),
  });
  view.body.append(
    table.el,
    h("div", { class: "mg-loop-controls" }, play.el, size.el),
    h("div", { class: "mg-loop-below" }, facts, history.el),
  );

  return view.show((/** @type {State} */ state) => {
    const { rounds, now, station } = compute(state);
    const words = sentence(now, station, state.step_size, rounds.at(-2));
    const known = station >= 3 ? rounds : rounds.slice(0, -1);
    table.set(now, station);
    size.set(state.step_size);
    play.setEnd(state.steps >= MOST);
    history.set(known.map((one) => one.loss));
    facts.replaceChildren(h("b", {}, `Round ${rounds.length}. `), words);
    view.say(`Round ${rounds.length}, ${REACHED[station]}. ${words}`);
  });
}

/**
 * What has just happened, with its numbers.
 * @param {Round} now
 * @param {number} station
 * @param {number} stepSize
 * @param {Round} [before]
 */
export function sentence({ numbers, probs, loss, blame, next }, station, stepSize, before) {
  const p = percent(probs[TRUTH]);
  const x = fixed(numbers[TRUTH]);
  const blamed = fixed(blame[TRUTH]);
  switch (station) {
    case 0:
      return (
        "Nothing has happened yet. " +
        "The model has four numbers, one for each thing that may follow e. Press Step."
      );
    case 1:
      return (
        `The model is shown e. Its number for m is ${x}; ` +
        "a higher number means a likelier letter."
      );
    case 2:
      return `The model gives m ${p}.`;
    case 3: {
      const ago = before ? `; a round ago it was ${fixed(before.loss)}` : "";
      const surprise = `−log ${fixed(probs[TRUTH], 3)} = ${fixed(loss)}${ago}`;
      return `The truth is m, which had ${p}. The surprise, called the loss, is ${surprise}.`;
    }
    case 4:
      return (
        `The number for m has blame ${blamed}: below zero, so raising it lowers the loss. ` +
        "The others have blame above zero: lowering them lowers the loss."
      );
    default: {
      const step = `${x} − ${fixed(stepSize, 1)} × (${blamed}) = ${fixed(next[TRUTH])}`;
      return `The number for m goes from ${x} to ${step}. The next step begins a new round.`;
    }
  }
}

export default { render };
