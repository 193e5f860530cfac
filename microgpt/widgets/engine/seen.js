/** What one document shows of a model: the surprise at each position, and the gradient of every number. */

/** @typedef {import("./gradient.js").Gradient} Gradient */
/**
 * `open` counts, for each unit of the MLP, the positions at which ReLU lets it through.
 * @typedef {{ loss: number, grads: Float64Array, open: number[],
 *   positions: { token: number, target: number, probability: number, surprise: number }[] }} Seen
 */

/**
 * @param {Gradient} gradient
 * @param {number[]} tokens
 * @param {(number | null)[]} [targets] as for `Gradient.of`
 * @returns {Seen}
 */
export function see(gradient, tokens, targets) {
  const loss = gradient.of(tokens, targets);
  const read = tokens.slice(0, -1).slice(0, gradient.model.config.block_size);
  const units = gradient.tape.slice(0, read.length).map(({ layers }) => layers[0].mlpPre);
  return {
    loss,
    grads: gradient.grads.slice(),
    open: Array.from(units[0], (_, j) => units.filter((unit) => unit[j] > 0).length),
    positions: read.map((token, t) => {
      const target = tokens[t + 1];
      const probability = gradient.probs[t][target];
      return { token, target, probability, surprise: -Math.log(probability) };
    }),
  };
}
