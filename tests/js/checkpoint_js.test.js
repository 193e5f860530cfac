import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  fromCheckpoint,
  parseCheckpoint,
  toCheckpoint,
} from "../../microgpt/widgets/engine/checkpoint.js";
import { sample } from "../../microgpt/widgets/engine/sampling.js";
import { Random } from "../../microgpt/widgets/engine/random.js";
import { Training } from "../../microgpt/widgets/engine/train.js";
import { plainly } from "../../microgpt/widgets/kit/isolated.js";

const [good, ...bad] = JSON.parse(
  readFileSync(new URL("./cases/checkpoint.json", import.meta.url), "utf8"),
); // by test_train_here.py

test("a file that Python saved: the same model, the same samples", () => {
  const engine = parseCheckpoint(good.file, "x.json");
  const random = new Random(7);
  assert.deepEqual(
    Array.from({ length: 5 }, () => sample(engine.model, engine.tokenizer, random)),
    good.samples,
  );
  assert.deepEqual(toCheckpoint(engine), JSON.parse(good.file));
});

test("there and back, to the last bit, with any alphabet", () => {
  const { model, tokenizer } = new Training({
    docs: ["zoé", "\u{1f642}\uff5e", "ab"],
    config: { n_layer: 2, n_embd: 6, n_head: 3, block_size: 5 },
  });
  const back = parseCheckpoint(JSON.stringify(toCheckpoint({ model, tokenizer })), "x.json");
  assert.deepEqual(back.model.weights, model.weights);
  assert.deepEqual(back.tokenizer.chars, tokenizer.chars);
  assert.deepEqual(back.model.config, model.config);
});

test("a weight that is no number is not written", () => {
  const { model, tokenizer } = new Training({ docs: ["ab"] });
  model.weights[3] = NaN;
  assert.throws(() => toCheckpoint({ model, tokenizer }), /not finite/);
});

test("each file that Python refuses is refused here, in the same words", () => {
  assert.ok(bad.length >= 15);
  for (const { text, says } of bad) {
    assert.throws(
      () => parseCheckpoint(text, "x.json"),
      (/** @type {Error} */ error) => plainly(error.message).startsWith(`x.json ${says}`),
      `${says}: ${text.slice(0, 60)}`,
    );
  }
});

test("sizes that no browser could hold are refused before anything is built", () => {
  const content = JSON.parse(good.file);
  assert.throws(
    () => fromCheckpoint({ ...content, config: { ...content.config, n_layer: 1e9 } }),
    /n_layer must be/,
  );
});
