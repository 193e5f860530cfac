import assert from "node:assert/strict";
import { test } from "node:test";
import { trainedModel } from "../../microgpt/widgets/engine/canonical.js";
import { principal, project } from "../../microgpt/widgets/engine/projection.js";
import { Random } from "../../microgpt/widgets/engine/random.js";
import { attentionOf, closest } from "../../microgpt/widgets/training/train_here/inside.js";

const r = new Random(1);
const cloud = Array.from({ length: 80 }, () =>
  Float64Array.from([0.1 * r.gauss(), 5 * r.gauss() + 7, 0.1 * r.gauss(), 2 * r.gauss()]),
);

test("the directions are those of the largest spread, at right angles", () => {
  const { across, up } = principal(cloud, null);
  assert.ok(Math.abs(across[1]) > 0.99 && Math.abs(up[3]) > 0.99);
  assert.ok(Math.abs(across.reduce((sum, x, i) => sum + x * up[i], 0)) < 1e-9);
});

test("the sense of the axes is kept where the points move a little", () => {
  const before = principal(cloud, null);
  const places = project(cloud, before);
  const moved = cloud.map((point) => point.map((x) => x + 0.01 * r.gauss()));
  const turned = { across: before.across.map((x) => -x), up: before.up.map((x) => -x) };
  project(moved, principal(moved, before)).forEach(([x, y], i) =>
    assert.ok(Math.hypot(x - places[i][0], y - places[i][1]) < 0.2),
  );
  project(moved, principal(moved, turned)).forEach(([x, y], i) =>
    assert.ok(Math.hypot(x + places[i][0], y + places[i][1]) < 0.2),
  );
});

test("points that are all the same, and another width than before, give numbers", () => {
  const same = Array.from({ length: 3 }, () => Float64Array.from([1, 2, 3]));
  assert.ok(
    project(same, principal(same, principal(cloud, null)))
      .flat()
      .every(Number.isFinite),
  );
});

test("attention: each token shares one whole among itself and those before it", () => {
  const engine = trainedModel();
  const heads = attentionOf(engine, [..."emma"]);
  assert.deepEqual([heads.length, heads[0].length, heads[0][0].length], [4, 5, 5]);
  for (const rows of heads)
    rows.forEach((row, t) => {
      assert.ok(Math.abs(row.reduce((a, b) => a + b) - 1) < 1e-12);
      assert.ok(row.slice(t + 1).every((x) => x === 0));
    });
  assert.equal(attentionOf(engine, [])[0].length, 1);
});

test("the closest two", () => {
  assert.deepEqual(
    closest(
      [
        [0, 0],
        [3, 4],
        [3, 5],
      ].map((x) => Float64Array.from(x)),
    ),
    { a: 1, b: 2, distance: 1 },
  );
});
