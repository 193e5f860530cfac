/** A point of a picture that is dragged, or moved with the arrow keys. */

import { s } from "../kit/dom.js";

/**
 * A knob and, round it, what a finger may hit.
 * @param {{ name: string, low: number, high: number, colour: string, target?: number,
 *   knob?: number, upright?: boolean }} options
 *   low, high: the ends of its scale; target, knob: two radii; upright: it moves up and down only
 * @param {...Node} more to stand beside the knob
 */
export function handle(
  { name, low, high, colour, target = 16, knob = 7, upright = false },
  ...more
) {
  return s(
    "g",
    {
      class: "mg-handle",
      style: { "--c": `var(--${colour})` },
      tabindex: 0,
      role: "slider",
      "aria-label": name,
      "aria-orientation": upright && "vertical",
      "aria-valuemin": low,
      "aria-valuemax": high,
    },
    s("circle", { r: target, class: "mg-target" }),
    s("circle", { r: knob, class: "mg-knob" }),
    ...more,
  );
}

/**
 * From the press on a handle until it is let go, `follow` hears of every move.
 * @param {SVGElement} handle
 * @param {(event: PointerEvent) => void} follow
 * @param {(event: PointerEvent) => void} [begin]
 */
export function drag(handle, follow, begin = () => {}) {
  handle.addEventListener("pointerdown", (event) => {
    hold(handle, event);
    begin(event);
  });
  handle.addEventListener("pointermove", (event) => {
    if (handle.hasPointerCapture(event.pointerId)) follow(event);
  });
}

/**
 * The pointer belongs to `held` until it is let go; the keyboard goes where the pointer is.
 * @param {SVGElement} held
 * @param {PointerEvent} event
 * @param {SVGElement} [focused]
 */
export function hold(held, event, focused = held) {
  held.setPointerCapture(event.pointerId);
  event.preventDefault();
  focused.focus({ preventScroll: true });
}

/**
 * Where a pointer is, in the units of a picture that is `width` units wide.
 * @param {MouseEvent} event
 * @param {SVGSVGElement} picture
 * @param {number} width
 * @returns {[number, number]} from its left and from its top
 */
export function pointer(event, picture, width) {
  const box = picture.getBoundingClientRect();
  const unit = width / box.width;
  return [(event.clientX - box.left) * unit, (event.clientY - box.top) * unit];
}
