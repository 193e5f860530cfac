import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { foretold, levelsOff } from "../../microgpt/widgets/engine/sizes.js";
import { compute } from "../../microgpt/widgets/scale/scaling_law.js";
import { MOST_SEEDS, RATES, WIDTHS } from "../../microgpt/widgets/scale/scaling_law/ask.js";
import { endOf, frameOf, lossAt, px, py } from "../../microgpt/widgets/scale/scaling_law/axes.js";
import { withRun } from "../../microgpt/widgets/scale/scaling_law/runs.js";
import * as words from "../../microgpt/widgets/scale/scaling_law/words.js";

/** @typedef {import("../../microgpt/widgets/scale/scaling_law.js").State} State */

// by test_scaling_law.py
const [{ records, limits }, ...cases] = JSON.parse(
  readFileSync(new URL("./cases/scaling_law.json", import.meta.url), "utf8"),
);
const first = /** @type {State} */ ({ ...cases[1].state, revealed: false });
const mine = { width: 48, layers: 1, rate: 0.01, rounds: 1000 };

/** @param {Partial<State>} [changes] */
const now = (changes) => compute({ ...first, ...changes }, records);

/** @param {number} got @param {number} right */
const near = (got, right) => assert.ok(Math.abs(got - right) < 1e-9, `${got} ${right}`);

test("the line, what a doubling brings and where it levels off are Python's", () => {
  for (const { state, power, factor, steps, levels_off } of cases) {
    const found = compute(state, records);
    near(found.line?.power ?? NaN, power);
    near(found.line?.factor ?? NaN, factor);
    assert.equal(found.steps.length, steps.length);
    found.steps.forEach((step, i) => {
      near(step.perDoubling, steps[i].per_doubling);
      near(step.error, steps[i].error);
      assert.equal(step.verdict, steps[i].verdict);
    });
    assert.equal(levelsOff(found.law).params, levels_off);
  }
});

test("the limits are those of the Python class", () => {
  assert.deepEqual(
    { widths: WIDTHS, rates: RATES, seeds: MOST_SEEDS },
    { widths: limits.widths, rates: limits.rates, seeds: limits.seeds },
  );
  const { min, max } = words.guessRange.typed;
  assert.deepEqual([min, max], limits.guess);
});

test("before a prediction only smaller models are seen", () => {
  const early = now();
  assert.equal(early.params, 31_008);
  for (const size of [...early.law, ...early.deep]) assert.ok(size.params < 31_008);
  assert.equal(early.law.length, 4);
  assert.equal(early.plain.length, 0);
  assert.equal(now({ n_embd: 4 }).law.length, 0);
  assert.equal(now({ n_embd: 4 }).line, null);
  assert.equal(now({ revealed: true }).law.length, 5);
  assert.equal(now({ show: "card" }).law.length, 9);
});

test("the reader's runs of so many rounds are points, as far as they are finished", () => {
  const runs = [
    { ...mine, losses: [2.4, null, 2.5] },
    { ...mine, width: 8, losses: [null] },
    { ...mine, rounds: 5000, losses: [2.3] },
  ];
  const { own, current } = now({ runs });
  assert.deepEqual(own, [{ width: 48, layers: 1, rate: 0.01, params: 31_008, losses: [2.4, 2.5] }]);
  assert.equal(current, own[0]);
  assert.equal(now({ runs, rate: 0.003 }).current, null);
  assert.deepEqual(now({ runs, show: "card" }).own, []);
});

test("a run takes the place of the same model's earlier one", () => {
  const one = { ...mine, losses: [2.4] };
  const other = { ...mine, rate: 0.003, losses: [2.3] };
  const again = { ...mine, losses: [2.5] };
  assert.deepEqual(withRun(withRun([one], other), again), [other, again]);
});

test("what became of a prediction", () => {
  const runs = [{ ...mine, losses: [2.38, 2.38, 2.38, 2.38] }];
  const said = (/** @type {number | null} */ guess, more = {}) =>
    words.outcome(now({ runs, revealed: true, ...more }), { guess });
  assert.match(
    said(2.33),
    /^Your model: 2\.380, the mean of 4 seeds, spread 0\.000\. You predicted 2\.330: 0\.050 too low\./,
  );
  assert.match(said(2.4), /0\.020 too high/);
  assert.match(said(2.38), /2\.380: right\./);
  assert.match(said(null), /The line foretells 2\.\d{3}\. Against 14,528 parameters: /);
  assert.equal(words.outcome(now(), { guess: 2.3 }), "");
  const single = [{ ...mine, losses: [2.38] }];
  assert.match(
    said(null, { runs: single }),
    /^Your model: 2\.380\..*1 seed, too few for a verdict\.$/,
  );
});

test("a larger model that is worse leads to the learning rate", () => {
  const runs = [{ ...mine, losses: [2.39, 2.39, 2.39, 2.39] }];
  const said = words.outcome(now({ runs, revealed: true }), { guess: null });
  assert.match(said, /parameters: worse\. Is it the size, or the learning rate\? Try 0\.003\.$/);
  const low = [{ ...mine, rate: 0.003, losses: [2.39, 2.39, 2.39, 2.39] }];
  const slow = words.outcome(now({ runs: low, rate: 0.003, revealed: true }), { guess: null });
  assert.match(slow, /worse\.$/);
});

test("what is found, in sentences", () => {
  assert.deepEqual(words.findings(now({ n_embd: 4 })), []);
  assert.equal(words.findings(now()).length, 2);
  const short = words.findings(now({ revealed: true }));
  assert.equal(
    short[0],
    "From 472 to 1,328 parameters each doubling takes off 0.0394\u00a0±\u00a00.0026 nats: better.",
  );
  assert.equal(short[2], "Up to the largest size here, a larger one is better.");
  assert.equal(short[3], "A second layer of the same width: cannot tell at width 4, 8, 16, 32.");
  assert.match(
    short[4],
    /^With the rate 0\.01 .* lowest at 14,528 parameters, 2\.371, and at 53,632/,
  );
  const card = words.findings(now({ show: "card" }));
  assert.match(card[1], /adds 0\.0066.*3 seeds allow no verdict\.$/);
  assert.equal(card[2], "The lowest mean is 1.962, with 795,392 parameters.");
});

test("is it a straight line", () => {
  assert.match(words.lineWords(now({ n_embd: 4 })), /^A line takes two sizes/);
  assert.match(
    words.lineWords(now({ revealed: true })),
    /3 smallest.*foretells 2\.274 at 53,632.*so not this line\.$/,
  );
  assert.match(words.lineWords(now({ revealed: true, fitted: "all" })), /Through all 5, .*passes/);
  const flat = compute({ ...first, revealed: true, fitted: "all" }, straightened());
  assert.match(words.lineWords(flat), /within what the seeds differ by\.$/);
});

/** The records, with losses that do lie on a line, but for their seeds. */
function straightened() {
  const law = records.short.law.map((/** @type {any[]} */ row) => {
    const loss = 3 * row[2] ** -0.02;
    return [...row.slice(0, 4), [loss - 0.01, loss, loss + 0.01]];
  });
  return { ...records, short: { ...records.short, law } };
}

test("places on the paper, there and back", () => {
  const all = now({ revealed: true });
  const frame = frameOf(all, 640);
  for (const loss of [2.35, 2.4, 2.45]) near(lossAt(frame, py(frame, loss)), loss);
  assert.equal(py(frame, 1), py(frame, frame.low));
  assert.ok(px(frame, 472) < px(frame, 53_632));
  const line = all.line ?? { power: 0, factor: 0 };
  const end = endOf(frame, line);
  assert.ok(end < frame.last);
  near(foretold(line, end), frame.low);
  assert.equal(endOf(frame, { power: 0, factor: 2.4 }), frame.last);
  assert.ok(endOf(frame, { power: 0.1, factor: 2 }) < frame.last);
});
