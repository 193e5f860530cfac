/**
 * A network of three neurons with a knob on every weight and bias, the surface it makes, and
 * surfaces to match.
 */

import { surface } from "../draw/surface.js";
import { choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { openStore } from "../kit/store.js";
import { CHALLENGES, LEVELS } from "./challenges.js";
import { diagram } from "./diagram.js";
import { GOAL, descender, forward, gradient, lossKeeper, target } from "./network.js";
import { challengePanel } from "./panel.js";
import { SQUARE, STEP, arithmetic, numbersFold } from "./playground_numbers.js";
import { scoreKeeper } from "./playground_score.js";

/**
 * @typedef {{ w: number[], b: number[], x: number[], challenge: string, steps: number,
 *   learning_rate: number }} State
 */

const KEYS = ["w", "b", "x", "challenge", "steps", "learning_rate"];
const TURN =
  "Turn a knob: drag it up or down, or use the arrow keys. " +
  "The surface is the output a for every x₁ and x₂, at this x₃; " +
  "it folds along the dashed line, where h₁ switches on, and where a itself does.";
const AIM =
  "The dots are the target at this x₃: filled where it is above yours, " +
  "hollow where it is below. " +
  "The loss is the mean squared error over 75 dots, 25 at each of three values of x₃.";

/**
 * Where the line w1 x1 + w2 x2 + b1 = 0 crosses the square: the fold of the surface, in a few short
 * pieces; else nothing.
 * @param {number[]} w
 * @param {number} bias
 * @returns {[number, number][]}
 */
export function fold([w1, w2], bias) {
  const upright = Math.abs(w1) >= Math.abs(w2);
  if (!(upright ? w1 : w2)) return [];
  const along = Array.from({ length: 33 }, (_, i) => -SQUARE + i / 8);
  const line = /** @type {[number, number][]} */ (
    along.map((t) => (upright ? [-(w2 * t + bias) / w1, t] : [t, -(w1 * t + bias) / w2]))
  );
  return line.filter(([x, y]) => Math.abs(x) <= SQUARE && Math.abs(y) <= SQUARE);
}

/**
 * Everything that is drawn, as a function of the state.
 * @param {State} state
 * @param {ReturnType<typeof descender>} [descend]
 * @param {ReturnType<typeof lossKeeper>} [lossOf]
 */
export function compute(state, descend = descender(), lossOf = lossKeeper()) {
  const { x, challenge } = state;
  const off = challenge === "off";
  const path = descend(off ? { ...state, steps: 0 } : state);
  const now = path[path.length - 1];
  return {
    now,
    path,
    activations: forward(now, x),
    losses: off ? [] : path.map((one) => lossOf(one, challenge)),
    slope: off ? null : gradient(now, challenge),
    dots: off ? [] : dotsOf(challenge, x[2]),
  };
}

/**
 * The hidden surface at an x3.
 * @param {string} challenge
 * @param {number} x3
 */
function dotsOf(challenge, x3) {
  const dot = (/** @type {number} */ x1, /** @type {number} */ x2) =>
    /** @type {[number, number, number]} */ ([x1, x2, target(challenge, [x1, x2, x3])]);
  return LEVELS.flatMap((x2) => LEVELS.map((x1) => dot(x1, x2)));
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const store = openStore();
  const score = scoreKeeper(store);
  const computed = computer();
  let gradients = false;
  let turning = false;
  const view = figure({ model, el, keys: KEYS, name: "Network playground", onReset: reset });
  const parts = playgroundParts(view, turn, () => {
    gradients = !gradients;
    redraw();
  });
  const { panel } = parts;
  view.body.append(...parts.els);

  function reset() {
    panel.stop();
    gradients = false;
    score.clear();
    parts.terrain.reset();
    redraw();
  }

  /**
   * A knob was turned by hand: descent starts anew from there.
   * @param {Key} key
   * @param {number} i
   * @param {number} value
   */
  function turn(key, i, value) {
    panel.stop();
    turning = true; // several traits change: they are drawn as one
    view.set(turned(view.read(), computed(view.read()).now, key, i, value));
    turning = false;
    redraw();
    const state = view.read();
    if (key !== "x") score.keep(state.challenge, computed(state).losses[0]);
  }

  /** @param {State} state */
  function draw(state) {
    if (turning) return;
    const result = computed(state);
    const { activations, slope, losses } = result;
    const shown = gradients || state.steps > 0;
    const free = state.challenge === "off" || !slope;
    parts.set(state, result, shown);
    view.caption(free ? TURN : AIM);
    panel.el.hidden = panel.score.hidden = free;
    if (free) return view.say(`output ${fmt(activations.a)}`);
    const byHand = score.history(state, losses[0]);
    const best = score.best(state.challenge);
    const words = panel.draw({ ...state, now: result.now, slope, losses, byHand, best }, shown);
    const loss = losses[losses.length - 1];
    view.say(loss < GOAL ? words : `loss ${fmt(loss, 3)}`);
  }
  const redraw = () => draw(view.read());
  store.watch((kind) => {
    if (kind === null || kind === "score") redraw();
  });
  return view.show(draw, () => {
    panel.stop();
    store.close();
  });
}

/** @typedef {"w" | "b" | "x"} Key */

/** `compute` with a memory: what was computed for the last state helps with the next one. */
function computer() {
  const descend = descender();
  const lossOf = lossKeeper();
  return (/** @type {State} */ state) => compute(state, descend, lossOf);
}

/**
 * What changes when a knob is turned.
 * @param {State} state
 * @param {{ w: number[], b: number[] }} now where descent has come to
 * @param {Key} key
 * @param {number} i
 * @param {number} value
 */
function turned({ x }, { w, b }, key, i, value) {
  if (key === "x") return { x: x.with(i, value) };
  return { steps: 0, w, b, [key]: { w, b }[key].with(i, value) };
}

/**
 * The network, its surface, its numbers, and the panel of the challenge.
 * @param {ReturnType<typeof figure>} view
 * @param {(key: Key, i: number, value: number) => void} onTurn
 * @param {() => void} onGradients
 */
function playgroundParts({ read, set: change }, onTurn, onGradients) {
  const challenges = challengeChoice((challenge) => {
    panel.stop();
    change({ challenge, steps: 0 });
  });
  const net = diagram({ onInput: onTurn });
  const terrain = surface({
    name: "Surface of a",
    reach: SQUARE,
    step: STEP,
    axes: ["x₁", "x₂", "a"],
    onPoint: (x1, x2) => change({ x: [x1, x2, read().x[2]] }),
  });
  const panel = challengePanel({ set: change, read, onGradients });
  const lines = arithmetic();
  const fields = numbersFold(onTurn);
  const pictures = h("div", { class: "mg-columns mg-net-columns" }, net.el, terrain.el);

  /**
   * @param {State} state
   * @param {ReturnType<typeof compute>} result
   * @param {boolean} shown whether the gradients are on the knobs
   */
  function set({ x, challenge }, { now, activations, slope, dots }, shown) {
    challenges.set(challenge);
    net.set({ ...now, x, now: activations, slope: shown ? slope : null });
    terrain.set({
      height: (x1, x2) => forward(now, [x1, x2, x[2]]).a,
      point: [x[0], x[1]],
      dots,
      lines: [fold(now.w, now.b[0])],
    });
    lines.set(now, x);
    fields.set({ x, ...now });
  }
  const els = [challenges.el, panel.score, pictures, lines.el, panel.el, fields.el];
  return { els, panel, terrain, set };
}

/** @param {(challenge: string) => void} onInput */
function challengeChoice(onInput) {
  const capital = (/** @type {string} */ name) => name[0].toUpperCase() + name.slice(1);
  const named = Object.keys(CHALLENGES).map((value) => ({ value, label: capital(value) }));
  const options = [{ value: "off", label: "Free play" }, ...named];
  return choice({ name: "Challenge", options, value: "off", onInput });
}

export default { render };
