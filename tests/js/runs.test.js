import assert from "node:assert/strict";
import { test } from "node:test";
import { startRuns } from "../../microgpt/widgets/engine/runs.js";
import { Training } from "../../microgpt/widgets/engine/train.js";

// node has no workers of the page's kind: here everything runs in slices on the page
const docs = ["emma", "olivia", "ava", "noah", "liam", "zoe"];
const heldOut = ["mia", "evan", "lia"];
const runs = /** @type {import("../../microgpt/widgets/engine/runs.js").Run[]} */ (
  [1, 2, 3].flatMap((seed) => [
    { without: null, seed, steps: 20 },
    { without: "mlp", seed, steps: 30 },
  ])
);

/** @param {import("../../microgpt/widgets/engine/runs.js").Run} run */
function alone(run) {
  const training = new Training({ ...run, docs, heldOut });
  while (!training.done) training.step();
  return training.heldOutLoss();
}

/** @param {Partial<Parameters<typeof startRuns>[0]>} options */
function finished(options) {
  const found = /** @type {number[]} */ (Array(runs.length).fill(NaN));
  let progress = 0;
  return new Promise((resolve, reject) => {
    startRuns({
      runs,
      docs,
      heldOut,
      onResult: (i, loss) => {
        assert.ok(Number.isNaN(found[i]), "each run once");
        found[i] = loss;
      },
      onProgress: (steps) => {
        assert.ok(steps >= progress);
        progress = steps;
      },
      onDone: () => resolve({ found, progress }),
      onError: reject,
      ...options,
    });
  });
}

for (const lanes of [1, 2, 6, 20]) {
  test(`${lanes} at once: every run comes to what it comes to alone`, async () => {
    const { found, progress } = await finished({ lanes });
    assert.deepEqual(found, runs.map(alone));
    assert.equal(progress, 150);
  });
}

test("nothing is heard after stop, not even from within a result", async () => {
  let heard = 0;
  const all = startRuns({
    runs,
    docs,
    heldOut,
    lanes: 2,
    onResult: () => {
      heard++;
      all.stop();
    },
    onProgress: () => assert.equal(heard, 0),
    onDone: () => assert.fail("it was stopped"),
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(heard, 1);
});

test("a run that cannot be made ends all with a sentence", async () => {
  const wrong = [{ without: null, seed: 1, steps: 0 }, ...runs];
  await assert.rejects(
    finished({ runs: wrong }).catch((message) => Promise.reject(new Error(message))),
    /The number of steps is a whole number above 0, not 0/,
  );
});

test("a run whose numbers grow beyond all bounds ends all with a sentence", async () => {
  const huge = { ...runs[0], learningRate: 1e308 };
  await assert.rejects(
    finished({ runs: [huge, ...runs] }).catch((message) => Promise.reject(new Error(message))),
    /beyond all bounds/,
  );
});
