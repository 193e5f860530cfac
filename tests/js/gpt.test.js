import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { GPT, lossOf } from "../../microgpt/widgets/engine/gpt.js";
import { entropyOf, softmax } from "../../microgpt/widgets/engine/nn.js";
import {
  decodeFloats,
  parameterCount,
  parameterShapes,
} from "../../microgpt/widgets/engine/parameters.js";
import { sample } from "../../microgpt/widgets/engine/sampling.js";
import { Tokenizer } from "../../microgpt/widgets/engine/tokenizer.js";
import { Random } from "../../microgpt/widgets/engine/random.js";

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const models = read("./cases/gpt.json"); // all three written by tests/unit/test_js_engine.py
const names = read("./cases/reference.json");
const samples = read("./cases/samples.json");
const reference = read("../reference/run.json");

const letters = new Tokenizer("abcdefghijklmnopqrstuvwxyz");
const trained = new GPT(reference.config, 27, decodeFloats(reference.final_params));

/**
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
function same(a, b, tolerance = 1e-12) {
  assert.equal(a.length, b.length);
  for (let i = 0; i < a.length; i++)
    assert.ok(Math.abs(a[i] - b[i]) <= tolerance, `number ${i}: ${a[i]} is not ${b[i]}`);
}

/**
 * The logits after the last token.
 * @param {GPT} model
 * @param {number[]} tokens
 */
function lastLogits(model, tokens) {
  const cache = model.start();
  return (
    tokens
      .slice(0, model.config.block_size)
      .map((t) => model.step(cache, t))
      .at(-1) ?? []
  );
}

/** A model as the Python side made it: uniform weights from the seed. @param {any} c */
function randomModel(c) {
  const r = new Random(c.seed);
  return new GPT(
    c.config,
    c.vocab,
    Float64Array.from({ length: c.count }, () => r.uniform(-c.scale, c.scale)),
  );
}

test("base64 to floats, lowest byte first", () => {
  // struct.pack("<3d", 1, -2, 0.1)
  assert.deepEqual([...decodeFloats("AAAAAAAA8D8AAAAAAAAAwJqZmZmZmbk/")], [1, -2, 0.1]);
});

test("the reference's matrices: names, order, sizes", () => {
  const shapes = parameterShapes(reference.config, 27);
  assert.deepEqual(
    shapes.map((s) => s.name),
    [
      "wte",
      "wpe",
      "lm_head",
      "layer0.attn_wq",
      "layer0.attn_wk",
      "layer0.attn_wv",
      "layer0.attn_wo",
      "layer0.mlp_fc1",
      "layer0.mlp_fc2",
    ],
  );
  assert.deepEqual(
    shapes.map((s) => s.rows * s.cols),
    [432, 256, 432, 256, 256, 256, 256, 1024, 1024],
  );
  assert.deepEqual(shapes.at(-1), { name: "layer0.mlp_fc2", rows: 16, cols: 64, offset: 3168 });
  assert.equal(parameterCount(reference.config, 27), 4192);
  assert.equal(parameterCount({ ...reference.config, n_embd: 32 }, 27), 14528);
});

for (const c of models) {
  test(`logits and losses are Python's: ${JSON.stringify(c.config)}, ${c.vocab} tokens`, () => {
    const model = randomModel(c);
    for (const d of c.documents) {
      same(lastLogits(model, d.tokens), d.logits);
      same([lossOf(model, d.tokens)], [d.loss]);
    }
  });
}

test(`the reference's trained weights on ${names.length} names`, () => {
  for (const { name, loss, logits } of names) {
    same(lastLogits(trained, letters.encode(name)), logits);
    same([lossOf(trained, letters.encode(name))], [loss]);
  }
});

test("the reference's 20 names, drawn with the state its generator has after training", () => {
  const r = new Random(reference.config.seed);
  const order = Array.from({ length: reference.config.num_docs }, (_, i) => i);
  r.shuffle(order);
  const initial = Float64Array.from({ length: 4192 }, () => r.gauss(0, reference.config.init_std));
  same(
    [lossOf(new GPT(reference.config, 27, initial), letters.encode(reference.first_docs[0]))],
    [reference.losses[0]],
  );
  assert.deepEqual(
    Array.from({ length: 20 }, () => sample(trained, letters, r)),
    reference.samples,
  );
});

for (const { seed, temperature, prefix, texts } of samples) {
  test(`seed ${seed}, temperature ${temperature}, prefix "${prefix}": Python's texts`, () => {
    const r = new Random(seed);
    assert.deepEqual(
      texts.map(() => sample(trained, letters, r, { temperature, prefix })),
      texts,
    );
  });
}

test("a trace holds every number of the step, and the same logits", () => {
  for (const c of models) {
    const model = randomModel(c);
    const { n_head, n_embd, n_layer } = model.config;
    const [plain, traced] = [model.start(), model.start()];
    c.documents[2].tokens
      .slice(0, model.config.block_size)
      .forEach((/** @type {number} */ token, /** @type {number} */ position) => {
        const logits = model.step(plain, token);
        const t = model.step(traced, token, { trace: true });
        same(t.logits, logits, 0);
        assert.deepEqual([t.token, t.position, t.layers.length], [token, position, n_layer]);
        same(
          t.embedding,
          t.tokenEmbedding.map((x, i) => x + t.positionEmbedding[i]),
          0,
        );
        let x = t.norm;
        for (const layer of t.layers) {
          assert.equal(layer.weights.length, n_head);
          layer.weights.forEach((w, h) => same(w, softmax(layer.scores[h]), 0));
          layer.weights.forEach((w) => assert.equal(w.length, position + 1));
          same(
            layer.afterAttention,
            x.map((v, i) => layer.attnOut[i] + v),
            0,
          );
          same(
            layer.mlpPost,
            layer.mlpPre.map((v) => Math.max(0, v)),
            0,
          );
          assert.equal(layer.mlpPre.length, 4 * n_embd);
          same(
            layer.afterMlp,
            layer.mlpOut.map((v, i) => layer.afterAttention[i] + v),
            0,
          );
          // the first token can only attend to itself
          if (position === 0) same(layer.blend, layer.v, 0);
          x = layer.afterMlp;
        }
      });
  }
});

test("what a step returns stays as it is; caches are independent", () => {
  const [a, b] = [trained.start(), trained.start()];
  const first = trained.step(a, letters.BOS);
  const copy = [...first];
  trained.step(a, 0);
  same(first, copy, 0);
  same(trained.step(b, letters.BOS), copy, 0);
  assert.deepEqual([a.length, b.length], [2, 1]);
});

test("changing a weight through state_dict changes the model", () => {
  const model = new GPT(trained.config, 27, trained.weights.slice());
  model.state_dict.lm_head.fill(0);
  same(model.step(model.start(), 0), new Float64Array(27), 0);
});

test("softmax: sums to 1, ignores a shift, survives extremes", () => {
  const logits = [1, 2, 3, 0];
  same([softmax(logits).reduce((a, b) => a + b)], [1]);
  same(softmax(logits), softmax(logits.map((x) => x + 64)), 1e-15);
  same(softmax([1000, -1000, 1e308]), [0, 0, 1], 0);
  same(softmax(logits, 0.5), softmax(logits.map((x) => x / 0.5)), 1e-15);
  same(softmax(logits, 0), [0, 0, 1, 0], 0);
  same(softmax([5, 5], 0), [0.5, 0.5], 0);
  same(softmax(logits, 5e-324), [0, 0, 1, 0], 0);
  same(softmax(logits, Infinity), [0.25, 0.25, 0.25, 0.25], 0);
  same(softmax([0, -Infinity]), [1, 0], 0);
  assert.throws(() => softmax(logits, -1), /temperature/);
  assert.throws(() => softmax(logits, NaN), /temperature/);
});

test("entropy: 0 when sure, the log of the number of equal chances", () => {
  assert.equal(entropyOf([0, 1, 0]), 0);
  assert.equal(entropyOf([0.25, 0.25, 0.25, 0.25]), Math.log(4));
  same([entropyOf(new Float64Array(27).fill(1 / 27))], [Math.log(27)]);
});

test("tokenizer: ids and back, BOS, and a clear word about what it does not know", () => {
  assert.deepEqual([letters.BOS, letters.size], [26, 27]);
  assert.deepEqual(letters.encode("emma"), [26, 4, 12, 12, 0, 26]);
  assert.equal(letters.decode(letters.encode("emma")), "emma");
  assert.throws(() => letters.encode("em!ma"), {
    message: 'The model does not know "!", character 3 of "em!ma".',
  });
  assert.throws(() => letters.encode("a🙂b"), /"🙂", character 2/);
  assert.deepEqual(new Tokenizer("a🙂b").encode("🙂"), [3, 1, 3]);
  assert.throws(() => new Tokenizer("aba"), /different/);
});

test("a sample starts with its prefix and ends with the block", () => {
  const r = new Random(3);
  for (let i = 0; i < 50; i++)
    assert.match(sample(trained, letters, r, { prefix: "em" }), /^em[a-z]{0,14}$/);
  for (let i = 0; i < 50; i++)
    assert.match(sample(trained, letters, r, { temperature: 1000 }), /^[a-z]{0,16}$/);
  const sixteen = "abcdefghijklmnop";
  assert.equal(sample(trained, letters, r, { prefix: sixteen }), sixteen);
  assert.throws(
    () => sample(trained, letters, r, { prefix: sixteen + "q" }),
    /17 characters; the model can take 16/,
  );
  assert.equal(
    sample(trained, letters, r, { temperature: 0 }),
    sample(trained, letters, r, { temperature: 0 }),
  );
});

test("what makes no sense is said in a sentence", () => {
  const cache = trained.start();
  assert.throws(() => trained.step(cache, 27), /no token 27: ids go from 0 to 26/);
  assert.throws(() => trained.step(cache, -1), /no token/);
  for (let i = 0; i < 16; i++) trained.step(cache, 0);
  assert.throws(() => trained.step(cache, 0), /at most 16 tokens/);
  assert.throws(() => new GPT(trained.config, 27, new Float64Array(5)), /4192 weights, not 5/);
  assert.throws(() => new GPT({ ...trained.config, n_head: 5 }, 27, trained.weights), /5 heads/);
});
