import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ROUNDS, ToyTraining } from "../../microgpt/widgets/engine/toy_training.js";
import { compute } from "../../microgpt/widgets/training/toy_trainer.js";
import { blockOf, itemsOf } from "../../microgpt/widgets/training/toy_trainer/weights.js";
import { sentences } from "../../microgpt/widgets/training/toy_trainer/words.js";
import { refused, wordsIn } from "../../microgpt/widgets/training/toy_trainer/words_field.js";

// by test_toy_trainer.py
const cases = JSON.parse(
  readFileSync(new URL("./cases/toy_trainer.json", import.meta.url), "utf8"),
);
const START = { words: ["ab", "ba", "ca"], learning_rate: 0.03, steps: 0 };
const near = (a, b, what) => assert.ok(Math.abs(a - b) < 1e-8, `${what}: ${a} is not ${b}`);

test("losses, weights and shares are Python's", () => {
  for (const { words, rate, losses, weights, mean, floor, shares } of cases) {
    const now = compute({ words, learning_rate: rate, steps: losses.length });
    losses.forEach((loss, i) => near(now.losses[i], loss, `${words} loss ${i}`));
    weights.forEach((w, i) => near(now.model.weights[i], w, `${words} weight ${i}`));
    near(now.mean, mean, "mean");
    near(now.floor, floor, "floor");
    assert.deepEqual(
      now.rows.map(({ beginning }) => beginning),
      Object.keys(shares),
    );
    now.rows.forEach(({ beginning, shares: mine, probs }) => {
      mine.forEach((p, i) => near(p, shares[beginning][i], beginning));
      near(
        probs.reduce((a, b) => a + b),
        1,
        "sum",
      );
    });
  }
});

test("it learns its words by heart, and says so", () => {
  const end = compute({ ...START, steps: ROUNDS });
  for (const { probs, shares } of end.rows)
    probs.forEach((p, i) => assert.ok(Math.abs(p - shares[i]) < 0.03));
  assert.match(sentences(end, ROUNDS), /it knows them by heart. The rate has fallen to 0.$/);
  const start = compute(START);
  assert.match(
    sentences(start, 0),
    /^Nothing has been learned yet. Press Step: the first word is ab/,
  );
  assert.doesNotMatch(sentences(start, 0), /heart|longer/);
  assert.match(sentences(compute({ ...START, words: ["a", "bc"] }), 0), /longer word weighs less/);
  assert.match(
    sentences(compute({ ...START, steps: 2 }), 2),
    /^Round 2 was ba: its loss was 1\.\d{3}/,
  );
  assert.equal(sentences(start, 300), "Computing: round 0 of 300.");
});

test("what is missing is computed in slices, and nothing twice", () => {
  const training = new ToyTraining(START.words, 0.03);
  assert.equal(training.advance(ROUNDS, 0), false);
  const before = training.losses.length;
  assert.ok(before < ROUNDS);
  assert.equal(compute({ ...START, steps: ROUNDS }, training).at, before);
  assert.ok(training.advance(20));
  const kept = training.weights[10];
  assert.ok(training.advance(10) && training.weights[10] === kept);
  assert.ok(training.advance(ROUNDS + 50));
  assert.equal(training.losses.length, ROUNDS);
});

test("the diagram has all 72 weights, each with its change", () => {
  const items = itemsOf(compute({ ...START, steps: 1 })).filter(({ values }) => values);
  const sum = (key) => items.reduce((all, one) => all + one[key].length, 0);
  assert.deepEqual([sum("values"), sum("changes")], [72, 72]);
  assert.equal(blockOf("layer0.mlp_fc1"), "fc1");
  const token = items.find(({ id }) => id === "token");
  const moved = Array.from(token.changes, (change) => change !== 0);
  assert.deepEqual(moved.slice(6), [false, false], "c was not in ab");
  assert.ok(moved.slice(0, 6).every(Boolean));
});

test("words that are refused, by name", () => {
  assert.deepEqual(wordsIn(" ab, ba  ,c "), ["ab", "ba", "c"]);
  assert.equal(refused("ab, ba"), "");
  assert.equal(refused("ab, dad"), "d is unknown: the toy model knows a, b and c.");
  assert.equal(refused("a😀"), "😀 is unknown: the toy model knows a, b and c.");
  assert.equal(refused("abca"), "abca is too long: the toy model reads at most 3 letters.");
  assert.equal(refused("a a a a a a a a a"), "These are 9 words; 8 are the most.");
  assert.equal(refused(" , "), "Write at least one word.");
});
