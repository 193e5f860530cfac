import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { corpusOf } from "../../microgpt/widgets/engine/corpus.js";
import {
  LONGEST_FILE,
  MOST_SYMBOLS,
  describeCorpus,
  parseCorpus,
  readText,
  tooLong,
} from "../../microgpt/widgets/engine/own_text.js";

// by test_train_here.py
const cases = JSON.parse(readFileSync(new URL("./cases/corpus.json", import.meta.url), "utf8"));

for (const { text, docs, symbols, mean } of cases) {
  test(`documents as Python reads them: ${JSON.stringify(text).slice(0, 40)}`, () => {
    const corpus = parseCorpus(text);
    assert.deepEqual(corpus.docs, docs);
    assert.deepEqual(corpus.symbols, symbols);
    assert.ok(Math.abs(corpus.meanLength - mean) < 1e-12);
    assert.deepEqual(corpusOf(docs), corpus);
  });
}

test("a list that cannot be used is explained in a sentence", () => {
  for (const text of ["", " \n\t\r\n ", "\ufeff"])
    assert.throws(() => parseCorpus(text), /nothing in it/);
  assert.throws(() => parseCorpus("\n\n anna \n"), /one line only/);
  assert.throws(() => parseCorpus("aa\na\naaa"), /the one symbol “\u2068a\u2069”/);
  assert.throws(() => parseCorpus("a\nb\0c"), /zero bytes/);
  assert.throws(() => parseCorpus("a\n".repeat(LONGEST_FILE)), /the limit is 2,000,000/);
});

test("too many symbols: the number, the limit, and what may help", () => {
  const letters = (/** @type {number} */ from, /** @type {number} */ n) =>
    Array.from({ length: n }, (_, i) => String.fromCodePoint(from + i)).join("\n");
  assert.equal(parseCorpus(letters(0x4e00, MOST_SYMBOLS)).symbols.length, MOST_SYMBOLS);
  assert.throws(
    () => parseCorpus(letters(0x4e00, 3000)),
    /3,000 different symbols; the limit is 200\. Take fewer lines/,
  );
  // Cyrillic: 48 letters have a small form among the rest or beside it
  const cased = `${letters(0x400, 80)}\n${letters(0x4e00, 150)}`;
  const lower = new Set(cased.toLowerCase().replaceAll("\n", "")).size;
  assert.throws(() => parseCorpus(cased), new RegExp(`Lower-case it: that leaves ${lower}\\.`));
  assert.equal(parseCorpus(cased, { lowerCase: true }).symbols.length, lower);
});

test("what the model cannot read is counted", () => {
  assert.equal(tooLong(["a".repeat(16), "a".repeat(17), "🙂".repeat(16), "🙂".repeat(17)], 16), 2);
  const words = describeCorpus(parseCorpus(`ab\n${"abc".repeat(6)}`), 16);
  assert.equal(
    words,
    "2 documents, 3 different symbols, 10.0 symbols per document on average. Of 1 document " +
      "only the first 16 symbols are used: the model reads no more at once.",
  );
  assert.doesNotMatch(describeCorpus(parseCorpus("ab\nc"), 16), /only the first/);
});

/**
 * @param {number[]} bytes
 * @param {Partial<{ size: number }>} [more]
 */
const file = (bytes, more) => ({
  name: "x.txt",
  size: bytes.length,
  arrayBuffer: async () => Uint8Array.from(bytes).buffer,
  ...more,
});

test("a file: its size before its content, then its bytes", async () => {
  assert.equal(await readText(file([0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0x0a, 0x62])), "é\nb");
  await assert.rejects(
    readText({
      ...file([97]),
      size: 10_000_000,
      arrayBuffer: () => {
        throw new Error("it was read");
      },
    }),
    /x\.txt\u2069 has 10\.0 MB; the limit is 2 MB/,
  );
  await assert.rejects(readText(file([0x50, 0x4b, 0x03, 0xff])), /not a text file in UTF-8/);
  await assert.rejects(readText(file([0x61, 0x00, 0x62])), /not a text file in UTF-8/);
  await assert.rejects(
    readText({
      ...file([97]),
      arrayBuffer: async () => {
        throw new Error("gone");
      },
    }),
    /x\.txt\u2069 cannot be read/,
  );
});
