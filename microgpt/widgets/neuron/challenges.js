/**
 * The target surfaces, as the parameters that make them, and the points at which the loss looks.
 * network.py has the same.
 */

/** @type {Record<string, { w: number[], b: number[] }>} */
export const CHALLENGES = {
  plane: { w: [0.5, 0.5, 0.5], b: [2, 1, -0.5] },
  ramp: { w: [1.5, 0, 0.5], b: [-0.5, 1, -0.5] },
  corner: { w: [1, -1, 1], b: [-1, -0.5, 0.5] },
  tide: { w: [0.5, 1, 1], b: [0.5, 0.5, -0.8] },
};

export const LEVELS = [-2, -1, 0, 1, 2]; // of x1 and of x2
export const LAYERS = [-2, 0, 2]; // of x3
export const GRID = LAYERS.flatMap((x3) =>
  LEVELS.flatMap((x2) => LEVELS.map((x1) => [x1, x2, x3])),
);
