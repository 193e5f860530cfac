import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nameList, trainedModel } from "../../microgpt/widgets/engine/canonical.js";
import { kindOf } from "../../microgpt/widgets/generation/known_names.js";
import { compute } from "../../microgpt/widgets/generation/temperature.js";
import { neverChanges, spoken } from "../../microgpt/widgets/generation/temperature/words.js";

// by test_sampling_widgets.py
const cases = JSON.parse(
  readFileSync(new URL("./cases/temperature.json", import.meta.url), "utf8"),
);
const engine = trainedModel();
const list = nameList();
const near = (/** @type {number} */ a, /** @type {number} */ b) =>
  assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test("logits, probabilities, entropy, names and what is known of them are Python's", () => {
  for (const { state, logits, probs, bits, groups } of cases) {
    const now = compute(state, engine);
    for (let i = 0; i < logits.length; i++) {
      near(now.logits[i], logits[i]);
      near(now.probs[i], probs[i]);
    }
    near(now.bits, bits);
    assert.deepEqual(
      now.names.map((name) => [name, kindOf(name, list)]),
      groups,
    );
  }
});

test("what is said never holds a number that is none, and names the order's ends", () => {
  for (const { state } of cases)
    for (const temperature of [0.05, 0.1, 1, 2, 100]) {
      const now = compute({ ...state, temperature }, engine);
      const said = `${neverChanges(now)} ${spoken(now)}`;
      assert.doesNotMatch(said, /NaN|undefined|Infinity/);
      assert.match(said, /The order never changes/);
    }
  const cold = neverChanges(compute({ ...cases[0].state, temperature: 0.05 }, engine));
  assert.match(cold, /hardly anything else is ever drawn/);
  const hot = neverChanges(compute({ ...cases[0].state, temperature: 100 }, engine));
  assert.match(hot, /1 in 27/);
});
