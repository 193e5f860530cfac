/**
 * A network of three neurons with a knob on every weight and bias, the surface it makes, and
 * surfaces to match.
 */

import { pairs } from "../draw/arithmetic.js";
import { surface } from "../draw/surface.js";
import { choice, slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { openStore } from "../kit/store.js";
import { CHALLENGES, LEVELS } from "./challenges.js";
import { diagram } from "./diagram.js";
import { GOAL, REACH, descender, forward, gradient, lossKeeper, target } from "./network.js";
import { challengePanel } from "./panel.js";

/**
 * @typedef {{ w: number[], b: number[], x: number[], challenge: string, steps: number,
 *   learning_rate: number }} State
 */

const KEYS = ["w", "b", "x", "challenge", "steps", "learning_rate"];
const LONGEST = 200;
const SQUARE = 2; // x1 and x2 go from -2 to 2
const TURN =
  "Turn a knob: drag it up or down, or use the arrow keys. The surface is the output a for every x₁ and x₂, at this x₃; it folds along the dashed line, where h₁ switches on, and where a itself does.";
const AIM =
  "The dots are the hidden surface at this x₃: filled where it is above yours, hollow where it is below. The loss is the mean squared error over 75 dots, 25 at each of three values of x₃.";

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
  const [x3] = x.slice(2);
  return {
    now,
    path,
    activations: forward(now, x),
    losses: off ? [] : path.map((one) => lossOf(one, challenge)),
    slope: off ? null : gradient(now, challenge),
    dots: off
      ? []
      : LEVELS.flatMap((x2) =>
          LEVELS.map(
            (x1) =>
              /** @type {[number, number, number]} */ ([x1, x2, target(challenge, [x1, x2, x3])]),
          ),
        ),
  };
}

/**
 * The three lines of arithmetic, as text.
 * @param {{ w: number[], b: number[] }} now
 * @param {number[]} x
 */
export function spelled({ w, b }, x) {
  const { h1, h2, a } = forward({ w, b }, x);
  const plus = (/** @type {number} */ v) => (v < 0 ? ` − ${fmt(-v)}` : ` + ${fmt(v)}`);
  return [
    ["h", 1, `ReLU(${pairs(w.slice(0, 2), x.slice(0, 2))}${plus(b[0])})`, h1],
    ["h", 2, `ReLU(${pairs([w[2]], [x[2]])}${plus(b[1])})`, h2],
    ["a", undefined, `ReLU(${fmt(h1)} + ${fmt(h2)}${plus(b[2])})`, a],
  ];
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const store = openStore();
  const descend = descender();
  const lossOf = lossKeeper();
  let byHand = /** @type {number[]} */ ([]);
  let about = "";
  let gradients = false;
  let turning = false;
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "Network playground",
    onReset: () => {
      panel.stop();
      gradients = false;
      byHand = [];
      about = "";
      terrain.reset();
      redraw();
    },
  });
  const at = (/** @type {string} */ key) => view.read()[key];

  const scoreOf = (/** @type {string} */ challenge) => `playground-${challenge}`;
  const best = (/** @type {string} */ challenge) => store.read("score", scoreOf(challenge));

  /**
   * A knob was turned by hand: descent starts anew from there.
   * @param {"w" | "b" | "x"} key
   * @param {number} i
   * @param {number} value
   */
  function turn(key, i, value) {
    panel.stop();
    const put = (/** @type {number[]} */ list) => list.map((old, j) => (j === i ? value : old));
    if (key === "x") return view.set({ x: put(at("x")) });
    const { now } = compute(view.read(), descend, lossOf);
    turning = true; // several traits change: they are drawn as one
    view.set({ steps: 0, w: now.w, b: now.b, [key]: put(now[key]) });
    turning = false;
    redraw();
    const state = view.read();
    const record = best(state.challenge);
    const [reached] = compute(state, descend, lossOf).losses;
    if (state.challenge !== "off" && (record === null || reached < record))
      store.write("score", scoreOf(state.challenge), reached);
  }

  const challenges = choice({
    name: "Challenge",
    options: ["off", ...Object.keys(CHALLENGES)].map((value) => ({
      value,
      label: value === "off" ? "Free play" : value[0].toUpperCase() + value.slice(1),
    })),
    value: "off",
    onInput: (challenge) => {
      panel.stop();
      view.set({ challenge, steps: 0 });
    },
  });
  const net = diagram({ onInput: turn });
  const terrain = surface({
    name: "Surface of a",
    reach: SQUARE,
    step: 0.1,
    axes: ["x₁", "x₂", "a"],
    onPoint: (x1, x2) => view.set({ x: [x1, x2, at("x")[2]] }),
  });
  const panel = challengePanel({
    set: view.set,
    read: view.read,
    onGradients: () => {
      gradients = !gradients;
      redraw();
    },
  });
  const lines = spelled({ w: [0, 0, 0], b: [0, 0, 0] }, [0, 0, 0]).map(([letter, index]) => ({
    name: symbol(String(letter), index),
    sum: h("span"),
    value: h("b"),
  }));
  const fields = /** @type {const} */ (["x", "w", "b"]).map((key) =>
    [0, 1, 2].map((i) =>
      slider({
        name: `${key} ${i + 1}`,
        label: symbol(key, i + 1),
        min: key === "x" ? -SQUARE : -REACH,
        max: key === "x" ? SQUARE : REACH,
        step: 0.1,
        value: 0,
        colour: key === "x" ? "data" : "ink",
        onInput: (value) => turn(key, i, value),
      }),
    ),
  );
  view.body.append(
    challenges.el,
    panel.score,
    h("div", { class: "mg-columns mg-net-columns" }, net.el, terrain.el),
    h(
      "div",
      { class: "mg-net-lines" },
      ...lines.map(({ name, sum, value }) =>
        h("p", {}, name, h("span", {}, sum, h("span", {}, "= ", value))),
      ),
    ),
    panel.el,
    h(
      "details",
      { class: "mg-net-fold" },
      h("summary", {}, "All the numbers, as sliders and fields"),
      h(
        "div",
        { class: "mg-net-fields" },
        ...fields.map((some) => h("div", {}, ...some.map((one) => one.el))),
      ),
    ),
  );

  /**
   * The losses that the hand went through in this challenge.
   * @param {State} state
   * @param {number} current
   */
  function history({ w, b, challenge }, current) {
    const mine = JSON.stringify([w, b, challenge]);
    if (!about.endsWith(`"${challenge}"]`)) byHand = [];
    if (mine !== about) byHand = [...byHand, current].slice(-LONGEST);
    about = mine;
    return byHand;
  }

  /** @param {State} state */
  function draw(state) {
    if (turning) return;
    const { now, activations, losses, slope, dots } = compute(state, descend, lossOf);
    const { x, challenge, steps } = state;
    challenges.set(challenge);
    net.set({ ...now, x, now: activations, slope: gradients || steps ? slope : null });
    terrain.set({
      height: (x1, x2) => forward(now, [x1, x2, x[2]]).a,
      point: [x[0], x[1]],
      dots,
      lines: [fold(now.w, now.b[0])],
    });
    spelled(now, x).forEach(([, , text, value], i) => {
      lines[i].sum.textContent = `= ${text}`;
      lines[i].value.textContent = fmt(Number(value));
    });
    /** @type {[number[], number[], number[]]} */ ([x, now.w, now.b]).forEach((list, k) =>
      list.forEach((value, i) => fields[k][i].set(Number(value.toFixed(2)))),
    );
    view.caption(challenge === "off" ? TURN : AIM);
    panel.el.hidden = panel.score.hidden = challenge === "off";
    if (challenge === "off" || !slope) return view.say(`output ${fmt(activations.a)}`);
    const words = panel.draw(
      {
        now,
        slope,
        losses,
        byHand: history(state, losses[0]),
        best: best(challenge),
        x,
        challenge,
        steps,
        learning_rate: state.learning_rate,
      },
      gradients || steps > 0,
    );
    view.say(
      losses[losses.length - 1] < GOAL ? words : `loss ${fmt(losses[losses.length - 1], 3)}`,
    );
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

export default { render };
