import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { GPT, lossOf } from "../../microgpt/widgets/engine/gpt.js";
import {
  decodeFloats,
  initialise,
  parameterCount,
} from "../../microgpt/widgets/engine/parameters.js";
import { sample } from "../../microgpt/widgets/engine/sampling.js";
import { Random } from "../../microgpt/widgets/engine/random.js";
import { Gradient } from "../../microgpt/widgets/engine/gradient.js";
import { Training } from "../../microgpt/widgets/engine/train.js";
import { startTrainer } from "../../microgpt/widgets/engine/trainer.js";
import { serve } from "../../microgpt/widgets/engine/worker.js";

/** @param {string | URL} path */
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
// both written by tests/unit/test_js_training.py
const gradients = read("./cases/train_gradients.json");
const runs = read("./cases/train_runs.json");
const reference = read("../reference/run.json");
const canonical = read("../../microgpt/datasets/canonical.json");

/**
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 * @param {number} tolerance
 */
function same(a, b, tolerance) {
  assert.equal(a.length, b.length);
  for (let i = 0; i < a.length; i++)
    assert.ok(Math.abs(a[i] - b[i]) <= tolerance, `number ${i}: ${a[i]} is not ${b[i]}`);
}

/**
 * @param {Training} training
 * @param {number} n
 */
const losses = (training, n) => Array.from({ length: n }, () => training.step().loss);
/**
 * @param {Training} training
 * @param {number} n
 */
const samples = (training, n) =>
  Array.from({ length: n }, () => sample(training.model, training.tokenizer, training.random));

// ---- the same as Python ----

test(`gradients are Python's on ${gradients.length} random models`, () => {
  for (const c of gradients) {
    const r = new Random(c.seed);
    const weights = Float64Array.from({ length: parameterCount(c.config, c.vocab) }, () =>
      r.uniform(-c.scale, c.scale),
    );
    const gradient = new Gradient(new GPT(c.config, c.vocab, weights));
    for (let times = 0; times < 2; times++) {
      // nothing is left over from the first time
      same([gradient.of(c.tokens)], [c.loss], 1e-12);
      same(gradient.grads, decodeFloats(c.grads), 1e-10);
    }
  }
});

test("a weight that is no number shows: the loss and all gradients are none, as in Python", () => {
  const { config, vocab, seed, scale } = gradients[0];
  const r = new Random(seed);
  const weights = Float64Array.from({ length: parameterCount(config, vocab) }, () =>
    r.uniform(-scale, scale),
  );
  const model = new GPT(config, vocab, weights);
  model.state_dict["layer0.mlp_fc1"][1] = NaN; // the model's relu stands right behind it
  const gradient = new Gradient(model);
  assert.ok(Number.isNaN(gradient.of([vocab - 1, 0, vocab - 1])));
  for (const name of ["lm_head", "layer0.attn_wq", "layer0.mlp_fc1", "layer0.mlp_fc2"])
    assert.ok(gradient.named.state_dict[name].every(Number.isNaN), name);
});

test("gradients are slopes: a small change of any weight changes the loss by that much", () => {
  const { config, vocab, seed, scale, tokens } = gradients[0];
  const r = new Random(seed);
  const model = new GPT(
    config,
    vocab,
    Float64Array.from({ length: parameterCount(config, vocab) }, () => r.uniform(-scale, scale)),
  );
  const gradient = new Gradient(model);
  gradient.of(tokens);
  for (let i = 0; i < model.weights.length; i++) {
    const [w, h] = [model.weights[i], 1e-6];
    model.weights[i] = w + h;
    const up = lossOf(model, tokens);
    model.weights[i] = w - h;
    const slope = (up - lossOf(model, tokens)) / (2 * h);
    model.weights[i] = w;
    assert.ok(
      Math.abs(slope - gradient.grads[i]) < 1e-7,
      `weight ${i}: ${slope} is not ${gradient.grads[i]}`,
    );
  }
});

for (const { chars, losses: expected, rates, weights, samples: texts, ...options } of runs) {
  test(`a run is Python's: seed ${options.seed}, ${options.optimiser}`, () => {
    const training = new Training(options);
    const records = Array.from({ length: options.steps }, () => training.step());
    assert.equal(training.tokenizer.chars.join(""), chars);
    assert.deepEqual(
      records.map((r) => r.step),
      records.map((_, i) => i + 1),
    );
    same(
      records.map((r) => r.loss),
      expected,
      1e-10,
    );
    same(
      records.map((r) => r.lr),
      rates,
      0,
    );
    same(training.model.weights, decodeFloats(weights), 1e-10);
    assert.deepEqual(samples(training, 5), texts);
  });
}

test("the first 50 losses of the reference run", () => {
  const { seed, num_docs, num_steps } = reference.config;
  const order = Array.from({ length: num_docs }, (_, i) => i);
  new Random(seed).shuffle(order); // which draws are made depends only on the number of lines
  const docs = Array(num_docs).fill("abcdefghijklmnopqrstuvwxyz");
  reference.first_docs.forEach((/** @type {string} */ doc, /** @type {number} */ i) => {
    docs[order[i]] = doc;
  });
  same(
    losses(new Training({ docs, seed, steps: num_steps }), 50),
    reference.losses.slice(0, 50),
    1e-9,
  );
});

const beside = new URL("../../../shared/data/names.txt", import.meta.url);
const list = [process.env.MICROGPT_NAMES, beside].find((path) => path && existsSync(path));

test(
  "the whole reference run: 1,000 losses, all weights, 20 names",
  {
    skip:
      !list &&
      "THE WHOLE REFERENCE RUN WAS NOT TESTED: " +
        "set MICROGPT_NAMES to a copy of makemore's names.txt",
  },
  () => {
    const docs = readFileSync(/** @type {string} */ (list), "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    const training = new Training({ docs });
    same(losses(training, 1000), reference.losses, 1e-9);
    same(training.model.weights, decodeFloats(reference.final_params), 1e-9);
    assert.deepEqual(samples(training, 20), reference.samples);
  },
);

test("the course's own run on the built-in list: 1,000 losses, all weights, 20 names", () => {
  const training = new Training({
    docs: names.split(" "),
    seed: canonical.seed,
    steps: canonical.steps,
    config: canonical.config,
  });
  same(losses(training, 1000), canonical.losses, 1e-9);
  same(training.model.weights, decodeFloats(canonical.weights), 1e-9);
  assert.deepEqual(samples(training, 20), canonical.samples);
});

// ---- the run as an object ----

const DOCS = ["emma", "ava", "olivia", "mia"];
const CONFIG = { n_layer: 2, n_embd: 8, n_head: 2, block_size: 6 };

test("the weights to begin with: gauss(0, 0.08), one after another", () => {
  const r = new Random(7);
  assert.deepEqual(
    [...initialise(new Random(7), CONFIG, 5)],
    Array.from({ length: parameterCount(CONFIG, 5) }, () => r.gauss(0, 0.08)),
  );
});

test("back to a snapshot: the same steps and names again, on the same model object", () => {
  const training = new Training({ docs: DOCS, config: CONFIG, steps: 40 });
  const { model } = training;
  losses(training, 10);
  const middle = training.snapshot();
  const rest = losses(training, 30);
  const drawn = samples(training, 4);
  const weights = model.weights.slice();
  assert.ok(training.done);
  assert.throws(() => training.step(), /All 40 steps are done/);
  training.restore(middle);
  assert.equal(training.done, false);
  assert.deepEqual(losses(training, 30), rest);
  assert.deepEqual(samples(training, 4), drawn);
  assert.equal(training.model, model);
  same(model.weights, weights, 0);
});

test("the caller's list stays as it was, and every array is made once", () => {
  const docs = DOCS.slice();
  const training = new Training({ docs, config: CONFIG });
  const arrays = () => [training.gradient.grads, training.m, training.v, training.model.weights];
  const before = arrays();
  losses(training, 20);
  assert.deepEqual(docs, DOCS);
  arrays().forEach((array, i) => assert.equal(array, before[i]));
});

test("held-out loss: every token counts alike, and nothing is learned from it", () => {
  const options = { docs: DOCS, config: CONFIG, steps: 30 };
  const training = new Training({ ...options, heldOut: ["liam", "eve"] });
  // every letter of both lists has an id
  assert.equal(training.tokenizer.chars.join(""), "aeilmov");
  const of = (/** @type {string} */ doc) => lossOf(training.model, training.tokenizer.encode(doc));
  same([training.heldOutLoss()], [(5 * of("liam") + 4 * of("eve")) / 9], 1e-15);
  const before = training.model.weights.slice();
  training.heldOutLoss();
  same(training.model.weights, before, 0);
  assert.ok(Number.isNaN(new Training(options).heldOutLoss()));
});

test("a learning rate far too high breaks the run, not the page", () => {
  const training = new Training({
    docs: DOCS,
    config: CONFIG,
    optimiser: "sgd",
    learningRate: 1e300,
  });
  assert.ok(losses(training, 10).some((loss) => !Number.isFinite(loss)));
});

test("what makes no sense is said in a sentence", () => {
  const wrong = (/** @type {any} */ options) => () => new Training({ docs: DOCS, ...options });
  assert.throws(wrong({ docs: [] }), { message: "There is no document to train on." });
  assert.throws(wrong({ docs: ["", ""] }), /no character/);
  assert.throws(wrong({ steps: 0 }), /steps .* not 0/);
  assert.throws(wrong({ learningRate: NaN }), /learning rate .* NaN/);
  assert.throws(wrong({ optimiser: "adamw" }), /"adam" or "sgd", not "adamw"/);
  assert.throws(wrong({ config: { ...CONFIG, n_layer: 1.5 } }), /n_layer .* not 1.5/);
  assert.throws(wrong({ config: { ...CONFIG, n_head: 3 } }), /3 heads/);
  assert.throws(wrong({ seed: 0.5 }), /seed/);
});

// ---- the trainer, here without a worker ----

const OPTIONS = { docs: DOCS, config: CONFIG, steps: 300 };
const expected = losses(new Training(OPTIONS), 300);
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A trainer and what it has said; `end` resolves when the run is done. @param {any} [options] */
function heard(options = {}) {
  const said = {
    records: /** @type {any[]} */ ([]),
    batches: 0,
    done: 0,
    errors: /** @type {string[]} */ ([]),
  };
  let finish = () => {};
  const end = new Promise((resolve) => {
    finish = () => resolve(null);
  });
  const trainer = startTrainer({
    ...OPTIONS,
    ...options,
    onRecords: (records) => {
      said.records.push(...records);
      said.batches++;
    },
    onDone: () => {
      said.done++;
      finish();
    },
    onError: (message) => said.errors.push(message),
  });
  return { trainer, said, end };
}

test("a trainer does nothing before it is asked, then all steps, then says so once", async () => {
  const { trainer, said, end } = heard();
  await wait(30);
  assert.equal(said.batches, 0);
  trainer.run();
  await end;
  assert.deepEqual(
    said.records.map((r) => r.step),
    expected.map((_, i) => i + 1),
  );
  assert.deepEqual(
    said.records.map((r) => r.loss),
    expected,
  );
  trainer.run();
  trainer.step();
  await wait(30);
  assert.deepEqual([said.done, said.records.length, said.errors], [1, 300, []]);
  trainer.stop();
});

test("steps, weights after them, rewind, and the same run again", async () => {
  const { trainer, said, end } = heard();
  const first = await trainer.weights();
  trainer.step(7);
  while (said.records.length < 7) await wait(5);
  await wait(20);
  assert.equal(said.records.length, 7);
  const training = new Training(OPTIONS);
  same(first, training.model.weights, 0);
  losses(training, 7);
  same(await trainer.weights(), training.model.weights, 0);
  trainer.run();
  trainer.rewind();
  said.records.length = 0;
  await wait(30);
  assert.deepEqual(said.records, []);
  same(await trainer.weights(), first, 0);
  trainer.run();
  await end;
  assert.deepEqual(
    said.records.map((r) => r.loss),
    expected,
  );
  trainer.stop();
});

test("weights belong to the last step that was heard of, also while it runs", async () => {
  const { trainer, said } = heard({ steps: 100000 });
  trainer.run();
  await wait(60);
  const weights = await trainer.weights();
  const training = new Training({ ...OPTIONS, steps: 100000 });
  losses(training, said.records.length);
  same(weights, training.model.weights, 0);
  trainer.stop();
});

test("a pace is kept, and can be changed; after a pause nothing more", async () => {
  const { trainer, said } = heard({ pace: 100, steps: 100000 });
  trainer.run();
  await wait(500);
  trainer.pause();
  await wait(5);
  const count = said.records.length;
  assert.ok(count > 15 && count < 60, `${count} steps in half a second`);
  await wait(50);
  assert.equal(said.records.length, count);
  trainer.run(null);
  await wait(200);
  trainer.stop();
  assert.ok(said.records.length > count + 100, `${said.records.length - count} at full speed`);
});

test("held-out loss comes with every so many steps, and with the last", async () => {
  const { trainer, said, end } = heard({ steps: 50, heldOut: ["eve"], evaluateEvery: 20 });
  trainer.run();
  await end;
  assert.deepEqual(
    said.records.filter((r) => r.heldOut > 0).map((r) => r.step),
    [20, 40, 50],
  );
  trainer.stop();
});

test("after stop nothing is heard, even of what was asked a moment ago", async () => {
  const { trainer, said } = heard();
  trainer.run();
  trainer.stop();
  trainer.run();
  await wait(30);
  assert.deepEqual([said.batches, said.done], [0, 0]);
});

test("a run that cannot be is explained, and later commands are harmless", async () => {
  const { trainer, said } = heard({ docs: [] });
  trainer.run();
  trainer.step(3);
  await wait(10);
  assert.deepEqual(said.errors, ["There is no document to train on."]);
  assert.equal(said.batches, 0);
  trainer.stop();
});

test("the worker's side: ready, then records, weights and errors through its port", async () => {
  /** @type {any[]} */ const posted = [];
  const port = {
    postMessage: (/** @type {any} */ message) => posted.push(message),
    onmessage: /** @type {any} */ (null),
  };
  serve(port);
  port.onmessage({ data: { type: "start", options: OPTIONS } });
  port.onmessage({ data: { type: "go", steps: 3, pace: null } });
  await wait(50);
  port.onmessage({ data: { type: "weights", id: 9 } });
  assert.deepEqual(
    posted.map((m) => m.type),
    ["ready", "records", "weights"],
  );
  assert.deepEqual(
    posted[1].records.map((/** @type {any} */ r) => r.loss),
    expected.slice(0, 3),
  );
  assert.deepEqual(
    [posted[1].done, posted[2].id, posted[2].weights.length],
    [false, 9, parameterCount(CONFIG, 8)],
  );
});

test("the documents held out may be gone through one by one, with the same loss in the end", () => {
  const training = new Training({ docs: ["emma", "olivia"], heldOut: ["mia", "leo", "ava"] });
  training.step();
  const measuring = training.measure();
  const states = [1, 2, 3, 4].map(() => measuring.next());
  assert.deepEqual(
    states.map(({ done }) => done),
    [false, false, false, true],
  );
  assert.equal(states[3].value, training.heldOutLoss());
});

test("another run begins in the same trainer, and nothing is heard of the one before", async () => {
  const docs = ["emma", "olivia", "ava"];
  const expected = losses(new Training({ docs, seed: 2, steps: 15 }), 15);
  const heard = /** @type {number[]} */ ([]);
  await new Promise((resolve) => {
    const trainer = startTrainer({
      docs,
      seed: 1,
      steps: 5000,
      onRecords: (records) => heard.push(...records.map(({ loss }) => loss)),
      onDone: () => resolve(null),
    });
    trainer.run();
    trainer.begin({ docs, seed: 2, steps: 15 });
    trainer.run();
  });
  assert.deepEqual(heard, expected);
});
