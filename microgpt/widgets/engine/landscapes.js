/**
 * Losses of two parameters, small enough to be drawn as a map: `calculus/landscapes.py` in
 * JavaScript, to the last bit.
 */

/**
 * @typedef {{ formula: string, loss: (w1: number, w2: number) => number,
 *   gradient: (w1: number, w2: number) => [number, number], levels: number[],
 *   top: number, lowest: number }} Landscape
 *   levels: where the contour lines run; top: the height up to which a cross-section is drawn;
 *   lowest: the loss at the deepest place
 */

/** A map shows both parameters from -REACH to REACH. */
export const REACH = 3;

/** Descent ends where the loss is above this: it would only grow on. */
export const LIMIT = 1e6;

/** Slopes that print as 0.0000 are called flat. */
const FLAT = 0.00005;

const far = (/** @type {number} */ w1, /** @type {number} */ w2) =>
  1 + (w1 + 1) * (w1 + 1) + (w2 + 1) * (w2 + 1);

export const LANDSCAPES = /** @type {Record<string, Landscape>} */ ({
  bowl: {
    formula: "w1**2 + 2 * w2**2",
    loss: (w1, w2) => w1 * w1 + 2 * w2 * w2,
    gradient: (w1, w2) => [2 * w1, 4 * w2],
    levels: [0.5, 2, 4, 7, 11, 16, 22],
    top: 13,
    lowest: 0,
  },
  valley: {
    formula: "w1**2 / 8 + 2 * w2**2",
    loss: (w1, w2) => (w1 * w1) / 8 + 2 * w2 * w2,
    gradient: (w1, w2) => [w1 / 4, 4 * w2],
    levels: [0.1, 0.4, 1, 2, 4, 7, 11, 16],
    top: 10,
    lowest: 0,
  },
  "two minima": {
    formula: "(3 * w1**4 + 4 * w1**3 - 12 * w1**2) / 12 + w2**2 + 3",
    loss: (w1, w2) => (3 * w1 * w1 * w1 * w1 + 4 * w1 * w1 * w1 - 12 * w1 * w1) / 12 + w2 * w2 + 3,
    gradient: (w1, w2) => [w1 * w1 * w1 + w1 * w1 - 2 * w1, 2 * w2],
    levels: [0.5, 1, 2, 2.75, 3.5, 5, 8, 12, 18],
    top: 9,
    lowest: 1 / 3,
  },
  plateau: {
    formula: "4 - 4 / (1 + (w1 + 1)**2 + (w2 + 1)**2)**2",
    loss: (w1, w2) => {
      const q = far(w1, w2);
      return 4 - 4 / (q * q);
    },
    gradient: (w1, w2) => {
      const q = far(w1, w2);
      return [(16 * (w1 + 1)) / (q * q * q), (16 * (w2 + 1)) / (q * q * q)];
    },
    levels: [0.5, 1, 2, 3, 3.5, 3.8, 3.95, 3.98],
    top: 4.4,
    lowest: 0,
  },
});

/** Whether the ground is level here: both slopes print as 0.0000. @param {number[]} gradient */
export function flat(gradient) {
  return gradient.every((slope) => Math.abs(slope) < FLAT);
}

/**
 * Whether the ground rises in every direction from here.
 * @param {Landscape} ground
 * @param {number} w1
 * @param {number} w2
 */
export function isMinimum({ loss }, w1, w2) {
  const here = loss(w1, w2);
  return Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8).every(
    (turn) => loss(w1 + 0.05 * Math.cos(turn), w2 + 0.05 * Math.sin(turn)) > here,
  );
}

/**
 * What gradient descent visits, the start first; it ends early where the loss passes LIMIT.
 * @param {Landscape} ground
 * @param {number[]} start
 * @param {number} rate
 * @param {number} steps
 */
export function descend({ loss, gradient }, start, rate, steps) {
  let [w1, w2] = start;
  const path = [[w1, w2]];
  while (path.length <= steps && loss(w1, w2) <= LIMIT) {
    const [slope1, slope2] = gradient(w1, w2);
    w1 -= rate * slope1;
    w2 -= rate * slope2;
    path.push([w1, w2]);
  }
  return path;
}
