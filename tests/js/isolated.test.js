import assert from "node:assert/strict";
import { test } from "node:test";

import { isolated, parts, plainly } from "../../microgpt/widgets/kit/isolated.js";

const TURNS = "\u202e"; // from here on, right to left

test("what a person typed can be told from the sentence around it", () => {
  const sentence = `“${isolated(`a${TURNS}`)}” and ${isolated("")} are left out.`;
  assert.deepEqual(parts(sentence), ["“", `a${TURNS}`, "” and ", "", " are left out."]);
  assert.equal(plainly(sentence), `“a${TURNS}” and  are left out.`);
  assert.deepEqual(parts("nothing typed"), ["nothing typed"]);
});

test("nobody can type the mark that ends it", () => {
  for (const typed of ["\u2069a\u2068", "\u2067a", "\u2066\u2069a"])
    assert.deepEqual(parts(`x ${isolated(typed)} y`), ["x ", "a", " y"]);
});
