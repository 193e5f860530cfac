import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { trainedModel } from "../../microgpt/widgets/engine/canonical.js";
import { changeOf, measure, planOf } from "../../microgpt/widgets/engine/finetune.js";
import { Training } from "../../microgpt/widgets/engine/train.js";
import { plainly } from "../../microgpt/widgets/kit/isolated.js";
import { linesOf } from "../../microgpt/widgets/scale/fine_tune/curves.js";
import { readNames } from "../../microgpt/widgets/scale/fine_tune/own_names.js";
import { countsOf, drawn } from "../../microgpt/widgets/scale/fine_tune/samples.js";
import { Tuning } from "../../microgpt/widgets/scale/fine_tune/tuning.js";
import {
  changesOf,
  findings,
  give,
  statusWords,
} from "../../microgpt/widgets/scale/fine_tune/words.js";

// written by tests/unit/test_finetune.py
const cases = JSON.parse(readFileSync(new URL("./cases/fine_tune.json", import.meta.url), "utf8"));
const [olf] = cases;

/**
 * @param {number} a
 * @param {number} b
 */
const near = (a, b) => assert.ok(Math.abs(a - b) <= 1e-9, `${a} is not ${b}`);

// ---- the same as Python ----

for (const c of cases)
  test(`${c.names[0]} and others: the names and the first losses are Python's`, () => {
    const { measured, options } = planOf(c.names, c.choices);
    assert.deepEqual(measured.heldBack, c.held_back);
    assert.deepEqual(measured.general, c.general);
    assert.deepEqual(options.docs, c.docs);
    const training = new Training(options);
    c.losses.forEach((/** @type {number} */ loss) => near(training.step().loss, loss));
  });

test("what is measured before and after is Python's", () => {
  const { choices, compared } = olf.finetuned;
  const plan = planOf(olf.names, choices);
  const training = new Training(plan.options);
  const before = measure(plan, training.model.weights);
  while (!training.done) training.step();
  const after = measure(plan, training.model.weights);
  const pairs = /** @type {const} */ ([
    ["trained", "trained"],
    ["heldBack", "held_back"],
  ]);
  for (const [what, python] of pairs) {
    const change = changeOf(before[what], after[what]);
    [change.before, change.after, change.error].forEach((x, i) => near(x, compared[python][i]));
  }
});

test("the trained weights that a run goes on from stay as they are", () => {
  const { options } = planOf(olf.names, olf.choices);
  const training = new Training(options);
  training.step();
  assert.deepEqual(options.from.weights, trainedModel().model.weights);
  assert.notDeepEqual(training.model.weights, options.from.weights);
});

// ---- a list of one's own ----

/** @param {string} text */
const said = (text) => {
  try {
    return readNames(text);
  } catch (error) {
    return plainly(/** @type {Error} */ (error).message);
  }
};

test("a list is read whatever stands between its names", () => {
  assert.deepEqual(readNames(" Ab, cd;ef\n\ngh\tij ab "), ["ab", "cd", "ef", "gh", "ij"]);
});

for (const [text, words] of [
  ["", "There is no name in it yet."],
  [" ,\n", "There is no name in it yet."],
  ["ab cd", "2 names so far: 5 or more are needed, as every fifth is held back."],
  ["ab cd b4n", "“b4n” holds “4”: the model knows only the letters from a to z."],
  ["élodie", "“élodie” holds “é”: the model knows only the letters from a to z."],
  ["<b>x</b>", "“<b>x</b>” holds “<”: the model knows only the letters from a to z."],
  ["x", "“x” has 1 letter: a name has 2 to 15 here."],
  ["q".repeat(16), `“${"q".repeat(16)}” has 16 letters: a name has 2 to 15 here.`],
  ["q".repeat(99), `“${"q".repeat(20)}…” has 99 letters: a name has 2 to 15 here.`],
])
  test(`“${text.slice(0, 20)}” is no list`, () => assert.equal(said(text), words));

test("more names than there is time for", () => {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const many = Array.from(letters, (a) => Array.from(letters, (b) => a + b)).flat();
  assert.equal(said(many.join(" ")), "These are 676 names; the limit is 500.");
});

// ---- a run and what is said of it ----

/** @param {any} choices */
function tuned(choices) {
  const base = { steps: 200, learning_rate: 0.005, mix: 0, seed: 1 };
  return new Promise((resolve) => {
    const tuning = new Tuning({ onChange() {}, onEnd: () => resolve(tuning) });
    tuning.begin(olf.names, { ...base, ...choices });
    tuning.start();
  });
}

test("a run is measured on its way, learns and forgets; rehearsed, it forgets less", async () => {
  const tuning = await tuned({});
  assert.deepEqual(
    tuning.measured.map((/** @type {{ step: number }} */ { step }) => step),
    Array.from({ length: 26 }, (_, i) => 8 * i),
  );
  assert.equal(statusWords(tuning), "All 200 rounds are done.");
  const { trained, heldBack, general } = changesOf(tuning);
  assert.ok(trained.difference < -2 && heldBack.difference < -1.6 && general.difference > 1.8);
  const rehearsed = changesOf(await tuned({ mix: 25 }));
  assert.ok(rehearsed.general.difference < 0.5 && rehearsed.trained.difference < -1.8);
  const [learned, forgotten] = findings(tuning, 0);
  assert.match(learned, /^Learned: .* fell from 2\.78 to 0\.6\d nats \(−2\.1\d ± 0\.0\d\)/);
  assert.match(learned, /from 16 choices to 1\.9\..*in common\.$/);
  assert.match(forgotten, /^Forgotten: on 100 names .* rose from 2\.39 to 4\.\d\d nats/);
});

test("steps that do not divide into measurements end with one all the same", async () => {
  const tuning = await tuned({ steps: 57 });
  assert.equal(tuning.last.step, 57);
  const lines = linesOf(tuning.measured);
  assert.deepEqual(
    lines.map((line) => line.length),
    [58, 58, 58],
  );
  assert.ok(lines.flat().every(Number.isFinite));
  const [first, second, third] = lines[0];
  assert.ok(second < first, "measured every third step");
  near(second, (2 * first + lines[0][3]) / 3);
  near(third, (first + 2 * lines[0][3]) / 3);
});

test("of one name held back no error is given, and nothing concluded", () => {
  const run = (/** @type {number} */ x) => ({
    step: x,
    weights: new Float64Array(0),
    losses: { trained: [3 - x, 2 - x], heldBack: [3 - x], general: [2, 2.1, 1.9] },
  });
  const pair = { first: run(0), last: run(1) };
  assert.equal(give(changesOf(pair).heldBack), "−1.00");
  const [learned, forgotten] = findings(pair, 0);
  assert.match(learned, /Held back: 1 name, too few to say what else it has learned\.$/);
  assert.match(
    forgotten,
    /^Nothing forgotten that shows: on 3 names .* hardly moved, from 2\.00 to 2\.00/,
  );
});

test("the largest rate and the most steps keep to numbers", async () => {
  const tuning = await tuned({ steps: 300, learning_rate: 0.05 });
  assert.ok(tuning.done && !tuning.problem);
  assert.ok(!/NaN|Infinity/.test(findings(tuning, 0).join(" ")));
});

test("stopped, a run keeps what was measured; started again, it begins with the trained weights", async () => {
  const tuning = new Tuning({
    onChange() {
      if (tuning.last.step >= 16 && tuning.running) {
        tuning.stop();
        stopped();
      }
    },
    onEnd() {},
  });
  let stopped = () => {};
  const end = new Promise((resolve) => {
    stopped = () => resolve(null);
  });
  tuning.begin(olf.names, olf.choices);
  tuning.start();
  await end;
  assert.equal(statusWords(tuning), "Stopped after 16 of 200 rounds.");
  tuning.start();
  assert.deepEqual(tuning.last.weights, trainedModel().model.weights);
  tuning.stop();
  tuning.begin(olf.names, olf.choices);
  assert.equal(statusWords(tuning), "");
  assert.match(findings(tuning, 0)[0], /^Before: .*2\.78/);
});

test("what is written is counted by where it stands", async () => {
  const tuning = await tuned({});
  const isListed = (/** @type {string} */ name) => name === "ava";
  const now = countsOf(drawn(tuning.plan, tuning.last.weights, isListed));
  const before = countsOf(drawn(tuning.plan, tuning.first.weights, isListed));
  assert.equal(now.trained + now.held + now.course + now.new, 100);
  assert.ok(now.trained > 20 && now.held < 5 && before.trained + before.held === 0);
});
