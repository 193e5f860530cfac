/** When the tasks of chapter 04 are met: from the watched widget's own state. */

import { GOAL, descender, forward, loss } from "../../neuron/network.js";
import { taskOf } from "../task.js";

/**
 * The network after its steps of descent.
 * @param {{ w: number[], b: number[], challenge: string, learning_rate: number,
 *   steps: number }} state
 */
const now = (state) =>
  state.challenge === "off" ? { w: state.w, b: state.b } : descender()(state)[state.steps];

/** @type {import("../task.js").Goals} */
const goals = {
  "04-on-to-the-left": {
    met: ({ stage, x, w, b }) =>
      stage === 4 && x.length === 1 && w[0] < 0 && Math.abs(w[0] + b) < 1e-9,
  },
  "04-one-off": {
    met(state) {
      const { h1, h2 } = forward(now(state), state.x);
      return h1 === 0 && h2 > 0;
    },
  },
  "04-by-hand": {
    met: ({ w, b, challenge, steps }) =>
      challenge !== "off" && steps === 0 && loss({ w, b }, challenge) < GOAL,
  },
  "04-by-descent": {
    met: (state) =>
      state.challenge !== "off" &&
      state.steps > 0 &&
      loss(state, state.challenge) >= GOAL &&
      loss(now(state), state.challenge) < GOAL,
  },
};

export default { render: taskOf(goals), goals };
