/** The chain rule as a chain of wheels: x turns u, u turns y, and the rates multiply. */

import { button, slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { still } from "../kit/player.js";
import { DEGREES, wheels } from "./gears_picture.js";

/** @typedef {{ x: number, first: number, second: number, nudge: number }} State */

const REACH = 5;
const LONGEST = 1;
const TURNING_MS = 900;
const NAMES = ["x", "u", "y"];
const SLIDERS = /** @type {const} */ ([
  ["x", "x", REACH, 0.5],
  ["first", "u per x", REACH, 0.5],
  ["second", "y per u", REACH, 0.5],
  ["nudge", "nudge of x", LONGEST, 0.1],
]);

/** Without the noise of binary fractions. @param {number} x */
const tidy = (x) => Number(x.toFixed(9)) + 0;

/**
 * x, u and y before the nudge and after it, and how far each moved.
 * @param {State} state
 */
export function compute({ x, first, second, nudge }) {
  const chain = (/** @type {number} */ start) =>
    [start, first * start, second * first * start].map(tidy);
  return {
    before: chain(x),
    after: chain(x + nudge),
    change: chain(nudge),
    rate: tidy(first * second),
  };
}

/** A factor in a product. @param {number} x */
const factor = (x) => (x < 0 ? `(${fmt(x)})` : fmt(x));

/** In sentences: what became of the nudge. @param {State} state */
export function tell(state) {
  const { first, second, nudge } = state;
  const { change, rate } = compute(state);
  const product = `${factor(first)} × ${factor(second)} = ${fmt(rate)}`;
  if (!first) return "The first rate is 0: u stands still, and y with it. Nothing gets through.";
  if (!second) return "u turns, but the second rate is 0: y stands still. Nothing gets through.";
  if (!nudge) return `No nudge, so nothing turns. A nudge would reach y multiplied by ${product}.`;
  const ratio = `y moves ${fmt(change[2], 4)} for a nudge of ${fmt(change[0], 4)} in x: ${fmt(change[2], 4)} / ${factor(change[0])} = ${fmt(rate, 4)}. The rates multiply: ${product}.`;
  if (first < 0 && second < 0) return `${ratio} Turned round twice, y goes the way of x.`;
  return rate < 0 ? `${ratio} The minus sign: y turns backwards.` : ratio;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  let from = /** @type {number | null} */ (null); // where x stood before the last nudge
  let frame = 0;
  const view = figure({
    model,
    el,
    keys: ["x", "first", "second", "nudge"],
    name: "Gears",
    caption: `Every wheel turns ${DEGREES} degrees for each 1. The coloured rim is the turn that the nudge makes.`,
    onReset: () => {
      from = null;
      draw(view.read());
    },
  });
  const picture = wheels(NAMES);
  const sliders = SLIDERS.map(([key, name, reach, step]) =>
    slider({
      name,
      label: key === "x" ? symbol("x") : name,
      min: -reach,
      max: reach,
      step,
      value: model.get(key),
      colour: key === "x" || key === "nudge" ? "data" : "grad",
      onInput: (value) => {
        from = null;
        view.set({ [key]: value });
      },
    }),
  );
  const push = button("Nudge x", nudge, { primary: true });
  const heads = ["", "before", "after", "change", "turn"].map((text) =>
    h("th", { scope: "col" }, text),
  );
  const rows = NAMES.map((name) => ({
    name: h("th", { scope: "row" }, symbol(name)),
    cells: [0, 1, 2, 3].map(() => h("td")),
  }));
  const table = h(
    "table",
    { class: "mg-gears-table" },
    h("thead", {}, h("tr", {}, ...heads)),
    h("tbody", {}, ...rows.map((one) => h("tr", {}, one.name, ...one.cells))),
  );
  const words = h("p", { class: "mg-facts mg-gears-words" });
  view.body.append(
    picture.el,
    h(
      "div",
      { class: "mg-columns" },
      h("div", { class: "mg-gears-sliders" }, ...sliders.map((one) => one.el)),
      h("div", {}, table, h("div", { class: "mg-row mg-gears-push" }, push)),
    ),
    words,
  );

  /** @param {State} state whether x can be nudged and stay on its scale */
  const fits = ({ x, nudge }) => Math.abs(tidy(x + nudge)) <= REACH;

  function nudge() {
    const state = view.read();
    if (!fits(state) || !state.nudge) return;
    from = state.x;
    view.set({ x: tidy(state.x + state.nudge) });
    view.say(tell(state));
    if (!still()) turn(performance.now());
  }

  /** The wheels turn from before the nudge to after it. @param {number} begun */
  function turn(begun) {
    cancelAnimationFrame(frame);
    const share = Math.min(1, (performance.now() - begun) / TURNING_MS);
    drawWheels(view.read(), share * share * (3 - 2 * share));
    if (share < 1 && el.isConnected) frame = requestAnimationFrame(() => turn(begun));
  }

  /**
   * @param {State} state
   * @param {number} share of the nudge that the hands have made
   */
  function drawWheels(state, share) {
    const { done, before, after } = moment(state);
    const values = before.map((one, i) => (done ? one + share * (after[i] - one) : one));
    picture.set({
      from: before,
      to: after,
      values,
      factors: [state.first, state.second],
      done,
      words: `Three wheels. ${tell(state)}`,
    });
  }

  /** The nudge that was given, or the one to come. @param {State} state */
  function moment(state) {
    const done = from !== null && tidy(from + state.nudge) === state.x;
    return { done, ...compute(done ? { ...state, x: /** @type {number} */ (from) } : state) };
  }

  /** @param {State} state */
  function draw(state) {
    cancelAnimationFrame(frame);
    const { done, before, after, change } = moment(state);
    SLIDERS.forEach(([key], i) => sliders[i].set(state[key]));
    heads[1].textContent = done ? "before" : "now";
    heads[2].textContent = done ? "now" : "after";
    rows.forEach(({ cells }, i) => {
      const signed = change[i] > 0 ? `+${fmt(change[i], 3)}` : fmt(change[i], 3);
      [fmt(before[i], 3), fmt(after[i], 3), signed, `${fmt(change[i] * DEGREES, 0)}°`].forEach(
        (text, k) => {
          cells[k].textContent = text;
        },
      );
    });
    push.textContent = `Nudge x by ${state.nudge > 0 ? "+" : ""}${fmt(state.nudge, 4)}`;
    push.setAttribute("aria-disabled", String(!fits(state) || !state.nudge));
    words.textContent = fits(state)
      ? tell(state)
      : `${tell(state)} x stands too near its end for one more nudge: move it back.`;
    drawWheels(state, 1);
  }
  return view.show(draw, () => cancelAnimationFrame(frame));
}

export default { render };
