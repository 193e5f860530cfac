/** Adam moves one parameter; one training step of the toy model. */

import { ADAM, START, adamStep } from "../../../engine/adam.js";
import { stepByHand } from "../../../engine/by_hand.js";
import { TOY_TOKENS, toyModel } from "../../../engine/toy.js";
import { fixed } from "../../../kit/format.js";

/** @typedef {import("../scene.js").SceneStep} SceneStep */

const W = 0.05;
const MOVES = 4;
const NAME = [0, 1, 2, 0]; // BOS a b BOS

/** A parameter w with the loss w², whose slope is 2w. @returns {SceneStep[]} */
export function optimizerSteps() {
  const { lr, beta1, beta2 } = ADAM;
  let averages = START;
  let w = W;
  const bars = (/** @type {number[]} */ values) => ({
    ...{ labels: ["slope", "m̂", "√v̂"], values, limit: 0.12, signed: false },
  });
  const steps = /** @type {SceneStep[]} */ ([
    {
      bars: bars([2 * w, 0, 0]),
      says: `One parameter, w = ${W}. The loss is w², so the slope is 2w = ${fixed(2 * w)}.`,
    },
  ]);
  for (let move = 1; move <= MOVES; move++) {
    const slope = 2 * w;
    const next = adamStep(slope, averages, lr);
    const shown = bars([slope, next.mHat, Math.sqrt(next.vHat)]);
    if (move === 1) {
      steps.push(
        {
          bars: bars([slope, 0, 0]),
          line: "m[i] = beta1",
          sum: `m = ${fixed(1 - beta1)} · ${fixed(slope)} = ${fixed(next.m, 3)}`,
          says: "The average of the slopes began at 0, so it is too small.",
        },
        {
          bars: bars([slope, 0, 0]),
          line: "v[i] = beta2",
          sum: `v = ${fixed(1 - beta2)} · ${fixed(slope)}² = ${fixed(next.v, 4)}`,
          says: "So is the average of the squares.",
        },
        {
          bars: shown,
          line: "m_hat = m[i]",
          says: "Both are corrected. Now m̂ is the slope, and the root of v̂ is its size.",
        },
      );
    }
    averages = next;
    w -= next.step;
    steps.push({
      bars: shown,
      line: "p.data -= lr",
      sum: `w = ${fixed(w + next.step, 4)} − ${lr} · ${fixed(next.mHat, 4)} / ${fixed(Math.sqrt(next.vHat), 4)} = ${fixed(w, 4)}`,
      says:
        move === 1
          ? `The step is ${fixed(next.step, 4)}: the first one is the learning rate, whatever the slope.`
          : `Step ${move}: the slope is smaller, the step is ${fixed(next.step, 4)}.`,
    });
  }
  return steps;
}

/** @returns {SceneStep[]} */
export function trainingSteps() {
  const { positions, loss, after } = stepByHand(toyModel(), NAME);
  const surprises = positions.map((one) => one.surprise);
  const n = surprises.length;
  const chips = (/** @type {number} */ now) =>
    NAME.map((id, i) => ({
      text: TOY_TOKENS[id],
      kind: /** @type {"bos" | "letter"} */ (id === 0 ? "bos" : "letter"),
      state: /** @type {"current" | "past"} */ (i === now ? "current" : "past"),
    }));
  const bars = (/** @type {number} */ upTo) => ({
    labels: positions.map(({ target }) => TOY_TOKENS[target]),
    values: surprises.map((one, i) => (i < upTo ? one : 0)),
    limit: 2,
  });
  return [
    {
      chips: chips(-1),
      line: undefined,
      bars: bars(0),
      says: "One step of the toy model, on the name ab. Each token is to be predicted from those before.",
    },
    ...positions.map(({ target }, i) => ({
      chips: chips(i + 1),
      line: "losses.append(",
      bars: bars(i + 1),
      says: `${TOY_TOKENS[target]} came next, with the probability ${fixed(Math.exp(-surprises[i]))}: a surprise of ${fixed(surprises[i])}.`,
    })),
    {
      chips: chips(-1),
      bars: bars(n),
      line: "loss = (1 / n)",
      sum: `(${surprises.map((one) => fixed(one)).join(" + ")}) / ${n} = ${fixed(loss)}`,
      says: "The mean of the surprises is the loss.",
    },
    {
      chips: chips(-1),
      bars: bars(n),
      line: "loss.backward()",
      says: "The blame is traced to every parameter.",
    },
    {
      chips: chips(-1),
      line: "adam(step, 0.01",
      sum: `${fixed(loss, 3)} → ${fixed(after, 3)}`,
      says: "Every parameter takes its step. On the same name the loss would be lower now.",
    },
  ];
}
