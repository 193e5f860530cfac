import assert from "node:assert/strict";
import { test } from "node:test";
import { IDS, rows, written } from "../../microgpt/widgets/draw/blocks.js";
import { numbersOf } from "../../microgpt/widgets/engine/blocks.js";
import { modelAfter } from "../../microgpt/widgets/engine/model_after.js";
import { softmax } from "../../microgpt/widgets/engine/nn.js";
import { toyModel } from "../../microgpt/widgets/engine/toy.js";
import { itemsOf, short } from "../../microgpt/widgets/model/flow.js";

/** The trace of the last of some tokens. */
function traceOf(model, tokens) {
  const cache = model.start();
  return tokens.map((token) => model.step(cache, token, { trace: true })).at(-1);
}

test("the rows hold every block once, in the order of computation", () => {
  assert.deepEqual(
    rows().flatMap(({ ids }) => ids),
    IDS,
  );
  assert.equal(IDS.length, 20);
});

test("the way of x leaves after the embedding, is added to twice, and ends in the logits", () => {
  const way = (name) => rows().flatMap((row) => (row.way === name ? row.ids : []));
  assert.deepEqual(way("leaves"), ["norm"]);
  assert.deepEqual(way("reads"), ["attn_norm", "mlp_norm"]);
  assert.deepEqual(way("joins"), ["attn_add", "mlp_add"]);
  assert.deepEqual(way("ends"), ["logits"]);
  assert.deepEqual(way(""), ["token", "position", "sum", "probs"]);
  assert.deepEqual(
    rows().flatMap(({ title }) => (title ? [title] : [])),
    ["Embedding", "Attention", "MLP", "Output"],
  );
});

test("numbers are written where there is room for them, in one line or two", () => {
  assert.equal(written(2, 3), 2); // the toy model's query, beside key and value
  assert.equal(written(3, 2), 3);
  assert.equal(written(4, 2), 2);
  assert.equal(written(8, 1), 4); // its hidden layer
  assert.equal(written(16, 1), 0);
  assert.equal(written(0, 1), 0);
});

test("a model's items are all blocks, with its own shapes and numbers", () => {
  for (const [model, tokens, wide] of [
    [modelAfter(), [26, 4, 12], 16],
    [toyModel(), [0, 1, 2], 2],
  ]) {
    const trace = traceOf(model, tokens);
    const items = Object.fromEntries(itemsOf(model, trace).map((item) => [item.id, item]));
    assert.deepEqual(Object.keys(items), IDS);
    const heads = model.config.n_head;
    for (const { id, values, per, matrix, shape, out } of Object.values(items)) {
      assert.ok(
        values.every((x) => Number.isFinite(x)),
        id,
      );
      const lines = ["scores", "weights"].includes(id) ? heads : 1;
      assert.equal(values.length, per * lines, id);
      if (lines === 1) assert.equal(out, `${values.length} numbers`);
      if (!matrix) continue;
      const [rows] = shape.split("×").map(Number);
      if (!["token", "position"].includes(id)) assert.equal(values.length, rows, id);
    }
    assert.equal(items.fc1.values.length, 4 * wide);
    assert.equal(items.scores.values.length, heads * tokens.length);
    assert.deepEqual([...items.probs.values], [...softmax(trace.logits)]);
    assert.equal(items.q.shape, `${wide}×${wide}`);
  }
});

test("each half of the layer adds to x", () => {
  const all = numbersOf(traceOf(modelAfter(), [26, 0]));
  for (const [sum, a, b] of [
    ["sum", "token", "position"],
    ["attn_add", "wo", "norm"],
    ["mlp_add", "fc2", "attn_add"],
  ])
    all[sum].forEach((x, i) => assert.equal(x, all[a][i] + all[b][i]));
  all.relu.forEach((x, i) => assert.equal(x, Math.max(0, all.fc1[i])));
});

test("a matrix is called as in the chapters", () => {
  assert.deepEqual(["layer0.attn_wq", "layer0.mlp_fc1", "wte"].map(short), ["wq", "fc1", "wte"]);
});
