import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BLOCKS } from "../../microgpt/widgets/engine/blocks.js";
import { stepByHand } from "../../microgpt/widgets/engine/by_hand.js";
import { adam } from "../../microgpt/widgets/engine/optim.js";
import { GPT } from "../../microgpt/widgets/engine/gpt.js";
import { Gradient } from "../../microgpt/widgets/engine/gradient.js";
import { Random } from "../../microgpt/widgets/engine/random.js";
import { toyModel } from "../../microgpt/widgets/engine/toy.js";

// by test_by_hand.py
const cases = JSON.parse(readFileSync(new URL("./cases/by_hand.json", import.meta.url), "utf8"));

/** The toy model, or as the Python side made it: uniform weights from the seed. */
function modelOf(which) {
  if (which === "toy") return toyModel();
  const { vocab, seed, scale, ...config } = which;
  const r = new Random(seed);
  const count = toyLike(config, vocab);
  return new GPT(
    config,
    vocab,
    Float64Array.from({ length: count }, () => r.uniform(-scale, scale)),
  );
}
const toyLike = ({ n_embd, block_size }, vocab) =>
  n_embd * (2 * vocab + block_size) + 12 * n_embd ** 2;

/** The same numbers in the same places, to 1e-12 of numbers up to 1 and as exact for larger ones. */
function near(found, expected, where = "") {
  if (typeof expected === "number") {
    const gap = 1e-12 * Math.max(1, Math.abs(expected));
    assert.ok(Math.abs(found - expected) < gap, `${where}: ${found} is not ${expected}`);
  } else {
    if (Array.isArray(expected)) assert.equal(found.length, expected.length, where);
    for (const key of Object.keys(expected)) near(found[key], expected[key], `${where}.${key}`);
  }
}

for (const { model: which, tokens, step } of cases) {
  test(`every number is Python's: ${JSON.stringify(which)}, ${tokens}`, () => {
    const found = stepByHand(modelOf(which), tokens);
    const { gradients, weights, ...others } = step;
    near(found, others);
    for (const name of Object.keys(gradients)) {
      near(found.gradients[name], gradients[name].flat(), `gradients.${name}`);
      near(found.weights[name], weights[name].flat(), `weights.${name}`);
    }
  });
}

test("the parts of all positions add up to the gradient that training uses", () => {
  const model = toyModel();
  const tokens = [0, 1, 1, 3, 0];
  const { positions, gradients, loss } = stepByHand(model, tokens);
  const training = new Gradient(model);
  near(loss, training.of(tokens));
  let i = 0;
  for (const { name } of model.shapes)
    gradients[name].forEach((gradient, k) => {
      const sum = positions.reduce((total, { parts }) => total + parts[name][k], 0);
      near(sum, gradient, `${name} ${k}`);
      near(gradient, training.grads[i++], `${name} ${k}`);
    });
  assert.equal(i, 72);
});

test("every block has as many gradients as numbers, and the model stays as it is", () => {
  const model = toyModel();
  const before = model.weights.slice();
  const { positions } = stepByHand(model, [0, 2, 0]);
  for (const { out, grad } of positions)
    for (const block of BLOCKS) assert.equal(out[block].length, grad[block].length, block);
  assert.deepEqual(model.weights, before);
});

test("the first step of Adam is the rate times the sign; no gradient, no step", () => {
  for (const g of [2.5, -0.003, 1e-5])
    assert.ok(Math.abs(adam(g).step - 0.01 * Math.sign(g)) < 1e-4);
  assert.equal(adam(0).step, 0);
  assert.ok(Math.abs(adam(1e-9).step) < 0.001); // here eps counts
});

test("what cannot be done by hand is refused", () => {
  const deep = { n_layer: 2, n_embd: 2, n_head: 1, block_size: 2 };
  const two = new GPT(deep, 2, new Float64Array(2 * 2 * 2 + 4 + 2 * 48));
  assert.throws(() => stepByHand(two, [0, 1, 0]), /One layer and one head/);
});
