/**
 * Gradient descent on a map: the ball, its path, the step written out, and the history of the loss.
 */

import { ground } from "../draw/ground.js";
import { lineChart } from "../draw/line.js";
import { descend, flat, LANDSCAPES, LIMIT, REACH } from "../engine/landscapes.js";
import { slider } from "../kit/controls.js";
import { h, s } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count } from "../kit/format.js";
import { clamp } from "../kit/numbers.js";
import { player } from "../kit/player.js";
import { factor, short } from "./short.js";
import { stepsTable } from "./steps_table.js";

/** @typedef {{ landscape: string, start: number[], learning_rate: number, steps: number }} State */
/** @typedef {ReturnType<typeof compute>} Result */

const CAPTION =
  "Press on the map to place the ball, drag it, or use the arrow keys. " +
  "Each dot of the path is one step.";
const MOST = 200;
const FAR = 2000; // pixels: enough to be out of sight
const AXES = [10, 25, 50, 100, MOST];

/**
 * Every place visited with its loss and gradient, and how it ends.
 * @param {State} state
 */
export function compute({ landscape, start, learning_rate, steps }) {
  const land = LANDSCAPES[landscape];
  const path = descend(land, start, learning_rate, steps);
  const losses = path.map(([w1, w2]) => land.loss(w1, w2));
  const slopes = path.map(([w1, w2]) => land.gradient(w1, w2));
  const taken = path.length - 1;
  const now = path[taken];
  const loss = losses[taken];
  const diverged = loss > LIMIT;
  const level = flat(slopes[taken]);
  return {
    path,
    losses,
    slopes,
    taken,
    now,
    loss,
    diverged,
    level,
    away: now.some((w) => Math.abs(w) > REACH),
    ended: diverged || level || taken >= MOST,
  };
}

/** In words: what the last step did. @param {State} state */
export function tell(state) {
  const { losses, taken, now, loss, diverged, level, away } = compute(state);
  if (diverged) {
    const each = losses.every((one, i) => !i || one > losses[i - 1]);
    const how = each ? "each lands higher than the one before" : "they land higher and higher";
    return `The steps overshoot: ${how}. Loss ${short(loss, 2)}: stopped.`;
  }
  const at = `at w1 = ${short(now[0], 2)}, w2 = ${short(now[1], 2)}`;
  const where = away ? ` The ball is off the map, ${at}.` : "";
  if (level) {
    const when = taken ? `After ${count(taken, "step")} the` : "The";
    const flatness = "both slopes print as 0.0000, so a step changes nothing";
    return `${when} ground is level: ${flatness}.${where}`;
  }
  return taken ? lastStep(state) + where : "The ball has not moved yet. Press Step.";
}

/** @param {State} state */
function lastStep(state) {
  const { losses, slopes, taken, loss } = compute(state);
  const before = losses[taken - 1];
  const [was, is] = [short(before), short(loss)];
  if (loss > before)
    return `This step went uphill, from loss ${was} to ${is}: it was too long and overshot.`;
  const told = `Step ${taken} took the loss from ${was} to ${is}.`;
  if (taken >= MOST) return `${told} That was the last of ${MOST} steps here.`;
  const crossed = slopes[taken].findIndex((slope, i) => slope * slopes[taken - 1][i] < 0);
  if (crossed >= 0)
    return `${told} It crossed the floor along w${crossed + 1}: that slope has changed its sign.`;
  const little = (before - loss) * 200 < before;
  return little && Math.hypot(...slopes[taken]) * state.learning_rate < 0.01
    ? `${told} The ball hardly moves: a small slope times the rate is a small step.`
    : told;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["landscape", "start", "learning_rate", "steps"],
    name: "Gradient descent",
    caption: CAPTION,
    onReset: () => play.stop(),
  });
  /** @param {Partial<State>} changes */
  const begin = (changes) => {
    play.stop();
    view.set({ ...changes, steps: 0 });
  };
  const move = (/** @type {number} */ w1, /** @type {number} */ w2) => begin({ start: [w1, w2] });
  const land = ground({
    lands: LANDSCAPES,
    reach: REACH,
    landscape: model.get("landscape"),
    at: model.get("start"),
    mapName: "map of the loss",
    pointName: "the ball",
    coordinates: ["start w1", "start w2"],
    onLandscape: (landscape) => begin({ landscape }),
    onMove: move,
    onTyped: move,
  });
  const path = pathOn(land.map);
  const rate = rateSlider(model.get("learning_rate"), (x) => view.set({ learning_rate: x }));
  const play = player({
    speedMs: 300,
    name: "steps of descent",
    onReset: () => view.set({ steps: 0 }),
    onStep: () => {
      view.set({ steps: compute(view.read()).taken + 1 });
      return !compute(view.read()).ended;
    },
  });
  const update = stepWritten();
  const words = h("p", { class: "mg-facts mg-descent-words" });
  const history = lossHistory();
  const controls = h("div", {}, play.el, h("div", { class: "mg-descent-rate" }, rate.el));
  controls.append(words, land.fields);
  view.body.append(
    land.choice,
    h("div", { class: "mg-columns" }, h("div", {}, land.map.el), controls),
    update.el,
    history.el,
  );

  /** @param {State} state */
  function draw(state) {
    const result = compute(state);
    land.set(state.landscape, state.start, result.now, result.loss);
    path.set(result.path);
    rate.set(state.learning_rate);
    update.set(state, result);
    words.textContent = tell(state);
    history.set(result);
    play.setEnd(result.ended);
    view.say(`step ${result.taken}: ${tell(state)}`);
  }
  return view.show(draw, () => play.stop());
}

/**
 * @param {number} value
 * @param {(value: number) => void} onInput
 */
function rateSlider(value, onInput) {
  const range = { min: 0.001, max: 10, step: 0.05, log: true };
  return slider({ name: "learning rate", ...range, value, onInput });
}

/**
 * Where the ball has been: a line, a dot for each step, and a cross where it began.
 * @param {ReturnType<typeof ground>["map"]} map
 */
function pathOn(map) {
  const trail = s("path", { class: "mg-descent-trail" });
  const dots = s("path", { class: "mg-descent-dots" });
  const origin = s("path", { class: "mg-descent-start" });
  map.over.append(trail, dots, origin);
  const near = (/** @type {number} */ p) => clamp(p, -FAR, FAR).toFixed(1);

  /** @param {number[][]} path */
  function set(path) {
    const places = path.map(([w1, w2]) => `${near(map.px(w1))} ${near(map.py(w2))}`);
    trail.setAttribute("d", `M${places.join("L")}`);
    dots.setAttribute("d", places.map((place) => `M${place}h0`).join(""));
    const begun = places.length > 1;
    origin.setAttribute("d", begun ? `M${places[0]}m-5 -5l10 10m0 -10l-10 10` : "");
  }
  return { set };
}

/** The last steps as a table, the loss as a chart. */
function lossHistory() {
  const table = stepsTable({
    columns: [
      { name: "w1", colour: "data" },
      { name: "w2", colour: "data" },
      { name: "slope w1", colour: "grad", under: 2 },
      { name: "slope w2", colour: "grad", under: 3 },
      { name: "loss", colour: "loss" },
    ],
  });
  const chart = lineChart({
    name: "loss after each step",
    xName: "step",
    yName: "",
    series: [{ name: "loss", colour: "loss" }],
    first: 0,
    last: AXES[0],
    digits: 4,
  });
  /** @param {Result} result */
  function set({ path, slopes, losses, taken }) {
    table.set(path.map((place, i) => [...place, ...slopes[i], losses[i]]));
    chart.set([losses], AXES.find((end) => end >= taken) ?? MOST);
  }
  return { el: h("div", { class: "mg-columns mg-descent-history" }, table.el, chart.el), set };
}

/** The step that comes next, with its numbers; at the end, the one that was last. */
function stepWritten() {
  const title = h("span", { class: "mg-update-title" });
  const lines = [0, 1].map(() => h("p", { class: "mg-update" }));
  /**
   * @param {State} state
   * @param {Result} result
   */
  function set({ learning_rate }, { path, slopes, taken, ended }) {
    const over = ended && taken > 0;
    const from = over ? taken - 1 : taken;
    title.textContent = over ? `The last step, ${taken}` : `The next step, ${taken + 1}`;
    lines.forEach((line, i) => {
      const w = path[from][i];
      const slope = slopes[from][i];
      const next = path[from + 1]?.[i] ?? w - learning_rate * slope;
      line.replaceChildren(
        `w${i + 1} ← `,
        h("span", { class: "mg-c-data" }, short(w)),
        ` − ${short(learning_rate)} × `,
        h("span", { class: "mg-c-grad" }, factor(slope)),
        h(
          "span",
          { class: "mg-update-result" },
          " = ",
          h("b", { class: "mg-c-data" }, short(next)),
        ),
      );
    });
  }
  return { el: h("div", { class: "mg-descent-update" }, title, ...lines), set };
}

export default { render };
