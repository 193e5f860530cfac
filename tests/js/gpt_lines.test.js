import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lines } from "../../microgpt/widgets/data/program.js";
import { calls, compute, NAMES } from "../../microgpt/widgets/model/gpt_lines.js";

// by test_lines_and_blocks_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/gpt_lines.json", import.meta.url), "utf8"));

test("each region has its lines, each with its explanation", () => {
  assert.deepEqual(
    NAMES,
    cases.map((/** @type {{ region: string }} */ one) => one.region),
  );
  for (const { region, numbers, says } of cases) {
    const { told } = compute({ region, line: 1 });
    assert.deepEqual(
      told.map((one) => one.line),
      numbers,
    );
    assert.deepEqual(
      told.map((one) => one.says),
      says,
    );
    assert.ok(told.every((one) => one.text === lines[one.line - 1]));
  }
});

test("a line beyond the last is the last", () => {
  assert.equal(compute({ region: "mlp", line: 16 }).at, 2);
  assert.equal(compute({ region: "gpt", line: 1 }).at, 0);
});

test("what a line calls can be opened, but not itself", () => {
  const opens = (/** @type {string} */ region) =>
    compute({ region, line: 1 }).told.map((one) => one.calls.join(" "));
  assert.deepEqual(opens("gpt"), [
    "",
    "parameters",
    "rmsnorm",
    "",
    "attention rmsnorm",
    "mlp rmsnorm",
    "linear parameters",
  ]);
  assert.deepEqual(opens("mlp"), ["", "linear parameters", "linear parameters"]);
  assert.deepEqual(opens("softmax"), ["", "", "", "", ""]);
  assert.ok(opens("parameters").every((one) => one === ""));
  assert.deepEqual(calls("    shares = softmax(scores)", "attention"), ["softmax"]);
  assert.deepEqual(calls("def softmax(logits):", "training"), []);
});
