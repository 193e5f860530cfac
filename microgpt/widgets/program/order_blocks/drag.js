/**
 * A block that is dragged from its place to another, by the mouse anywhere, by a finger at its letter: elsewhere a
 * finger scrolls the page. Nothing is moved before it is let go; a line shows where it would come.
 */

import { scaleOf } from "../../kit/dom.js";
import { placeAt } from "./moves.js";

const NEAR = 56; // pixels from the edge of the window, where the page begins to scroll
const SPEED = 9;
const STILL = 5; // a press that moves less is a press

/** Where it would come: a place in the program, out of it, or nowhere. @typedef {number | "out" | null} Target */

/**
 * @param {{ root: HTMLElement, pool: HTMLElement, program: HTMLElement,
 *   onDrop: (id: string, target: number | "out") => void }} options
 *   pool, program: the two lists of blocks
 */
export function dragging({ root, pool, program, onDrop }) {
  let held = /** @type {ReturnType<typeof grab> | null} */ (null);

  /** @param {PointerEvent} event */
  const target = (event) => targetAt(pool, program, event, held?.item ?? null);
  /** @param {Target} [to] */
  const show = (to) => showTarget(program, pool, held?.item ?? null, to ?? null);

  function end() {
    show();
    held?.letGo();
    held = null;
  }
  root.addEventListener("pointerdown", (event) => {
    if (!held && event.button === 0) held = grab(root, event);
  });
  root.addEventListener("pointermove", (event) => {
    if (held?.follow(event)) show(target(event));
  });
  root.addEventListener("pointerup", (event) => {
    const to = held?.moves() ? target(event) : null;
    const id = held?.item.dataset.block ?? "";
    end();
    if (to !== null) onDrop(id, to);
  });
  root.addEventListener("pointercancel", end);
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && held?.moves()) end();
  });
  return end;
}

/**
 * The block under a pointer, from the press until it is let go; null where there is none to drag.
 * @param {HTMLElement} root
 * @param {PointerEvent} down
 */
function grab(root, down) {
  const from = /** @type {Element} */ (down.target);
  const part = down.pointerType === "mouse" ? ".mg-sort-grip, .mg-sort-code" : ".mg-sort-grip";
  const item = /** @type {HTMLElement | null} */ (from.closest(part)?.closest("li") ?? null);
  if (!item) return null;
  const grabbed = item;
  const [left, top] = [down.pageX, down.pageY];
  const scale = scaleOf(item);
  let last = down;
  let frame = 0;

  function move() {
    const x = (last.clientX + scrollX - left) / scale;
    const y = (last.clientY + scrollY - top) / scale;
    grabbed.style.transform = `translate(${x}px, ${y}px)`;
  }
  function scroll() {
    const by = speedAt(last.clientY, root.getBoundingClientRect());
    if (by) window.scrollBy(0, by);
    if (by) move();
    frame = requestAnimationFrame(scroll);
  }
  return {
    item,
    moves: () => frame !== 0,
    /** @param {PointerEvent} event @returns {boolean} whether it has left its place */
    follow(event) {
      if (event.pointerId !== down.pointerId) return false;
      last = event;
      const far = Math.hypot(event.pageX - left, event.pageY - top) >= STILL;
      if (!frame && far) {
        root.setPointerCapture(event.pointerId);
        item.classList.add("mg-sort-dragged");
        scroll();
      }
      if (frame) move();
      return frame !== 0;
    },
    letGo() {
      cancelAnimationFrame(frame);
      item.classList.remove("mg-sort-dragged");
      item.style.transform = "";
    },
  };
}

/**
 * How far the page scrolls in each frame while a pointer is held near an edge of the window: as long as there is more
 * of the widget beyond it.
 * @param {number} y
 * @param {DOMRect} box of the widget
 */
function speedAt(y, { top, bottom }) {
  if (y < NEAR && top < 0) return -SPEED;
  return y > innerHeight - NEAR && bottom > innerHeight ? SPEED : 0;
}

/** @param {HTMLElement} list @param {HTMLElement | null} item that is not counted */
const othersIn = (list, item) =>
  /** @type {HTMLElement[]} */ ([...list.children]).filter(
    (one) => one !== item && one.dataset.block,
  );

/**
 * @param {HTMLElement} pool
 * @param {HTMLElement} program
 * @param {PointerEvent} event
 * @param {HTMLElement | null} item
 * @returns {Target}
 */
function targetAt(pool, program, { clientX: x, clientY: y }, item) {
  const inside = (/** @type {HTMLElement} */ list) => {
    const box = list.getBoundingClientRect();
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  };
  if (inside(pool)) return "out";
  if (!inside(program)) return null;
  const middles = othersIn(program, item).map((one) => {
    const box = one.getBoundingClientRect();
    return (box.top + box.bottom) / 2;
  });
  return placeAt(y, middles);
}

/**
 * A line above the block that it would stand above, or below the last.
 * @param {HTMLElement} program
 * @param {HTMLElement} pool
 * @param {HTMLElement | null} item
 * @param {Target} to
 */
function showTarget(program, pool, item, to) {
  const others = othersIn(program, item);
  others.forEach((one, i) => {
    one.classList.toggle("mg-sort-above", i === to);
    one.classList.toggle("mg-sort-below", i === others.length - 1 && to === others.length);
  });
  program.classList.toggle("mg-sort-here", typeof to === "number");
  pool.classList.toggle("mg-sort-here", to === "out");
}
