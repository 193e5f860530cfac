/**
 * One training step with every number kept, as in `microgpt/by_hand.py`: for a model of one layer
 * and one head.
 */

import { backward } from "./by_hand_backward.js";
import { numbersOf } from "./blocks.js";
import { GPT, lossOf } from "./gpt.js";
import { adam } from "./optim.js";

/** The numbers of each block. @typedef {Record<string, Float64Array>} Blocks */
/** The numbers of each matrix, row by row, by its name. @typedef {Record<string, Float64Array>} Matrices */
/**
 * One position. `grad` is d(loss) / d(each number of `out`); `parts` is what this position adds to
 * the gradient of each matrix.
 * @typedef {{ token: number, target: number, surprise: number, out: Blocks, grad: Blocks,
 *   parts: Matrices }} Position
 */
/**
 * `loss` is the mean surprise before the step, `after` the one after it; `weights` are those after
 * it.
 * @typedef {{ positions: Position[], loss: number, gradients: Matrices, weights: Matrices,
 *   after: number }} Step
 */

/**
 * The step of Adam, its first, that the model would take on one document. The model stays as it is.
 * @param {GPT} model
 * @param {number[]} tokens the last one is only predicted
 * @returns {Step}
 */
export function stepByHand(model, tokens) {
  const { n_layer, n_head, block_size } = model.config;
  if (n_layer !== 1 || n_head !== 1)
    throw new Error("One layer and one head can be done by hand, not more.");
  const cache = model.start();
  const forward = tokens.slice(0, -1).slice(0, block_size);
  const read = forward.map((token, i) => {
    const out = numbersOf(model.step(cache, token, { trace: true }));
    const target = tokens[i + 1];
    return { token, target, surprise: -Math.log(out.probs[target]), out };
  });
  const { grads, parts } = backward(model, read);
  const positions = read.map((one, i) => ({ ...one, grad: grads[i], parts: parts[i] }));
  const gradients = Object.fromEntries(
    model.shapes.map(({ name }) => [name, added(positions.map((one) => one.parts[name]))]),
  );
  const moved = model.shapes.flatMap(({ name }) =>
    Array.from(model.state_dict[name], (w, i) => w - adam(gradients[name][i]).step),
  );
  const after = new GPT(model.config, model.vocabSize, Float64Array.from(moved));
  return {
    positions,
    loss: (1 / read.length) * read.reduce((sum, { surprise }) => sum + surprise, 0),
    gradients,
    weights: after.state_dict,
    after: lossOf(after, tokens),
  };
}

/** Arrays added up, number by number. @param {Float64Array[]} arrays */
const added = (arrays) => arrays[0].map((_, i) => arrays.reduce((sum, array) => sum + array[i], 0));
