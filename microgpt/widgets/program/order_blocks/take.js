/**
 * The keys on a block. Enter takes it; then the arrow keys move it, Enter drops it, and Escape puts it back where it
 * was. Before it is taken, the arrow keys lead from block to block.
 */

import { led } from "../../kit/keys.js";

/**
 * What the keys do with the blocks.
 * @typedef {{ by: (places: number) => void, out: () => void, drop: () => void, putBack: () => void,
 *   take: () => void, next: (places: number) => void, across: (inside: boolean) => void }} Does
 */

/**
 * @param {KeyboardEvent} event
 * @param {boolean} taken
 * @param {Does} does
 */
export function pressed(event, taken, does) {
  const far = 99; // more than there are blocks
  const hold = {
    ArrowUp: () => does.by(-1),
    ArrowDown: () => does.by(1),
    ArrowRight: () => does.by(0),
    ArrowLeft: does.out,
    Home: () => does.by(-far),
    End: () => does.by(far),
    Enter: does.drop,
    " ": does.drop,
    Escape: does.putBack,
  };
  const walk = {
    ArrowUp: () => does.next(-1),
    ArrowDown: () => does.next(1),
    ArrowRight: () => does.across(true),
    ArrowLeft: () => does.across(false),
    Home: () => does.next(-far),
    End: () => does.next(far),
    Enter: does.take,
    " ": does.take,
  };
  led(event, /** @type {Record<string, () => void>} */ (taken ? hold : walk))?.();
}
