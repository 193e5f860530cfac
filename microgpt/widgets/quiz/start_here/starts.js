/** The chapters that a route may begin with, and the one that a reader keeps. */

/** @typedef {{ read: (kind: string, id: string) => any }} Reads */

export const STARTS = ["00", "02", "05", "07"];
export const KEPT = /** @type {const} */ (["setting", "route"]);

/**
 * The chapter to begin with, as kept; null when none is.
 * @param {Reads} store
 * @returns {string | null}
 */
export function keptStart(store) {
  const start = store.read(...KEPT)?.start;
  return STARTS.includes(start) ? start : null;
}
