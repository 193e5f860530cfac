/**
 * The challenge: the live loss, its history, the best score by hand, and gradient descent at the
 * press of a button.
 */

import { lineChart } from "../draw/line.js";
import { button, row, slider } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { count, fixed, fmt } from "../kit/format.js";
import { player } from "../kit/player.js";
import { GRID, LAYERS } from "./challenges.js";
import { GOAL, forward, loss } from "./network.js";

/** @typedef {import("./network.js").Parameters} Parameters */
/**
 * @typedef {{ now: Parameters, slope: Parameters, losses: number[], byHand: number[],
 *   best: number | null, x: number[], challenge: string, steps: number,
 *   learning_rate: number }} Challenge
 */

export const MOST_STEPS = 400;
const SHORTEST = 20; // axis of the chart

/**
 * What there is to say about the state of the challenge.
 * @param {{ loss: number, steps: number, flat: boolean, allOff: boolean }} state
 *   flat: all gradients are zero
 */
export function tell({ loss, steps, flat, allOff }) {
  if (flat && loss > 0) {
    const why = allOff ? "every unit is off" : "the output unit is off at all 75 points";
    return `All gradients are zero: ${why}. Descent cannot move; turn a bias up by hand.`;
  }
  if (loss < GOAL)
    return steps
      ? `Under ${GOAL} after ${count(steps, "step")} of gradient descent.`
      : `Under ${GOAL} by hand. You have found the surface.`;
  if (steps === MOST_STEPS)
    return (
      `${MOST_STEPS} steps are taken, and the loss is still above ${GOAL}. ` +
      "Try another learning rate, or turn a knob for another start."
    );
  return steps
    ? `${count(steps, "step")} taken. Each one moved every knob a little against its gradient.`
    : "Turn the knobs until the surface meets the dots, at all three values of x₃.";
}

/**
 * Whether every unit, hidden ones too, is off at all the points.
 * @param {Parameters} now
 * @param {number[][]} points
 */
export function silent(now, points) {
  return points.every((x) => {
    const { h1, h2, a } = forward(now, x);
    return h1 === 0 && h2 === 0 && a === 0;
  });
}

/**
 * @typedef {{ set: (changes: Record<string, unknown>) => void,
 *   read: () => { steps: number, x: number[] }, onGradients: () => void }} PanelOptions
 */

/** @param {PanelOptions} options */
export function challengePanel({ set, read, onGradients }) {
  const score = scoreLine();
  const layers = layerButtons((x3) => set({ x: [...read().x.slice(0, 2), x3] }));
  const chart = lossChart();
  const descent = descentControls({ set, read, onGradients });
  const words = h("p", { class: "mg-net-words" });
  const el = h(
    "div",
    { class: "mg-net-challenge" },
    h(
      "div",
      { class: "mg-columns" },
      h(
        "div",
        {},
        h("p", { class: "mg-net-title" }, "Loss at each x₃"),
        layers.el,
        layers.printed,
        words,
        h("p", { class: "mg-net-title" }, "Let gradient descent do it"),
        ...descent.els,
      ),
      chart.el,
    ),
  );

  /**
   * @param {Challenge} state
   * @param {boolean} shown whether the gradients are on the knobs
   */
  function draw(state, shown) {
    const { now, slope, losses, steps } = state;
    const current = losses[losses.length - 1];
    const flat = [...slope.w, ...slope.b].every((one) => one === 0);
    const reached = current < GOAL;
    score.set(current, state.best, reached);
    el.classList.toggle("mg-reached", reached);
    layers.set(state);
    chart.set(state);
    descent.set(state, flat, shown);
    words.textContent = tell({ loss: current, steps, flat, allOff: silent(now, GRID) });
    return words.textContent;
  }
  return { el, score: score.el, draw, stop: descent.stop };
}

/** The loss, the goal, and the reader's best. */
function scoreLine() {
  const number = h("b", { class: "mg-net-loss" });
  const best = h("span", { class: "mg-net-best" });
  const el = h(
    "p",
    { class: "mg-net-score" },
    h("span", {}, "loss ", number),
    h("span", {}, `goal: under ${GOAL}`),
    best,
  );
  /**
   * @param {number} current
   * @param {number | null} record
   * @param {boolean} reached
   */
  function set(current, record, reached) {
    number.textContent = fixed(current, 3);
    best.textContent = record === null ? "" : `your best by hand: ${fixed(record, 3)}`;
    el.classList.toggle("mg-reached", reached);
  }
  return { el, set };
}

/** A button for each value of x3, with the loss there. @param {(x3: number) => void} onPick */
function layerButtons(onPick) {
  const layers = LAYERS.map((x3) => {
    const value = h("span", { class: "mg-net-layer-loss" });
    const button = h(
      "button",
      { type: "button", class: "mg-button mg-net-layer", onclick: () => onPick(x3) },
      `x₃ = ${fmt(x3)}`,
      value,
    );
    return { x3, value, button, points: GRID.filter((point) => point[2] === x3) };
  });
  const el = h(
    "div",
    { class: "mg-net-layers", role: "group", "aria-label": "The loss at each value of x3" },
    ...layers.map((one) => one.button),
  );
  const printed = h("p", { class: "mg-on-paper" }); // where no button is
  /** @param {Challenge} state */
  function set({ now, challenge, x }) {
    for (const { x3, value, button, points } of layers) {
      value.textContent = fixed(loss(now, challenge, points), 3);
      button.setAttribute("aria-pressed", String(x[2] === x3));
    }
    const all = layers.map(({ x3, value }) => `x₃ = ${fmt(x3)}: ${value.textContent}`);
    setText(printed, all.join("\u2003"));
  }
  return { el, printed, set };
}

/** The losses that the hand went through, then those of descent. */
function lossChart() {
  const chart = lineChart({
    name: "the loss so far",
    xName: "changes",
    yName: "loss",
    first: 0,
    last: SHORTEST,
    digits: 3,
    hint: "",
    baselines: [{ name: "goal", value: GOAL }],
    series: [
      { name: "by hand", colour: "loss" },
      { name: "by gradient descent", colour: "grad" },
    ],
  });
  /** @param {Challenge} state */
  function set({ byHand, losses, steps }) {
    const start = Math.max(0, byHand.length - 1);
    const gap = Array.from({ length: start }, () => NaN);
    const end = Math.max(SHORTEST, Math.ceil((start + steps) / SHORTEST) * SHORTEST);
    chart.set([byHand, steps ? [...gap, ...losses] : []], end);
  }
  return { el: chart.el, set };
}

/**
 * Step, Play, Undo, the learning rate, and the gradients on the knobs.
 * @param {PanelOptions} options
 */
function descentControls({ set: change, read, onGradients }) {
  let more = true;
  const steps = player({
    name: "gradient descent",
    speedMs: 60,
    onStep: () => {
      change({ steps: Math.min(MOST_STEPS, read().steps + 1) });
      return more;
    },
  });
  const rate = slider({
    name: "learning rate",
    min: 0.01,
    max: 1,
    step: 0.01,
    value: 0.1,
    onInput: (learning_rate) => {
      steps.stop();
      change({ learning_rate });
    },
  });
  const undo = button("Undo its steps", () => {
    steps.stop();
    change({ steps: 0 });
  });
  const gradients = button("Show gradients", onGradients);

  /**
   * @param {Challenge} state
   * @param {boolean} flat
   * @param {boolean} shown
   */
  function set({ steps: taken, learning_rate }, flat, shown) {
    more = taken < MOST_STEPS && !flat;
    steps.setEnd(!more);
    rate.set(learning_rate);
    undo.setAttribute("aria-disabled", String(!taken));
    gradients.setAttribute("aria-pressed", String(shown));
    gradients.textContent = shown ? "Hide gradients" : "Show gradients";
  }
  return { els: [row(steps.el, undo, gradients), rate.el], set, stop: steps.stop };
}
