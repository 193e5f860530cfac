import assert from "node:assert/strict";
import { test } from "node:test";
import { go, tint } from "../../microgpt/widgets/draw/cells.js";
import { extent, spread } from "../../microgpt/widgets/draw/series.js";
import { ticks } from "../../microgpt/widgets/draw/ticks.js";
import { chipText } from "../../microgpt/widgets/draw/tokens.js";

test("a tint is a whole percent of the limit, never more, never none", () => {
  assert.deepEqual(tint(1.5, 3), { percent: 50, end: "pos" });
  assert.deepEqual(tint(-9, 3), { percent: 100, end: "neg" });
  for (const [value, limit] of [
    [NaN, 1],
    [1, 0],
    [Infinity, 1],
    [0, 0],
  ])
    assert.equal(tint(value, limit).percent, 0);
});

test("the arrow keys stay inside the matrix", () => {
  const key = (name, at) => go({ key: name, preventDefault() {} }, at, [4, 3]);
  assert.deepEqual(key("ArrowUp", [0, 1]), [0, 1]);
  assert.deepEqual(key("ArrowRight", [0, 1]), [0, 2]);
  assert.deepEqual(key("End", [2, 0]), [2, 2]);
  assert.deepEqual(key("PageDown", [0, 1]), [3, 1]);
  assert.equal(key("Tab", [0, 1]), null);
  assert.equal(go({ key: "ArrowUp", ctrlKey: true }, [1, 1], [4, 3]), null);
});

test("ticks are round numbers inside the range", () => {
  assert.deepEqual(ticks(0, 4, 4), [0, 1, 2, 3, 4]);
  assert.deepEqual(ticks(1, 1000, 5), [200, 400, 600, 800, 1000]);
  assert.deepEqual(ticks(-0.3, 0.3, 3), [-0.2, 0, 0.2]);
  assert.deepEqual(ticks(1, 1, 3), [1]);
});

test("the range holds every finite number", () => {
  const [low, high] = extent([[1, NaN, Infinity, 3]], [4]);
  assert.ok(low < 1 && low > 0 && high > 4 && high < 5);
  assert.deepEqual(extent([[]], []), [0, 1]);
  const [under, over] = extent([[2, 2]], []);
  assert.ok(under < 2 && over > 2);
});

test("labels are pushed apart, in their own order", () => {
  assert.deepEqual(spread([50, 10, 12], 13), [50, 10, 23]);
  assert.deepEqual(spread([], 13), []);
});

test("what a screen reader reads of a token", () => {
  const read = (item) =>
    chipText(item)
      .map((part) => part.text)
      .join("");
  assert.equal(read({ text: "m", id: 12, state: "current" }), "m, token 12");
  assert.equal(read({ text: "BOS", kind: "bos", state: "next" }), "BOS, not yet");
});
