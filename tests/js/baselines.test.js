import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { baselines } from "../../microgpt/widgets/engine/baselines.js";

// by test_train_here.py
const cases = JSON.parse(readFileSync(new URL("./cases/baselines.json", import.meta.url), "utf8"));

for (const { docs, block, ...expected } of cases) {
  const name = JSON.stringify(docs ?? "the built-in names").slice(0, 40);
  test(`uniform, unigram, bigram of ${name}, block ${block}`, () => {
    const got = baselines(docs ?? names.split(" "), block);
    for (const name of /** @type {const} */ (["uniform", "unigram", "bigram"]))
      assert.ok(
        Math.abs(got[name] - expected[name]) < 1e-9,
        `${name}: ${got[name]} is not ${expected[name]}`,
      );
  });
}

test("by hand: two documents, ab and a", () => {
  // predictions: a b end, a end: of 5, a twice, b once, the end twice; after a: b once, the end
  // once
  const { uniform, unigram, bigram } = baselines(["ab", "a"], 16);
  assert.equal(uniform, Math.log(3));
  assert.ok(Math.abs(unigram - (4 * Math.log(5 / 2) + Math.log(5)) / 5) < 1e-15);
  assert.ok(Math.abs(bigram - (2 * Math.log(2)) / 5) < 1e-15);
});
