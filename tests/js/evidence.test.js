import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compare } from "../../microgpt/widgets/engine/evidence.js";

// written by tests/unit/test_evidence.py
const cases = JSON.parse(readFileSync(new URL("./cases/evidence.json", import.meta.url), "utf8"));

test(`the numbers and the verdict are Python's in ${cases.length} cases`, () => {
  for (const { whole, without, verdict, ...numbers } of cases) {
    const found = compare(whole, without);
    assert.equal(found.verdict, verdict);
    assert.equal(found.seeds, whole.length);
    for (const name of /** @type {const} */ (["mean", "spread", "difference", "error"]))
      assert.ok(Math.abs(found[name] - numbers[name]) < 1e-12, `${name} of ${without}`);
  }
});
