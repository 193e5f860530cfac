import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { added, compute, tell } from "../../microgpt/widgets/attention/word_attention.js";

// by test_softmax_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/sentence.json", import.meta.url), "utf8"));

test("the page shows Python's weights, and none of what is not there yet", () => {
  for (const { state, weights } of cases) {
    const result = compute(state);
    assert.deepEqual(result.weights.slice(0, state.word + 1), weights);
    assert.ok(result.weights.slice(state.word + 1).every((one) => one === null));
    assert.equal(result.words.length, 9);
    assert.doesNotMatch(tell(state, result), /NaN|undefined|null/);
  }
});

test("what is printed adds to 1", () => {
  for (const { state } of cases) {
    const terms = added(compute(state).weights).replace(" = 1", "").split(" + ");
    const hundredths = terms.map((term) => Math.round(100 * Number(term)));
    assert.equal(
      hundredths.reduce((a, b) => a + b, 0),
      100,
    );
  }
});

test("in words", () => {
  const { state } = cases[0];
  const say = (/** @type {number} */ word, ending = "tired") => {
    const one = { ...state, word, ending };
    return tell(one, compute(one));
  };
  assert.match(say(0), /“The” is the first word. It can only look at itself: weight 1\./);
  assert.match(say(6), /“it” takes as much from “puppy” as from “ball”\. It cannot see the last/);
  assert.match(say(8), /“tired” takes most from “puppy”, then from “it”\. Choose the other/);
  assert.match(say(8, "flat"), /“flat” takes most from “ball”, then from “it”/);
  assert.match(say(1), /“puppy” takes most from itself, then from “The”/);
});
