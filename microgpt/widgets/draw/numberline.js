/** A piece of the number line on which one mark is placed: press or drag, or use the arrow keys. */

import { s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

const WIDTH = 340;
const HEIGHT = 74;
const PAD = 22;
const LINE = 42;

/**
 * Where the mark lands: on a multiple of `step` from `low`, never outside.
 * @param {number} value
 * @param {number} low
 * @param {number} high
 * @param {number} step
 */
export function snap(value, low, high, step) {
  const steps = Math.round((Math.min(high, Math.max(low, value)) - low) / step);
  return Number(Math.min(high, low + steps * step).toFixed(6));
}

/**
 * @param {{ name: string, low: number, high: number, step: number,
 *   onInput: (value: number) => void }} options
 */
export function numberLine({ name, low, high, step, onInput }) {
  const px = (/** @type {number} */ x) => PAD + ((x - low) / (high - low)) * (WIDTH - 2 * PAD);
  const marks = Array.from({ length: 5 }, (_, i) => low + (i * (high - low)) / 4);
  const scale = marks.map((m) => s("path", { class: "mg-axis", d: `M${px(m)} ${LINE - 4}v8` }));
  const words = marks.map((m) =>
    s("text", { x: px(m), y: LINE + 25, "text-anchor": "middle" }, fmt(m)),
  );
  const tries = s("g");
  const truth = s("g", { class: "mg-line-truth" });
  const knob = s("circle", { r: 8, class: "mg-knob" });
  const handle = s(
    "g",
    {
      class: "mg-handle",
      tabindex: 0,
      role: "slider",
      "aria-label": name,
      "aria-valuemin": low,
      "aria-valuemax": high,
      style: { "--c": "var(--ink)" },
    },
    s("circle", { r: 14, class: "mg-target" }),
    knob,
  );
  const el = s(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      class: "mg-line",
      role: "group",
      "aria-label": `line from ${fmt(low)} to ${fmt(high)}`,
    },
    s("rect", { x: 0, y: LINE - 20, width: WIDTH, height: 40, class: "mg-target" }),
    s("path", { class: "mg-axis", d: `M${px(low)} ${LINE}H${px(high)}` }),
    ...scale,
    ...words,
    tries,
    truth,
    handle,
  );
  const middle = snap((low + high) / 2, low, high, step);
  let current = /** @type {number | null} */ (null);
  let open = true;

  /** @param {PointerEvent} event */
  function place(event) {
    const box = el.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    onInput(snap(low + ((x - PAD) / (WIDTH - 2 * PAD)) * (high - low), low, high, step));
  }
  el.addEventListener("pointerdown", (event) => {
    if (!open) return;
    el.setPointerCapture(event.pointerId);
    event.preventDefault();
    handle.focus();
    place(event);
  });
  el.addEventListener("pointermove", (event) => {
    if (open && el.hasPointerCapture(event.pointerId)) place(event);
  });
  handle.addEventListener("keydown", (event) => {
    const far = Math.max(step, (high - low) / 4);
    const at = current ?? middle;
    const to = /** @type {Record<string, number>} */ ({
      ArrowLeft: at - step,
      ArrowDown: at - step,
      ArrowRight: at + step,
      ArrowUp: at + step,
      PageDown: at - far,
      PageUp: at + far,
      Home: low,
      End: high,
    })[/** @type {KeyboardEvent} */ (event).key];
    if (to === undefined || !open) return;
    event.preventDefault();
    onInput(snap(to, low, high, step));
  });

  /**
   * @param {{ value: number | null, tried?: number[], answer?: number | null }} state
   *   value: the mark; null: not placed yet. tried: wrong marks, crossed out. answer: shown in
   *   place of the mark
   */
  function set({ value, tried = [], answer = null }) {
    current = value;
    open = answer === null;
    handle.setAttribute("transform", `translate(${px(value ?? middle)} ${LINE})`);
    handle.setAttribute("aria-valuenow", String(value ?? middle));
    handle.setAttribute("aria-valuetext", value === null ? "not placed yet" : fmt(value));
    handle.toggleAttribute("hidden", !open);
    handle.setAttribute("tabindex", open ? "0" : "-1");
    handle.classList.toggle("mg-unset", value === null);
    tries.replaceChildren(
      ...tried.map((x) =>
        s("path", { class: "mg-line-try", d: `M${px(x) - 5} ${LINE - 5}l10 10m0 -10l-10 10` }),
      ),
    );
    truth.replaceChildren(
      ...(answer === null
        ? []
        : [
            ...(value === null
              ? []
              : [s("circle", { cx: px(value), cy: LINE, r: 6, class: "mg-line-guess" })]),
            s("path", { d: `M${px(answer)} ${LINE - 3}l-6 -11h12z` }),
            s(
              "text",
              { x: px(answer), y: LINE - 20, "text-anchor": "middle", class: "mg-value" },
              fmt(answer),
            ),
          ]),
    );
  }
  set({ value: null });
  return { el, set };
}
