/**
 * The model in JavaScript: the same matrices, the same arithmetic in the same order as
 * `microgpt/model.py`, forward only.
 *
 * One call of `step` takes one token. The keys and values it adds to the cache are all that later
 * tokens see of it, so there is no mask anywhere.
 *
 * A model may lack one of its parts, as in `microgpt/ablation.py`.
 */

import { add, linear, relu, rmsnorm, softmax, softmaxRange } from "./nn.js";
import { parameterCount, parameterShapes } from "./parameters.js";

/** @typedef {import("./parameters.js").Config} Config */

/**
 * What can be taken away: the position embedding, both additions, every rmsnorm, the ReLU, the
 * sharing of attention among heads, the division by the root of head_dim, and either half of a
 * layer. The matrices stay, so that a seed draws the same weights; some have nothing to do.
 */
export const PARTS = /** @type {const} */ ([
  "position",
  "residual",
  "norm",
  "relu",
  "heads",
  "scale",
  "attention",
  "mlp",
]);

/** @typedef {typeof PARTS[number]} Part */

/**
 * What one layer computed for the current token. `keys` and `values` hold all tokens so far, n_embd
 * numbers each; `products` (of query and key), `scores` and `weights` hold block_size numbers for
 * each head.
 * @typedef {{ keys: Float64Array, values: Float64Array, attnNorm: Float64Array, q: Float64Array,
 *   k: Float64Array, v: Float64Array, products: Float64Array, scores: Float64Array,
 *   weights: Float64Array, blend: Float64Array, attnOut: Float64Array,
 *   afterAttention: Float64Array, mlpNorm: Float64Array, mlpPre: Float64Array,
 *   mlpPost: Float64Array, mlpOut: Float64Array, afterMlp: Float64Array }} LayerCache
 */

/**
 * The cache of one document: how many tokens it has seen, and every number of the latest one.
 * @typedef {{ length: number, token: number, embedding: Float64Array, norm: Float64Array,
 *   layers: LayerCache[], logits: Float64Array }} Cache
 */

/**
 * Every number of one step, in the order of computation. `embedding` is wte + wpe; `norm` is what
 * enters the first layer; `products`, `scores` and `weights` have one array for each head, one
 * number for each token so far; `blend` is the heads side by side.
 * @typedef {{ attnNorm: Float64Array, q: Float64Array, k: Float64Array, v: Float64Array,
 *   products: Float64Array[], scores: Float64Array[], weights: Float64Array[],
 *   blend: Float64Array, attnOut: Float64Array, afterAttention: Float64Array,
 *   mlpNorm: Float64Array, mlpPre: Float64Array, mlpPost: Float64Array, mlpOut: Float64Array,
 *   afterMlp: Float64Array }} LayerTrace
 * @typedef {{ token: number, position: number, tokenEmbedding: Float64Array,
 *   positionEmbedding: Float64Array, embedding: Float64Array, norm: Float64Array,
 *   layers: LayerTrace[], logits: Float64Array }} Trace
 */

/**
 * One query against all keys so far, head by head: scores, weights, and the blend of the values.
 * @param {LayerCache} layer
 * @param {number} length how many tokens the cache holds, the current one included
 * @param {Config} config
 * @param {number} scale
 */
function attend(
  { q, keys, values, products, scores, weights, blend },
  length,
  { n_embd, n_head, block_size },
  scale,
) {
  const headDim = n_embd / n_head;
  for (let h = 0; h < n_head; h++) {
    const head = h * headDim; // where the head's slice of a vector begins
    const row = h * block_size; // where the head's scores begin
    for (let t = 0; t < length; t++) {
      let sum = 0;
      for (let j = head; j < head + headDim; j++) sum += q[j] * keys[t * n_embd + j];
      products[row + t] = sum;
      scores[row + t] = sum * scale;
    }
    softmaxRange(scores, row, row + length, 1, weights);
    for (let j = head; j < head + headDim; j++) {
      let sum = 0;
      for (let t = 0; t < length; t++) sum += weights[row + t] * values[t * n_embd + j];
      blend[j] = sum;
    }
  }
}

/**
 * A GPT whose weights are one flat array, in the order of `parameterShapes`. `state_dict` gives
 * each matrix by name: views on that array, not copies, so changing a weight changes the model at
 * once.
 *
 *     const model = new GPT(config, 27, weights);
 *     const cache = model.start();
 *     const logits = model.step(cache, tokenizer.BOS);
 */
export class GPT {
  /**
   * @param {Config} config
   * @param {number} vocabSize
   * @param {Float64Array} weights
   * @param {Part | null} [without] the part that it lacks
   */
  constructor(config, vocabSize, weights, without = null) {
    if (config.n_embd % config.n_head !== 0)
      throw new Error(
        `n_embd ${config.n_embd} cannot be shared equally by ${config.n_head} heads.`,
      );
    if (without !== null && !PARTS.includes(without))
      throw new Error(`A part is one of ${PARTS.join(", ")}, not ${without}.`);
    const count = parameterCount(config, vocabSize);
    if (weights.length !== count)
      throw new Error(`This model has ${count} weights, not ${weights.length}.`);
    this.config = without === "heads" ? { ...config, n_head: 1 } : config;
    this.without = without;
    /** what the products of query and key are multiplied by */
    this.scale = without === "scale" ? 1 : 1 / Math.sqrt(config.n_embd / this.config.n_head);
    this.vocabSize = vocabSize;
    this.weights = weights;
    this.shapes = parameterShapes(config, vocabSize);
    /** @type {{ [name: string]: Float64Array }} */
    this.state_dict = Object.fromEntries(
      this.shapes.map((s) => [s.name, weights.subarray(s.offset, s.offset + s.rows * s.cols)]),
    );
    this.layers = Array.from({ length: config.n_layer }, (_, i) => {
      const [wq, wk, wv, wo, fc1, fc2] = this.shapes
        .slice(3 + 6 * i, 9 + 6 * i)
        .map((s) => this.state_dict[s.name]);
      return { wq, wk, wv, wo, fc1, fc2 };
    });
  }

  /** An empty cache: the state before the first token of a document. @returns {Cache} */
  start() {
    const { n_layer, n_embd, n_head, block_size } = this.config;
    const vector = (n = n_embd) => new Float64Array(n);
    return {
      length: 0,
      token: -1,
      embedding: vector(),
      norm: vector(),
      layers: Array.from({ length: n_layer }, () => ({
        keys: vector(block_size * n_embd),
        values: vector(block_size * n_embd),
        attnNorm: vector(),
        q: vector(),
        k: vector(),
        v: vector(),
        products: vector(n_head * block_size),
        scores: vector(n_head * block_size),
        weights: vector(n_head * block_size),
        blend: vector(),
        attnOut: vector(),
        afterAttention: vector(),
        mlpNorm: vector(),
        mlpPre: vector(4 * n_embd),
        mlpPost: vector(4 * n_embd),
        mlpOut: vector(),
        afterMlp: vector(),
      })),
      logits: vector(this.vocabSize),
    };
  }

  /**
   * Takes one token, adds it to the cache, and returns the logits for the next one. With `{ trace:
   * true }` it returns every intermediate number instead (the logits among them). What is returned
   * is the caller's to keep.
   * @overload
   * @param {Cache} cache
   * @param {number} tokenId
   * @param {{ trace?: false }} [options]
   * @returns {Float64Array}
   *
   * @overload
   * @param {Cache} cache
   * @param {number} tokenId
   * @param {{ trace: true }} options
   * @returns {Trace}
   *
   * @param {Cache} cache
   * @param {number} tokenId
   * @param {{ trace?: boolean }} [options]
   * @returns {Float64Array | Trace}
   */
  step(cache, tokenId, { trace = false } = {}) {
    this.forward(cache, tokenId);
    return trace ? this.traceOf(cache) : cache.logits.slice();
  }

  /**
   * The step itself: fills the cache, whose arrays the next step overwrites.
   * @param {Cache} cache
   * @param {number} tokenId
   */
  forward(cache, tokenId) {
    const { n_embd, block_size } = this.config;
    if (!(Number.isInteger(tokenId) && tokenId >= 0 && tokenId < this.vocabSize))
      throw new Error(`There is no token ${tokenId}: ids go from 0 to ${this.vocabSize - 1}.`);
    if (cache.length >= block_size)
      throw new Error(
        `The model reads at most ${block_size} tokens, and the cache holds them all.`,
      );
    const { wte, wpe, lm_head } = this.state_dict;
    const { embedding, norm } = cache;
    const [token, position] = [tokenId * n_embd, cache.length * n_embd];
    for (let i = 0; i < n_embd; i++) embedding[i] = wte[token + i];
    if (this.without !== "position")
      for (let i = 0; i < n_embd; i++) embedding[i] += wpe[position + i];
    this.norm(embedding, norm);
    let x = norm;
    for (let i = 0; i < cache.layers.length; i++) x = this.layer(i, x, cache);
    linear(x, lm_head, cache.logits);
    cache.token = tokenId;
    cache.length++;
  }

  /**
   * Attention, then the MLP; each adds its result to what came in.
   * @param {number} i
   * @param {Float64Array} x
   * @param {Cache} cache
   */
  layer(i, x, cache) {
    const c = cache.layers[i];
    if (this.without === "attention") c.afterAttention.set(x);
    else this.attention(i, x, cache);
    if (this.without === "mlp") c.afterMlp.set(c.afterAttention);
    else this.mlp(i, c);
    return c.afterMlp;
  }

  /**
   * @param {number} i
   * @param {Float64Array} x
   * @param {Cache} cache
   */
  attention(i, x, cache) {
    const { wq, wk, wv, wo } = this.layers[i];
    const c = cache.layers[i];
    this.norm(x, c.attnNorm);
    linear(c.attnNorm, wq, c.q);
    linear(c.attnNorm, wk, c.k);
    linear(c.attnNorm, wv, c.v);
    c.keys.set(c.k, cache.length * x.length);
    c.values.set(c.v, cache.length * x.length);
    attend(c, cache.length + 1, this.config, this.scale);
    linear(c.blend, wo, c.attnOut);
    this.addTo(x, c.attnOut, c.afterAttention);
  }

  /**
   * @param {number} i
   * @param {LayerCache} c
   */
  mlp(i, c) {
    const { fc1, fc2 } = this.layers[i];
    this.norm(c.afterAttention, c.mlpNorm);
    linear(c.mlpNorm, fc1, c.mlpPre);
    if (this.without === "relu") c.mlpPost.set(c.mlpPre);
    else relu(c.mlpPre, c.mlpPost);
    linear(c.mlpPost, fc2, c.mlpOut);
    this.addTo(c.afterAttention, c.mlpOut, c.afterMlp);
  }

  /**
   * @param {Float64Array} x
   * @param {Float64Array} out
   */
  norm(x, out) {
    if (this.without === "norm") out.set(x);
    else rmsnorm(x, out);
  }

  /**
   * What came in, and what one half of the layer makes of it, together.
   * @param {Float64Array} x
   * @param {Float64Array} update
   * @param {Float64Array} out
   */
  addTo(x, update, out) {
    if (this.without === "residual") out.set(update);
    else add(update, x, out);
  }

  /** A copy of everything the latest step computed. @param {Cache} cache @returns {Trace} */
  traceOf(cache) {
    const { n_embd, n_head, block_size } = this.config;
    const { wte, wpe } = this.state_dict;
    const position = cache.length - 1;
    /** @param {Float64Array} rows */
    const perHead = (rows) =>
      Array.from({ length: n_head }, (_, h) =>
        rows.slice(h * block_size, h * block_size + cache.length),
      );
    return {
      token: cache.token,
      position,
      tokenEmbedding: wte.slice(cache.token * n_embd, (cache.token + 1) * n_embd),
      positionEmbedding: wpe.slice(position * n_embd, (position + 1) * n_embd),
      embedding: cache.embedding.slice(),
      norm: cache.norm.slice(),
      layers: cache.layers.map((c) => ({
        attnNorm: c.attnNorm.slice(),
        q: c.q.slice(),
        k: c.k.slice(),
        v: c.v.slice(),
        products: perHead(c.products),
        scores: perHead(c.scores),
        weights: perHead(c.weights),
        blend: c.blend.slice(),
        attnOut: c.attnOut.slice(),
        afterAttention: c.afterAttention.slice(),
        mlpNorm: c.mlpNorm.slice(),
        mlpPre: c.mlpPre.slice(),
        mlpPost: c.mlpPost.slice(),
        mlpOut: c.mlpOut.slice(),
        afterMlp: c.afterMlp.slice(),
      })),
      logits: cache.logits.slice(),
    };
  }
}

/**
 * The mean surprise of the model at a document, in nats per token: -log of the probability it gave
 * to what came next.
 * @param {GPT} model
 * @param {number[]} tokens as `encode` returns them; what does not fit into the block is left out
 * @returns {number}
 */
export function lossOf(model, tokens) {
  const cache = model.start();
  const n = Math.min(model.config.block_size, tokens.length - 1);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    model.forward(cache, tokens[i]);
    sum += -Math.log(softmax(cache.logits)[tokens[i + 1]]);
  }
  return (1 / n) * sum;
}
