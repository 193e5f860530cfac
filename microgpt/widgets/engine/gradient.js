/**
 * The blame of one document, traced back to every weight.
 *
 * Forward is `GPT.forward`, one token after another, each into a cache of its own, so that every
 * number of the document is still there when the blame is traced back. Backward goes through the
 * positions from the last to the first: when a position's turn comes, all later ones have already
 * left in its key and value what they blame on it.
 *
 * `dx` is always d(loss) / d(x). Where a vector is used twice its blame is added up: functions that
 * add say so.
 */

import { GPT } from "./gpt.js";
import { softmaxInto } from "./nn.js";

/** @typedef {import("./gpt.js").Cache} Cache */

// ---- the pieces, backwards ----

/**
 * 1 where relu let a number through, 0 where it stopped one; NaN for NaN.
 * @param {number} x
 */
const reluSlope = (x) => (x > 0 ? 1 : x <= 0 ? 0 : NaN);

/**
 * y = w x. Adds to dx what each row of w blames on x, and to dw the products of blame and input.
 * @param {Float64Array} dy
 * @param {Float64Array} x
 * @param {Float64Array} w
 * @param {Float64Array} dx
 * @param {Float64Array} dw
 */
function linearBack(dy, x, w, dx, dw) {
  const n = x.length;
  for (let row = 0; row < dy.length; row++) {
    const blame = dy[row];
    if (blame === 0) continue; // behind a relu that was shut
    for (let col = 0, i = row * n; col < n; col++, i++) {
      dx[col] += w[i] * blame; // dx = w transposed, times dy
      dw[i] += x[col] * blame; // dw[row][col] = dy[row] x[col]
    }
  }
}

/**
 * y = x / rms(x). Adds dx = (dy - y mean(y dy)) / rms.
 * @param {Float64Array} dy
 * @param {Float64Array} x
 * @param {Float64Array} y
 * @param {Float64Array} dx
 */
function rmsnormBack(dy, x, y, dx) {
  const n = x.length;
  let square = 0;
  let both = 0;
  for (let i = 0; i < n; i++) square += x[i] * x[i];
  for (let i = 0; i < n; i++) both += y[i] * dy[i];
  const scale = 1 / Math.sqrt(square / n + 1e-5);
  for (let i = 0; i < n; i++) dx[i] += scale * (dy[i] - (y[i] * both) / n);
}

// ---- the whole document ----

/**
 * The gradient of the loss of one document with respect to every weight, and the arrays it needs on
 * the way: made once, used for every step.
 *
 *     const gradient = new Gradient(model);
 *     const loss = gradient.of(tokens); // now gradient.grads holds d(loss) / d(weight), in order
 */
export class Gradient {
  /** @param {GPT} model */
  constructor(model) {
    const { n_embd, n_layer, block_size } = model.config;
    const vector = (n = n_embd) => new Float64Array(n);
    this.model = model;
    this.grads = vector(model.weights.length);
    // the gradients under the weights' names
    this.named = new GPT(model.config, model.vocabSize, this.grads, model.without);
    const forEachToken = () => Array.from({ length: block_size }, () => vector());
    // what later positions blame on the keys of a layer
    this.dkeys = Array.from({ length: n_layer }, forEachToken);
    this.dvalues = Array.from({ length: n_layer }, forEachToken);
    this.dlogits = vector(model.vocabSize);
    this.dx = vector();
    this.dnorm = vector();
    this.dhidden = vector(4 * n_embd);
    this.dblend = vector();
    this.dq = vector();
    this.dweights = vector(block_size);
    /** @type {Cache[]} one for each position; all of them share the keys and values */
    this.tape = Array.from({ length: block_size }, () => model.start());
    for (const cache of this.tape) {
      cache.layers.forEach((layer, i) => {
        layer.keys = this.tape[0].layers[i].keys;
        layer.values = this.tape[0].layers[i].values;
      });
    }
    this.probs = Array.from({ length: block_size }, () => vector(model.vocabSize));
  }

  /**
   * The loss of a document, in nats per token, its gradient left in `grads`.
   * @param {number[]} tokens as `encode` returns them
   * @param {(number | null)[]} [targets] what should come next at each position, if not what does;
   *   null where it is not asked, so that the position is only read by later ones
   * @returns {number}
   */
  of(tokens, targets = tokens.slice(1)) {
    const n = Math.min(this.model.config.block_size, tokens.length - 1);
    let [sum, asked] = [0, 0];
    for (let t = 0; t < n; t++) {
      for (let i = 0; i < this.dkeys.length; i++) {
        this.dkeys[i][t].fill(0);
        this.dvalues[i][t].fill(0);
      }
      this.tape[t].length = t;
      this.model.forward(this.tape[t], tokens[t]);
      softmaxInto(this.tape[t].logits, this.probs[t]);
      const target = targets[t];
      if (target === null) continue;
      sum += -Math.log(this.probs[t][target]);
      asked++;
    }
    this.grads.fill(0);
    for (let t = n - 1; t >= 0; t--) this.position(t, targets[t], asked);
    return (1 / asked) * sum;
  }

  /**
   * All that position t is to blame for, when `target` should have come next, at one of `asked`
   * positions.
   * @param {number} t
   * @param {number | null} target
   * @param {number} asked
   */
  position(t, target, asked) {
    const { dlogits, dx, dnorm, model } = this;
    const cache = this.tape[t];
    const layers = cache.layers;
    const { wte, wpe, lm_head } = this.named.state_dict;
    const probs = this.probs[t];
    // d(-log p) / d(logit) = p - 1 where it was right, p elsewhere
    for (let i = 0; i < probs.length; i++)
      dlogits[i] = target === null ? 0 : (probs[i] - (i === target ? 1 : 0)) / asked;
    dx.fill(0);
    linearBack(dlogits, layers[layers.length - 1].afterMlp, model.state_dict.lm_head, dx, lm_head);
    for (let i = layers.length - 1; i >= 0; i--)
      this.layer(i, t, i > 0 ? layers[i - 1].afterMlp : cache.norm);
    dnorm.fill(0);
    this.normBack(dx, cache.embedding, cache.norm, dnorm);
    const [token, position] = [cache.token * dx.length, t * dx.length];
    for (let j = 0; j < dx.length; j++) wte[token + j] += dnorm[j];
    if (model.without !== "position")
      for (let j = 0; j < dx.length; j++) wpe[position + j] += dnorm[j];
  }

  /**
   * Turns this.dx, the blame on what layer i gave, into the blame on `x`, what came in.
   * @param {number} i
   * @param {number} t
   * @param {Float64Array} x
   */
  layer(i, t, x) {
    const { without } = this.model;
    if (without !== "mlp") this.mlpBack(i, t);
    if (without !== "attention") this.attentionBack(i, t, x);
  }

  /**
   * The MLP adds its result to what came in, so the blame goes past it unchanged and gains what
   * comes back through it.
   * @param {number} i
   * @param {number} t
   */
  mlpBack(i, t) {
    const { dx, dnorm, dhidden } = this;
    const { without, layers } = this.model;
    const w = layers[i];
    const dw = this.named.layers[i];
    const c = this.tape[t].layers[i];
    dhidden.fill(0);
    linearBack(dx, c.mlpPost, w.fc2, dhidden, dw.fc2);
    if (without !== "relu")
      for (let j = 0; j < dhidden.length; j++) dhidden[j] *= reluSlope(c.mlpPre[j]);
    dnorm.fill(0);
    linearBack(dhidden, c.mlpNorm, w.fc1, dnorm, dw.fc1);
    if (without === "residual") dx.fill(0); // nothing goes past
    this.normBack(dnorm, c.afterAttention, c.mlpNorm, dx);
  }

  /**
   * So does attention.
   * @param {number} i
   * @param {number} t
   * @param {Float64Array} x
   */
  attentionBack(i, t, x) {
    const { dx, dnorm, dblend, dq } = this;
    const w = this.model.layers[i];
    const dw = this.named.layers[i];
    const c = this.tape[t].layers[i];
    dblend.fill(0);
    linearBack(dx, c.blend, w.wo, dblend, dw.wo);
    dq.fill(0);
    this.headsBack(i, t);
    dnorm.fill(0);
    linearBack(this.dvalues[i][t], c.attnNorm, w.wv, dnorm, dw.wv);
    linearBack(this.dkeys[i][t], c.attnNorm, w.wk, dnorm, dw.wk);
    linearBack(dq, c.attnNorm, w.wq, dnorm, dw.wq);
    if (this.model.without === "residual") dx.fill(0);
    this.normBack(dnorm, x, c.attnNorm, dx);
  }

  /**
   * y = norm(x). Adds to dx.
   * @param {Float64Array} dy
   * @param {Float64Array} x
   * @param {Float64Array} y
   * @param {Float64Array} dx
   */
  normBack(dy, x, y, dx) {
    if (this.model.without !== "norm") return rmsnormBack(dy, x, y, dx);
    for (let i = 0; i < dx.length; i++) dx[i] += dy[i];
  }

  /**
   * From the blend back to the query, and to the key and value of every token so far.
   * @param {number} i
   * @param {number} t
   */
  headsBack(i, t) {
    const { dblend, dq, dweights } = this;
    const { n_embd, n_head, block_size } = this.model.config;
    const { scale } = this.model;
    const { q, keys, values, weights } = this.tape[t].layers[i];
    const headDim = n_embd / n_head;
    for (let h = 0; h < n_head; h++) {
      const head = h * headDim;
      const row = h * block_size;
      let mean = 0;
      for (let s = 0; s <= t; s++) {
        const dvalue = this.dvalues[i][s];
        const share = weights[row + s];
        let sum = 0;
        for (let j = head; j < head + headDim; j++) {
          sum += values[s * n_embd + j] * dblend[j]; // blend = sum of weight x value
          dvalue[j] += share * dblend[j];
        }
        dweights[s] = sum;
        mean += share * sum;
      }
      for (let s = 0; s <= t; s++) {
        const dkey = this.dkeys[i][s];
        // softmax: a share grows only at the others' cost
        const dscore = weights[row + s] * (dweights[s] - mean) * scale;
        for (let j = head; j < head + headDim; j++) {
          dq[j] += keys[s * n_embd + j] * dscore; // score = q k / sqrt(headDim)
          dkey[j] += q[j] * dscore;
        }
      }
    }
  }
}
