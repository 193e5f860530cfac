import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { compute, same } from "../../microgpt/widgets/tokens/shuffle_names.js";

// by test_tokens_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/shuffle.json", import.meta.url), "utf8"));
const all = names.split(" ");

test("each seed gives the order that Python gives", () => {
  for (const { seed, first } of cases)
    assert.deepEqual(
      compute({ seed }, all.length)
        .slice(0, first.length)
        .map((place) => all[place]),
      first,
    );
});

test("every name keeps its place in the list, once", () => {
  const order = compute({ seed: 42 }, all.length);
  assert.deepEqual(
    order.toSorted((a, b) => a - b),
    all.map((_, i) => i),
  );
});

test("the same seed gives the same order, another one another", () => {
  const order = (seed) => compute({ seed }, 100);
  assert.ok(same(order(7), order(7)));
  assert.ok(!same(order(7), order(8)) && !same(order(7), order(7).slice(1)));
});
