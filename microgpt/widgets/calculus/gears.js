/** The chain rule as a chain of wheels: x turns u, u turns y, and the rates multiply. */

import { button, row, slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { tidy } from "../kit/numbers.js";
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

/** @param {number} x */
const exact = (x) => tidy(x, 9);

/**
 * x, u and y before the nudge and after it, and how far each moved.
 * @param {State} state
 */
export function compute({ x, first, second, nudge }) {
  const chain = (/** @type {number} */ start) =>
    [start, first * start, second * first * start].map(exact);
  return {
    before: chain(x),
    after: chain(x + nudge),
    change: chain(nudge),
    rate: exact(first * second),
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
  const [given, , got] = change;
  const moved = `y moves ${fmt(got, 4)} for a nudge of ${fmt(given, 4)} in x`;
  const quotient = `${fmt(got, 4)} / ${factor(given)} = ${fmt(rate, 4)}`;
  const ratio = `${moved}: ${quotient}. The rates multiply: ${product}.`;
  if (first < 0 && second < 0) return `${ratio} Turned round twice, y goes the way of x.`;
  return rate < 0 ? `${ratio} The minus sign: y turns backwards.` : ratio;
}

/** Whether x can be nudged and stay on its scale. @param {State} state */
const fits = ({ x, nudge }) => Math.abs(exact(x + nudge)) <= REACH;

/**
 * The nudge that was given, or the one to come.
 * @param {State} state
 * @param {number | null} from where x stood before the last nudge
 */
function moment(state, from) {
  const done = from !== null && exact(from + state.nudge) === state.x;
  return { done, ...compute(done ? { ...state, x: from } : state) };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  let from = /** @type {number | null} */ (null); // where x stood before the last nudge
  const view = figure({
    model,
    el,
    keys: ["x", "first", "second", "nudge"],
    name: "Gears",
    caption:
      `Every wheel turns ${DEGREES} degrees for each 1. ` +
      "The coloured rim is the turn that the nudge makes.",
    onReset: () => {
      from = null;
      draw(view.read());
    },
  });
  const picture = wheels(NAMES);
  const turn = turning(el, (share) => picture.set(hands(view.read(), from, share)));
  const sliders = SLIDERS.map((one) =>
    rateSlider(one, model.get(one[0]), (value) => {
      from = null;
      view.set({ [one[0]]: value });
    }),
  );
  const push = pushRow(nudge);
  const table = movesTable();
  const words = h("p", { class: "mg-facts mg-gears-words" });
  view.body.append(
    picture.el,
    h(
      "div",
      { class: "mg-columns" },
      h("div", { class: "mg-gears-sliders" }, ...sliders.map((one) => one.el)),
      h("div", {}, table.el, push.el),
    ),
    words,
  );

  function nudge() {
    const state = view.read();
    if (!fits(state) || !state.nudge) return;
    from = state.x;
    view.set({ x: exact(state.x + state.nudge) });
    view.say(tell(state));
    if (!still()) turn.start();
  }

  /** @param {State} state */
  function draw(state) {
    turn.stop();
    SLIDERS.forEach(([key], i) => sliders[i].set(state[key]));
    table.set(moment(state, from));
    push.set(state);
    words.textContent = fits(state)
      ? tell(state)
      : `${tell(state)} x stands too near its end for one more nudge: move it back.`;
    picture.set(hands(state, from, 1));
  }
  return view.show(draw, turn.stop);
}

/** The button that nudges x. @param {() => void} onClick */
function pushRow(onClick) {
  const push = button("Nudge x", onClick, { primary: true });
  const el = row(push);
  el.classList.add("mg-gears-push");
  /** @param {State} state */
  function set(state) {
    push.textContent = `Nudge x by ${state.nudge > 0 ? "+" : ""}${fmt(state.nudge, 4)}`;
    push.setAttribute("aria-disabled", String(!fits(state) || !state.nudge));
  }
  return { el, set };
}

/**
 * How the wheels stand when the hands have made a share of the nudge.
 * @param {State} state
 * @param {number | null} from
 * @param {number} share
 */
function hands(state, from, share) {
  const { done, before, after } = moment(state, from);
  return {
    from: before,
    to: after,
    values: before.map((one, i) => (done ? one + share * (after[i] - one) : one)),
    factors: [state.first, state.second],
    done,
    words: `Three wheels. ${tell(state)}`,
  };
}

/**
 * @param {typeof SLIDERS[number]} slider
 * @param {number} value
 * @param {(value: number) => void} onInput
 */
function rateSlider([key, name, reach, step], value, onInput) {
  return slider({
    name,
    label: key === "x" ? symbol("x") : name,
    min: -reach,
    max: reach,
    step,
    value,
    colour: key === "x" || key === "nudge" ? "data" : "grad",
    onInput,
  });
}

/**
 * The wheels turn from before the nudge to after it, slowly at both ends.
 * @param {HTMLElement} el
 * @param {(share: number) => void} draw
 */
function turning(el, draw) {
  let frame = 0;
  const stop = () => cancelAnimationFrame(frame);
  /** @param {number} begun */
  function turn(begun) {
    stop();
    const share = Math.min(1, (performance.now() - begun) / TURNING_MS);
    draw(share * share * (3 - 2 * share));
    if (share < 1 && el.isConnected) frame = requestAnimationFrame(() => turn(begun));
  }
  return { start: () => turn(performance.now()), stop };
}

/** x, u and y before and after, how far each moved, and how far its wheel turns. */
function movesTable() {
  const heard = h("span", { class: "mg-hidden" }, "wheel"); // a column of letters needs no more
  const heads = [heard, "before", "after", "change", "turn"].map((text) =>
    h("th", { scope: "col" }, text),
  );
  const rows = NAMES.map((name) => ({
    name: h("th", { scope: "row" }, symbol(name)),
    cells: [0, 1, 2, 3].map(() => h("td")),
  }));
  const el = h(
    "table",
    { class: "mg-gears-table" },
    h("thead", {}, h("tr", {}, ...heads)),
    h("tbody", {}, ...rows.map((one) => h("tr", {}, one.name, ...one.cells))),
  );

  /** @param {ReturnType<typeof moment>} moment */
  function set({ done, before, after, change }) {
    heads[1].textContent = done ? "before" : "now";
    heads[2].textContent = done ? "now" : "after";
    rows.forEach(({ cells }, i) => {
      const signed = change[i] > 0 ? `+${fmt(change[i], 3)}` : fmt(change[i], 3);
      const turn = `${fmt(change[i] * DEGREES, 0)}°`;
      [fmt(before[i], 3), fmt(after[i], 3), signed, turn].forEach((text, k) => {
        cells[k].textContent = text;
      });
    });
  }
  return { el, set };
}

export default { render };
