/**
 * The challenge: the live loss, its history, the best score by hand, and gradient descent at the
 * press of a button.
 */

import { lineChart } from "../draw/line.js";
import { button, slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { count, fixed, fmt } from "../kit/format.js";
import { player } from "../kit/player.js";
import { LAYERS, LEVELS } from "./challenges.js";
import { GOAL, forward, loss } from "./network.js";

/** @typedef {import("./network.js").Parameters} Parameters */
/**
 * @typedef {{ now: Parameters, slope: Parameters, losses: number[], byHand: number[],
 *   best: number | null, x: number[], challenge: string, steps: number,
 *   learning_rate: number }} Challenge
 */

export const MOST_STEPS = 400;

/**
 * What there is to say about the state of the challenge.
 * @param {{ loss: number, steps: number, flat: boolean, allOff: boolean }} state
 *   flat: all gradients are zero
 */
export function tell({ loss, steps, flat, allOff }) {
  if (flat && loss > 0)
    return `All gradients are zero: ${allOff ? "every unit is off" : "the output unit is off at all 75 points"}. Descent cannot move; turn a bias up by hand.`;
  if (loss < GOAL)
    return steps
      ? `Under ${GOAL} after ${count(steps, "step")} of gradient descent.`
      : `Under ${GOAL} by hand. You have found the surface.`;
  if (steps === MOST_STEPS)
    return `${MOST_STEPS} steps are taken, and the loss is still above ${GOAL}. Try another learning rate, or turn a knob for another start.`;
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
 * @param {{ set: (changes: Record<string, unknown>) => void,
 *   read: () => { steps: number, x: number[] }, onGradients: () => void }} options
 */
export function challengePanel({ set, read, onGradients }) {
  const number = h("b", { class: "mg-net-loss" });
  const best = h("span", { class: "mg-net-best" });
  const layers = LAYERS.map((x3) => {
    const value = h("span", { class: "mg-net-layer-loss" });
    return {
      x3,
      value,
      points: LEVELS.flatMap((x2) => LEVELS.map((x1) => [x1, x2, x3])),
      el: h(
        "button",
        {
          type: "button",
          class: "mg-button mg-net-layer",
          onclick: () => set({ x: [...read().x.slice(0, 2), x3] }),
        },
        `x₃ = ${fmt(x3)}`,
        value,
      ),
    };
  });
  const chart = lineChart({
    name: "the loss so far",
    xName: "changes",
    yName: "loss",
    first: 0,
    last: 20,
    range: undefined,
    digits: 3,
    hint: "",
    baselines: [{ name: "goal", value: GOAL }],
    series: [
      { name: "by hand", colour: "loss" },
      { name: "by gradient descent", colour: "grad" },
    ],
  });
  const steps = player({
    name: "gradient descent",
    speedMs: 60,
    onStep: () => {
      const next = Math.min(MOST_STEPS, read().steps + 1);
      set({ steps: next });
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
      set({ learning_rate });
    },
  });
  const undo = button("Undo its steps", () => {
    steps.stop();
    set({ steps: 0 });
  });
  const gradients = button("Show gradients", onGradients);
  const words = h("p", { class: "mg-net-words" });
  let more = true;
  const score = h(
    "p",
    { class: "mg-net-score" },
    h("span", {}, "loss ", number),
    h("span", {}, `goal: under ${GOAL}`),
    best,
  );
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
        h(
          "div",
          { class: "mg-net-layers", role: "group", "aria-label": "The loss at each value of x3" },
          ...layers.map((one) => one.el),
        ),
        words,
        h("p", { class: "mg-net-title" }, "Let gradient descent do it"),
        h("div", { class: "mg-row" }, steps.el, undo, gradients),
        rate.el,
      ),
      chart.el,
    ),
  );

  /**
   * @param {Challenge} state
   * @param {boolean} shown whether the gradients are on the knobs
   */
  function draw(
    { now, slope, losses, byHand, best: record, x, challenge, steps: taken, learning_rate },
    shown,
  ) {
    const current = losses[losses.length - 1];
    const flat = [...slope.w, ...slope.b].every((one) => one === 0);
    number.textContent = fixed(current, 3);
    for (const one of [el, score]) one.classList.toggle("mg-reached", current < GOAL);
    best.textContent = record === null ? "" : `your best by hand: ${fixed(record, 3)}`;
    layers.forEach(({ x3, value, points, el: one }) => {
      value.textContent = fixed(loss(now, challenge, points), 3);
      one.setAttribute("aria-pressed", String(x[2] === x3));
    });
    const start = Math.max(0, byHand.length - 1);
    const gap = Array.from({ length: start }, () => NaN);
    chart.set(
      [byHand, taken ? [...gap, ...losses] : []],
      Math.max(20, Math.ceil((start + taken) / 20) * 20),
    );
    more = taken < MOST_STEPS && !flat;
    steps.setEnd(!more);
    rate.set(learning_rate);
    undo.setAttribute("aria-disabled", String(!taken));
    gradients.setAttribute("aria-pressed", String(shown));
    gradients.textContent = shown ? "Hide gradients" : "Show gradients";
    words.textContent = tell({
      loss: current,
      steps: taken,
      flat,
      allOff: silent(
        now,
        layers.flatMap((one) => one.points),
      ),
    });
    return words.textContent;
  }
  return { el, score, draw, stop: steps.stop };
}
