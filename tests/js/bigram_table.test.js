import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { names } from "../../microgpt/widgets/data/names.js";
import { bigramOf, compute } from "../../microgpt/widgets/tokens/bigram_table.js";
import { drawnWords, scoreWords } from "../../microgpt/widgets/tokens/bigram_words.js";

// by test_tokens_widgets.py
const [expected] = JSON.parse(
  readFileSync(new URL("./cases/bigram_table.json", import.meta.url), "utf8"),
);
const bigram = bigramOf(names.split(" "));
const at = (seed, steps) => compute({ show: "counts", row: "a", seed, steps }, bigram);
const named = ({ ids }) => ids.map((id) => (id === 26 ? "" : bigram.tokens[id])).join("");

test("the loss of the table, and the names that each seed draws", () => {
  assert.ok(Math.abs(bigram.loss - expected.loss) < 1e-9);
  for (const [seed, name] of Object.entries(expected.names))
    assert.equal(named(at(Number(seed), 17)), name);
});

test("the mean surprise of a whole name is its loss", () => {
  for (const [seed, loss] of Object.entries(expected.own_loss)) {
    const now = at(Number(seed), 17);
    assert.ok(now.over && now.ended && Math.abs(now.mean - loss) < 1e-9);
  }
});

test("step by step, each token has its own surprise", () => {
  assert.deepEqual([at(4, 0).ids, at(4, 0).mean, at(4, 0).over], [[26], null, false]);
  const whole = at(4, 17);
  for (let steps = 0; steps < whole.ids.length; steps++) {
    const now = at(4, steps);
    assert.deepEqual(now.ids, whole.ids.slice(0, steps + 1));
    assert.equal(now.over, steps === whole.ids.length - 1);
    const words = drawnWords(now, bigram.tokens, bigram.table);
    assert.doesNotMatch(words, /NaN|undefined|Infinity/);
    assert.equal(/so far/.test(words), steps > 0 && !now.over);
  }
});

test("a name that is stopped says so", () => {
  const seed = Object.keys(expected.names).find((one) => expected.names[one].length === 16);
  const now = at(Number(seed), 17);
  assert.ok(now.over && !now.ended);
  assert.match(drawnWords(now, bigram.tokens, bigram.table), /stopped at 16 letters/);
});

test("the score in nats and as a fair choice", () => {
  assert.equal(
    scoreWords(Math.log(4), 27),
    "The whole list costs this table 1.3863 nats per token, as much as a fair choice among 4.0 " +
      "tokens. A blind guess costs 3.2958 nats: 27 tokens.",
  );
});
