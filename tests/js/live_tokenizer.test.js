import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { corpusOf } from "../../microgpt/widgets/engine/corpus.js";
import { Tokenizer } from "../../microgpt/widgets/engine/tokenizer.js";
import { compute, tally } from "../../microgpt/widgets/tokens/live_tokenizer.js";
import { about, codePoint, refusals, signs } from "../../microgpt/widgets/tokens/unknown.js";

// by test_tokens_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/tokens.json", import.meta.url), "utf8"));
const tokenizer = new Tokenizer(corpusOf(names.split(" ")).symbols);
const words = (text) =>
  refusals(signs(text, tokenizer.chars), tokenizer.chars).map((parts) =>
    parts.map((part) => (typeof part === "string" ? part : `<${part.typed}>`)).join(""),
  );

test("the page encodes what Python encodes, and refuses what it refuses", () => {
  for (const { text, ids } of cases) {
    const found = compute({ text }, tokenizer);
    assert.deepEqual(found.ids, ids);
    assert.equal(found.refused.length > 0, ids === null);
    assert.equal(found.items.at(0).text, "BOS");
    assert.equal(found.items.at(-1).id, 26);
  }
});

test("a capital, a space, another letter", () => {
  assert.deepEqual(words("Emma"), [
    "<E> is not in the vocabulary. <e> is: a capital is another character.",
  ]);
  assert.deepEqual(words("an na"), [
    "The space is not in the vocabulary: it is a character like any other.",
  ]);
  assert.deepEqual(words("zo\u00e9"), [
    "<\u00e9> (U+00E9) is not in the vocabulary: no name has it.",
  ]);
  assert.deepEqual(words("a\u0007"), ["The invisible character U+0007 is not in the vocabulary."]);
});

test("one sign of several characters is named with what it is made of", () => {
  assert.deepEqual(words("zoe\u0301"), [
    "<e\u0301> is 2 characters here. <e> is in the vocabulary; " +
      "the combining mark U+0301 after it is not.",
  ]);
  const family = "\u{1f469}\u200d\u{1f467}";
  assert.deepEqual(words(family), [
    `<${family}> looks like one sign and is 3 characters: U+1F469 U+200D U+1F467. ` +
      "None of them is in the vocabulary.",
  ]);
  assert.equal(signs(family, tokenizer.chars).length, 1);
  assert.deepEqual(words("\u0301"), [
    "A combining mark U+0301 stands alone. It is not in the vocabulary.",
  ]);
});

test("each sign once, the first three in words, and the others are counted", () => {
  assert.equal(words("AAAA").length, 1);
  const found = words("12345");
  assert.equal(found.length, 4);
  assert.equal(found[3], "2 more signs are unknown.");
  assert.equal(words("1234")[3], "1 more sign is unknown.");
});

test("without a segmenter the characters are looked at one by one", () => {
  const { Segmenter } = Intl;
  try {
    Intl.Segmenter = undefined;
    assert.equal(signs("e\u0301", tokenizer.chars).length, 2);
  } finally {
    Intl.Segmenter = Segmenter;
  }
});

test("how many tokens", () => {
  assert.equal(tally([26, 4, 12, 12, 0, 26]), "4 characters and BOS at both ends: 6 tokens.");
  assert.match(tally([26, 26]), /No character yet/);
  assert.equal(codePoint("a"), "U+0061");
  assert.deepEqual(about({ sign: "\ufeff", chars: ["\ufeff"], unknown: ["\ufeff"] }, ["a"]), [
    "The byte-order mark is not in the vocabulary: it is a character like any other.",
  ]);
});
