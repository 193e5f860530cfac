import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute, tell } from "../../microgpt/widgets/calculus/gears.js";
import { belt, swept } from "../../microgpt/widgets/calculus/gears_picture.js";

// by test_calculus_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/gears.json", import.meta.url), "utf8"));
const close = (a, b) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

test("x, u and y are Python's, before the nudge and after", () => {
  assert.equal(cases.length, 40);
  for (const { state, rate, before, change } of cases) {
    const got = compute(state);
    close(got.rate, rate);
    before.forEach((value, i) => {
      close(got.before[i], value);
      close(got.change[i], change[i]);
      close(got.after[i], value + change[i]);
    });
    assert.doesNotMatch(tell(state), /NaN|undefined|Infinity|−0(?![.\d])/);
  }
});

test("in sentences", () => {
  const state = { x: 1, first: 3, second: 2, nudge: 0.5 };
  assert.equal(
    tell(state),
    "y moves 3 for a nudge of 0.5 in x: 3 / 0.5 = 6. The rates multiply: 3 × 2 = 6.",
  );
  assert.match(
    tell({ ...state, first: -3 }),
    /\(−3\) × 2 = −6\. The minus sign: y turns backwards\.$/,
  );
  assert.match(
    tell({ ...state, first: -3, second: -2 }),
    /= 6\. Turned round twice, y goes the way of x\.$/,
  );
  assert.match(
    tell({ ...state, first: 0 }),
    /u stands still, and y with it\. Nothing gets through/,
  );
  assert.match(tell({ ...state, second: 0 }), /y stands still\. Nothing gets through/);
  assert.match(tell({ ...state, nudge: 0 }), /^No nudge/);
});

test("a belt touches both pulleys and is as long above as below", () => {
  const distance = ([x, y], cx) => Math.hypot(x - cx, y - 72);
  for (const [big, small, crossed] of [
    [24, 8, false],
    [4, 8, false],
    [40, 8, true],
    [8, 8, false],
    [0.8, 8, true],
  ]) {
    const path = belt(64, big, small, 128, crossed);
    const ends = [
      ...path.matchAll(
        /[ML](-?[\d.]+) (-?[\d.]+)|1 (-?[\d.]+) (-?[\d.]+)|0 (-?[\d.]+) (-?[\d.]+)(?=L)/g,
      ),
    ].map((m) => m.slice(1).filter(Boolean).map(Number));
    assert.doesNotMatch(path, /NaN/);
    assert.ok(
      Math.abs(distance(ends[0], 64) - big) < 0.02 &&
        Math.abs(distance(ends[1], 192) - small) < 0.02,
      path,
    );
  }
});

test("the swept rim: nothing for no turn, all of it from one turn on", () => {
  assert.equal(swept(30, 30, 64), "");
  assert.notEqual(swept(0, 90, 64), swept(0, -90, 64));
  assert.equal(swept(0, 400, 64), swept(0, 500, 64));
});
