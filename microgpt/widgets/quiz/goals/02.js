/** When the tasks of chapter 02 are met: from the watched widget's own state. */

import { taskOf } from "../task.js";

/** Near enough for a point that is dragged. */
const NEAR = 0.05;

/** @type {import("../task.js").Goals} */
const goals = {
  // On x**2 the two slopes differ by h; the 1e-9 is for an h of 0.001 that rounding made a little
  // larger.
  "02-close": { met: ({ f, h }) => f.trim() === "x**2" && h > 0 && h <= 0.001 + 1e-9 },
  "02-minus-three": { met: ({ f, x }) => f.trim() === "x**2" && Math.abs(2 * x + 3) < NEAR },
  "02-still": { met: ({ first, second, nudge }) => second === 0 && Math.abs(first * nudge) > 0 },
  "02-emma-flat": { met: ({ f, x }) => f.trim() === "(2*x - 6)**2" && Math.abs(8 * x - 24) < NEAR },
  "02-only-w2": {
    met: ({ landscape, point: [w1, w2] }) =>
      landscape === "bowl" && Math.abs(w1) < NEAR && Math.abs(w2) > 0.2,
  },
};

export default { render: taskOf(goals), goals };
