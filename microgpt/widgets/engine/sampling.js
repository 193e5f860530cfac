/** Drawing new documents from a model, as `microgpt/sampling.py` does. */

import { softmax } from "./nn.js";
import { pick } from "./random.js";

/** @typedef {import("./gpt.js").GPT} GPT */
/** @typedef {import("./random.js").Random} Random */
/** @typedef {import("./tokenizer.js").Tokenizer} Tokenizer */

/**
 * The scores for what comes after a beginning, one for each token.
 * @param {GPT} model
 * @param {Tokenizer} tokenizer
 * @param {string} prefix
 * @returns {Float64Array}
 */
export function nextLogits(model, tokenizer, prefix) {
  const cache = model.start();
  for (const token of tokenizer.encode(prefix).slice(0, -1)) model.forward(cache, token);
  return cache.logits;
}

/**
 * One new document: feed BOS and the prefix, then draw, feed back, and stop at BOS or at the end of
 * the block. Draws one number for each token; one `random` through many samples gives the names
 * that Python gives.
 * @param {GPT} model
 * @param {Tokenizer} tokenizer
 * @param {Random} random
 * @param {{ temperature?: number, prefix?: string }} [options]
 * @returns {string} the prefix and what was drawn
 */
export function sample(model, tokenizer, random, { temperature = 0.5, prefix = "" } = {}) {
  const { block_size } = model.config;
  const tokens = tokenizer.encode(prefix).slice(0, -1);
  if (tokens.length - 1 > block_size)
    throw new Error(
      `The beginning has ${tokens.length - 1} characters; the model can take ${block_size}.`,
    );
  const cache = model.start();
  for (let i = 0; i < block_size && i < tokens.length; i++) {
    model.forward(cache, tokens[i]);
    if (i + 1 < tokens.length) continue; // still reading the prefix
    const next = pick(softmax(cache.logits, temperature), random.random());
    if (next !== tokenizer.BOS) tokens.push(next);
  }
  return tokenizer.decode(tokens);
}
