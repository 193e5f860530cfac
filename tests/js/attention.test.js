import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { attentionAtOnce, attentionSteps } from "../../microgpt/widgets/engine/attention.js";
import { modelAfter } from "../../microgpt/widgets/engine/model_after.js";
import { modelBefore } from "../../microgpt/widgets/engine/model_before.js";
import { GPT } from "../../microgpt/widgets/engine/gpt.js";
import { Random } from "../../microgpt/widgets/engine/random.js";
import { TOY_TOKENS, toyModel } from "../../microgpt/widgets/engine/toy.js";

// by test_attention_steps.py
const cases = JSON.parse(readFileSync(new URL("./cases/attention.json", import.meta.url), "utf8"));
const COURSE = { toy: toyModel, trained: modelAfter, untrained: modelBefore };

/** A model by its name, or as the Python side made it: uniform weights from the seed. */
function modelOf(which) {
  if (typeof which === "string") return COURSE[which]();
  const { vocab, seed, scale, ...config } = which;
  const r = new Random(seed);
  const { n_layer, n_embd, block_size } = config;
  const count = n_embd * (2 * vocab + block_size) + n_layer * 12 * n_embd ** 2;
  const weights = Float64Array.from({ length: count }, () => r.uniform(-scale, scale));
  return new GPT(config, vocab, weights);
}

/** The same numbers in the same places, to 1e-12. */
function near(found, expected, where = "") {
  if (typeof expected === "number")
    assert.ok(Math.abs(found - expected) < 1e-12, `${where}: ${found} is not ${expected}`);
  else for (const key of Object.keys(expected)) near(found[key], expected[key], `${where}.${key}`);
}

for (const { model: which, tokens, layers } of cases) {
  test(`every number is Python's: ${JSON.stringify(which)}, ${tokens}`, () => {
    const model = modelOf(which);
    layers.forEach((steps, layer) => {
      const found = attentionSteps(model, tokens, layer);
      assert.equal(found.length, steps.length);
      near(found, steps);
    });
  });

  test(`all at once with a mask is the same, to the last bit: ${JSON.stringify(which)}`, () => {
    const model = modelOf(which);
    const steps = attentionSteps(model, tokens);
    attentionAtOnce(model, tokens).forEach((row, position) => {
      const { heads, ...vectors } = row;
      const { heads: expected, ...others } = steps[position];
      assert.deepEqual(vectors, others);
      heads.forEach((head, h) => {
        const seen = position + 1;
        assert.deepEqual(head.weights.slice(0, seen), expected[h].weights);
        assert.ok(head.weights.slice(seen).every((weight) => weight === 0));
        assert.ok(head.masked.slice(seen).every((score) => score === -Infinity));
        assert.ok(head.scores.every(Number.isFinite), "the mask is what takes them out");
        assert.deepEqual(head.blend, expected[h].blend);
      });
    });
  });
}

test("what a weight is multiplied with comes from the cache: k and v of the steps before", () => {
  const steps = attentionSteps(toyModel(), [0, 1, 2]);
  const [{ weights, blend }] = steps[2].heads;
  const [a, b] = [0, 1].map((i) => steps.reduce((sum, { v }, t) => sum + weights[t] * v[i], 0));
  assert.deepEqual([...blend], [a, b]);
});

test("BOS is the toy model's first token", () => {
  assert.deepEqual(TOY_TOKENS, ["BOS", "a", "b", "c"]);
  assert.deepEqual([...toyModel().state_dict.wte.slice(0, 2)], [0.2, 0.3]);
});
