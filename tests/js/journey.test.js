import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { STAGES, compute } from "../../microgpt/widgets/program/journey.js";
import { IDS, NAME, drawings } from "../../microgpt/widgets/program/journey_drawings.js";

// by test_tokens_widgets.py
const [expected] = JSON.parse(
  readFileSync(new URL("./cases/journey.json", import.meta.url), "utf8"),
);

test("the stages and their chapters, and a drawing for each", () => {
  assert.deepEqual(
    STAGES.map(({ stage, chapter }) => [stage, chapter]),
    Object.entries(expected.stages),
  );
  assert.deepEqual(Object.keys(drawings), Object.keys(expected.stages));
});

test("the ids in the drawing are those of the name", () => {
  assert.equal(NAME, "emma");
  assert.deepEqual(IDS, expected.ids.slice(1, -1));
});

test("what lies behind, here and ahead; only what is ready is a link", () => {
  const found = compute({ stage: "attended", links: { 6: "six", 7: "seven" } });
  assert.deepEqual(
    found.map(({ when }) => when),
    ["past", "past", "past", "here", "ahead", "ahead", "ahead"],
  );
  assert.deepEqual(
    found.map(({ address }) => address),
    ["six", "six", "six", null, null, null, null],
  );
  assert.ok(compute({ stage: "ids" }).every(({ address }) => address === null));
});
