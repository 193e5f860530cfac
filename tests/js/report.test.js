import assert from "node:assert/strict";
import { test } from "node:test";
import { filled, stateLines } from "../../microgpt/widgets/page/report.js";

const FORM = "https://example.org/issues/new?template=error.yml&where=page";
const query = (/** @type {string} */ address) => new URL(address).searchParams;

test("numbers, switches and lists of them are told; a text is not, nor what holds one", () => {
  const state = { rate: 0.1 + 0.2, on: false, grid: [[1, -2.5], [0]], typed: "anna" };
  const more = { words: ["anna"], mixed: [1, "anna"], deep: [[["anna"]]], box: { a: "anna" } };
  const odd = { nothing: null, empty: [], nan: NaN, endless: Infinity, _own: 3 };
  assert.deepEqual(stateLines("numbers/dot_product.js", { ...state, ...more, ...odd }), [
    "rate: 0.3",
    "on: false",
    "grid: [[1,-2.5],[0]]",
  ]);
});

test("what a reader answered is theirs", () => {
  assert.deepEqual(stateLines("quiz/predict.js", { guess: 3 }), []);
});

test("the form keeps what it was asked with, and is filled in anew each time", () => {
  const once = filled(FORM, { where: "Attention & more", lines: ["a: 1", "b: 2"] });
  assert.equal(query(once).get("template"), "error.yml");
  assert.equal(query(once).get("where"), "Attention & more");
  assert.equal(query(once).get("state"), "a: 1\nb: 2\n");
  const again = filled(once, { where: "Page", lines: [] });
  assert.deepEqual([query(again).get("where"), query(again).has("state")], ["Page", false]);
});

test("the address stays short: whole lines, as many as there is room for", () => {
  const lines = Array.from({ length: 300 }, (_, i) => `name${i}: ${i}`);
  const long = filled(FORM, { where: "x".repeat(5000), lines });
  assert.ok(long.length <= 1500 && long.length > 1400, `${long.length}`);
  const told = query(long).get("state")?.trimEnd().split("\n") ?? [];
  assert.ok(told.length > 10);
  assert.deepEqual(told, lines.slice(0, told.length));
  const huge = filled(FORM, { where: "here", lines: ["a: 1", `b: ${"1".repeat(2000)}`] });
  assert.equal(query(huge).get("state"), "a: 1\n");
});
