import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { trainedModel } from "../../microgpt/widgets/engine/canonical.js";
import { compute, questions, spread } from "../../microgpt/widgets/generation/guess.js";
import { LETTERS } from "../../microgpt/widgets/generation/letter_bars.js";

// by test_generation_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/guess.json", import.meta.url), "utf8"));
const engine = trainedModel();

for (const { state, truths, surprises } of cases) {
  test(`${state.bets.length} bets, seed ${state.seed}: the names and both surprises`, () => {
    const { answers } = compute(state, engine);
    assert.deepEqual(
      answers.map(({ name, position, truth }) => [name, position, LETTERS[truth]]),
      truths,
    );
    answers.forEach(({ you, model }, k) => {
      assert.ok(Math.abs(you - surprises[k][0]) < 1e-12);
      assert.ok(Math.abs(model - surprises[k][1]) < 1e-9);
    });
  });
}

test("a bet is a distribution", () => {
  for (const sure of [25, 50, 75, 95]) {
    const q = spread(4, sure);
    assert.equal(q.length, 27);
    assert.equal(q[4], sure / 100);
    assert.ok(Math.abs(q.reduce((a, b) => a + b) - 1) < 1e-12);
  }
});

test("which question is on view", () => {
  const state = /** @type {any} */ ({ seed: 1, names: ["bo"], bets: [], answered: true });
  assert.equal(questions(state).length, 3);
  assert.deepEqual(
    [compute(state, engine).answer, compute(state, engine).question?.position],
    [null, 0],
  ); // nothing to answer yet
  state.bets = [["b", 50]];
  assert.equal(compute(state, engine).question?.position, 0);
  state.answered = false;
  assert.equal(compute(state, engine).question?.position, 1);
  state.bets = [
    ["b", 50],
    ["o", 50],
    ["end", 50],
    ["a", 25],
  ];
  assert.deepEqual(
    [compute(state, engine).question, compute(state, engine).answers.length],
    [null, 3],
  ); // all names are known
});
