import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { baselines } from "../../microgpt/widgets/engine/baselines.js";
import { Training } from "../../microgpt/widgets/engine/train.js";
import { beside, shapeOf } from "../../microgpt/widgets/training/draw_curve/compare.js";
import {
  heightAt,
  placed,
  rounds,
  stroke,
} from "../../microgpt/widgets/training/draw_curve/points.js";
import { startRun } from "../../microgpt/widgets/training/draw_curve/run.js";
import { missing, tell } from "../../microgpt/widgets/training/draw_curve/words.js";
import { onDrawn, openDrawing, readDrawn } from "../../microgpt/widgets/training/drawn_curve.js";

// by test_loss_curves_widgets.py
const [{ losses }, ...cases] = JSON.parse(
  readFileSync(new URL("./cases/draw_curve.json", import.meta.url), "utf8"),
);
const BLIND = Math.log(27);
const near = (/** @type {number} */ a, /** @type {number} */ b) =>
  assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test("heights, and where the two are furthest apart, are Python's", () => {
  for (const { steps, points, heights, widest } of cases) {
    for (const [round, height] of heights) {
      if (height === null) assert.ok(Number.isNaN(heightAt(points, round)));
      else near(heightAt(points, round), height);
    }
    const { comparison } = beside(points, losses.slice(0, steps), steps, BLIND);
    assert.equal(comparison?.widest.round, widest.round);
    near(comparison?.widest.expected ?? NaN, widest.expected);
    near(comparison?.widest.was ?? NaN, widest.was);
  }
});

test("a stroke draws anew what it passes, and nothing else", () => {
  const whole = stroke([], [0, 3], [1000, 2], 1000);
  assert.equal(whole.length, 101);
  assert.deepEqual(whole[50], [500, 2.5]);
  const changed = stroke(whole, [300, 1], [198, 2], 1000);
  assert.deepEqual(
    changed.filter(([round]) => round < 200 || round > 300),
    whole.filter(([round]) => round < 200 || round > 300),
  );
  assert.deepEqual([heightAt(changed, 200), heightAt(changed, 300)], [2, 1]);
  assert.deepEqual(stroke([], [400, 9], [400, 9], 1000), [[400, 4]]);
  assert.deepEqual(stroke([[400, 4]], [403, -1], [403, 2], 1000), [[400, 2]]);
  for (const steps of [300, 777, 2000])
    assert.deepEqual(
      stroke([], [steps, 1], [0, 1], steps).map(([round]) => round),
      rounds(steps),
    );
});

test("a typed number moves its own tenth alone", () => {
  const typed = placed(placed([], 1000, 2, 1000), 0, 3, 1000);
  assert.deepEqual(typed, [
    [0, 3],
    [1000, 2],
  ]);
  assert.deepEqual(placed(typed, 100, 2.5, 1000), [
    [0, 3],
    [100, 2.5],
    [1000, 2],
  ]);
  const drawn = stroke([], [0, 3], [1000, 2], 1000);
  const changed = placed(drawn, 500, 0, 1000);
  assert.deepEqual(
    changed.filter(([round]) => round >= 400 && round <= 600),
    [
      [400, 2.6],
      [500, 0],
      [600, 2.4],
    ],
  );
  assert.equal(changed.length, 101 - 18);
  const taken = placed(changed, 500, null, 1000);
  assert.equal(heightAt(taken, 500), 2.5);
  const part = stroke([], [450, 3], [480, 3], 1000); // between two fields
  assert.deepEqual(placed(part, 500, 1, 1000), [[500, 1]]);
  assert.ok(Number.isNaN(heightAt([], 0)));
});

/** @type {Record<string, (x: number) => number>} from the share of the rounds to a loss */
const SHAPES = {
  rising: (x) => 2 + x,
  level: (x) => 3.3 - 0.1 * x,
  straight: (x) => 3.3 - x + 0.05 * Math.sin(20 * x),
  late: (x) => 3.3 - x ** 4,
  fast: (x) => 2.3 + Math.exp(-8 * x),
  jump: (x) => (x < 0.5 ? 3.3 : 2.3),
  bends: (x) => 3.3 - 0.5 * Math.min(1, 5 * x) - 0.5 * Math.max(0, 5 * x - 4),
};

test("the shapes are told apart", () => {
  const at = rounds(100).map((i) => i / 100);
  for (const [shape, f] of Object.entries(SHAPES)) assert.equal(shapeOf(at.map(f)), shape);
});

test("what is said is true of the run, and kind", () => {
  for (const f of Object.values(SHAPES)) {
    const points = rounds(1000).map((i) => /** @type {[number, number]} */ ([i, f(i / 1000)]));
    const { comparison } = beside(points, losses, 1000, BLIND);
    assert.ok(comparison);
    const said = tell(comparison, 1000);
    assert.equal(said.length, 3);
    assert.match(said[1], /by round 100, .* had come 68 % of its way down from the blind guess/);
    assert.match(said[2], /2\.34 is as unsure as among 10\.4 choices/);
    assert.doesNotMatch(said.join(" "), /NaN|undefined|wrong|!/);
  }
  const own = rounds(1000).map((i) => {
    const last = losses.slice(Math.max(0, i - 50), Math.max(1, i));
    const mean =
      last.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b) / last.length;
    return /** @type {[number, number]} */ ([i, mean]);
  });
  const { comparison } = beside(own, losses, 1000, BLIND);
  assert.match(comparison ? tell(comparison, 1000)[0] : "", /You come within 0\.00 everywhere/);
  assert.equal(comparison?.shape, "fast");
  assert.equal(beside(own, losses.slice(0, 999), 1000, BLIND).comparison, null);
});

test("a run of any length falls faster at first than a straight line", () => {
  assert.equal(BLIND, baselines(names.split(" "), 16).uniform);
  for (const steps of [300, 2000]) {
    const run = new Training({ docs: names.split(" "), steps });
    const all = Array.from({ length: steps }, () => run.step().loss);
    const { comparison } = beside([[0, 3]], all, steps, BLIND);
    assert.ok(
      comparison && comparison.early > 0.2 && comparison.early <= 1.1,
      `${comparison?.early}`,
    );
  }
});

test("the run made in the page is the recorded one", async () => {
  let made = /** @type {number[]} */ ([]);
  await new Promise((resolve, reject) => {
    startRun({
      steps: 1000,
      onLosses: (sofar) => {
        made = sofar;
      },
      onDone: () => resolve(null),
      onError: reject,
    });
  });
  assert.equal(made.length, 1000);
  made.forEach((loss, i) => near(loss, losses[i]));
});

test("a curve is committed when it is drawn to both ends", () => {
  assert.equal(missing([], 1000), "Draw a curve first.");
  assert.match(missing([[60, 3]], 1000), /begins at round 60/);
  assert.match(missing([[0, 3]], 2000), /ends at round 0: draw on to round 2,000/);
  assert.equal(
    missing(
      [
        [50, 3],
        [950, 2],
      ],
      1000,
    ),
    "",
  );
});

test("other widgets read the curve and hear of it", () => {
  const target = /** @type {any} */ (globalThis);
  const bus = new EventTarget();
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"])
    target[name] = /** @type {any} */ (bus)[name].bind(bus);
  assert.equal(readDrawn(), null);
  const heard = /** @type {any[]} */ ([]);
  const end = onDrawn((points) => heard.push(points));
  const drawing = openDrawing(1000);
  const points = /** @type {[number, number][]} */ ([
    [0, 3],
    [1000, 2],
  ]);
  drawing.write({ points, done: false });
  openDrawing(500).write({ points: [[0, 1]], done: false });
  drawing.write({ points: /** @type {any} */ ([[0, "x"]]), done: true });
  assert.deepEqual(drawing.read(), { points: [], done: false });
  drawing.remove();
  end();
  drawing.write({ points, done: true });
  assert.deepEqual(heard, [points, null, null]);
});
