/**
 * A widget borrows the Python of its page, which the script of the cells starts and holds. It asks by an event: a page
 * without cells, or a notebook, answers nothing.
 */

const EVENT = "microgpt-run";

/**
 * What a run needs of the view that asks for it: its text, and where all that comes of it is shown.
 * @typedef {{ wait: () => void, begin: () => string, say: (words: string) => void, show: (message: any) => void,
 *   end: (how: "ran" | "failed" | "stopped") => void, fail: (sentence: string) => void }} Shown
 */

/** Whether this page has cells that run in it. */
export const hasPython = () => document.getElementById("mg-cells") !== null;

/**
 * Run what the view holds, after what waits already.
 * @param {Shown} shown
 * @returns {(() => void) | null} what stops it; null: nobody answered
 */
export function borrowPython(shown) {
  const detail = { shown, stop: /** @type {(() => void) | null} */ (null) };
  document.dispatchEvent(new CustomEvent(EVENT, { detail }));
  return detail.stop;
}

/**
 * The side that has it.
 * @param {(shown: Shown) => () => void} run gives back what stops it
 */
export function lendPython(run) {
  document.addEventListener(EVENT, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    detail.stop = run(detail.shown);
  });
}
