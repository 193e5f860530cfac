import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import {
  countTable,
  meanSurprise,
  probabilities,
  walk,
} from "../../microgpt/widgets/engine/bigram.js";
import { Random } from "../../microgpt/widgets/engine/random.js";
import { Tokenizer } from "../../microgpt/widgets/engine/tokenizer.js";

// by test_baselines.py
const [expected] = JSON.parse(
  readFileSync(new URL("./cases/bigram.json", import.meta.url), "utf8"),
);
const tokenizer = new Tokenizer(expected.chars);
const counts = countTable(names.split(" "), tokenizer.chars);
const table = probabilities(counts);

test("the counts are Python's, and so are the shares", () => {
  assert.deepEqual(counts, expected.counts);
  assert.deepEqual(table[4], expected.row);
});

test("the loss of the table", () => {
  assert.ok(Math.abs(meanSurprise(table, counts) - expected.surprise) < 1e-9);
});

test("one generator draws the names that Python draws", () => {
  const random = new Random(7);
  const drawn = expected.drawn.map(() => tokenizer.decode(walk(table, random)));
  assert.deepEqual(drawn, expected.drawn);
});

test("a walk that never comes to the end is stopped", () => {
  const endless = [
    [1, 0],
    [1, 0],
  ];
  assert.deepEqual(walk(endless, new Random(1), 3), [1, 0, 0, 0]);
  assert.deepEqual(probabilities([[0, 0]]), [[0, 0]]);
});
