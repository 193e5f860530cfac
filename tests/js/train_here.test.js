import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { corpusOf } from "../../microgpt/widgets/engine/corpus.js";
import { lossOf } from "../../microgpt/widgets/engine/gpt.js";
import { Random } from "../../microgpt/widgets/engine/random.js";
import { fromLink, toLink, toPython } from "../../microgpt/widgets/training/train_here/link.js";
import {
  holdOut,
  makePlan,
  parametersOf,
} from "../../microgpt/widgets/training/train_here/plan.js";
import { Run, SLOW, WINDOW, stops } from "../../microgpt/widgets/training/train_here/run.js";
import {
  baselineWords,
  choices,
  statusWords,
  thousands,
  written,
} from "../../microgpt/widgets/training/train_here/words.js";
import { plainly } from "../../microgpt/widgets/kit/isolated.js";

const canonical = JSON.parse(
  readFileSync(new URL("../../microgpt/datasets/canonical.json", import.meta.url), "utf8"),
);
const all = names.split(" ");
const SETTINGS = {
  seed: 42,
  steps: 1000,
  n_embd: 16,
  learning_rate: 0.01,
  optimiser: /** @type {"adam" | "sgd"} */ ("adam"),
};
const FEW = corpusOf(["emma", "ava", "olivia", "mia", "zoé"]);

/**
 * A run and a promise of the moment when `when` is true of it.
 * @param {any} [settings]
 * @param {import("../../microgpt/widgets/engine/corpus.js").Corpus} [corpus]
 */
function start(settings = {}, corpus = FEW) {
  let check = () => {};
  const run = new Run(makePlan({ ...SETTINGS, ...settings }, corpus), () => check());
  /** @param {() => boolean} when */
  const until = (when) =>
    new Promise((resolve) => {
      (check = () => {
        if (when()) resolve(null);
      })();
    });
  return { run, until };
}

// ---- the plan ----

test("held out: documents that the run never reaches: the training is the package's", () => {
  const { docs, heldOut, note } = holdOut(all, 42, 1000);
  assert.equal(docs, all);
  const order = all.slice();
  new Random(42).shuffle(order);
  assert.deepEqual(heldOut, order.slice(1000, 1100));
  assert.match(note, /100 documents that this run never reaches/);
});

test("held out: a tenth where the run reaches all, none of few, none trained on", () => {
  const some = all.slice(0, 50);
  const aside = holdOut([...some, ...some], 1, 1000);
  assert.ok(aside.heldOut.length > 0 && aside.heldOut.every((doc) => !aside.docs.includes(doc)));
  assert.match(aside.note, /put aside before the training/);
  const single = holdOut(some, 1, 40); // 10 are never reached: too few
  assert.deepEqual([single.heldOut.length, single.docs.length], [5, 45]);
  assert.deepEqual(holdOut(FEW.docs, 1, 5), {
    docs: FEW.docs,
    heldOut: [],
    note: "Nothing is held out: the list is too short for that.",
  });
  assert.deepEqual(holdOut(["a", "b", ...Array(50).fill("c")], 1, 500).heldOut.length > 1, false);
});

test("the number of parameters", () => {
  assert.equal(parametersOf(16, corpusOf(all)), 4192);
  assert.equal(parametersOf(8, corpusOf(all)), 1328);
});

// ---- the run ----

test("the defaults are the canonical run: every loss, every weight, all 20 names", async () => {
  const { run, until } = start({}, corpusOf(all));
  assert.equal(run.step, 0);
  run.go();
  await until(() => run.latest.step === 1000);
  run.losses.forEach((loss, i) => assert.ok(Math.abs(loss - canonical.losses[i]) < 1e-9));
  const engine = { model: run.modelOf(run.latest), tokenizer: run.tokenizer };
  const texts = written(engine, run.random, new Set(all), 20);
  assert.deepEqual(
    texts.map(({ text }) => text),
    canonical.samples,
  );
  assert.deepEqual(
    texts.map(({ listed }) => listed),
    canonical.samples.map((/** @type {string} */ text) => all.includes(text)),
  );
  assert.deepEqual(
    written(engine, run.random, new Set(), 20).map(({ text }) => text),
    canonical.samples,
    "the generator is where it was",
  );
  // held out: the measured value, repeated until the next one; the mean of the last 50 losses
  const held = run.options.heldOut.reduce(
    ([sum, n], doc) => [
      sum + (doc.length + 1) * lossOf(engine.model, run.tokenizer.encode(doc)),
      n + doc.length + 1,
    ],
    [0, 0],
  );
  assert.ok(Math.abs(run.heldOut[999] - held[0] / held[1]) < 1e-12);
  assert.ok(
    Number.isNaN(run.heldOut[48]) &&
      Number.isFinite(run.heldOut[49]) &&
      run.heldOut[98] === run.heldOut[49] &&
      run.heldOut[99] !== run.heldOut[49],
  );
  assert.ok(
    Math.abs(run.means[999] - run.losses.slice(-WINDOW).reduce((a, b) => a + b) / WINDOW) < 1e-9,
  );
  assert.deepEqual(
    run.kept.map(({ step }) => step),
    Array.from({ length: 51 }, (_, i) => 20 * i),
  );
  run.stop();
});

test("step, pause, go on, rewind: the same run in any order, every copy of its step", async () => {
  const { run, until } = start({ steps: 130 });
  run.one();
  await until(() => run.latest.step === 1);
  assert.deepEqual([run.step, stops(run).map(({ step }) => step)], [1, [0, 1]]);
  run.go();
  run.pause();
  await until(() => run.latest.step === run.step);
  run.go();
  await until(() => run.done && run.latest.step === 130);
  const { losses } = run;
  const weights = run.latest.weights;
  assert.deepEqual(
    run.kept.map(({ step }) => step),
    [0, ...Array.from({ length: 43 }, (_, i) => 3 * (i + 1))],
  );
  assert.equal(stops(run).length, 45);
  run.rewind();
  assert.deepEqual([run.step, run.kept.length, run.latest.step], [0, 1, 0]);
  run.go();
  await until(() => run.done && run.latest.step === 130);
  assert.deepEqual(run.losses, losses);
  assert.deepEqual(run.latest.weights, weights);
  run.stop();
});

test("slow: the weights come with each step", async () => {
  const { run, until } = start({ steps: 100 });
  run.pace(true);
  run.go();
  const began = performance.now();
  await until(() => run.latest.step === 2);
  assert.ok(performance.now() - began > 0.9 * (1000 / SLOW), "no faster than asked");
  run.stop();
});

test("a loss that is no number stops the run, is said, and leaves none behind", async () => {
  const { run, until } = start({ optimiser: "sgd", learning_rate: 100, steps: 500 });
  run.go();
  await until(() => run.diverged);
  assert.match(
    run.problem,
    new RegExp(`after step ${run.step}: the learning rate 100 is too large`),
  );
  assert.ok(run.step < 500 && [...run.losses, ...run.means].every(Number.isFinite));
  assert.ok(stops(run).every(({ weights }) => weights.every(Number.isFinite)));
  assert.doesNotMatch(statusWords(run), /NaN|Infinity/);
  const { step } = run;
  run.go();
  run.one();
  assert.deepEqual([run.running, run.step], [false, step]);
  run.rewind();
  assert.equal(run.problem, "");
  run.stop();
});

// ---- words and links ----

test("what is said of a step", () => {
  const run = {
    step: 0,
    losses: [],
    means: [],
    heldOut: [],
    document: "",
    slow: false,
    problem: "",
    diverged: false,
    options: { steps: 1000 },
  };
  assert.match(statusWords(run), /Not trained yet/);
  const later = {
    ...run,
    step: 1,
    losses: [2.5],
    means: [Math.log(11)],
    heldOut: [NaN],
    document: "emma",
  };
  assert.equal(
    plainly(statusWords(later)),
    "Step 1 of 1,000: the document “emma” had loss 2.50. " +
      "On average now 2.40: as unsure as between 11 symbols.",
  );
  assert.match(
    statusWords({ ...later, heldOut: [2.25], problem: "Stopped." }),
    /On held-out documents 2\.25\. Stopped\.$/,
  );
  assert.match(plainly(statusWords({ ...later, document: "x".repeat(40) })), /“x{23}…”/);
  assert.deepEqual(
    [choices(0), choices(Math.log(2.5)), choices(700), thousands(4192)],
    ["1 symbol", "2.5 symbols", "a million symbols or more", "4,192"],
  );
});

test("settings in a link and back; what is not allowed is left out", () => {
  for (const settings of [
    SETTINGS,
    {
      seed: 7,
      steps: 3,
      n_embd: 64,
      learning_rate: 0.0001,
      optimiser: /** @type {const} */ ("sgd"),
    },
  ])
    assert.deepEqual(fromLink(toLink(settings)), settings);
  assert.equal(fromLink("#the-map"), null);
  assert.deepEqual(
    fromLink("#train=seed:-1,steps:0,width:10,rate:NaN,optimiser:toString,more:1"),
    {},
  );
  assert.deepEqual(fromLink("#train=seed:1e5,steps:10001,width:68,rate:1e3"), {});
  assert.deepEqual(fromLink("#train=seed%3A7%2Csteps:5"), { seed: 7, steps: 5 });
  assert.deepEqual(fromLink("#train=%"), {});
});

test("settings as a line of Python", () => {
  assert.equal(toPython(SETTINGS), "TrainHere()");
  assert.equal(toPython({ ...SETTINGS, seed: 7, steps: 500 }), "TrainHere(seed=7, steps=500)");
  assert.equal(
    toPython({ ...SETTINGS, optimiser: "sgd", learning_rate: 0.1 }),
    'TrainHere(optimiser="sgd")',
  );
  assert.equal(toPython({ ...SETTINGS, learning_rate: 0.1 }), "TrainHere(learning_rate=0.1)");
});

test("the baselines are said in words, with the numbers that the lines have", () => {
  const words = baselineWords({ uniform: Math.log(27), unigram: 2.856, bigram: 2.45 });
  assert.match(words, /^The dashed lines only count\. Uniform: every symbol alike, 3\.30\. /);
  assert.match(words, /Unigram: .*, 2\.86\. Bigram: .*, 2\.45\.$/);
});
