import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lines, regions } from "../../microgpt/widgets/data/program.js";
import { compute } from "../../microgpt/widgets/model/block_diagram.js";
import { BOXES, USED } from "../../microgpt/widgets/model/block_diagram/boxes.js";
import { counted } from "../../microgpt/widgets/model/block_diagram/words.js";

// by test_lines_and_blocks_widgets.py
const cases = JSON.parse(
  readFileSync(new URL("./cases/block_diagram.json", import.meta.url), "utf8"),
);

test("what lights up is what Python says", () => {
  for (const { lit, ...state } of cases) {
    const shown = compute(state);
    assert.deepEqual(shown.lit, lit);
    assert.deepEqual(
      shown.regions,
      shown.code.map((one) => one.name),
    );
    assert.ok(shown.regions.every((name) => USED.includes(name)));
  }
  assert.deepEqual(compute({ design: "microgpt", box: "", region: "" }).code, []);
});

test("the code is the program's, under its own numbers, and some of it is lit", () => {
  for (const state of cases) {
    for (const part of compute(state).code) {
      const region = regions.find((one) => one.name === part.name);
      assert.ok(region && part.lines.some((line) => line.lit));
      for (const { number, text } of part.lines) {
        assert.equal(text, lines[number - 1]);
        assert.ok(number >= region.first && number <= region.last);
      }
    }
  }
});

test("of long regions only the lines that are meant are shown", () => {
  const [parameters, gpt] = compute({ design: "microgpt", box: "wte", region: "" }).code;
  assert.deepEqual(
    parameters.lines.map((line) => line.text.trim().slice(0, 6)),
    ['"wte":'],
  );
  assert.equal(gpt.lines.length, 7);
  assert.deepEqual(
    gpt.lines.map((line) => line.lit),
    [false, true, false, false, false, false, false],
  );
  const [whole] = compute({ design: "microgpt", box: "", region: "parameters" }).code;
  assert.ok(whole.lines.length > 15 && whole.lines.every((line) => line.lit));
});

test("a box that does no work has no lines; all others have some", () => {
  const idle = BOXES.filter((box) => Object.keys(box.code).length === 0).map((box) => box.id);
  assert.deepEqual(idle, ["dropout", "cross"]);
});

test("names that come more than once are counted", () => {
  assert.equal(counted(["add", "softmax", "add"]), "2 × add, softmax");
});
