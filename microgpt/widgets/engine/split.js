/** Which documents a run never trains on: the same ones for every run, as in `microgpt/evidence.py`. */

const TENTH = 10;

/**
 * Every tenth document is held out, or every nth.
 * @param {string[]} docs
 */
export function everyNth(docs, nth = TENTH) {
  const isHeldOut = (/** @type {number} */ i) => i % nth === nth - 1;
  return {
    docs: docs.filter((_, i) => !isHeldOut(i)),
    heldOut: docs.filter((_, i) => isHeldOut(i)),
  };
}
