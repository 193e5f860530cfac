import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runningMean } from "../../microgpt/widgets/draw/series.js";
import { START, adamStep } from "../../microgpt/widgets/engine/adam.js";
import { compute } from "../../microgpt/widgets/training/sgd_vs_adam/balls.js";
import {
  ADAM_RATE,
  ModelRuns,
  ROUNDS,
  finished,
} from "../../microgpt/widgets/training/sgd_vs_adam/model_runs.js";
import {
  conclusion,
  lines,
  statusWords,
} from "../../microgpt/widgets/training/sgd_vs_adam/model_words.js";
import { sentences } from "../../microgpt/widgets/training/sgd_vs_adam/words.js";

// by test_sgd_vs_adam.py
const cases = JSON.parse(
  readFileSync(new URL("./cases/sgd_vs_adam.json", import.meta.url), "utf8"),
);
const valley = { landscape: "valley", start: [-2.5, 1.5], lr_sgd: 0.1, lr_adam: 0.1, steps: 0 };
const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

test("both visit the places of the package's SGD and Adam", () => {
  for (const { state, paths, told } of cases) {
    const now = compute(state);
    for (const who of ["sgd", "adam"]) {
      const { visits, since, diverged } = now[who];
      assert.equal(visits.length, paths[who].length);
      visits.forEach(({ at }, i) =>
        at.forEach((w, j) =>
          assert.ok(near(w, paths[who][i][j]), `${JSON.stringify(state)} ${who} ${i}`),
        ),
      );
      assert.equal(diverged, told[who].includes("over a million"));
      if (!diverged)
        assert.ok(
          told[who].endsWith(since === null ? "not down yet." : `down since step ${since}.`),
        );
    }
    assert.doesNotMatch(sentences(now).join(" "), /NaN|undefined|Infinity|∞/);
  }
});

test("the first steps of Adam are the rate, whatever the slope; SGD's are not", () => {
  const { sgd, adam } = compute(valley);
  assert.deepEqual(
    sgd.now.moves.map(({ step }) => step.toFixed(4)),
    ["-0.0625", "0.6000"],
  );
  assert.deepEqual(
    adam.now.moves.map(({ step }) => step.toFixed(4)),
    ["-0.1000", "0.1000"],
  );
  const { m, v, mHat, vHat } = adamStep(4, START, 0.1);
  assert.ok([m - 0.6, v - 0.16, mHat - 4, vHat - 16].every((x) => Math.abs(x) < 1e-12));
});

test("in words", () => {
  const says = (more) => sentences(compute({ ...valley, ...more })).join(" ");
  assert.equal(
    says({}),
    "Nothing has moved yet. Press Step. " +
      "The next step: SGD goes 0.0625 in w1 and 0.6000 in w2; Adam goes 0.1000 in w1 and 0.1000 in w2.",
  );
  assert.match(says({ steps: 40 }), /SGD is not down yet: loss 0.1031. Adam is down since step 35/);
  assert.match(says({ steps: 9, lr_sgd: 0.45 }), /its slope in w2 has changed its sign/);
  assert.match(
    says({ steps: 40, lr_sgd: 0.6 }),
    /SGD overshoots further .* over a million. Stopped/,
  );
  assert.doesNotMatch(says({ steps: 40, lr_sgd: 0.6 }), /SGD goes/);
});

test("a running mean", () => {
  assert.deepEqual(runningMean([2, 4, 6, 8], 2), [2, 3, 5, 7]);
  assert.deepEqual(runningMean([], 2), []);
});

/** Both runs of a rate, on the page itself: node has no workers of this kind. */
function run(runs, seed, rate) {
  return new Promise((resolve) => {
    runs.ended = resolve;
    runs.start(seed, rate);
  });
}

test("the real model by both, from the same start", async () => {
  const runs = new ModelRuns({ onChange: () => {}, onEnd: () => runs.ended() });
  assert.equal(statusWords(runs, 0.1), "Nothing has been trained yet.");
  await run(runs, 42, 0.1);
  const [sgd, adam] = [runs.find("sgd", 0.1), runs.find("adam", ADAM_RATE)];
  assert.ok(finished(sgd) && finished(adam) && !runs.running);
  assert.equal(sgd.losses.length, ROUNDS);
  assert.equal(sgd.losses[0], adam.losses[0], "the same weights and the same name");
  assert.notEqual(sgd.losses[1], adam.losses[1]);
  assert.deepEqual(
    lines(runs).map((line) => line.join(" ")),
    ["Adam, rate 0.01 300 2.515", "SGD, rate 0.1 300 2.509"],
  );
  assert.match(conclusion(runs, 0.1), /^They end 0.006 nats apart. From one run each/);
  await run(runs, 42, 3);
  assert.ok(runs.find("sgd", 3).bad > 0 && runs.all.length === 3, "Adam is not run again");
  assert.equal(runs.find("adam", ADAM_RATE), adam);
  assert.match(conclusion(runs, 3), /^SGD with rate 3: at round \d+ .* The rate is too large\.$/);
  assert.match(lines(runs)[2].join(" "), /none: the loss is no longer a number/);
  assert.equal(conclusion(runs, 1), "", "not yet run");
  assert.equal(statusWords(runs, 1), "SGD has not been trained with this rate yet.");
  assert.equal(statusWords(runs, 3), "Both are trained.");
  await run(runs, 43, 0.01);
  assert.equal(runs.all.length, 2, "another seed is another comparison");
  assert.match(conclusion(runs, 0.01), /SGD ends 0\.\d+ nats above Adam, so worse/);
  runs.clear();
  assert.deepEqual(runs.all, []);
});
