import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { modelBefore } from "../../microgpt/widgets/engine/model_before.js";
import { nameList, trainedModel } from "../../microgpt/widgets/engine/canonical.js";
import { compute, words } from "../../microgpt/widgets/generation/greedy.js";

// by test_sampling_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/greedy.json", import.meta.url), "utf8"));
const { model, tokenizer } = trainedModel();

test("what every beginning becomes, and what is said of it, are Python's", () => {
  for (const { writer, names, summary } of cases) {
    const now = compute(writer === "trained" ? model : modelBefore(), tokenizer, nameList());
    assert.deepEqual(Object.fromEntries(now.names.map(({ start, name }) => [start, name])), names);
    const numbers =
      `${now.names.length} beginnings become ${now.different} different names; ` +
      `${now.shared} end in “${now.ending}”, ${now.cut} never end`;
    assert.ok(summary.includes(numbers), numbers);
    assert.match(words(now), now.cut ? /26 never end and are cut off/ : /All come to an end/);
  }
});
