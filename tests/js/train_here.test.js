import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { corpusOf } from "../../microgpt/widgets/engine/corpus.js";
import { lossOf } from "../../microgpt/widgets/engine/gpt.js";
import * as recorded from "../../microgpt/widgets/data/recorded_run.js";
import { mean } from "../../microgpt/widgets/engine/evidence.js";
import { Random } from "../../microgpt/widgets/engine/random.js";
import { Training } from "../../microgpt/widgets/engine/train.js";
import { verdict } from "../../microgpt/widgets/kit/check_page.js";
import {
  differenceWords,
  lastPart,
  standings,
} from "../../microgpt/widgets/training/train_here/beside.js";
import { beside, runChecker } from "../../microgpt/widgets/training/train_here/check.js";
import { atEachStep } from "../../microgpt/widgets/training/train_here/ghosts.js";
import { otherSettings, unlike } from "../../microgpt/widgets/training/train_here/knobs.js";
import { linesOf } from "../../microgpt/widgets/training/train_here/lines.js";
import { Session } from "../../microgpt/widgets/training/train_here/session.js";
import { fromLink, toLink, toPython } from "../../microgpt/widgets/training/train_here/link.js";
import {
  LONG,
  WINDOW,
  holdOut,
  makePlan,
  parametersOf,
  takeOnly,
} from "../../microgpt/widgets/training/train_here/plan.js";
import { Run, SLOW, stops } from "../../microgpt/widgets/training/train_here/run.js";
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
  only: 0,
  compare: /** @type {any} */ ({}),
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

test("step, pause, go on, rewind: the same run in any order, every copy of its round", async () => {
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

test("in a long run the mean is of more rounds", () => {
  assert.equal(makePlan({ ...SETTINGS, steps: LONG }, FEW).options.window, WINDOW);
  assert.equal(makePlan({ ...SETTINGS, steps: LONG + 1 }, FEW).options.window, 200);
});

test("slow: the weights come with each round", async () => {
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
    new RegExp(`after round ${run.step}: the learning rate 100 is too large`),
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

// ---- a part of the list ----

test("only so many documents, chosen by the seed; others that the same symbols write held out", () => {
  assert.equal(takeOnly(FEW, 0, 42), null);
  assert.equal(takeOnly(FEW, 5, 42), null);
  const part = takeOnly(corpusOf(all), 500, 42);
  assert.ok(part);
  const order = all.slice();
  new Random(42).shuffle(order);
  assert.deepEqual(part.corpus.docs, order.slice(0, 500));
  assert.deepEqual([part.split.docs.length, part.split.heldOut.length], [500, 100]);
  assert.ok(part.split.heldOut.every((doc) => !part.split.docs.includes(doc)));
  const two = takeOnly(corpusOf(["ab", "ba", "abc", "b", "ab", "a"]), 2, 3);
  const known = new Set(two?.corpus.symbols);
  assert.ok(two?.split.heldOut.every((doc) => [...doc].every((symbol) => known.has(symbol))));
  assert.ok(two?.split.heldOut.every((doc) => !two.corpus.docs.includes(doc)));
});

test("met again and again, 200 names are learned by heart: the held-out loss turns round", () => {
  const part = takeOnly(corpusOf(all), 200, 42);
  assert.ok(part);
  const plan = makePlan({ ...SETTINGS, steps: 10000 }, part.corpus, part.split);
  const training = new Training(plan.options);
  const held = /** @type {number[]} */ ([]);
  const losses = /** @type {number[]} */ ([]);
  while (!training.done) {
    const { loss, step } = training.step();
    losses.push(loss);
    if (step % 500 === 0) held.push(training.heldOutLoss());
  }
  const least = Math.min(...held);
  const last = held[held.length - 1];
  assert.ok(last > least + 1, `${last} after ${least}`);
  assert.ok(mean(losses.slice(-500)) < 1.5);
  assert.equal(plan.low, 0, "the chart has room below");
});

// ---- two runs ----

test("the second run: one thing changed; a rate that was left alone follows the optimiser", () => {
  assert.equal(otherSettings(SETTINGS), null);
  assert.equal(otherSettings({ ...SETTINGS, compare: { seed: 42 } }), null, "the same again");
  const faster = otherSettings({ ...SETTINGS, compare: { learning_rate: 0.03 } });
  assert.ok(faster);
  assert.deepEqual([faster.learning_rate, faster.seed, faster.n_embd], [0.03, 42, 16]);
  assert.equal(otherSettings({ ...SETTINGS, compare: { optimiser: "sgd" } })?.learning_rate, 0.1);
  const chosen = { ...SETTINGS, learning_rate: 0.02, compare: { optimiser: "sgd" } };
  assert.equal(otherSettings(chosen)?.learning_rate, 0.02);
});

test("what settings differ in, in words", () => {
  assert.equal(unlike(SETTINGS, SETTINGS), "");
  assert.equal(
    unlike({ ...SETTINGS, learning_rate: 0.1 + 0.2, n_embd: 8 }, SETTINGS),
    "rate 0.3, width 8",
  );
  assert.equal(
    unlike(
      { ...SETTINGS, optimiser: "sgd", seed: 1, steps: 1, list: "your list" },
      { ...SETTINGS, list: "the built-in names" },
    ),
    "your list, SGD, seed 1, 1 round",
  );
  assert.equal(unlike({ ...SETTINGS, steps: 10000 }, SETTINGS), "10,000 rounds");
});

/** A session that tells when something is new. @param {any} [changes] */
function session(changes = {}) {
  let check = () => {};
  const one = new Session(() => check());
  const state = { ...SETTINGS, steps: 60, names: [], ...changes };
  one.follow(state);
  const until = (/** @type {() => boolean} */ when) =>
    new Promise((resolve) => {
      (check = () => {
        if (when()) resolve(null);
      })();
    });
  return { one, state, until };
}

test("two runs: the first is as without, the second as by itself, both look back together", async () => {
  const { one, until } = session({ compare: { learning_rate: 0.03 } });
  const alone = session({ learning_rate: 0.03 });
  one.runs.forEach((run) => run.go());
  alone.one.run.go();
  await until(() => one.finished && one.runs.every(({ latest }) => latest.step === 60));
  await alone.until(() => alone.one.finished);
  assert.ok(one.other);
  one.run.losses.forEach((loss, i) =>
    assert.ok(one.other && (i > 0 || loss === one.other.losses[0])),
  );
  assert.deepEqual(one.other.losses, alone.one.run.losses);
  assert.deepEqual(one.labels, ["A: rate 0.01", "B: rate 0.03"]);
  one.back = 24;
  assert.deepEqual([one.copyOf(one.run).step, one.copyOf(one.other).step], [24, 24]);
  one.stop();
  alone.one.stop();
});

test("two seeds: held out is what neither run reaches", () => {
  const { one } = session({ steps: 1000, compare: { seed: 7 } });
  assert.ok(one.other);
  assert.deepEqual(one.run.options.heldOut, one.other.options.heldOut);
  const held = new Set(one.run.options.heldOut);
  assert.equal(held.size, 100);
  for (const run of one.runs)
    assert.ok(run.order.slice(0, 1000).every((/** @type {string} */ doc) => !held.has(doc)));
  one.stop();
});

test("a second run that grows beyond all bounds is said, the first goes on, no NaN anywhere", async () => {
  for (const optimiser of ["adam", "sgd"]) {
    const { one, until } = session({ optimiser, compare: { learning_rate: 100 } });
    one.runs.forEach((run) => run.go());
    await until(() => one.finished);
    assert.ok(one.other?.diverged && one.run.done);
    const words = standings(one);
    assert.equal(words.length, 2);
    assert.equal(differenceWords(one.run, one.other), "", "nothing is compared");
    assert.match(words[1], /^B: rate 100: .*the learning rate 100 is too large/);
    assert.doesNotMatch(words.join(), /NaN|Infinity|undefined/);
    for (const line of linesOf(one, [])) assert.ok(!Array.from(line.values).includes(Infinity));
    one.stop();
  }
});

test("the difference of the ends of two runs, and that it decides nothing", () => {
  const run = (/** @type {number[]} */ losses, seed = 42) => ({
    ...{ losses, running: false, diverged: false },
    options: /** @type {any} */ ({ seed }),
  });
  const a = run([9, 9, 9, 9, 9, 9, 9, 9, 2, 3]);
  const b = run([9, 9, 9, 9, 9, 9, 9, 9, 2, 2, 100, 100]); // the last two: not yet done by both
  assert.deepEqual(lastPart(a, b), { last: 2, a: 2.5, b: 2, difference: -0.5 });
  assert.match(
    differenceWords(a, b),
    /^Mean loss of the last 2 rounds: A 2\.50, B 2\.00: B is lower by 0\.50\. One pair of runs decides nothing/,
  );
  assert.match(
    differenceWords(run(b.losses, 7), a),
    /higher by 0\.50\. Only the seed differs: this is chance/,
  );
  assert.match(differenceWords(a, a), /B is the same\./);
  assert.equal(differenceWords({ ...a, running: true }, b), "");
  assert.equal(differenceWords(run([]), b), "");
  assert.equal(differenceWords(a, null), "");
});

// ---- ghosts ----

test("the last run stays as a ghost, named by what differs, and goes where nothing does", async () => {
  const { one, state, until } = session();
  assert.deepEqual(one.ghost.ghosts, []);
  one.run.go();
  await until(() => one.finished);
  const { means } = one.run;
  const shorter = { ...state, learning_rate: 0.03, steps: 40 };
  one.follow(shorter);
  assert.deepEqual(one.ghost.ghosts, [
    { name: "before: rate 0.01, 60 rounds", values: means.slice(0, 40) },
  ]);
  one.follow({ ...shorter, learning_rate: 0.1 });
  assert.equal(one.ghost.ghosts.length, 1, "a run that never began is none");
  one.follow(state);
  assert.deepEqual(one.ghost.ghosts, [], "the same settings: the same curve");
  one.follow({ ...state, n_embd: 8, compare: { learning_rate: 0.01 } });
  assert.equal(one.ghost.ghosts[0].name, "before: width 16");
  one.clear();
  assert.deepEqual(one.ghost.ghosts, []);
  one.stop();
});

test("of two runs, the one that does not go on is the ghost", async () => {
  const { one, state, until } = session({ compare: { learning_rate: 0.03 } });
  one.runs.forEach((run) => run.go());
  await until(() => one.finished);
  one.follow({ ...state, compare: { learning_rate: 0.1 } });
  assert.deepEqual(
    one.ghost.ghosts.map(({ name }) => name),
    ["before: rate 0.03"],
  );
  const names = linesOf(one, [...one.ghost.ghosts, { name: "your guess", values: [] }]).map(
    ({ name, dash }) => [name, dash],
  );
  assert.deepEqual(
    names.map(([name]) => name),
    ["before: rate 0.03", "your guess", "A: rate 0.01", "B: rate 0.1", "A held out", "B held out"],
  );
  assert.equal(
    new Set(names.slice(0, 4).map(([, dash]) => dash)).size,
    4,
    "each drawn its own way",
  );
  one.stop();
});

test("a drawn curve at each round: straight between its points, nothing beyond them", () => {
  assert.deepEqual(
    atEachStep(
      [
        [5, 1],
        [1, 3],
      ],
      7,
    ),
    [3, 2.5, 2, 1.5, 1, NaN, NaN],
  );
  assert.deepEqual(
    atEachStep(
      [
        [0.5, 4],
        [2.5, 2],
        [9, 2],
      ],
      3,
    ),
    [3.5, 2.5, 2],
  );
  assert.deepEqual(atEachStep([[2, 1]], 3), [NaN, 1, NaN]);
  assert.deepEqual(atEachStep(null, 2), [NaN, NaN]);
});

// ---- check this page ----

test("the record to check with is the canonical run's; trained again, it agrees", async () => {
  assert.deepEqual(recorded.samples, canonical.samples);
  recorded.losses.forEach(([step, loss]) => assert.equal(loss, canonical.losses[step - 1]));
  const checker = runChecker();
  const found = await checker.run(makePlan(SETTINGS, corpusOf(all)).options);
  assert.ok(found.agree && found.maxDifference < 1e-9 && found.losses.length === 21);
  assert.match(
    verdict(found),
    /20 of 20 recorded names come out the same, 21 recorded losses to \d+ decimals/,
  );
});

test("a run that comes out otherwise does not agree", () => {
  const right = beside(canonical.losses, canonical.samples);
  assert.ok(right.agree && right.maxDifference === 0);
  const losses = canonical.losses.slice();
  losses[999] += 1e-6;
  const off = beside(losses, canonical.samples);
  assert.ok(!off.agree && Math.abs(off.maxDifference - 1e-6) < 1e-12);
  assert.ok(!beside(canonical.losses, canonical.samples.slice().reverse()).agree);
});

// ---- words and links ----

test("what is said of a round", () => {
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
    "Round 1 of 1,000: the document “emma” had loss 2.50. " +
      "On average now 2.40: as unsure as among 11 symbols.",
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
      only: 500,
      compare: { n_embd: 8 },
    },
    ...[{ seed: 0 }, { learning_rate: 0.0003 }, { optimiser: "adam" }].map((compare) => ({
      ...SETTINGS,
      compare,
    })),
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
  const before = "#train=seed:7,steps:20,width:8,rate:0.02,optimiser:adam"; // links that are out there
  assert.deepEqual(Object.keys(fromLink(before) ?? {}).length, 5);
  for (const wrong of ["steps=5", "width=9", "rate=", "constructor=1", "something"])
    assert.deepEqual(fromLink(`#train=only:-1,compare:${wrong}`), {}, wrong);
});

test("settings as a line of Python", () => {
  assert.equal(toPython(SETTINGS), "TrainHere()");
  assert.equal(toPython({ ...SETTINGS, seed: 7, steps: 500 }), "TrainHere(seed=7, steps=500)");
  assert.equal(
    toPython({ ...SETTINGS, optimiser: "sgd", learning_rate: 0.1 }),
    'TrainHere(optimiser="sgd")',
  );
  assert.equal(toPython({ ...SETTINGS, learning_rate: 0.1 }), "TrainHere(learning_rate=0.1)");
  assert.equal(
    toPython({ ...SETTINGS, only: 500, compare: { learning_rate: 0.03 } }),
    'TrainHere(only=500, compare={"learning_rate": 0.03})',
  );
  assert.equal(
    toPython({ ...SETTINGS, compare: { optimiser: "sgd" } }),
    'TrainHere(compare={"optimiser": "sgd"})',
  );
});

test("the baselines are said in words, with the numbers that the lines have", () => {
  const words = baselineWords({ uniform: Math.log(27), unigram: 2.856, bigram: 2.45 });
  assert.match(words, /^The dashed lines only count\. Uniform: every symbol alike, 3\.30\. /);
  assert.match(words, /Unigram: .*, 2\.86\. Bigram: .*, 2\.45\.$/);
});
