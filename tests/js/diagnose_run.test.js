import assert from "node:assert/strict";
import { test } from "node:test";
import { lines } from "../../microgpt/widgets/data/program.js";
import { FAULTS } from "../../microgpt/widgets/engine/faulty.js";
import { compute, order } from "../../microgpt/widgets/training/diagnose_run.js";
import { means } from "../../microgpt/widgets/training/diagnose_run/chart.js";
import { runAtOnce } from "../../microgpt/widgets/training/diagnose_run/run.js";
import { hint, loss, size, suspects } from "../../microgpt/widgets/training/diagnose_run/signs.js";
import {
  LINES,
  itIs,
  notThis,
  samplesWords,
  scoreWords,
} from "../../microgpt/widgets/training/diagnose_run/words.js";

const SEEDS = [10, 23, 41, 1234, 99996];

/** @typedef {import("../../microgpt/widgets/engine/faulty.js").Fault} Fault */
const logs = FAULTS.flatMap((fault) =>
  SEEDS.map((seed) => ({ fault, log: runAtOnce(fault, seed) })),
);

test("each log has all signs of its own fault, and of no other", () => {
  for (const { fault, log } of logs) assert.deepEqual(suspects(log), [fault]);
});

test("what separates them lies far apart", () => {
  /** @param {Fault} fault @param {(log: typeof logs[0]["log"]) => number} value */
  const of = (fault, value) =>
    logs.filter((one) => one.fault === fault).map(({ log }) => value(log));
  const step1 = (/** @type {any} */ log) => log.rows[0].move;
  const last = (/** @type {any} */ log) => log.last;
  const shrink = (/** @type {any} */ log) => log.rows[4].move / log.rows[6].move;
  const grown = (/** @type {any} */ log) => log.rows[2].gradient / log.rows[0].gradient;
  const at20 = (/** @type {any} */ log) => log.rows[2].loss;
  assert.ok(Math.min(...of("large", step1)) > 5 * Math.max(...of("none", step1)));
  assert.ok(Math.max(...of("small", step1)) < Math.min(...of("none", step1)) / 5);
  assert.ok(Math.max(...of("decay", shrink)) < Math.min(...of("none", shrink)) / 20);
  assert.ok(Math.min(...of("grads", grown)) > 1.5 * Math.max(...of("none", grown)));
  assert.ok(Math.min(...of("sign", at20)) > 2 * Math.max(...of("grads", at20)));
  assert.ok(Math.min(...of("targets", last)) > Math.max(...of("none", last)) + 0.1);
});

test("every wrong answer is answered by numbers of this very log", () => {
  for (const { fault, log } of logs) {
    for (const answer of FAULTS.filter((one) => one !== fault)) {
      const said = hint(answer, log);
      const numbers = log.rows.flatMap((row) => [
        loss(row.loss),
        size(row.gradient),
        size(row.move),
      ]);
      assert.ok(
        [...numbers, loss(log.last)].some((text) => said.includes(text)),
        said,
      );
      assert.doesNotMatch(notThis(answer, log), /NaN|undefined/);
    }
    assert.equal(hint(fault, log), "");
    assert.doesNotMatch(itIs(fault, log), /NaN|undefined/);
  }
});

test("no number of a log is none", () => {
  for (const { log } of logs) {
    assert.equal(log.losses.length, 1000);
    assert.ok(!log.losses.some(Number.isNaN) && !means(log.losses).some(Number.isNaN));
    for (const row of log.rows) assert.ok(Number.isFinite(row.gradient) && row.move > 0);
    assert.match(samplesWords(log), /^Five names it makes in the end: ([a-z]+|\(an empty one\)), /);
  }
});

test("the lines are those of the program", () => {
  const program = lines.map((/** @type {string} */ line) => line.trim());
  for (const { right, wrong } of Object.values(LINES)) {
    assert.ok(
      program.some((line) => line.startsWith(right)),
      right,
    );
    assert.notEqual(right, wrong);
  }
  assert.deepEqual(Object.keys(LINES), FAULTS.slice(1));
});

test("a drawing has every case once, in an order of its own", () => {
  const orders = [1, 2, 3, 4, 5, 6].map((seed) => order(seed));
  for (const one of orders) assert.deepEqual(one.slice().sort(), FAULTS.slice().sort());
  assert.equal(new Set(orders.map(String)).size, 6);
  assert.deepEqual(order(1), order(1));
});

test("what is kept is counted, and what is no answer is not", () => {
  const [a, b] = order(1);
  const wrong = FAULTS.find((one) => one !== a && one !== b);
  const kept = { a: [a], b: [wrong, b, a, b], c: ["nonsense", 3], d: "x" };
  const now = compute({ case: "b", seed: 1 }, kept);
  assert.deepEqual(now.tries, [wrong, b]);
  assert.deepEqual([now.fault, now.seed, now.solved], [b, 11, true]);
  assert.deepEqual(now.score, { solved: 2, atOnce: 1, of: 7 });
  assert.deepEqual(compute({ case: "c", seed: 1 }, kept).tries, []);
  assert.equal(compute({ case: "a", seed: 1 }, null).solved, false);
  assert.equal(scoreWords(now.score), "2 of 7 cases solved, 1 at the first try.");
  assert.equal(scoreWords({ solved: 0, atOnce: 0, of: 7 }), "7 cases, none solved yet.");
});

test("numbers as the log has them", () => {
  assert.deepEqual([0.6132, 2, 41.3, 99.7, 6912, 0.000058].map(size), [
    "0.61",
    "2.0",
    "41",
    "100",
    "6,900",
    "0.000058",
  ]);
  assert.deepEqual([2.345, 133.951, 25123, Infinity].map(loss), ["2.35", "133.95", "25,000", "∞"]);
});
