import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lines, regions } from "../../microgpt/widgets/data/program.js";
import { words } from "../../microgpt/widgets/data/region_words.js";
import { compute, remembered } from "../../microgpt/widgets/program/line_by_line.js";
import { scrolled } from "../../microgpt/widgets/program/line_by_line/code_pane.js";
import { fromLink, toLink } from "../../microgpt/widgets/program/line_by_line/link.js";
import { NAMES, VIEWS } from "../../microgpt/widgets/program/line_by_line/names.js";
import { PICTURES } from "../../microgpt/widgets/program/line_by_line/pictures.js";

// by test_line_by_line.py
const [cases] = JSON.parse(
  readFileSync(new URL("./cases/line_by_line.json", import.meta.url), "utf8"),
);

test("regions, views and words are Python's", () => {
  assert.deepEqual(NAMES, cases.names);
  assert.deepEqual(VIEWS, cases.views);
  for (const { name, ...told } of words) assert.deepEqual(told, cases.told[name]);
});

test("each region has its words; the switch says which are shown", () => {
  for (const [i, region] of NAMES.entries()) {
    const { at, name, told } = compute({ region, view: "plain", regions: NAMES });
    assert.deepEqual([at, name, told.name], [i, region, region]);
  }
  const shown = VIEWS.map((view) => compute({ region: "gpt", view, regions: NAMES }));
  assert.deepEqual(
    shown.map(({ plain, technical }) => [plain, technical]),
    [
      [true, false],
      [false, true],
      [true, true],
    ],
  );
});

test("a part of the program knows its own regions only", () => {
  const regions = ["mlp", "gpt"];
  const { name, at, told } = compute({ region: "gpt", view: "plain", regions });
  assert.deepEqual([name, at, told.name], ["gpt", 1, "gpt"]);
  assert.equal(compute({ region: "softmax", view: "plain", regions }).name, "mlp");
  assert.deepEqual(fromLink("#region=softmax&view=both", regions), { view: "both" });
  assert.deepEqual(fromLink("#region=mlp", regions), { region: "mlp" });
});

test("what is kept counts only if it is one of the views", () => {
  assert.deepEqual(remembered("both"), { view: "both" });
  for (const kept of [null, "all", 3, { view: "both" }]) assert.deepEqual(remembered(kept), {});
});

test("a link says what is shown, and what it does not know is left out", () => {
  for (const region of NAMES)
    for (const view of VIEWS)
      assert.deepEqual(fromLink(toLink({ region, view }), NAMES), { region, view });
  assert.deepEqual(fromLink("#region=softmax", NAMES), { region: "softmax" });
  assert.deepEqual(fromLink("#view=both&region=%73oftmax", NAMES), {
    view: "both",
    region: "softmax",
  });
  for (const hash of [
    "",
    "#",
    "#softmax",
    "#region=header&view=all",
    "#region=%",
    "#train=seed:42",
  ])
    assert.deepEqual(fromLink(hash, NAMES), {});
});

test("a pane is scrolled no further than is needed", () => {
  assert.equal(scrolled(500, 100, 450, 400), 450, "in view: it stays");
  assert.equal(scrolled(500, 100, 0, 400), 224, "below: to its end");
  assert.equal(scrolled(500, 100, 800, 400), 476, "above: to its beginning");
  assert.equal(scrolled(500, 900, 0, 400), 476, "too high: to its beginning");
  assert.equal(scrolled(10, 30, 300, 400), 0, "never before the first line");
});

test("each region has a picture, and each of its steps one line that does it", () => {
  assert.deepEqual(Object.keys(PICTURES), NAMES);
  for (const { name, first, last } of regions) {
    const steps = PICTURES[name].steps();
    const own = lines.slice(first - 1, last);
    assert.ok(steps.length >= 4 && steps.some(({ line }) => line), name);
    for (const { line, says } of steps) {
      assert.match(says, /^\S.*[.:?]$/, name);
      if (line) assert.equal(own.filter((one) => one.includes(line)).length, 1, `${name}: ${line}`);
    }
  }
});

test("every number in a picture is one", () => {
  for (const name of NAMES)
    for (const { bars, sum = "", says } of PICTURES[name].steps()) {
      if (bars) {
        assert.equal(bars.labels.length, bars.values.length, name);
        assert.ok(bars.values.every(Number.isFinite), name);
      }
      assert.doesNotMatch(sum + says, /NaN|undefined|Infinity/, name);
    }
});

/** @param {string} name @param {string} piece of the line */
const stepAt = (name, piece) =>
  PICTURES[name].steps().findLast(({ line }) => line?.includes(piece));
const total = (/** @type {number[]} */ xs) => xs.reduce((sum, x) => sum + x, 0);

test("the pictures show what the lines compute", () => {
  for (const [name, line] of [
    ["softmax", "return [e / total"],
    ["attention", "shares = softmax"],
    ["sampling", "probs = softmax"],
  ])
    assert.ok(Math.abs(total(stepAt(name, line).bars.values) - 1) < 1e-9, name);
  const { values } = stepAt("rmsnorm", "return [x_i").bars;
  const size = total(values.map((/** @type {number} */ x) => x * x)) / values.length;
  assert.ok(Math.abs(size - 1) < 1e-5);
  assert.match(stepAt("optimizer", "p.data -=").sum, /^w = 0\.0206 .* = 0\.0116$/);
  const ids = stepAt("tokenizer", "return [BOS]").chips.map((/** @type {any} */ chip) => chip.id);
  assert.deepEqual(ids, [26, 4, 12, 12, 0, 26]);
  const [a, b] = stepAt("backward", "child.grad").facts;
  assert.deepEqual([a.grad, b.grad], [4, 2]);
});
