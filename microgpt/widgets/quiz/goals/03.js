/** When the tasks of chapter 03 are met: from the watched widget's own state. */

import { LANDSCAPES, descend } from "../../engine/landscapes.js";
import { taskOf } from "../task.js";

const LOW = 0.01;
const DEEP = 0.5;

/** @param {{ x: number, target: number, w: number, b: number }} line */
const missed = ({ x, target, w, b }) => w * x + b - target;

/**
 * How often the miss of a line is multiplied by the same factor until its square is low; Infinity
 * if it never is.
 * @param {{ x: number, target: number, w: number, b: number, learning_rate: number }} line
 */
function stepsUntilLow(line) {
  const factor = 1 - 2 * line.learning_rate * (line.x * line.x + 1);
  let miss = missed(line);
  let steps = 0;
  while (miss * miss >= LOW) {
    if (Math.abs(factor) >= 1) return Infinity;
    miss *= factor;
    steps += 1;
  }
  return steps;
}

/**
 * The heights along the way of a ball.
 * @param {{ landscape: string, start: number[], learning_rate: number, steps: number }} ball
 */
function heights({ landscape, start, learning_rate, steps }) {
  const ground = LANDSCAPES[landscape];
  return descend(ground, start, learning_rate, steps).map(([w1, w2]) => ground.loss(w1, w2));
}

/** @type {import("../task.js").Goals} */
const goals = {
  "03-by-hand": { met: (state) => state.by === "hand" && missed(state) ** 2 < LOW },
  "03-four-steps": {
    met(state) {
      const needed =
        state.by === "descent" && missed(state) ** 2 >= 99 ? stepsUntilLow(state) : Infinity;
      return needed <= 4 && state.steps >= needed;
    },
  },
  "03-climb": {
    met(state) {
      const [first, ...later] = state.landscape === "bowl" ? heights(state) : [];
      return first > 0 && later.length > 0 && later[later.length - 1] > first;
    },
  },
  "03-deep-dip": {
    met(state) {
      const loss =
        state.landscape === "two minima" && state.steps > 0 ? heights(state).pop() : undefined;
      return loss !== undefined && loss < DEEP;
    },
  },
};

export default { render: taskOf(goals), goals };
