import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hull } from "../../microgpt/widgets/attention/hull.js";
import { tell } from "../../microgpt/widgets/attention/lookup_words.js";
import { stretched } from "../../microgpt/widgets/attention/query_controls.js";
import { compute } from "../../microgpt/widgets/attention/soft_lookup.js";

/** @typedef {import("../../microgpt/widgets/attention/soft_lookup.js").Lookup} Lookup */

// by test_softmax_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/lookup.json", import.meta.url), "utf8"));

const NAMES = ["e", "m₂", "m₃", "a"];
const K = [
  [2, 1],
  [-1, 2],
  [-2, -0.5],
  [0.5, -2],
];

test("the page looks up what Python looks up", () => {
  for (const { weights, out, ...state } of cases) {
    const found = compute(state);
    assert.equal(found.weights === null, weights === null);
    weights?.forEach((/** @type {number} */ w, /** @type {number} */ i) =>
      assert.ok(Math.abs((found.weights?.[i] ?? NaN) - w) < 1e-12),
    );
    out?.forEach((/** @type {number} */ x, /** @type {number} */ i) =>
      assert.ok(Math.abs((found.out?.[i] ?? NaN) - x) < 1e-12),
    );
    assert.doesNotMatch(tell(state, found, [..."abcdef"]), /NaN|undefined|Infinity/);
  }
});

test("the steps of one lookup, by hand", () => {
  const found = compute({ q: [1, 1], k: K, v: K, look: "softly" });
  assert.deepEqual(found.dots, [3, 1, -2.5, -1.5]);
  assert.ok(Math.abs(found.scaled[0] - 3 / Math.SQRT2) < 1e-12);
  assert.ok(Math.abs(found.exps[1] - Math.exp(1 / Math.SQRT2)) < 1e-12);
});

test("in words: a blend, mostly one, one alone; and what a dict says", () => {
  const say = (/** @type {number[]} */ q, /** @type {Lookup["look"]} */ look = "softly") => {
    const state = { q, k: K, v: K, look };
    return tell(state, compute(state), NAMES).replace(/[\u2066-\u2069]/g, "");
  };
  assert.match(say([0, 0]), /every key gets the same weight/);
  assert.match(say([0.25, 0.25]), /A blend/);
  assert.match(say([1, 1]), /Mostly the value of e/);
  assert.match(say([0.75, -3]), /Nearly the value of a alone/);
  assert.match(say([1, -0.5], "exactly"), /KeyError: \(1, −0\.5\)/);
  assert.match(say([0.5, -2], "exactly"), /equals the key of a\./);
});

test("a longer query is sharper, and never leaves the plane", () => {
  let q = [0.25, -0.5];
  const sharpest = (/** @type {number[]} */ one) =>
    Math.max(...(compute({ q: one, k: K, v: K, look: "softly" }).weights ?? []));
  for (let i = 0; i < 6; i++) {
    const longer = stretched(q, 2, 3);
    assert.ok(Math.max(...longer.map(Math.abs)) <= 3);
    assert.ok(sharpest(longer) >= sharpest(q));
    assert.ok(Math.abs(longer[0] * q[1] - longer[1] * q[0]) < 1e-6);
    q = longer;
  }
  assert.deepEqual(q, [1.5, -3]);
  assert.deepEqual(stretched([0, 0], 2, 3), [0, 0]);
});

test("the hull has the corners, and no dents", () => {
  const square = [
    [0, 0],
    [2, 2],
    [1, 1],
    [2, 0],
    [0, 2],
    [1, 0],
  ];
  assert.deepEqual(hull(square), [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
  ]);
  assert.equal(hull([[1, 1]]).length, 0);
  assert.equal(hull([[1, 1], [1, 1], [2, 2]]).length, 2); // prettier-ignore
});
