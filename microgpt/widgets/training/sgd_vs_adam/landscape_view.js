/** Both balls on a map, the numbers of their next step, and both losses. */

import { ground } from "../../draw/ground.js";
import { LANDSCAPES, REACH } from "../../engine/landscapes.js";
import { slider } from "../../kit/controls.js";
import { h } from "../../kit/dom.js";
import { player } from "../../kit/player.js";
import { MOST, compute } from "./balls.js";
import { lossCurves } from "./loss_curves.js";
import { ballsOn, legend } from "./map_paths.js";
import { stepNumbers } from "./step_numbers.js";
import { sentences } from "./words.js";

/** @typedef {import("../sgd_vs_adam.js").State} State */
/** @typedef {ReturnType<typeof import("../../kit/figure.js").figure>} Figure */

const SPEED = 250; // ms from one step to the next
const CAPTION =
  "Press on the map to move the start of both, drag it, or use the arrow keys. A ball is down when " +
  "its loss is within 0.01 of the lowest on the map.";

/** @param {Figure} view */
export function landscapeView(view) {
  /** @param {Partial<State>} changes */
  const begin = (changes) => {
    play.stop();
    view.set({ steps: 0, ...changes });
  };
  const move = (/** @type {number} */ w1, /** @type {number} */ w2) => begin({ start: [w1, w2] });
  const first = view.read();
  const land = ground({
    lands: LANDSCAPES,
    reach: REACH,
    landscape: first.landscape,
    at: first.start,
    mapName: "map of the loss",
    pointName: "the start of both",
    colour: "ink",
    coordinates: ["start w1", "start w2"],
    onLandscape: (landscape) => begin({ landscape }),
    onMove: move,
    onTyped: move,
  });
  const balls = ballsOn(land.map);
  const rates = ratePair(view, first);
  const play = stepPlayer(view);
  const scrub = slider({
    name: "steps taken",
    min: 0,
    max: MOST,
    step: 1,
    whole: true,
    value: first.steps,
    onInput: (steps) => begin({ steps }),
  });
  const words = h("div", { class: "mg-race-words mg-race-told" });
  const numbers = stepNumbers();
  const curves = lossCurves();
  const controls = h("div", {}, play.el, scrub.el, rates.el, words, land.fields);
  const el = h(
    "div",
    {},
    land.choice,
    h("div", { class: "mg-columns" }, h("div", {}, land.map.el, legend()), controls),
    h("div", { class: "mg-columns mg-race-below" }, numbers.el, curves.el),
  );

  /** @param {State} state */
  function set(state) {
    const now = compute(state);
    const said = sentences(now);
    land.set(state.landscape, state.start, state.start, now.sgd.visits[0].loss);
    balls.set(now);
    scrub.set(state.steps);
    rates.set(state);
    numbers.set(now);
    curves.set(now);
    words.replaceChildren(...said.map((text) => h("p", {}, text)));
    play.setEnd(state.steps >= MOST);
    view.say(`step ${state.steps}: ${said.join(" ")}`);
  }
  return { el, set, stop: play.stop, caption: CAPTION };
}

/** @param {Figure} view */
function stepPlayer(view) {
  return player({
    name: "steps of both",
    speedMs: SPEED,
    onReset: () => view.set({ steps: 0 }),
    onStep: () => {
      view.set({ steps: Math.min(MOST, view.read().steps + 1) });
      return view.read().steps < MOST;
    },
  });
}

/**
 * A learning rate for each.
 * @param {Figure} view
 * @param {State} first
 */
function ratePair(view, first) {
  const range = { min: 0.001, max: 10, step: 0.05, log: true };
  const sgd = slider({
    name: "learning rate of SGD",
    label: "rate of SGD",
    ...range,
    value: first.lr_sgd,
    colour: "data",
    onInput: (lr_sgd) => view.set({ lr_sgd }),
  });
  const adam = slider({
    name: "learning rate of Adam",
    label: "rate of Adam",
    ...range,
    value: first.lr_adam,
    colour: "position",
    onInput: (lr_adam) => view.set({ lr_adam }),
  });
  /** @param {State} state */
  function set({ lr_sgd, lr_adam }) {
    sgd.set(lr_sgd);
    adam.set(lr_adam);
  }
  return { el: h("div", {}, sgd.el, adam.el), set };
}
