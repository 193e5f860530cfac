import assert from "node:assert/strict";
import { test } from "node:test";
import { parts, records } from "../../microgpt/widgets/data/ablations.js";
import { PARTS } from "../../microgpt/widgets/engine/gpt.js";
import { statusWords } from "../../microgpt/widgets/engine/experiment.js";
import { compute } from "../../microgpt/widgets/model/ablation.js";
import { captionWords, conclusions, signed } from "../../microgpt/widgets/model/ablation/words.js";

const losses = { whole: [2.0, 2.1, 2.2, 2.1], mlp: [2.3, 2.5, 2.5, 2.4] };

/** @param {{ [name: string]: (number | null)[] }} losses */
const yours = (losses) => compute({ show: "yours", results: { rounds: 1000, losses } });

test("the parts are the engine's, each with a label and words", () => {
  assert.deepEqual(Object.keys(parts), [...PARTS]);
  for (const { label, words } of Object.values(parts)) assert.ok(label && words);
});

test("the recorded runs have a row for each model, and a verdict for each part", () => {
  for (const [i, show] of /** @type {const} */ (["recorded", "long"]).entries()) {
    const now = compute({ show, results: {} });
    assert.deepEqual(
      now.rows.map(({ name }) => name),
      ["whole", ...PARTS],
    );
    assert.equal(now.rounds, records[i].rounds);
    for (const { numbers } of now.rows.slice(1)) assert.ok(numbers?.verdict && numbers.seeds === 8);
    const said = conclusions(now).join(" ");
    for (const { label } of Object.values(parts)) assert.ok(said.includes(label), label);
  }
});

test("of the reader's runs the finished pairs are compared", () => {
  const { rows } = yours({ whole: [2.0, null, 2.2, 2.1], mlp: [2.3, 2.5, null, 2.4] });
  assert.equal(rows[0].numbers?.seeds, 3);
  assert.equal(rows[1].numbers?.seeds, 2);
  assert.ok(Math.abs((rows[1].numbers?.difference ?? 0) - 0.3) < 1e-12);
  assert.equal(yours({ whole: [null], mlp: [2.5] }).rows[1].numbers, null);
});

test("the words of a verdict", () => {
  assert.deepEqual(conclusions(yours(losses)), [
    "No MLP: 0.325 nats worse, more than the seeds differ.",
  ]);
  assert.deepEqual(conclusions(yours({ whole: losses.mlp, relu: losses.whole })), [
    "No ReLU: 0.325 nats better, more than the seeds differ.",
  ]);
  assert.deepEqual(conclusions(yours({ whole: losses.whole, heads: [2.0, 2.1, 2.2, 2.14] })), [
    "One head: cannot tell; 0.010 nats worse, seeds alone differ by 0.082.",
  ]);
  assert.deepEqual(conclusions(yours({ whole: losses.whole, heads: losses.whole })), [
    "One head: cannot tell; no difference to be seen, seeds alone differ by 0.082.",
  ]);
  assert.deepEqual(conclusions(yours({ whole: [2, 2, 2, 2], norm: [2, 2.2, 2, 2.2] })), [
    "No norm: cannot tell; 0.100 nats worse, but not for all seeds alike.",
  ]);
});

test("few seeds never make a verdict", () => {
  assert.deepEqual(conclusions(yours({ whole: [2], mlp: [3] })), [
    "One run cannot tell luck from effect: take more seeds.",
  ]);
  assert.deepEqual(conclusions(yours({ whole: [2, 2, 2], mlp: [3, 3, 3] })), [
    "3 seeds cannot tell luck from effect: take 4 or more.",
  ]);
  const uneven = yours({ ...losses, relu: [2.3, 2.5, null, null] });
  assert.deepEqual(conclusions(uneven)[0], "No ReLU: cannot tell, with 2 seeds only.");
  assert.deepEqual(conclusions(yours({ whole: [null], mlp: [null] })), []);
});

test("before anything is run", () => {
  const now = compute({ show: "yours", results: {} });
  assert.equal(now.rows.length, 1);
  assert.deepEqual(conclusions(now), ["Nothing has been run yet: press Run."]);
  assert.equal(captionWords(now), "Your runs: none yet");
});

test("captions, signs and the state of the runs", () => {
  assert.equal(captionWords(yours(losses)), "Your runs: 1,000 rounds, 4 seeds each");
  assert.equal(signed(0.0123), "+0.012");
  assert.equal(signed(-0.0123), "−0.012");
  assert.equal(signed(-0.0001), "0.000");
  const run = { running: true, total: 10, finished: 3, share: 0.456, problem: "" };
  assert.equal(statusWords(run), "3 of 10 runs finished; 45 %.");
  assert.equal(statusWords({ ...run, running: false }), "Stopped after 3 of 10 runs.");
  assert.equal(statusWords({ ...run, running: false, finished: 10 }), "All 10 runs finished.");
  assert.equal(statusWords({ ...run, running: false, total: 0, finished: 0 }), "");
  assert.equal(statusWords({ ...run, problem: "No." }), "No.");
});
