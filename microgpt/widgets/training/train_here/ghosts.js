/** Pale curves behind the run: that of the run before, and the one that the reader drew. */

import { onDrawn, readDrawn } from "../drawn_curve.js";
import { unlike } from "./knobs.js";

/** @typedef {import("./plan.js").Settings & { list: string }} Known */
/** @typedef {{ name: string, values: ArrayLike<number> }} Ghost */

/**
 * A drawn curve's points as a value for each round, straight from one to the next; NaN where none
 * was drawn.
 * @param {[number, number][] | null} points [round, loss]
 * @param {number} steps
 */
export function atEachStep(points, steps) {
  const line = Array(steps).fill(NaN);
  const order = (points ?? []).slice().sort(([a], [b]) => a - b);
  order.forEach(([step, loss], i) => {
    const [from, low] = order[i - 1] ?? [step, loss];
    for (let at = Math.max(1, Math.ceil(from)); at <= Math.min(step, steps); at++)
      line[at - 1] = step > from ? low + ((at - from) / (step - from)) * (loss - low) : loss;
  });
  return line;
}

/** The last run that has come to something, and had other settings than those that go on. */
export class GhostOfRun {
  #settings = /** @type {Known[]} */ ([]); // of the runs now
  #before = /** @type {{ settings: Known, means: number[] } | null} */ (null);

  clear() {
    this.#settings = [];
    this.#before = null;
  }

  /**
   * Other runs begin.
   * @param {Known[]} settings theirs
   * @param {number[][]} curves of those that end
   */
  follow(settings, curves) {
    const gone = this.#settings.findIndex(
      (old, i) => curves[i].length > 1 && settings.every((one) => unlike(old, one)),
    );
    if (gone >= 0) this.#before = { settings: this.#settings[gone], means: curves[gone] };
    this.#settings = settings;
  }

  /** @returns {Ghost[]} */
  get ghosts() {
    const [now] = this.#settings;
    const name = this.#before && unlike(this.#before.settings, now);
    if (!this.#before || !name) return [];
    return [{ name: `before: ${name}`, values: this.#before.means.slice(0, now.steps) }];
  }
}

/** The reader's own curve; `onChange` is called when there is another one. @param {() => void} onChange */
export function drawnGhost(onChange) {
  let points = readDrawn();
  const unfollow = onDrawn((drawn) => {
    points = drawn;
    onChange();
  });
  return {
    /** @param {number} steps @returns {Ghost[]} */
    ghosts: (steps) =>
      points?.length ? [{ name: "your guess", values: atEachStep(points, steps) }] : [],
    close: unfollow,
  };
}
