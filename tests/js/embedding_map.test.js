import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { afterTraining, beforeTraining, cosine } from "../../microgpt/widgets/engine/embeddings.js";
import { principal, seen } from "../../microgpt/widgets/engine/projection.js";
import { compute, embeddingMap } from "../../microgpt/widgets/tokens/embedding_map.js";

// by test_tokens_widgets.py
const [before, after] = JSON.parse(
  readFileSync(new URL("./cases/embeddings.json", import.meta.url), "utf8"),
);
const near = (a, b, within) => assert.ok(Math.abs(a - b) < within, `${a} is not ${b}`);
const map = embeddingMap();

test("the vectors before and after training are those of the package", () => {
  for (const [expected, found] of [
    [before, beforeTraining()],
    [after, afterTraining()],
  ]) {
    expected.first_row.forEach((x, i) => near(found.wte[0][i], x, 1e-12));
    expected.position_row.forEach((x, i) => near(found.wpe[3][i], x, 1e-12));
    assert.deepEqual([found.wte.length, found.wpe.length], [27, 16]);
  }
});

test("the nearest by cosine, all of them in Python's order", () => {
  for (const { when, nearest } of [before, after])
    for (const [letter, expected] of Object.entries(nearest)) {
      const found = compute({ letter, when }, map.vectors);
      assert.deepEqual(
        found.map((one) => one.token),
        expected.map(([token]) => token),
      );
      found.forEach((one, i) => near(one[when], expected[i][1], 1e-9));
    }
});

test("the map is the one that NumPy finds, up to the sign of each axis", () => {
  near(map.share.after, after.share, 1e-9);
  for (const axis of [0, 1]) {
    const sign = Math.sign(map.places.after[0][axis] * after.places[0][axis]);
    map.places.after.forEach((place, i) => near(place[axis], sign * after.places[i][axis], 1e-9));
  }
});

test("points without spread, and vectors without direction, give numbers", () => {
  const same = Array.from({ length: 3 }, () => Float64Array.from([1, 2, 3]));
  assert.equal(seen(same, principal(same, null)), 1);
  assert.equal(cosine([0, 0], [1, 2]), 0);
});
