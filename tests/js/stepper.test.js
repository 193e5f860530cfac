import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { trainedModel } from "../../microgpt/widgets/engine/canonical.js";
import { kept, stretched } from "../../microgpt/widgets/engine/cuts.js";
import { compute } from "../../microgpt/widgets/generation/stepper.js";
import {
  cutWords,
  digitsOf,
  pieceOf,
  why,
} from "../../microgpt/widgets/generation/stepper/words.js";

// by test_sampling_widgets.py
const read = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`./cases/${name}.json`, import.meta.url), "utf8"));
const cases = read("stepper");
const engine = trainedModel();
const near = (/** @type {number} */ a, /** @type {number} */ b) =>
  assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test("what a rule cuts away, and what is left, are Python's", () => {
  for (const { probs, cut, stays, shares } of read("cuts")) {
    assert.deepEqual(kept(probs, cut), stays);
    stretched(probs, stays).forEach((share, i) => near(share, shares[i]));
  }
});

test("every round and the name are Python's", () => {
  for (const { state, name, rounds } of cases) {
    const now = compute(state, engine);
    assert.equal(engine.tokenizer.decode(now.ids), name);
    rounds.forEach((/** @type {any} */ one, /** @type {number} */ letter) => {
      const { round, drawn } = compute({ ...state, steps: 2 * letter + 1 }, engine);
      assert.ok(drawn);
      assert.deepEqual([round.best, round.chosen], [one.best, one.chosen]);
      near(round.u, one.u);
      one.probs.forEach((/** @type {number} */ p, /** @type {number} */ i) => {
        near(round.probs[i], p);
        near(round.shares[i], one.shares[i]);
      });
    });
    const most = now.over ? now.letter + 1 : now.letter + (now.drawn ? 1 : 0);
    assert.equal(rounds.length, most);
  }
});

test("the number lies in the piece it hit, also as it is shown", () => {
  for (const { state, rounds } of cases)
    for (let letter = 0; letter < rounds.length; letter++) {
      const { round } = compute({ ...state, steps: 2 * letter + 1 }, engine);
      const [start, end] = pieceOf(round, round.chosen);
      assert.ok(start <= round.u && round.u < end);
      near(round.ends[26], 1);
      const digits = digitsOf(round);
      const [a, u, b] = [start, round.u, end].map((x) => Number(x.toFixed(digits)));
      assert.ok(digits >= 2 && ((a <= u && u < b) || digits === 6));
    }
});

test("why the most probable letter was not chosen, in the numbers of this step", () => {
  const state = { ...cases[0].state, seed: 3, steps: 1 };
  const [question, answer] = why(compute(state, engine));
  assert.equal(question, "Why was the most probable letter not chosen?");
  assert.equal(
    answer,
    "m has 0.10: it fills 0.56 to 0.67. The number was 0.24: it fell in e’s piece, 0.23 to 0.27. " +
      "Of many numbers, 10 in 100 fall in m’s piece.",
  );
  const own = why(compute({ ...state, own: [0.6] }, engine));
  assert.match(own[0], /^m, the most probable letter, was chosen/);
  assert.match(why(compute({ ...state, steps: 0 }, engine))[0], /BOS is fed/);
});

test("a name ends with its end, or where the model can read no more", () => {
  const long = { ...cases[0].state, prefix: "abcdefghijklmno", own: [0], steps: 32 };
  const full = compute(long, engine);
  assert.equal(full.over, "full");
  assert.match(why(full).join(" "), /can read no more: the name is cut off/);
  const end = compute({ ...long, own: [0.9999], rule: "greedy" }, engine);
  assert.equal(end.ids.length, 17);
  const ended = compute({ ...cases[0].state, steps: 32 }, engine);
  assert.equal(ended.over, "end");
  assert.match(why(ended).join(" "), /The end was chosen/);
});

test("no words hold a number that is none", () => {
  for (const { state } of cases)
    for (let steps = 0; steps <= 32; steps++) {
      const now = compute({ ...state, steps }, engine);
      const said = `${why(now).join(" ")} ${cutWords(now, state)}`;
      assert.doesNotMatch(said, /NaN|undefined|Infinity/);
    }
});
