/**
 * One point and a line y = w·x + b: fitted by hand, then by gradient descent with every slope
 * written out.
 */

import { LIMIT } from "../engine/landscapes.js";
import { choice, slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count, fmt } from "../kit/format.js";
import { player } from "../kit/player.js";
import { fitHistory, lineNumbers } from "./fit_numbers.js";
import { fitPicture } from "./fit_picture.js";
import { short } from "./short.js";

/**
 * @typedef {{ x: number, target: number, w: number, b: number, learning_rate: number,
 *   steps: number, by: "hand" | "descent" }} State
 */
/**
 * @typedef {{ w: number, b: number, prediction: number, loss: number, slope_y: number,
 *   slope_w: number, slope_b: number }} Row
 */

const CAPTION = "The loss is the miss squared: the area of the square.";
const HOW = " Move the line with the sliders or by its two handles.";
const MOST = 200; // steps
const CLOSE = 0.00005;
const RECENT = 6; // lines that stay in the picture
const SLIDERS = /** @type {const} */ ([
  ["w", 5, 0.1, "data"],
  ["b", 10, 0.1, "data"],
  ["x", 5, 0.5, "ink"],
  ["target", 20, 0.5, "ink"],
]);

/**
 * Everything there is to know of one w and b.
 * @param {State} state
 * @param {number} w
 * @param {number} b
 * @returns {Row}
 */
function row({ x, target }, w, b) {
  const prediction = w * x + b;
  const miss = prediction - target;
  const slope_y = 2 * miss;
  return { w, b, prediction, loss: miss * miss, slope_y, slope_w: slope_y * x, slope_b: slope_y };
}

/**
 * A row for the start and for each step taken; descent ends early where the loss passes the limit.
 * @param {State} state
 */
export function compute(state) {
  const rows = [row(state, state.w, state.b)];
  const steps = state.by === "hand" ? 0 : state.steps;
  while (rows.length <= steps && rows[rows.length - 1].loss <= LIMIT) {
    const { w, b, slope_w, slope_b } = rows[rows.length - 1];
    rows.push(row(state, w - state.learning_rate * slope_w, b - state.learning_rate * slope_b));
  }
  const taken = rows.length - 1;
  const now = rows[taken];
  const miss = now.prediction - state.target;
  const diverged = now.loss > LIMIT;
  const arrived = Math.abs(miss) < CLOSE;
  return { rows, taken, now, miss, diverged, arrived, ended: diverged || arrived || taken >= MOST };
}

/** In words: where the line is, or what the last step did. @param {State} state */
export function tell(state) {
  const result = compute(state);
  if (state.by === "hand") return byHand(state, result);
  const { now, taken, arrived, diverged } = result;
  if (diverged)
    return (
      "The steps overshoot: each lands further off than the one before. " +
      `Loss ${short(now.loss)}: stopped.`
    );
  if (arrived) {
    const when = taken ? `After ${count(taken, "step")} the` : "The";
    return `${when} miss is 0 to four decimals, and so is every slope.`;
  }
  return taken ? lastStep(state, result) : "The line has not moved yet. Press Step.";
}

/** @typedef {ReturnType<typeof compute>} Result */

/**
 * @param {State} state
 * @param {Result} result
 */
function byHand({ x }, { miss, arrived }) {
  if (arrived)
    return (
      "The line goes through the point: the miss and the loss are 0. " +
      "Other pairs of w and b do it too."
    );
  const off = `${short(Math.abs(miss))} too ${miss < 0 ? "low" : "high"}`;
  return `The line is ${off} at x = ${fmt(x)}. Change w and b until the square is gone.`;
}

/**
 * @param {State} state
 * @param {Result} result
 */
function lastStep({ target }, { rows, taken, now, miss }) {
  const before = rows[taken - 1];
  const ratio = now.loss / before.loss;
  const crossed = (before.prediction - target) * miss < 0;
  const moved = `from ${short(before.prediction)} to ${short(now.prediction)}`;
  const told = `Step ${taken} moved the prediction ${moved}.`;
  const loss = short(now.loss);
  if (Math.abs(ratio - 1) < 1e-9)
    return `${told} It landed exactly as far off on the other side: the loss stays ${loss}.`;
  const losses = `from ${short(before.loss)} to ${loss}`;
  if (ratio > 1) return `${told} It overshot: the loss grew ${losses}.`;
  const how = crossed ? "It went past the target, yet landed closer" : "That is closer";
  return `${told} ${how}: the loss fell ${losses}.`;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["x", "target", "w", "b", "learning_rate", "steps", "by"],
    name: "Fit a line",
    onReset: () => descent.stop(),
  });
  /** @param {Partial<State>} changes */
  const begin = (changes) => {
    descent.stop();
    view.set({ ...changes, steps: 0 });
  };
  const by = choice({
    name: "Fit",
    value: model.get("by"),
    onInput: (value) => begin({ by: value }),
    options: [
      { value: "hand", label: "by hand" },
      { value: "descent", label: "by descent" },
    ],
  });
  const line = lineSliders(model, begin);
  const descent = descentControls(model, view);
  const picture = fitPicture({ onMove: (w, b) => begin({ w, b }) });
  const numbers = lineNumbers();
  const words = h("p", { class: "mg-facts mg-fit-words" });
  const history = fitHistory();
  const how = h("span", { class: "mg-on-screen" }, HOW);
  view.caption(h("span", {}, CAPTION, how));
  view.body.append(
    by.el,
    formulas(),
    h(
      "div",
      { class: "mg-columns mg-fit-top" },
      h("div", {}, picture.el),
      h("div", {}, line.hand, descent.el, numbers.el, words),
    ),
    history.el,
    line.point,
  );

  /** @param {State} state */
  function draw(state) {
    const result = compute(state);
    const descends = state.by === "descent";
    by.set(state.by);
    line.set(state);
    line.hand.hidden = how.hidden = descends;
    descent.el.hidden = history.el.hidden = !descends;
    picture.set(state, result.rows.slice(-RECENT));
    numbers.set(state, result);
    words.textContent = tell(state);
    if (descends) history.set(state, result);
    descent.set(state.learning_rate, result.ended);
    view.say(tell(state));
  }
  return view.show(draw, () => descent.stop());
}

function formulas() {
  return h(
    "p",
    { class: "mg-ground-formula mg-fit-formula" },
    h("code", {}, "y = w·x + b"),
    h("code", {}, "loss = (y − target)²"),
  );
}

/**
 * The sliders of the line and of the point it is fitted to.
 * @param {import("@anywidget/types").AnyModel<State>} model
 * @param {(changes: Partial<State>) => void} begin
 */
function lineSliders(model, begin) {
  const all = SLIDERS.map(([key, reach, step, colour]) =>
    slider({
      name: key,
      min: -reach,
      max: reach,
      step,
      value: model.get(key),
      colour,
      onInput: (value) => begin({ [key]: value }),
    }),
  );
  const [w, b, x, target] = all.map((one) => one.el);
  return {
    hand: h("div", {}, w, b),
    point: h("div", { class: "mg-columns mg-fit-data" }, x, target),
    /** @param {State} state */
    set: (state) => SLIDERS.forEach(([key], i) => all[i].set(state[key])),
  };
}

/**
 * Step, Play and the learning rate.
 * @param {import("@anywidget/types").AnyModel<State>} model
 * @param {{ read: () => State, set: (changes: Partial<State>) => void }} view
 */
function descentControls(model, view) {
  const play = player({
    speedMs: 700,
    name: "steps of descent",
    onReset: () => view.set({ steps: 0 }),
    onStep: () => {
      view.set({ steps: compute(view.read()).taken + 1 });
      return !compute(view.read()).ended;
    },
  });
  const rate = slider({
    name: "learning rate",
    min: 0.001,
    max: 1,
    step: 0.05,
    log: true,
    value: model.get("learning_rate"),
    onInput: (value) => view.set({ learning_rate: value }),
  });
  return {
    el: h("div", {}, play.el, h("div", { class: "mg-fit-rate" }, rate.el)),
    stop: play.stop,
    /**
     * @param {number} learningRate
     * @param {boolean} ended
     */
    set(learningRate, ended) {
      rate.set(learningRate);
      play.setEnd(ended);
    },
  };
}

export default { render };
