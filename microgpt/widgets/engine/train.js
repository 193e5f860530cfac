/**
 * Training in JavaScript: the same draws, losses and adjustments as `microgpt/training.py` and
 * `microgpt/optim.py`.
 *
 * Forward is `GPT.forward`, one token after another, each into a cache of its own, so that every
 * number of the document is still there when the blame is traced back. Backward goes through the
 * positions from the last to the first: when a position's turn comes, all later ones have already
 * left in its key and value what they blame on it.
 *
 * `dx` is always d(loss) / d(x). Where a vector is used twice its blame is added up: functions that
 * add say so.
 */
import { GPT, Tokenizer, lossOf, parameterCount, softmaxInto } from "./gpt.js";
import { Random } from "./random.js";

/** @typedef {import("./gpt.js").Config} Config */
/** @typedef {import("./gpt.js").Cache} Cache */
/**
 * @typedef {{ step: number, loss: number, lr: number, heldOut?: number,
 *   weights?: Float64Array }} Step
 *   as in Python; `heldOut`, and a copy of the `weights` after it, where they were asked for
 */
/** @typedef {{ state: Uint32Array, index: number, nextGauss: number | null }} RandomState */
/**
 * @typedef {{ steps: number, weights: Float64Array, m: Float64Array, v: Float64Array,
 *   random: RandomState }} Snapshot
 */

/**
 * What a run is made of. `docs` are shuffled by the seed and taken one for each step, from the
 * front again after the last; `steps` is how many the learning rate needs to fall from
 * `learningRate` to 0. `heldOut` documents are never trained on.
 * @typedef {{ docs: string[], heldOut?: string[], seed?: number, config?: Config, steps?: number,
 *   optimiser?: "adam" | "sgd", learningRate?: number }} TrainingOptions
 */

const CONFIG = { n_layer: 1, n_embd: 16, n_head: 4, block_size: 16 };
const LEARNING_RATE = { adam: 0.01, sgd: 0.1 };

/**
 * New weights, matrix by matrix, row by row: normal deviates of 0.08.
 * @param {Random} random
 * @param {Config} config
 * @param {number} vocabSize
 */
export function initialise(random, config, vocabSize) {
  return Float64Array.from({ length: parameterCount(config, vocabSize) }, () =>
    random.gauss(0, 0.08),
  );
}

/**
 * Every character of the documents once, in the order of their code points.
 * @param {string[]} docs
 */
function characters(docs) {
  const chars = /** @type {Set<string>} */ (new Set());
  for (const doc of docs) for (const char of doc) chars.add(char);
  const code = (/** @type {string} */ char) => char.codePointAt(0) ?? 0;
  return [...chars].sort((a, b) => code(a) - code(b));
}

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
 *     const gradient = new Gradient(model); const loss = gradient.of(tokens); // now gradient.grads
 *     holds d(loss) / d(weight), in the order of model.weights
 */
export class Gradient {
  /** @param {GPT} model */
  constructor(model) {
    const { n_embd, n_layer, block_size } = model.config;
    const vector = (n = n_embd) => new Float64Array(n);
    this.model = model;
    this.grads = vector(model.weights.length);
    // the gradients under the weights' names
    this.named = new GPT(model.config, model.vocabSize, this.grads);
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
   * @returns {number}
   */
  of(tokens) {
    const n = Math.min(this.model.config.block_size, tokens.length - 1);
    let sum = 0;
    for (let t = 0; t < n; t++) {
      for (let i = 0; i < this.dkeys.length; i++) {
        this.dkeys[i][t].fill(0);
        this.dvalues[i][t].fill(0);
      }
      this.tape[t].length = t;
      this.model.forward(this.tape[t], tokens[t]);
      softmaxInto(this.tape[t].logits, this.probs[t]);
      sum += -Math.log(this.probs[t][tokens[t + 1]]);
    }
    this.grads.fill(0);
    for (let t = n - 1; t >= 0; t--) this.position(t, tokens[t + 1], n);
    return (1 / n) * sum;
  }

  /**
   * All that position t is to blame for, when `target` should have come next.
   * @param {number} t
   * @param {number} target
   * @param {number} n
   */
  position(t, target, n) {
    const { dlogits, dx, dnorm, model } = this;
    const cache = this.tape[t];
    const layers = cache.layers;
    const { wte, wpe, lm_head } = this.named.state_dict;
    const probs = this.probs[t];
    // d(-log p) / d(logit) = p - 1 where it was right, p elsewhere
    for (let i = 0; i < probs.length; i++) dlogits[i] = (probs[i] - (i === target ? 1 : 0)) / n;
    dx.fill(0);
    linearBack(dlogits, layers[layers.length - 1].afterMlp, model.state_dict.lm_head, dx, lm_head);
    for (let i = layers.length - 1; i >= 0; i--)
      this.layer(i, t, i > 0 ? layers[i - 1].afterMlp : cache.norm);
    dnorm.fill(0);
    rmsnormBack(dx, cache.embedding, cache.norm, dnorm);
    const [token, position] = [cache.token * dx.length, t * dx.length];
    for (let j = 0; j < dx.length; j++) {
      wte[token + j] += dnorm[j];
      wpe[position + j] += dnorm[j];
    }
  }

  /**
   * Turns this.dx, the blame on what layer i gave, into the blame on `x`, what came in. Both halves
   * add their result to what came in, so the blame goes past each half unchanged and gains what
   * comes back through it.
   * @param {number} i
   * @param {number} t
   * @param {Float64Array} x
   */
  layer(i, t, x) {
    const { dx, dnorm, dhidden, dblend, dq } = this;
    const w = this.model.layers[i];
    const dw = this.named.layers[i];
    const c = this.tape[t].layers[i];
    dhidden.fill(0);
    linearBack(dx, c.mlpPost, w.fc2, dhidden, dw.fc2);
    for (let j = 0; j < dhidden.length; j++) dhidden[j] *= reluSlope(c.mlpPre[j]);
    dnorm.fill(0);
    linearBack(dhidden, c.mlpNorm, w.fc1, dnorm, dw.fc1);
    rmsnormBack(dnorm, c.afterAttention, c.mlpNorm, dx);

    dblend.fill(0);
    linearBack(dx, c.blend, w.wo, dblend, dw.wo);
    dq.fill(0);
    this.attention(i, t);
    dnorm.fill(0);
    linearBack(this.dvalues[i][t], c.attnNorm, w.wv, dnorm, dw.wv);
    linearBack(this.dkeys[i][t], c.attnNorm, w.wk, dnorm, dw.wk);
    linearBack(dq, c.attnNorm, w.wq, dnorm, dw.wq);
    rmsnormBack(dnorm, x, c.attnNorm, dx);
  }

  /**
   * From the blend back to the query, and to the key and value of every token so far.
   * @param {number} i
   * @param {number} t
   */
  attention(i, t) {
    const { dblend, dq, dweights } = this;
    const { n_embd, n_head, block_size } = this.model.config;
    const { q, keys, values, weights } = this.tape[t].layers[i];
    const headDim = n_embd / n_head;
    const scale = 1 / Math.sqrt(headDim);
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

// ---- the run ----

/**
 * One run: the documents shuffled, the weights drawn, and as many steps as are asked for.
 * Everything follows from the options. `model` shares the weights that the steps change; `random`
 * is the generator as the start left it, from which Python's runs draw their samples at the end.
 *
 *     const training = new Training({ docs: ["emma", "ava"], steps: 20 });
 *     while (!training.done) console.log(training.step().loss);
 */
export class Training {
  /** @param {TrainingOptions} options */
  constructor({
    docs,
    heldOut = [],
    seed = 42,
    config = CONFIG,
    steps = 1000,
    optimiser = "adam",
    learningRate = LEARNING_RATE[optimiser],
  }) {
    if (docs.length === 0) throw new Error("There is no document to train on.");
    if (!(Number.isInteger(steps) && steps > 0))
      throw new Error(`The number of steps is a whole number above 0, not ${steps}.`);
    if (!(optimiser in LEARNING_RATE))
      throw new Error(`The optimiser is "adam" or "sgd", not ${JSON.stringify(optimiser)}.`);
    if (!Number.isFinite(learningRate))
      throw new Error(`The learning rate is a number, not ${learningRate}.`);
    for (const [name, size] of Object.entries(config)) {
      if (!(Number.isInteger(size) && size > 0))
        throw new Error(`${name} is a whole number above 0, not ${size}.`);
    }
    const chars = characters([...docs, ...heldOut]);
    if (chars.length === 0) throw new Error("There is no character to learn from.");
    this.random = new Random(seed);
    this.docs = docs.slice();
    this.random.shuffle(this.docs);
    this.tokenizer = new Tokenizer(chars);
    this.model = new GPT(
      config,
      this.tokenizer.size,
      initialise(this.random, config, this.tokenizer.size),
    );
    this.gradient = new Gradient(this.model);
    this.heldOut = heldOut;
    this.steps = steps;
    this.optimiser = optimiser;
    this.learningRate = learningRate;
    this.stepsDone = 0;
    /** Adam's running averages: of the gradient, and of its square. */
    this.m = new Float64Array(this.model.weights.length);
    this.v = new Float64Array(this.model.weights.length);
  }

  /** Are all steps done? */
  get done() {
    return this.stepsDone >= this.steps;
  }

  /**
   * One document: predict, trace the blame, adjust. The loss is that before the adjustment.
   * @returns {Step}
   */
  step() {
    if (this.done) throw new Error(`All ${this.steps} steps are done.`);
    const lr = this.learningRate * (1 - this.stepsDone / this.steps);
    const loss = this.gradient.of(
      this.tokenizer.encode(this.docs[this.stepsDone % this.docs.length]),
    );
    this.stepsDone++;
    if (this.optimiser === "adam") this.adam(lr);
    else this.sgd(lr);
    return { step: this.stepsDone, loss, lr };
  }

  /**
   * @param {number} lr
   * @param {number} beta1
   * @param {number} beta2
   * @param {number} eps
   */
  adam(lr, beta1 = 0.85, beta2 = 0.99, eps = 1e-8) {
    const { m, v } = this;
    const { weights } = this.model;
    const { grads } = this.gradient;
    const new1 = 1 - beta1;
    const new2 = 1 - beta2;
    const correction1 = 1 - beta1 ** this.stepsDone;
    const correction2 = 1 - beta2 ** this.stepsDone; // the averages began at 0
    for (let i = 0; i < weights.length; i++) {
      const g = grads[i];
      m[i] = beta1 * m[i] + new1 * g;
      v[i] = beta2 * v[i] + new2 * (g * g);
      weights[i] -= (lr * (m[i] / correction1)) / (Math.sqrt(v[i] / correction2) + eps);
    }
  }

  /** @param {number} lr */
  sgd(lr) {
    const { weights } = this.model;
    const { grads } = this.gradient;
    for (let i = 0; i < weights.length; i++) weights[i] -= lr * grads[i];
  }

  /**
   * The mean surprise at the documents held out, in nats per token, every token counted alike; NaN
   * when there are none.
   * @returns {number}
   */
  heldOutLoss() {
    let sum = 0;
    let count = 0;
    for (const doc of this.heldOut) {
      const tokens = this.tokenizer.encode(doc);
      const n = Math.min(this.model.config.block_size, tokens.length - 1);
      sum += n * lossOf(this.model, tokens);
      count += n;
    }
    return sum / count;
  }

  /** All that changes in a run, to go back to. @returns {Snapshot} */
  snapshot() {
    const { state, index, nextGauss } = this.random;
    return {
      steps: this.stepsDone,
      weights: this.model.weights.slice(),
      m: this.m.slice(),
      v: this.v.slice(),
      random: { state: state.slice(), index, nextGauss },
    };
  }

  /** Back to a snapshot of this run; `model` stays the same object. @param {Snapshot} snapshot */
  restore({ steps, weights, m, v, random }) {
    this.model.weights.set(weights);
    this.m.set(m);
    this.v.set(v);
    this.random.state.set(random.state);
    Object.assign(this.random, { index: random.index, nextGauss: random.nextGauss });
    this.stepsDone = steps;
  }
}
