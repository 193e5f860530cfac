import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute } from "../../microgpt/widgets/attention/attention_stepper.js";
import {
  LAST,
  STAGES,
  done,
  lines,
  matrixOf,
  outcome,
  sentence,
} from "../../microgpt/widgets/attention/attention_stepper/words.js";
import { toyModel } from "../../microgpt/widgets/engine/toy.js";

const model = toyModel();
const now = (state) =>
  compute({ tokens: ["BOS", "a", "b"], position: 2, step: 0, ...state }, model);
const at = (stage, state) => now({ step: STAGES.indexOf(stage), ...state });

test("the stages are the ones of the Python class", () => {
  const path = new URL("../../microgpt/widgets/attention/heads.py", import.meta.url);
  const [, names] = readFileSync(path, "utf8").match(/STAGES = "([a-z ]+)"/);
  assert.deepEqual(STAGES, names.split(" "));
});

test("one line of arithmetic for each number, and each ends in that number", () => {
  const { steps } = now();
  const [head] = steps[2].heads;
  for (const [stage, numbers] of Object.entries({
    q: steps[2].q,
    k: steps[2].k,
    v: steps[2].v,
    product: head.products,
    score: head.scores,
    weight: head.weights,
    blend: head.blend,
    output: steps[2].output,
    added: steps[2].added,
  })) {
    const found = lines(at(stage), model);
    assert.equal(found.length, numbers.length, stage);
    found.forEach((line, i) => {
      const text = line.split(" = ").at(-1).replace("−", "-");
      assert.ok(Math.abs(Number(text) - numbers[i]) < 0.0051, `${line} is not ${numbers[i]}`);
    });
  }
});

test("the arithmetic as a reader sees it", () => {
  assert.equal(lines(at("q"), model)[0], "q₀ = 0.50 × (−0.88) + 0.20 × 1.10 = −0.22");
  assert.equal(lines(at("product"), model)[0], "BOS: −0.22 × 0.24 + 0.35 × 0.67 = 0.18");
  assert.equal(lines(at("score"), model)[1], "a: 0.03 / √2 = 0.02");
  assert.equal(lines(at("weight"), model)[2], "b: e^0.15 / 3.33 = 1.16 / 3.33 = 0.35");
  assert.equal(lines(at("added"), model)[0], "x₀: −0.88 + 0.23 = −0.65");
  assert.deepEqual(lines(at("cache"), model), ["3 keys and 3 values in the cache"]);
});

test("only what a matrix makes shows a matrix", () => {
  const names = STAGES.map((stage) => matrixOf(at(stage), model)?.name ?? "");
  assert.deepEqual(names.filter(Boolean), ["wq", "wk", "wv", "wo"]);
});

test("what is not computed is not told", () => {
  assert.equal(outcome(at("score")), "");
  assert.equal(outcome(at("weight")), "b takes 0.34 from BOS, 0.31 from a and 0.35 from itself.");
  assert.equal(done(at("k"), "v"), false);
  assert.equal(done(at("v"), "v"), true);
});

test("position 0 takes exactly 1 from itself", () => {
  const first = at("weight", { position: 0 });
  assert.deepEqual([...first.steps[0].heads[0].weights], [1]);
  assert.match(outcome(first), /^BOS takes exactly 1 from itself/);
  assert.match(sentence(first), /exactly 1/);
  assert.deepEqual(lines(first, model), ["BOS: e^0.34 / 1.41 = 1.41 / 1.41 = 1.00"]);
});

test("any tokens, any step: a sentence, and nothing that is no number", () => {
  for (const tokens of [["c"], ["BOS", "a", "b", "c"], ["a", "a", "a", "a"]])
    for (let step = 0; step <= LAST; step++) {
      const state = now({ tokens, position: 3, step });
      assert.ok(sentence(state));
      assert.doesNotMatch(lines(state, model).join(), /NaN|undefined/);
    }
  assert.deepEqual(now({ tokens: ["a", "a"] }).letters, ["a₀", "a₁"]);
});
