/**
 * What a reader does with a block: puts it in or out, moves it, takes it and drops it. Each of these is said, and the
 * block keeps the focus.
 */

import { clamp } from "../../kit/numbers.js";
import { moved, placed, without } from "./moves.js";
import { nameOf, placeOf } from "./words.js";

/** @typedef {import("./text.js").Block} Block */
/** @typedef {import("./block.js").Way} Way */

/**
 * @param {{ blocks: Block[], read: () => string[], write: (order: string[]) => void,
 *   focus: (id: string) => void, paint: () => void, say: (words: string) => void }} options
 *   read, write: the order; paint: who is taken has changed
 */
export function hand({ blocks, read, write, focus, paint, say }) {
  let taken = /** @type {string | null} */ (null);
  let before = /** @type {string[]} */ ([]);
  let moving = false; // a block that changes its place loses the focus for a moment

  /** @param {string} id @param {string} [how] */
  const tell = (id, how = "") => say(`${how}${nameOf(id, blocks)}, ${placeOf(id, read())}.`);

  /** @param {string} id @param {string[]} order @param {string} [how] */
  function change(id, order, how) {
    moving = true;
    write(order);
    focus(id);
    moving = false;
    tell(id, how);
  }
  /** @param {string | null} id */
  function hold(id) {
    taken = id;
    before = read();
    paint();
  }
  const hands = {
    isTaken: (/** @type {string} */ id) => taken === id,
    /** @param {string} id @param {number} by places */
    move: (id, by) => change(id, moved(read(), id, by)),
    /** @param {string} id */
    out: (id) => change(id, without(read(), id)),
    /** @param {string} id @param {number | "out"} to */
    put(id, to) {
      hold(null);
      change(id, to === "out" ? without(read(), id) : placed(read(), id, to));
    },
    /** @param {string} id */
    take(id) {
      focus(id);
      hold(id);
      tell(id, "Taken: ");
    },
    /** It stays where it is. */
    drop() {
      const id = taken;
      hold(null);
      if (id) tell(id, "Dropped: ");
    },
    /** The focus has left it. @param {string} id */
    left(id) {
      if (taken === id && !moving) hands.drop();
    },
    putBack() {
      const [id, order] = [taken, before];
      hold(null);
      if (id) change(id, order, "Put back: ");
    },
    /** A press on its lines: one that is offered comes to the end, one in place is taken. @param {string} id */
    press(id) {
      if (taken === id) hands.drop();
      else if (read().includes(id)) hands.take(id);
      else hands.move(id, 1);
    },
    /** To a block further on in the same list. @param {string} id @param {string[]} ids @param {number} by */
    next: (id, ids, by) => focus(ids[clamp(ids.indexOf(id) + by, 0, ids.length - 1)]),
    reset: () => hold(null),
  };
  return hands;
}

/** @typedef {ReturnType<typeof hand>} Hand */
