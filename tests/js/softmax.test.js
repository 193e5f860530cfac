import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute } from "../../microgpt/widgets/attention/softmax_steps.js";
import { tell } from "../../microgpt/widgets/attention/softmax_words.js";
import { addToOne } from "../../microgpt/widgets/kit/rounding.js";

// by test_softmax_widgets.py
const read = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`./cases/${name}.json`, import.meta.url), "utf8"));
const cases = read("softmax");

const near = (/** @type {number[] | null} */ a, /** @type {number[]} */ b) =>
  b.forEach((x, i) => assert.ok(Math.abs((a?.[i] ?? NaN) - x) < 1e-12, `${a?.[i]} is not ${x}`));

test("with the largest subtracted: the package's softmax, whatever is added", () => {
  for (const { logits, shift, stable } of cases) {
    const state = { logits, shift, subtract: true };
    const result = compute(state);
    near(result.probabilities, stable);
    assert.equal(Math.max(...result.exps), 1);
    assert.match(tell(state, result), /The largest logit becomes 0/);
  }
});

/** What the page says where Python raises. */
const RAISED = { OverflowError: "overflow", ZeroDivisionError: "zero" };

test("without: what Python's plain exps give, or why they give nothing", () => {
  for (const { logits, shift, plain } of cases) {
    const state = { logits, shift, subtract: false };
    const result = compute(state);
    assert.doesNotMatch(tell(state, result), /NaN|undefined|Infinity|∞/);
    if (typeof plain === "string") {
      assert.equal(result.fails, RAISED[/** @type {keyof RAISED} */ (plain)]);
      assert.equal(result.probabilities, null);
      assert.match(tell(state, result), new RegExp(`${plain}.*Tick`));
    } else if (result.fails === "sum") assert.ok(plain.every((/** @type {number} */ p) => p === 0));
    else near(result.probabilities, plain);
  }
});

test("the worked case", () => {
  const state = { logits: [2, 1, 0.1], shift: 0, subtract: false };
  const { exps, total, probabilities } = compute(state);
  assert.deepEqual(
    exps.map((x) => x.toFixed(2)),
    ["7.39", "2.72", "1.11"],
  );
  assert.equal(total.toFixed(1), "11.2");
  assert.deepEqual(
    probabilities?.map((x) => x.toFixed(3)),
    ["0.659", "0.242", "0.099"],
  );
});

test("in words: what adding does, and what is lost where exps are tiny", () => {
  const say = (/** @type {number[]} */ logits, /** @type {number} */ shift, subtract = false) => {
    const state = { logits, shift, subtract };
    return tell(state, compute(state));
  };
  assert.match(say([2, 1, 0.1], 1), /exp\(1\) = 2\.72 times what it was/);
  assert.match(say([2, 1, 0.1], -1), /exp\(−1\) = 0\.368 times what it was/);
  assert.match(say([2, 1, 0.1], 800, true), /The 800 that you added is gone again/);
  assert.match(say([709.5, 709.5], 0), /their sum does not: Python makes it inf/);
  assert.match(say([0, -0.3], -744), /lost most of their digits/);
  assert.match(say([709.79, 0], 0), /math\.exp\(709\.79\) stops with an OverflowError/);
});

test("probabilities are printed as Python prints them", () => {
  for (const { numbers, digits, texts } of read("rounding"))
    assert.deepEqual(addToOne(numbers, digits), texts, JSON.stringify(numbers));
});
