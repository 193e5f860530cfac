/**
 * Gradient descent on a map: the ball, its path, the step written out, and the history of the loss.
 */

import { lineChart } from "../draw/line.js";
import { descend, flat, LANDSCAPES, LIMIT, REACH } from "../engine/landscapes.js";
import { slider } from "../kit/controls.js";
import { h, s } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count } from "../kit/format.js";
import { player } from "../kit/player.js";
import { factor, ground, short } from "./ground.js";
import { stepsTable } from "./steps_table.js";

/** @typedef {{ landscape: string, start: number[], learning_rate: number, steps: number }} State */

const MOST = 200;
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
  const { losses, slopes, taken, now, loss, diverged, level, away } = compute(state);
  const where = away
    ? ` The ball is off the map, at w1 = ${short(now[0], 2)}, w2 = ${short(now[1], 2)}.`
    : "";
  const before = losses[taken - 1];
  if (diverged)
    return `The steps overshoot: ${losses.every((one, i) => !i || one > losses[i - 1]) ? "each lands higher than the one before" : "they land higher and higher"}. Loss ${short(loss, 2)}: stopped.`;
  if (level)
    return `${taken ? `After ${count(taken, "step")} the` : "The"} ground is level: both slopes print as 0.0000, so a step changes nothing.${where}`;
  if (!taken) return "The ball has not moved yet. Press Step.";
  if (loss > before)
    return `This step went uphill, from loss ${short(before)} to ${short(loss)}: it was too long and overshot.${where}`;
  const overshot = slopes[taken].findIndex((slope, i) => slope * slopes[taken - 1][i] < 0);
  const told = `Step ${taken} took the loss from ${short(before)} to ${short(loss)}.`;
  if (taken >= MOST) return `${told} That was the last of ${MOST} steps here.${where}`;
  if (overshot >= 0)
    return `${told} It crossed the floor along w${overshot + 1}: that slope has changed its sign.${where}`;
  return (before - loss) * 200 < before && Math.hypot(...slopes[taken]) * state.learning_rate < 0.01
    ? `${told} The ball hardly moves: a small slope times the rate is a small step.${where}`
    : told + where;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["landscape", "start", "learning_rate", "steps"],
    name: "Gradient descent",
    caption:
      "Press on the map to place the ball, drag it, or use the arrow keys. Each dot of the path is one step.",
    onReset: () => play.stop(),
  });
  /** @param {Record<string, any>} changes */
  const begin = (changes) => {
    play.stop();
    view.set({ ...changes, steps: 0 });
  };
  const move = (/** @type {number} */ w1, /** @type {number} */ w2) => begin({ start: [w1, w2] });
  const land = ground({
    landscape: model.get("landscape"),
    at: model.get("start"),
    mapName: "map of the loss",
    pointName: "the ball",
    coordinates: ["start w1", "start w2"],
    onLandscape: (landscape) => begin({ landscape }),
    onMove: move,
    onTyped: move,
  });
  const trail = s("path", { class: "mg-descent-trail" });
  const dots = s("path", { class: "mg-descent-dots" });
  const origin = s("path", { class: "mg-descent-start" });
  land.map.over.append(trail, dots, origin);
  const rate = slider({
    name: "learning rate",
    min: 0.001,
    max: 10,
    step: 0.05,
    log: true,
    value: model.get("learning_rate"),
    onInput: (x) => view.set({ learning_rate: x }),
  });
  const play = player({
    speedMs: 300,
    name: "steps of descent",
    onReset: () => view.set({ steps: 0 }),
    onStep: () => {
      view.set({ steps: compute(/** @type {State} */ (view.read())).taken + 1 });
      return !compute(/** @type {State} */ (view.read())).ended;
    },
  });
  const update = stepWritten();
  const words = h("p", { class: "mg-facts mg-descent-words" });
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
  view.body.append(
    land.choice,
    h(
      "div",
      { class: "mg-columns" },
      h("div", {}, land.map.el),
      h("div", {}, play.el, h("div", { class: "mg-descent-rate" }, rate.el), words, land.fields),
    ),
    update.el,
    h("div", { class: "mg-columns mg-descent-history" }, table.el, chart.el),
  );

  return view.show(
    (/** @type {State} */ state) => {
      const result = compute(state);
      const { path, losses, slopes, now, loss, taken, ended } = result;
      land.set(state.landscape, state.start, now, loss);
      const places = path.map(([w1, w2]) =>
        [land.map.px(w1), land.map.py(w2)]
          .map((p) => Math.max(-2000, Math.min(2000, p)).toFixed(1))
          .join(" "),
      );
      trail.setAttribute("d", `M${places.join("L")}`);
      dots.setAttribute("d", places.map((place) => `M${place}h0`).join(""));
      origin.setAttribute("d", taken ? `M${places[0]}m-5 -5l10 10m0 -10l-10 10` : "");
      rate.set(state.learning_rate);
      update.set(state, result);
      words.textContent = tell(state);
      table.set(path.map((place, i) => [...place, ...slopes[i], losses[i]]));
      chart.set([losses], AXES.find((end) => end >= taken) ?? MOST);
      play.setEnd(ended);
      view.say(`step ${taken}: ${tell(state)}`);
    },
    () => play.stop(),
  );
}

/** The step that comes next, with its numbers; at the end, the one that was last. */
function stepWritten() {
  const title = h("span", { class: "mg-update-title" });
  const lines = [0, 1].map(() => h("p", { class: "mg-update" }));
  /**
   * @param {State} state
   * @param {ReturnType<typeof compute>} result
   */
  function set({ learning_rate }, { path, slopes, taken, ended }) {
    const from = ended && taken ? taken - 1 : taken;
    title.textContent = ended && taken ? `The last step, ${taken}` : `The next step, ${taken + 1}`;
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
