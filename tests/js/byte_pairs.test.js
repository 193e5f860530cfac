import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { learnMerges } from "../../microgpt/widgets/engine/bpe.js";
import { compute } from "../../microgpt/widgets/scale/byte_pairs.js";
import { coloursOf, visible } from "../../microgpt/widgets/scale/byte_pairs/pieces.js";
import { happened } from "../../microgpt/widgets/scale/byte_pairs/words.js";
import { plainly } from "../../microgpt/widgets/kit/isolated.js";

// by test_byte_pairs.py
const cases = JSON.parse(readFileSync(new URL("./cases/byte_pairs.json", import.meta.url), "utf8"));

test("merges, tokens and a new word are Python's", () => {
  for (const { text, merges, tokens, word, split } of cases) {
    assert.deepEqual(
      learnMerges(text, 200).map(({ pair }) => pair),
      merges,
    );
    [0, 1, 3, 200].forEach((n, i) =>
      assert.deepEqual(compute({ text, merges: n, word }).tokens, tokens[i]),
    );
    assert.deepEqual(compute({ text, merges: 200, word }).word, split);
  }
});

test("the pair at the head of the table is the next to be merged", () => {
  for (const { text, merges } of cases) {
    for (let n = 0; n < Math.min(merges.length, 12); n++)
      assert.deepEqual(compute({ text, merges: n, word: "" }).pairs[0].pair, merges[n]);
  }
});

test("the tokens put together are the text, and the vocabulary grows by one a merge", () => {
  for (const { text, merges } of cases) {
    const found = compute({ text, merges: 200, word: "" });
    assert.equal(found.tokens.join(""), text);
    assert.equal(found.made, merges.length);
    assert.ok(new Set(found.tokens).size <= found.alphabet + found.made);
  }
});

test("what would not be seen has a sign", () => {
  assert.equal(visible(" low"), "·low");
  assert.equal(visible("\n"), "⏎");
  assert.equal(visible("\u0301"), "◌\u0301");
});

test("a token keeps its colour, and single characters have none", () => {
  const colours = coloursOf(["lo", "w", " ", "lo", "er"]);
  assert.deepEqual(
    [...colours],
    [
      ["lo", 0],
      ["er", 1],
    ],
  );
});

test("words for the first, the last and no merge", () => {
  const say = (/** @type {string} */ text, /** @type {number} */ merges) =>
    plainly(happened(compute({ text, merges, word: "" }), merges));
  assert.match(say("low low", 0), /^No merge yet/);
  assert.match(say("low low", 1), /^Merge 1: l and o stood side by side 2 times\. .* lo\.$/);
  assert.match(say("low low", 9), /^Merge 2: lo and w .* no further merge\. You asked for 9\.$/);
  assert.match(say("abc", 0), /nothing to merge/);
});
