import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { GPT, PARTS, lossOf } from "../../microgpt/widgets/engine/gpt.js";
import { Gradient } from "../../microgpt/widgets/engine/gradient.js";
import { decodeFloats, parameterCount } from "../../microgpt/widgets/engine/parameters.js";
import { Random } from "../../microgpt/widgets/engine/random.js";
import { Training } from "../../microgpt/widgets/engine/train.js";

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
// both written by tests/unit/test_ablation.py
const gradients = read("./cases/ablation_gradients.json");
const runs = read("./cases/ablation_runs.json");

/**
 * Equal but for 1e-12 of the largest.
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
function same(a, b) {
  assert.equal(a.length, b.length);
  const size = Math.max(...Array.from(b, Math.abs));
  for (let i = 0; i < a.length; i++)
    assert.ok(Math.abs(a[i] - b[i]) <= 1e-12 * size, `number ${i}: ${a[i]} is not ${b[i]}`);
}

/** @param {any} c */
function modelOf({ config, tokens, seed, scale, without }) {
  const r = new Random(seed);
  const weights = Float64Array.from({ length: parameterCount(config, tokens[0] + 1) }, () =>
    r.uniform(-scale, scale),
  );
  return new GPT(config, tokens[0] + 1, weights, without);
}

test("the parts are Python's", () => {
  assert.deepEqual(
    gradients.map((/** @type {any} */ c) => c.without),
    [null, ...PARTS],
  );
});

for (const c of gradients) {
  test(`without ${c.without}: logits, loss and the gradient of every weight are Python's`, () => {
    const model = modelOf(c);
    const cache = model.start();
    for (const [i, logits] of c.logits.entries()) same(model.step(cache, c.tokens[i]), logits);
    same([lossOf(model, c.tokens)], [c.loss]);
    const gradient = new Gradient(model);
    for (let times = 0; times < 2; times++) {
      // nothing is left over from the first time
      same([gradient.of(c.tokens)], [c.loss]);
      same(gradient.grads, decodeFloats(c.grads));
    }
  });
}

for (const { without, seed, steps, losses, weights } of runs) {
  test(`without ${without}: ${steps} steps of training are Python's`, () => {
    const training = new Training({ docs: names.split(" "), seed, steps, without });
    same(
      losses.map(() => training.step().loss),
      losses,
    );
    const some = training.model.weights.filter((_, i) => i % 37 === 0);
    const expected = decodeFloats(weights);
    // Adam divides by the root of small squares: the last digits of a gradient weigh more
    some.forEach((weight, i) => assert.ok(Math.abs(weight - expected[i]) < 1e-9, `${i}`));
  });
}

test("a part that there is not is refused", () => {
  assert.throws(
    () => modelOf({ ...gradients[0], without: "wings" }),
    /A part is one of position, .*, mlp, not wings/,
  );
});
