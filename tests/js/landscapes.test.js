import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  descend,
  flat,
  isMinimum,
  LANDSCAPES,
  LIMIT,
  REACH,
} from "../../microgpt/widgets/engine/landscapes.js";

// by test_descent_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/descent.json", import.meta.url), "utf8"));
const grounds = cases.flatMap((one) => one.ground ?? []);
const descents = cases.flatMap((one) => one.descent ?? []);

test("losses and gradients are Python's, to the last bit", () => {
  assert.deepEqual(
    grounds.map((one) => one.name),
    Object.keys(LANDSCAPES),
  );
  for (const { name, formula, reach, points } of grounds) {
    const land = LANDSCAPES[name];
    assert.equal(land.formula, formula);
    assert.equal(reach, REACH);
    for (const [w1, w2, loss, slope1, slope2] of points) {
      assert.equal(land.loss(w1, w2), loss, name);
      assert.deepEqual(
        land.gradient(w1, w2).map((x) => x + 0),
        [slope1 + 0, slope2 + 0],
        name,
      );
    }
  }
});

test("trajectories are Python's, to the last bit, and never leave the numbers", () => {
  assert.equal(descents.length, 4 * 6 * 3);
  for (const { landscape, start, learning_rate, steps, path } of descents) {
    const got = descend(LANDSCAPES[landscape], start, learning_rate, steps);
    assert.deepEqual(
      got.map((one) => one.map((x) => x + 0)),
      path.map((one) => one.map((x) => x + 0)),
    );
    assert.ok(got.flat().every(Number.isFinite));
    assert.ok(got.slice(0, -1).every(([w1, w2]) => LANDSCAPES[landscape].loss(w1, w2) <= LIMIT));
  }
});

test("what is flat, and what is a minimum", () => {
  const land = LANDSCAPES["two minima"];
  for (const [place, level, minimum] of [
    [[1, 0], true, true],
    [[-2, 0], true, true],
    [[0, 0], true, false],
    [[0.5, 0], false, false],
  ]) {
    assert.equal(flat(land.gradient(...place)), level);
    assert.equal(level && isMinimum(land, ...place), minimum);
  }
  assert.ok(isMinimum(LANDSCAPES.plateau, -1, -1) && isMinimum(LANDSCAPES.bowl, 0, 0));
});

test("levels rise, and lie between the lowest and the highest ground shown", () => {
  for (const { levels, loss } of Object.values(LANDSCAPES)) {
    const all = Array.from({ length: 31 * 31 }, (_, k) =>
      loss((k % 31) / 5 - REACH, Math.floor(k / 31) / 5 - REACH),
    );
    assert.ok(
      levels.every(
        (level, i) =>
          (!i || level > levels[i - 1]) && level > Math.min(...all) && level < Math.max(...all),
      ),
    );
  }
});
