import assert from "node:assert/strict";
import { test } from "node:test";
import { labelPlaces, regions, sample } from "../../microgpt/widgets/draw/levels.js";

const area = (loop) =>
  loop.reduce((sum, [x, y], i) => {
    const [a, b] = loop[(i + 1) % loop.length];
    return sum + (x * b - a * y) / 2;
  }, 0);
const total = (loops) => Math.abs(loops.reduce((sum, loop) => sum + area(loop), 0));

test("a grid of values, the lowest y first", () => {
  assert.deepEqual(
    [...sample((x, y) => x + 10 * y, [-1, 1], 2)],
    [-11, -10, -9, -1, 0, 1, 9, 10, 11],
  );
  assert.deepEqual(
    [...sample((x) => 1 / x, [0, 1], 1)],
    [Number.MAX_VALUE, 1, Number.MAX_VALUE, 1],
  );
  assert.deepEqual(
    [...sample((x) => Math.log(-1 - x), [0, 1], 1)],
    [-Infinity, -Infinity, -Infinity, -Infinity],
  );
});

test("every loop is closed, and the region inside has the right size", () => {
  const cells = 60;
  const unit = 6 / cells;
  const hill = sample((x, y) => 9 - x * x - y * y, [-3, 3], cells); // 5 or more: a disc of radius 2
  const [loop, ...others] = regions(hill, cells + 1, 5);
  assert.equal(others.length, 0);
  assert.ok(Math.abs(Math.abs(area(loop)) * unit * unit - 4 * Math.PI) < 0.05);
  const bowl = sample((x, y) => x * x + y * y, [-3, 3], cells); // 4 or more: all but that disc
  const loops = regions(bowl, cells + 1, 4);
  assert.equal(loops.length, 2);
  assert.ok(
    Math.abs(total(loops) * unit * unit - (36 - 4 * Math.PI)) < 0.05,
    "the hole has the other sense",
  );
  for (const [x, y] of regions(hill, cells + 1, 5)[0])
    assert.ok(Math.abs(Math.hypot(x * unit - 3, y * unit - 3) - 2) < 0.01);
});

test("all high, none high, a part without numbers", () => {
  assert.equal(total(regions([1, 1, 1, 1], 2, 0.5)), 1);
  assert.deepEqual(regions([1, 1, 1, 1], 2, 2), []);
  assert.equal(total(regions([-Infinity, 1, -Infinity, 1], 2, 0.5)), 0);
  assert.ok(regions([NaN, NaN, NaN, NaN], 2, 0).length === 0);
  const chess = regions([1, 0, 0, 1], 2, 0.5);
  assert.equal(chess.length, 2, "two opposite corners stay apart");
  assert.equal(total(chess), 0.25);
});

test("names of levels keep apart, and none is forced", () => {
  const places = labelPlaces(
    [
      [
        [50, 50],
        [50, 40],
      ],
      [
        [50, 45],
        [90, 45],
      ],
      [[51, 41]],
    ],
    () => true,
  );
  assert.deepEqual(places, [[50, 40], [90, 45], null]);
  assert.deepEqual(
    labelPlaces([[[1, 1]]], () => false),
    [null],
  );
});
