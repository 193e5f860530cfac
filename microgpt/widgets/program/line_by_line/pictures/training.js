/** Adam moves one parameter; one round of training of the toy model. */

import { ADAM, START, adamStep } from "../../../engine/adam.js";
import { stepByHand } from "../../../engine/by_hand.js";
import { TOY_TOKENS, toyModel } from "../../../engine/toy.js";
import { fixed } from "../../../kit/format.js";

/** @typedef {import("../scene.js").SceneStep} SceneStep */

const W = 0.05;
const MOVES = 4;
const NAME = [0, 1, 2, 0]; // BOS a b BOS

/** A parameter w with the loss w², whose gradient is 2w. @returns {SceneStep[]} */
export function optimizerSteps() {
  let averages = /** @type {import("../../../engine/adam.js").Averages} */ (START);
  let w = W;
  const steps = /** @type {SceneStep[]} */ ([
    {
      bars: adamBars(2 * w),
      says: `One parameter, w = ${W}. The loss is w², so its gradient is 2w = ${fixed(2 * w)}.`,
    },
  ]);
  for (let move = 1; move <= MOVES; move++) {
    const gradient = 2 * w;
    const next = adamStep(gradient, averages);
    const { mHat, step } = next;
    const root = Math.sqrt(next.vHat);
    if (move === 1) steps.push(...averaging(gradient, next));
    const quotient = `${fixed(mHat, 4)} / ${fixed(root, 4)}`;
    steps.push({
      bars: adamBars(gradient, mHat, root),
      line: "p.data -= lr",
      sum: `w = ${fixed(w, 4)} − ${ADAM.lr} · ${quotient} = ${fixed(w - step, 4)}`,
      says:
        move === 1
          ? `The step is ${fixed(step, 4)}: the first one is the learning rate, whatever the gradient.`
          : `Round ${move}: the gradient is smaller, the step is ${fixed(step, 4)}.`,
    });
    averages = next;
    w -= step;
  }
  return steps;
}

/** @param {number} gradient @param {number} [mHat] @param {number} [root] of v̂ */
const adamBars = (gradient, mHat = 0, root = 0) => ({
  labels: ["gradient", "m̂", "√v̂"],
  values: [gradient, mHat, root],
  limit: 0.12,
});

/**
 * What goes before the first step: both averages, and their correction.
 * @param {number} gradient
 * @param {ReturnType<typeof adamStep>} next
 * @returns {SceneStep[]}
 */
function averaging(gradient, { m, v, mHat, vHat }) {
  const [newM, newV] = [1 - ADAM.beta1, 1 - ADAM.beta2].map((share) => fixed(share));
  return [
    {
      bars: adamBars(gradient),
      line: "m[i] = beta1",
      sum: `m = ${newM} · ${fixed(gradient)} = ${fixed(m, 3)}`,
      says: "The average of the gradients began at 0, so it is too small.",
    },
    {
      bars: adamBars(gradient),
      line: "v[i] = beta2",
      sum: `v = ${newV} · ${fixed(gradient)}² = ${fixed(v, 4)}`,
      says: "So is the average of the squares.",
    },
    {
      bars: adamBars(gradient, mHat, Math.sqrt(vHat)),
      line: "m_hat = m[i]",
      says: "Both are corrected. Now m̂ is the gradient, and the root of v̂ is its size.",
    },
  ];
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
      says: "One round of the toy model, on the name ab. Each token is to be predicted from those before.",
    },
    ...positions.map(({ target, surprise, out }, i) => ({
      chips: chips(i + 1),
      line: "losses.append(",
      bars: bars(i + 1),
      sum: `−log ${fixed(out.probs[target], 3)} = ${fixed(surprise)}`,
      says: `${TOY_TOKENS[target]} came next. The minus log of its probability is the surprise.`,
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
