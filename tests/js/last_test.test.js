import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chapters, drawn } from "../../microgpt/widgets/quiz/bank.js";
import { compute } from "../../microgpt/widgets/quiz/last_test.js";

const cases = JSON.parse(readFileSync(new URL("cases/last_test.json", import.meta.url), "utf8"));
const answering = (test, which) =>
  Object.fromEntries(test.map(({ item }) => [item.id, which(item.options)]));
const right = (options) => options.findIndex((option) => option.right);
const wrong = (options) => options.findIndex((option) => !option.right);

test("a seed draws what Python draws, and shuffles it so", () => {
  for (const { seed, test: expected } of cases)
    assert.deepEqual(
      drawn(seed).map(({ item, order }) => [item.id, order]),
      expected,
    );
});

test("one item of each chapter, and another test for another seed", () => {
  const seen = new Set();
  for (let seed = 0; seed < 200; seed++) {
    const ids = drawn(seed).map(({ item }) => item.id);
    assert.deepEqual(
      ids.map((id) => id.slice(0, 2)),
      chapters.map(({ chapter }) => chapter),
    );
    seen.add(ids.join());
  }
  assert.equal(seen.size, 200);
});

test("the score, what is open, and what to read again", () => {
  const test = drawn(3);
  const nothing = compute({ test, answers: {} });
  assert.deepEqual([nothing.score, nothing.open.length, nothing.again.length], [0, 16, 16]);
  const best = compute({ test, answers: answering(test, right) });
  assert.deepEqual([best.score, best.open, best.again], [16, [], []]);
  const worst = compute({ test, answers: answering(test, wrong) });
  assert.deepEqual([worst.score, worst.open.length], [0, 0]);
  assert.deepEqual(
    worst.again,
    test.map(({ item }) => item),
  );
  const [{ item, order }] = test;
  const one = compute({ test, answers: { [item.id]: right(item.options) } });
  assert.deepEqual([one.score, one.open.length, one.open.includes("00")], [1, 15, false]);
  assert.equal(order[one.asked[0].chosen], right(item.options));
});

test("answers that are none count as open", () => {
  const test = drawn(3);
  for (const which of [-1, 99, 0.5, "0", null, NaN])
    assert.equal(compute({ test, answers: answering(test, () => which) }).open.length, 16);
  assert.equal(compute({ test, answers: { "99-z": 1 } }).open.length, 16);
});
