/** How the numbers of a model lie one after another in a flat array. */

/** @typedef {{ n_layer: number, n_embd: number, n_head: number, block_size: number }} Config */
/**
 * @typedef {{ name: string, rows: number, cols: number, offset: number }} Shape
 *   one matrix: rows x cols numbers from `offset` on
 */

/**
 * Every matrix of the model, in the order in which the weights lie one after another.
 * @param {Config} config
 * @param {number} vocabSize
 * @returns {Shape[]}
 */
export function parameterShapes({ n_layer, n_embd, block_size }, vocabSize) {
  /** @type {[string, number, number][]} */
  const matrices = [
    ["wte", vocabSize, n_embd],
    ["wpe", block_size, n_embd],
    ["lm_head", vocabSize, n_embd],
  ];
  for (let i = 0; i < n_layer; i++) {
    for (const name of ["attn_wq", "attn_wk", "attn_wv", "attn_wo"])
      matrices.push([`layer${i}.${name}`, n_embd, n_embd]);
    matrices.push(
      [`layer${i}.mlp_fc1`, 4 * n_embd, n_embd],
      [`layer${i}.mlp_fc2`, n_embd, 4 * n_embd],
    );
  }
  let offset = 0;
  return matrices.map(([name, rows, cols]) => {
    const shape = { name, rows, cols, offset };
    offset += rows * cols;
    return shape;
  });
}

/**
 * How many numbers the model has.
 * @param {Config} config
 * @param {number} vocabSize
 * @returns {number}
 */
export function parameterCount(config, vocabSize) {
  return parameterShapes(config, vocabSize).reduce((n, { rows, cols }) => n + rows * cols, 0);
}

/**
 * Weights travel as base64 text of float64, lowest byte first on every machine.
 * @param {string} base64
 * @returns {Float64Array}
 */
export function decodeFloats(base64) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true));
}

/**
 * New weights, matrix by matrix, row by row: normal deviates of 0.08.
 * @param {import("./random.js").Random} random
 * @param {Config} config
 * @param {number} vocabSize
 */
export function initialise(random, config, vocabSize) {
  return Float64Array.from({ length: parameterCount(config, vocabSize) }, () =>
    random.gauss(0, 0.08),
  );
}
