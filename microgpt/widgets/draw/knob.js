/**
 * A knob inside a picture: its number stands in it, an arc around it shows how far it is turned
 * from 0.
 */

import { s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { snap } from "./numberline.js";

const RADIUS = 18;
const TARGET = 21;
const SWEEP = (3 / 4) * Math.PI;
const TRAVEL = 170; // TRAVEL: pixels from one end to the other

/**
 * The arc from the top: clockwise for a share above 0, the other way below; a whole turn of the
 * knob is a share of 1.
 * @param {number} share -1..1
 * @param {number} radius
 */
export function arc(share, radius) {
  const turn = Math.max(-1, Math.min(1, share)) * SWEEP;
  if (Math.abs(turn) < 1e-6) return "";
  const at = `${(radius * Math.sin(turn)).toFixed(2)} ${(-radius * Math.cos(turn)).toFixed(2)}`;
  return `M0 ${-radius}A${radius} ${radius} 0 ${Math.abs(turn) > Math.PI ? 1 : 0} ${turn > 0 ? 1 : 0} ${at}`;
}

/**
 * Where a key leads, or null for any other key.
 * @param {string} key
 * @param {number} value
 * @param {number} min
 * @param {number} max
 * @param {number} step
 */
export function turned(key, value, min, max, step) {
  const to = /** @type {Record<string, number>} */ ({
    ArrowUp: value + step,
    ArrowRight: value + step,
    ArrowDown: value - step,
    ArrowLeft: value - step,
    PageUp: value + 5 * step,
    PageDown: value - 5 * step,
    Home: min,
    End: max,
  })[key];
  return to === undefined ? null : snap(to, min, max, step);
}

/**
 * Drag it up or down (or right and left), or use the arrow keys, Home, End and the Page keys.
 * `el` is put into an svg; `set` shows a value, and under it a note in the colour of gradients.
 * @param {{ name: string, symbol: string, x: number, y: number, min: number, max: number,
 *   step: number, colour?: string, nameAt?: [number, number], noteAt?: [number, number],
 *   onInput: (value: number) => void }} options
 *   symbol: the short name drawn beside it; x, y: its middle; nameAt, noteAt: the places of both,
 *   from the middle; colour: of the arc and the symbol; without one the arc takes the colour of its
 *   sign
 */
export function knob({
  name,
  symbol,
  x,
  y,
  min,
  max,
  step,
  colour,
  nameAt = [0, -25],
  noteAt = [0, 31],
  onInput,
}) {
  const ring = s("path", { class: "mg-dial-ring", d: arc(1, RADIUS) + arc(-1, RADIUS) });
  const share = s("path", { class: "mg-dial-share" });
  const number = s("text", { class: "mg-dial-number", y: 4.5, "text-anchor": "middle" });
  const note = s("text", {
    class: "mg-dial-note",
    x: noteAt[0],
    y: noteAt[1],
    "text-anchor": noteAt[0] ? (noteAt[0] > 0 ? "start" : "end") : "middle",
  });
  const el = s(
    "g",
    {
      class: "mg-handle mg-dial",
      tabindex: 0,
      role: "slider",
      "aria-label": name,
      "aria-valuemin": min,
      "aria-valuemax": max,
      transform: `translate(${x} ${y})`,
    },
    s("circle", { class: "mg-target mg-dial-face", r: TARGET }),
    ring,
    share,
    number,
    s(
      "text",
      {
        class: "mg-dial-name",
        x: nameAt[0],
        y: nameAt[1],
        "text-anchor": nameAt[0] ? (nameAt[0] > 0 ? "start" : "end") : "middle",
      },
      symbol,
    ),
    note,
  );
  if (colour) el.style.setProperty("--c", `var(--${colour})`);
  let current = 0;
  let from = { value: 0, x: 0, y: 0 };

  el.addEventListener("keydown", (event) => {
    const to = turned(event.key, current, min, max, step);
    if (to === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onInput(to);
  });
  el.addEventListener("pointerdown", (event) => {
    el.setPointerCapture(event.pointerId);
    event.preventDefault();
    el.focus();
    from = { value: current, x: event.clientX, y: event.clientY };
  });
  el.addEventListener("pointermove", (event) => {
    if (!el.hasPointerCapture(event.pointerId)) return;
    const way = event.clientX - from.x - (event.clientY - from.y);
    const to = snap(from.value + (way / TRAVEL) * (max - min), min, max, step);
    if (to !== current) onInput(to);
  });

  /**
   * @param {number} value
   * @param {string} [remark]
   */
  function set(value, remark = "") {
    current = value;
    share.setAttribute("d", arc(value / Math.max(Math.abs(min), Math.abs(max)), RADIUS));
    if (!colour) el.style.setProperty("--c", value < 0 ? "var(--neg)" : "var(--pos)");
    number.textContent = fmt(value);
    number.classList.toggle("mg-long", fmt(value).length > 4);
    note.textContent = remark;
    el.setAttribute("aria-valuenow", String(value));
    el.setAttribute("aria-valuetext", remark ? `${fmt(value)}, ${remark}` : fmt(value));
  }
  set(0);
  return { el, set };
}
