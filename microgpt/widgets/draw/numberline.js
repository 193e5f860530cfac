/** A piece of the number line on which one mark is placed: press or drag, or use the arrow keys. */

import { attributes, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { along, led } from "../kit/keys.js";
import { snap } from "../kit/numbers.js";
import { handle, hold, pointer } from "./handle.js";

const WIDTH = 340;
const HEIGHT = 74;
const PAD = 22;
const LINE = 42;

/**
 * @param {{ name: string, low: number, high: number, step: number,
 *   onInput: (value: number) => void }} options
 */
export function numberLine({ name, low, high, step, onInput }) {
  const px = (/** @type {number} */ x) => PAD + ((x - low) / (high - low)) * (WIDTH - 2 * PAD);
  const inside = (/** @type {number} */ x) => snap(x, low, high, step);
  const middle = inside((low + high) / 2);
  const tries = s("g");
  const truth = s("g", { class: "mg-line-truth" });
  const mark = handle({ name, low, high, colour: "ink", target: 14, knob: 8 });
  const el = s(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      class: "mg-line",
      role: "group",
      "aria-label": `line from ${fmt(low)} to ${fmt(high)}`,
    },
    s("rect", { x: 0, y: LINE - 20, width: WIDTH, height: 40, class: "mg-target" }),
    ...scale(low, high, px),
    tries,
    truth,
    mark,
  );
  let current = /** @type {number | null} */ (null);
  let open = true;

  follow(
    el,
    mark,
    () => open,
    (share) => onInput(inside(low + share * (high - low))),
  );
  mark.addEventListener("keydown", (event) => {
    const far = Math.max(step, (high - low) / 4);
    const to = open && led(event, along({ at: current ?? middle, step, far, low, high }));
    if (typeof to === "number") onInput(inside(to));
  });

  /**
   * @param {{ value: number | null, tried?: number[], answer?: number | null }} state
   *   value: the mark; null: not placed yet. tried: wrong marks, crossed out. answer: shown in
   *   place of the mark
   */
  function set({ value, tried = [], answer = null }) {
    current = value;
    open = answer === null;
    attributes(mark, {
      transform: `translate(${px(value ?? middle)} ${LINE})`,
      "aria-valuenow": value ?? middle,
      "aria-valuetext": value === null ? "not placed yet" : fmt(value),
      hidden: !open,
      tabindex: open ? 0 : -1,
    });
    mark.classList.toggle("mg-unset", value === null);
    tries.replaceChildren(...tried.map((x) => cross(px(x))));
    truth.replaceChildren(
      ...(answer === null || value === null ? [] : [spot(px(value))]),
      ...(answer === null ? [] : arrow(px(answer), fmt(answer))),
    );
  }
  set({ value: null });
  return { el, set };
}

/**
 * @param {number} low
 * @param {number} high
 * @param {(x: number) => number} px
 */
function scale(low, high, px) {
  const marks = Array.from({ length: 5 }, (_, i) => low + (i * (high - low)) / 4);
  return [
    s("path", { class: "mg-axis", d: `M${px(low)} ${LINE}H${px(high)}` }),
    ...marks.map((m) => s("path", { class: "mg-axis", d: `M${px(m)} ${LINE - 4}v8` })),
    ...marks.map((m) => s("text", { x: px(m), y: LINE + 25, "text-anchor": "middle" }, fmt(m))),
  ];
}

/**
 * The mark goes where the line is pressed, and follows the pointer.
 * @param {SVGSVGElement} line
 * @param {SVGGElement} mark
 * @param {() => boolean} open
 * @param {(share: number) => void} move 0 at the low end, 1 at the high one
 */
function follow(line, mark, open, move) {
  const go = (/** @type {PointerEvent} */ event) =>
    move((pointer(event, line, WIDTH)[0] - PAD) / (WIDTH - 2 * PAD));
  line.addEventListener("pointerdown", (event) => {
    if (!open()) return;
    hold(line, event, mark);
    go(event);
  });
  line.addEventListener("pointermove", (event) => {
    if (open() && line.hasPointerCapture(event.pointerId)) go(event);
  });
}

/** A wrong mark. @param {number} x */
function cross(x) {
  return s("path", { class: "mg-line-try", d: `M${x - 5} ${LINE - 5}l10 10m0 -10l-10 10` });
}

/** Where the mark was placed. @param {number} x */
function spot(x) {
  return s("circle", { cx: x, cy: LINE, r: 6, class: "mg-line-guess" });
}

/**
 * The answer.
 * @param {number} x
 * @param {string} text
 */
function arrow(x, text) {
  return [
    s("path", { d: `M${x} ${LINE - 3}l-6 -11h12z` }),
    s("text", { x, y: LINE - 20, "text-anchor": "middle", class: "mg-value" }, text),
  ];
}
