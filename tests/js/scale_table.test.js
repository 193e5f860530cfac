import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { byKey, compute } from "../../microgpt/widgets/scale/scale_table.js";
import * as words from "../../microgpt/widgets/scale/scale_table/words.js";

// by test_scale_table.py
const [{ content }, ...cases] = JSON.parse(
  readFileSync(new URL("./cases/scale_table.json", import.meta.url), "utf8"),
);
const models = byKey(content.models);

test("sizes, counts, memory, work, days and cost are Python's", () => {
  for (const { state, sizes, counts, active, memory, flops, days, cost } of cases) {
    const found = compute(state, models);
    assert.deepEqual({ ...found.sizes }, sizes);
    assert.deepEqual(found.counts, counts);
    assert.equal(found.active, active);
    assert.deepEqual(found.memory, memory);
    near(found.flops, flops);
    near(found.days, days);
    near(found.cost, cost);
  }
});

/** @param {number | null} got @param {number | null} right */
function near(got, right) {
  if (right === null) assert.equal(got, null);
  else assert.ok(got !== null && Math.abs(got - right) <= 1e-12 * right, `${got} ${right}`);
}

test("the models stand in their order, the smallest first", () => {
  assert.equal(Object.keys(models)[0], "microgpt");
  assert.equal(models.gpt2.name, "GPT-2 small");
});

test("numbers as a reader wants to see them", () => {
  assert.equal(words.counted(4192), "4,192");
  assert.equal(words.counted(405_853_388_800), "406 billion");
  assert.equal(words.counted(15.6e12), "15.6 trillion");
  assert.equal(words.bytes(248879616), "249 MB");
  assert.equal(words.bytes(512), "512 bytes");
  assert.equal(words.time(25.2 * 365), "25.2 years");
  assert.equal(words.time(0.5), "12 hours");
  assert.equal(words.time(1e-12), "8.64 × 10⁻⁸ seconds");
  assert.equal(words.money(4_600_000), "4.6 million");
  assert.equal(words.money(0.5), "0.5");
});

test("what does not go together is said", () => {
  const sizes = { ...models.gpt2.sizes };
  assert.equal(words.trouble(sizes), "");
  assert.match(words.trouble({ ...sizes, heads: 7 }), /^768 numbers cannot be shared/);
  assert.match(words.trouble({ ...sizes, kv_heads: 5 }), /^12 heads cannot be shared/);
});
