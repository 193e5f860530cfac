import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { changes, record } from "../../microgpt/widgets/data/changes.js";
import { compute, planOf } from "../../microgpt/widgets/training/is_it_real.js";
import { beliefWords } from "../../microgpt/widgets/training/is_it_real/questions.js";
import { evidenceWords, finding } from "../../microgpt/widgets/training/is_it_real/words.js";

// written by tests/unit/test_is_it_real.py
const cases = JSON.parse(readFileSync(new URL("./cases/is_it_real.json", import.meta.url), "utf8"));

/** @param {any} [traits] */
const stateOf = (traits = {}) => ({
  change: null,
  guess: "",
  belief: "",
  seeds: 5,
  rounds: 1000,
  results: {},
  conclusion: "",
  ...traits,
});

/**
 * @param {(number | null)[]} before
 * @param {(number | null)[]} after
 */
const results = (before, after) => ({ rounds: 1000, losses: { before, after } });
const clear = results([2.4, 2.41, 2.4, 2.41], [2.5, 2.52, 2.5, 2.5]);
const noise = results([2.4, 2.42, 2.39, 2.41], [2.41, 2.41, 2.4, 2.4]);

test("the numbers are Python's", () => {
  for (const { before, after, difference, error, verdict } of cases) {
    const { numbers } = compute(stateOf({ results: results(before, after) }));
    assert.equal(numbers?.verdict, verdict);
    assert.ok(Math.abs((numbers?.difference ?? 0) - difference) < 1e-12);
    assert.ok(Math.abs((numbers?.error ?? 0) - error) < 1e-12);
  }
});

test("one question after another", () => {
  const one = results([2.4], [2.41]);
  const asked = { change: "width", guess: "better" };
  const stage = (/** @type {any} */ traits) => compute(stateOf(traits)).stage;
  assert.equal(stage({}), "choose");
  assert.equal(stage({ change: "width" }), "choose");
  assert.equal(stage(asked), "pair");
  assert.equal(stage({ ...asked, results: results([null], [null]) }), "pair");
  assert.equal(stage({ ...asked, results: one }), "believe");
  assert.equal(stage({ ...asked, results: one, belief: "no" }), "repeat");
  assert.equal(stage({ ...asked, results: noise, belief: "no" }), "conclude");
  assert.equal(stage({ ...asked, results: noise, belief: "no", conclusion: "worse" }), "done");
});

test("both runs of a pair have the same seed, but where only the seed is changed", () => {
  for (const change of /** @type {(keyof typeof changes)[]} */ (Object.keys(changes))) {
    const { models, rounds, seeds } = planOf(stateOf({ change }), 3);
    assert.deepEqual([rounds, seeds, models.before()], [1000, 3, {}]);
    assert.equal(models.after(7).seed, change === "seed" ? 1007 : 7);
  }
});

/** @param {any} traits */
function said(traits) {
  const state = stateOf({ change: "decay", guess: "worse", belief: "no", ...traits });
  return finding(state, compute(state));
}

test("a conclusion is checked against the noise", () => {
  assert.match(said({ results: clear, conclusion: "worse" })[0], /^Right: worse\. .* larger than/);
  assert.match(said({ results: clear, conclusion: "better" })[0], /^The other way round/);
  assert.match(said({ results: clear, conclusion: "cannot tell" })[0], /^You may say more: worse/);
  assert.match(said({ results: noise, conclusion: "cannot tell" })[0], /^Right: cannot tell/);
  assert.match(
    said({ results: noise, conclusion: "better" })[0],
    /^These runs do not allow “better”/,
  );
  const uneven = results([2, 2, 2, 2], [2, 2.2, 2, 2.2]);
  assert.match(said({ results: uneven, conclusion: "cannot tell" })[0], /other seeds may undo it/);
});

test("few seeds allow no conclusion, however large the difference", () => {
  const few = results([2.4, 2.4], [2.9, 2.9]);
  assert.match(
    said({ results: few, conclusion: "cannot tell" })[0],
    /^Right: .*2 seeds are too few/,
  );
  assert.match(said({ results: few, conclusion: "worse" })[0], /^These runs do not allow “worse”/);
});

test("what many seeds said stands beside it, for runs of the same length", () => {
  const [, singles, truth] = said({ results: noise, belief: "yes", conclusion: "cannot tell" });
  assert.match(
    singles,
    /^You believed the first pair\. Single pairs went from −0\.0100 to \+0\.0100/,
  );
  assert.match(
    truth,
    /^With 32 seeds, recorded, it was \+0\.09\d\d\u00a0±\u00a00\.00\d\d: worse\./,
  );
  assert.match(truth, /4 seeds did not show the same\. Your prediction, worse, was right\.$/);
  assert.equal(said({ results: noise, conclusion: "worse", rounds: 300 }).length, 2);
  const wrong = said({ results: clear, conclusion: "worse", guess: "cannot tell" })[2];
  assert.match(wrong, /Your prediction, no difference that shows, was not\.$/);
  assert.deepEqual(said({ results: clear }), []);
});

test("the evidence in words", () => {
  assert.equal(evidenceWords(compute(stateOf())), "");
  assert.equal(
    evidenceWords(compute(stateOf({ results: results([2.4], [2.3912]) }))),
    "Seed 1: 2.4000 before the change, 2.3912 after it; difference −0.0088.",
  );
  assert.match(
    evidenceWords(compute(stateOf({ results: clear }))),
    /^Mean difference of 4 pairs: \+0\.1000\u00a0±\u00a00\.00\d\d\. Spread/,
  );
  assert.deepEqual([record.rounds, record.seeds], [1000, 32]);
});

test("the question about the first pair stays one about the first pair", () => {
  assert.match(beliefWords(1), /^One pair\./);
  for (const pairs of [2, 5]) assert.match(beliefWords(pairs), /^The first pair alone:/);
});
