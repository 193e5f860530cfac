import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Random, pick } from "../../microgpt/widgets/engine/random.js";

/** Written by tests/unit/test_js_engine.py. */
const cases = JSON.parse(readFileSync(new URL("./cases/random.json", import.meta.url), "utf8"));

/**
 * Python's log, sin and cos may differ in the last bit.
 * @param {number} a
 * @param {number} b
 */
const close = (a, b) =>
  assert.ok(Math.abs(a - b) <= 1e-14 * Math.max(1, Math.abs(b)), `${a} is not ${b}`);

for (const c of cases) {
  const seed = c.seed.length > 30 ? `of ${c.seed.length} digits` : c.seed;
  test(`seed ${seed} draws what Python draws`, () => {
    const r = new Random(BigInt(c.seed));
    for (const x of c.random) assert.equal(r.random(), x);
    for (const [k, x] of c.getrandbits) assert.equal(r.getrandbits(k), x);
    for (const [a, b, x] of c.randrange) assert.equal(r.randrange(a, b), x);
    for (const [a, b, x] of c.uniform) assert.equal(r.uniform(a, b), x);
    const list = Array.from({ length: 40 }, (_, i) => i);
    r.shuffle(list);
    assert.deepEqual(list, c.shuffle);
    for (const x of c.gauss) close(r.gauss(0, 0.08), x);
    const weights = Array.from({ length: 27 }, () => r.random() * r.random());
    assert.deepEqual(
      r.choices(
        weights.map((_, i) => i),
        weights,
        60,
      ),
      c.choices,
    );
    for (let i = 0; i < 2000; i++) r.random();
    close(r.gauss(1, 2), c.gauss_after);
    assert.equal(r.random(), c.random_after);
  });
}

test("a number and a BigInt seed the same stream, and streams do not share state", () => {
  const a = new Random(42);
  const b = new Random(42n);
  for (let i = 0; i < 1000; i++) assert.equal(a.random(), b.random());
});

test("randrange(n) starts at 0", () => {
  const r = new Random(5);
  const seen = new Set(Array.from({ length: 200 }, () => r.randrange(3)));
  assert.deepEqual([...seen].sort(), [0, 1, 2]);
});

test("pick finds the weight under u, and never one that is zero", () => {
  assert.equal(pick([1, 2, 1], 0), 0);
  assert.equal(pick([1, 2, 1], 0.25), 1);
  assert.equal(pick([1, 2, 1], 0.75), 2);
  assert.equal(pick([0, 1, 0], 0), 1);
  assert.equal(pick([1, 2, 1], 1 - 2 ** -53), 2);
});

test("what makes no sense is said in a sentence", () => {
  const r = new Random(1);
  assert.throws(() => new Random(1.5), /whole number/);
  assert.throws(() => new Random(NaN), /whole number/);
  assert.throws(() => r.getrandbits(54), /0 to 53/);
  assert.throws(() => r.randrange(0), /no whole number/);
  assert.throws(() => r.choices("ab", [1]), /one weight/);
  assert.throws(() => pick([0, 0], 0.5), /above zero/);
  assert.throws(() => pick([1, Infinity], 0.5), /finite/);
});
