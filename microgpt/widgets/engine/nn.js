/**
 * The pieces of the model, each a function on plain arrays: the same arithmetic in the same order
 * as `microgpt/nn.py`.
 */

// ---- the pieces; each writes into `out` ----

/**
 * One dot product for each row of w.
 * @param {Float64Array} x
 * @param {Float64Array} w
 * @param {Float64Array} out
 */
export function linear(x, w, out) {
  for (let row = 0, i = 0; row < out.length; row++) {
    let sum = 0;
    for (let col = 0; col < x.length; col++) sum += w[i++] * x[col];
    out[row] = sum;
  }
}

/**
 * Scales x so that its mean square is 1.
 * @param {Float64Array} x
 * @param {Float64Array} out
 */
export function rmsnorm(x, out) {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  const scale = 1 / Math.sqrt(sum / x.length + 1e-5);
  for (let i = 0; i < x.length; i++) out[i] = x[i] * scale;
}

/**
 * @param {Float64Array} a
 * @param {Float64Array} b
 * @param {Float64Array} out
 */
export function add(a, b, out) {
  for (let i = 0; i < out.length; i++) out[i] = a[i] + b[i];
}

/**
 * NaN stays NaN: else it would hide that a model has diverged.
 * @param {Float64Array} x
 * @param {Float64Array} out
 */
export function relu(x, out) {
  for (let i = 0; i < x.length; i++) out[i] = x[i] <= 0 ? 0 : x[i];
}

/**
 * Softmax of x[start] ... x[end - 1], into the same places of `out`. At temperature 0 the largest
 * takes all: subtracting the maximum first keeps even that case free of overflow.
 * @param {ArrayLike<number>} x
 * @param {number} start
 * @param {number} end
 * @param {number} temperature
 * @param {Float64Array} out
 */
export function softmaxRange(x, start, end, temperature, out) {
  let max = -Infinity;
  for (let i = start; i < end; i++) if (x[i] > max) max = x[i];
  let total = 0;
  for (let i = start; i < end; i++)
    total += out[i] = x[i] === max ? 1 : Math.exp((x[i] - max) / temperature);
  const scale = 1 / total;
  for (let i = start; i < end; i++) out[i] *= scale;
}

// ---- probabilities ----

/**
 * Probabilities from logits. Temperature below 1 sharpens them, above 1 flattens them; 0 leaves
 * only the largest.
 * @param {ArrayLike<number>} logits
 * @param {number} temperature
 * @returns {Float64Array}
 */
export function softmax(logits, temperature = 1) {
  if (!(temperature >= 0))
    throw new Error(`A temperature is a number from 0 up, not ${temperature}.`);
  const probs = new Float64Array(logits.length);
  softmaxRange(logits, 0, logits.length, temperature, probs);
  return probs;
}

/**
 * The same at temperature 1, into an array that is there.
 * @param {Float64Array} logits
 * @param {Float64Array} probs
 */
export function softmaxInto(logits, probs) {
  softmaxRange(logits, 0, logits.length, 1, probs);
}

/**
 * How uncertain the probabilities are, in nats: 0 for a sure thing, log(n) for n equal chances.
 * @param {ArrayLike<number>} probs
 * @returns {number}
 */
export function entropyOf(probs) {
  let nats = 0;
  for (let i = 0; i < probs.length; i++) if (probs[i] > 0) nats -= probs[i] * Math.log(probs[i]);
  return nats;
}
