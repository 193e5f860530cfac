import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { afterTraining } from "../../microgpt/widgets/engine/embeddings.js";
import { compute, spelled } from "../../microgpt/widgets/tokens/token_plus_position.js";

// by test_tokens_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/plus.json", import.meta.url), "utf8"));
const embeddings = afterTraining();
const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-12, `${a} is not ${b}`);

test("the sums and their cosine are Python's", () => {
  for (const { sums, cosine, ...state } of cases) {
    const found = compute(state, embeddings);
    near(found.cosine, cosine);
    sums.forEach((sum, k) => sum.forEach((x, i) => near(found.rows[2 + 2 * k][i], x)));
  }
});

test("the same position twice is the same vector", () => {
  near(compute({ letter: "m", position: 3, other: 3 }, embeddings).cosine, 1);
});

test("one column in words", () => {
  assert.equal(
    spelled([[0.5], [-0.25], [0.25], [0.004], [0.504]], 0),
    "Number 0: 0.50 − 0.25 = 0.25, and 0.50 + 0.00 = 0.50. (Rounded.)",
  );
  assert.match(spelled([[1], [-0.001], [0.999], [0], [1]], 0), /1\.00 \+ 0\.00 = 1\.00,/);
});
