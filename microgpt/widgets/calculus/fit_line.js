/**
 * One point and a line y = w·x + b: fitted by hand, then by gradient descent with every slope
 * written out.
 */

import { lineChart } from "../draw/line.js";
import { LIMIT } from "../engine/landscapes.js";
import { choice, slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count, fmt } from "../kit/format.js";
import { player } from "../kit/player.js";
import { fitPicture } from "./fit_picture.js";
import { factor, short } from "./ground.js";
import { stepsTable } from "./steps_table.js";

/**
 * @typedef {{ x: number, target: number, w: number, b: number, learning_rate: number,
 *   steps: number, by: "hand" | "descent" }} State
 */
/**
 * @typedef {{ w: number, b: number, prediction: number, loss: number, slope_y: number,
 *   slope_w: number, slope_b: number }} Row
 */

const MOST = 200;
const AXES = [10, 25, 50, 100, MOST];
const CLOSE = 0.00005;
const RECENT = 6;

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
  const { rows, taken, now, miss, diverged, arrived } = compute(state);
  if (state.by === "hand") {
    if (arrived)
      return "The line goes through the point: the miss and the loss are 0. Other pairs of w and b do it too.";
    return `The line is ${short(Math.abs(miss))} too ${miss < 0 ? "low" : "high"} at x = ${fmt(state.x)}. Change w and b until the square is gone.`;
  }
  if (diverged)
    return `The steps overshoot: each lands further off than the one before. Loss ${short(now.loss)}: stopped.`;
  if (arrived)
    return `${taken ? `After ${count(taken, "step")} the` : "The"} miss is 0 to four decimals, and so is every slope.`;
  if (!taken) return "The line has not moved yet. Press Step.";
  const before = rows[taken - 1];
  const ratio = now.loss / before.loss;
  const crossed = (before.prediction - state.target) * miss < 0;
  const told = `Step ${taken} moved the prediction from ${short(before.prediction)} to ${short(now.prediction)}.`;
  if (Math.abs(ratio - 1) < 1e-9)
    return `${told} It landed exactly as far off on the other side: the loss stays ${short(now.loss)}.`;
  if (ratio > 1)
    return `${told} It overshot: the loss grew from ${short(before.loss)} to ${short(now.loss)}.`;
  return `${told} ${crossed ? "It went past the target, yet landed closer" : "That is closer"}: the loss fell from ${short(before.loss)} to ${short(now.loss)}.`;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const keys = ["x", "target", "w", "b", "learning_rate", "steps", "by"];
  const view = figure({
    model,
    el,
    keys,
    name: "Fit a line",
    onReset: () => play.stop(),
    caption:
      "The loss is the miss squared: the area of the square. Move the line with the sliders or by its two handles.",
  });
  /** @param {Record<string, any>} changes */
  const begin = (changes) => {
    play.stop();
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
  const knob = (
    /** @type {"x" | "target" | "w" | "b"} */ key,
    /** @type {number} */ reach,
    /** @type {number} */ step,
    /** @type {string} */ name,
    /** @type {string} */ colour,
  ) =>
    slider({
      name,
      min: -reach,
      max: reach,
      step,
      value: model.get(key),
      colour,
      onInput: (value) => begin({ [key]: value }),
    });
  const sliders = {
    w: knob("w", 5, 0.1, "w", "data"),
    b: knob("b", 10, 0.1, "b", "data"),
    x: knob("x", 5, 0.5, "x", "ink"),
    target: knob("target", 20, 0.5, "target", "ink"),
  };
  const rate = slider({
    name: "learning rate",
    min: 0.001,
    max: 1,
    step: 0.05,
    log: true,
    value: model.get("learning_rate"),
    onInput: (value) => view.set({ learning_rate: value }),
  });
  const play = player({
    speedMs: 700,
    name: "steps of descent",
    onReset: () => view.set({ steps: 0 }),
    onStep: () => {
      view.set({ steps: compute(/** @type {State} */ (view.read())).taken + 1 });
      return !compute(/** @type {State} */ (view.read())).ended;
    },
  });
  const picture = fitPicture({ onMove: (w, b) => begin({ w, b }) });
  const numbers = h("div", { class: "mg-fit-numbers" });
  const words = h("p", { class: "mg-facts mg-fit-words" });
  const slopes = h("div", { class: "mg-fit-slopes" });
  const chart = lineChart({
    name: "prediction after each step",
    xName: "step",
    yName: "y",
    series: [
      { name: "prediction", colour: "data" },
      { name: "target", colour: "ink", faint: true },
    ],
    first: 0,
    last: AXES[0],
    digits: 4,
  });
  const table = stepsTable({
    columns: [
      { name: "w", colour: "data" },
      { name: "b", colour: "data" },
      { name: "y", colour: "data" },
      { name: "loss", colour: "loss" },
    ],
  });
  const hand = h("div", {}, sliders.w.el, sliders.b.el);
  const controls = h("div", {}, play.el, h("div", { class: "mg-fit-rate" }, rate.el));
  const history = h(
    "div",
    { class: "mg-fit-history" },
    slopes,
    h("div", { class: "mg-columns" }, table.el, chart.el),
  );
  view.body.append(
    by.el,
    h(
      "p",
      { class: "mg-ground-formula" },
      h("code", {}, "y = w·x + b"),
      h("code", {}, "loss = (y − target)²"),
    ),
    h(
      "div",
      { class: "mg-columns mg-fit-top" },
      h("div", {}, picture.el),
      h("div", {}, hand, controls, numbers, words),
    ),
    history,
    h("div", { class: "mg-columns mg-fit-data" }, sliders.x.el, sliders.target.el),
  );

  return view.show(
    (/** @type {State} */ state) => {
      const result = compute(state);
      const { rows, now, taken, miss, ended } = result;
      const descent = state.by === "descent";
      by.set(state.by);
      for (const key of /** @type {const} */ (["w", "b", "x", "target"]))
        sliders[key].set(state[key]);
      rate.set(state.learning_rate);
      hand.hidden = descent;
      controls.hidden = history.hidden = !descent;
      picture.set(state, rows.slice(-RECENT));
      numbers.replaceChildren(
        equation(
          "y",
          `= ${short(now.w)}·${factor(state.x)} ${plus(now.b)}`,
          short(now.prediction),
          "data",
        ),
        equation("miss", `= ${short(now.prediction)} ${minus(state.target)}`, short(miss), "ink"),
        equation("loss", `= ${factor(miss)}²`, short(now.loss), "loss"),
      );
      words.textContent = tell(state);
      if (descent) {
        const at = rows[ended && taken ? taken - 1 : taken];
        const step = ended && taken ? taken : taken + 1;
        const then = rows[step] ?? {
          w: at.w - state.learning_rate * at.slope_w,
          b: at.b - state.learning_rate * at.slope_b,
        };
        slopes.replaceChildren(
          h(
            "span",
            { class: "mg-update-title" },
            ended && taken ? `The last step, ${step}` : `The next step, ${step}`,
          ),
          equation(
            "dloss/dy",
            `= 2·(y − target) = 2·${factor(at.prediction - state.target)}`,
            short(at.slope_y),
            "grad",
          ),
          equation(
            "dloss/dw",
            `= dloss/dy · x = ${short(at.slope_y)}·${factor(state.x)}`,
            short(at.slope_w),
            "grad",
          ),
          equation("dloss/db", "= dloss/dy", short(at.slope_b), "grad"),
          equation(
            "w",
            `← ${short(at.w)} − ${short(state.learning_rate)} × ${factor(at.slope_w)}`,
            short(then.w),
            "data",
          ),
          equation(
            "b",
            `← ${short(at.b)} − ${short(state.learning_rate)} × ${factor(at.slope_b)}`,
            short(then.b),
            "data",
          ),
        );
        chart.set(
          [rows.map((one) => one.prediction), rows.map(() => state.target)],
          AXES.find((end) => end >= taken) ?? MOST,
        );
        table.set(rows.map((one) => [one.w, one.b, one.prediction, one.loss]));
      }
      play.setEnd(ended);
      view.say(tell(state));
    },
    () => play.stop(),
  );
}

/**
 * A name, how it is computed, and its value.
 * @param {string} name
 * @param {string} how
 * @param {string} value
 * @param {string} colour
 */
function equation(name, how, value, colour) {
  return h(
    "p",
    { class: "mg-update mg-fit-equation" },
    h("span", { class: colour === "ink" ? null : `mg-c-${colour}` }, name),
    h(
      "span",
      {},
      `${how} = `,
      h("b", { class: colour === "ink" ? null : `mg-c-${colour}` }, value),
    ),
  );
}

/** The sign before a number that is added. @param {number} x */
function plus(x) {
  const text = short(x);
  return text.startsWith("−") ? `− ${text.slice(1)}` : `+ ${text}`;
}

/** The sign before a number that is taken away. @param {number} x */
function minus(x) {
  return `− ${factor(x)}`;
}

export default { render };
