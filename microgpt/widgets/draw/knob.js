/**
 * A knob inside a picture: its number stands in it, an arc around it shows how far it is turned
 * from 0.
 */

import { attributes, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { along, led } from "../kit/keys.js";
import { clamp, snap } from "../kit/numbers.js";
import { drag } from "./handle.js";

const RADIUS = 18;
const TARGET = 21;
const SWEEP = (3 / 4) * Math.PI;
const TRAVEL = 170; // pixels from one end to the other
const FAR = 5; // steps of a Page key

/**
 * The arc from the top: clockwise for a share above 0, the other way below; a whole turn of the
 * knob is a share of 1.
 * @param {number} share -1..1
 * @param {number} radius
 */
export function arc(share, radius) {
  const turn = clamp(share, -1, 1) * SWEEP;
  if (Math.abs(turn) < 1e-6) return "";
  const large = Math.abs(turn) > Math.PI ? 1 : 0;
  const way = turn > 0 ? 1 : 0;
  const at = `${(radius * Math.sin(turn)).toFixed(2)} ${(-radius * Math.cos(turn)).toFixed(2)}`;
  return `M0 ${-radius}A${radius} ${radius} 0 ${large} ${way} ${at}`;
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
export function knob({ min, max, step, colour, onInput, ...look }) {
  const { el, share, number, note } = dial(look);
  attributes(el, { "aria-valuemin": min, "aria-valuemax": max });
  if (colour) el.style.setProperty("--c", `var(--${colour})`);
  let current = 0;
  let from = { value: 0, x: 0, y: 0 };

  el.addEventListener("keydown", (event) => {
    const scale = { at: current, step, far: FAR * step, low: min, high: max };
    const to = led(event, along(scale));
    if (to !== null) onInput(snap(to, min, max, step));
  });
  drag(
    el,
    (event) => {
      const way = event.clientX - from.x - (event.clientY - from.y);
      const to = snap(from.value + (way / TRAVEL) * (max - min), min, max, step);
      if (to !== current) onInput(to);
    },
    (event) => {
      from = { value: current, x: event.clientX, y: event.clientY };
    },
  );

  /**
   * @param {number} value
   * @param {string} [remark]
   */
  function set(value, remark = "") {
    const text = fmt(value);
    current = value;
    share.setAttribute("d", arc(value / Math.max(Math.abs(min), Math.abs(max)), RADIUS));
    if (!colour) el.style.setProperty("--c", value < 0 ? "var(--neg)" : "var(--pos)");
    number.textContent = text;
    number.classList.toggle("mg-long", text.length > 4);
    note.textContent = remark;
    attributes(el, {
      "aria-valuenow": value,
      "aria-valuetext": remark ? `${text}, ${remark}` : text,
    });
  }
  set(0);
  return { el, set };
}

/**
 * What there is to see of a knob.
 * @param {{ name: string, symbol: string, x: number, y: number, nameAt?: [number, number],
 *   noteAt?: [number, number] }} look
 */
function dial({ name, symbol, x, y, nameAt = [0, -25], noteAt = [0, 31] }) {
  const ring = s("path", { class: "mg-dial-ring", d: arc(1, RADIUS) + arc(-1, RADIUS) });
  const share = s("path", { class: "mg-dial-share" });
  const number = s("text", { class: "mg-dial-number", y: 4.5, "text-anchor": "middle" });
  const note = s("text", { class: "mg-dial-note", ...beside(noteAt) });
  const el = s(
    "g",
    {
      class: "mg-handle mg-dial",
      tabindex: 0,
      role: "slider",
      "aria-label": name,
      transform: `translate(${x} ${y})`,
    },
    s("circle", { class: "mg-target mg-dial-face", r: TARGET }),
    ring,
    share,
    number,
    s("text", { class: "mg-dial-name", ...beside(nameAt) }, symbol),
    note,
  );
  return { el, share, number, note };
}

/** A text there grows away from the knob. @param {[number, number]} place from its middle */
function beside([x, y]) {
  const outward = x > 0 ? "start" : "end";
  return { x, y, "text-anchor": x ? outward : "middle" };
}
