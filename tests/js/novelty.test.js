import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nameList, trainedModel } from "../../microgpt/widgets/engine/canonical.js";
import { inSlices, tally } from "../../microgpt/widgets/generation/drawing.js";
import { compute } from "../../microgpt/widgets/generation/novelty.js";
import { timesEach } from "../../microgpt/widgets/generation/novelty/groups.js";
import { TEMPERATURES, sweepOf } from "../../microgpt/widgets/generation/novelty/sweep.js";
import { faultWords, share, spoken } from "../../microgpt/widgets/generation/novelty/words.js";

// by test_sampling_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/novelty.json", import.meta.url), "utf8"));
const engine = trainedModel();
const list = nameList();

test("the groups, the faults and the mean length are Python's", () => {
  for (const { state, groups, faults, mean_length } of cases) {
    const now = compute(state, engine, list);
    assert.deepEqual(now.groups, groups);
    const { repeated, empty, cut } = now;
    assert.deepEqual({ repeated, empty, cut }, faults);
    assert.ok(Math.abs(now.meanLength - mean_length) < 1e-9);
  }
});

test("names of each kind, and none at all", () => {
  const now = tally(["emma", "darin", "", "qzx", "qzx", "abcdefghijklmnop"], list, 16);
  assert.deepEqual(now.groups.seen, ["darin"]);
  assert.deepEqual(now.groups.unseen, ["emma"]);
  assert.deepEqual([now.repeated, now.empty, now.cut], [1, 1, 1]);
  assert.deepEqual(timesEach(now.groups.new), ["(empty)", "qzx ×2", "abcdefghijklmnop"]);
  const none = tally([], list, 16);
  assert.doesNotMatch(`${faultWords(none)} ${spoken(none)} ${share(0, 0)}`, /NaN|undefined/);
  assert.equal(share(1, 10000), "under 0.1 %");
});

test("the sweep counts every temperature, and more is new the hotter it is", () => {
  const found = /** @type {[number, number][]} */ ([]);
  const steps = sweepOf(1, engine, list, (t, now) => found.push([t, now.groups.new.length]));
  while (!steps.next().done);
  assert.deepEqual(
    found.map(([t]) => t),
    TEMPERATURES,
  );
  assert.ok(found[0][1] < found[4][1] && found[4][1] < found[9][1]);
});

test("work in slices ends with all of it done, and stops when it is told to", async () => {
  const did = /** @type {number[]} */ ([]);
  function* slow() {
    for (let i = 0; i < 40; i++) {
      const until = performance.now() + 1;
      while (performance.now() < until);
      yield did.push(i);
    }
  }
  await new Promise((resolve) => inSlices(slow(), (done) => done && resolve(null)));
  assert.equal(did.length, 40);
  const job = inSlices(slow(), () => {});
  job.stop();
  const before = did.length;
  assert.ok(before < 80, "the first slice did not do it all");
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(did.length, before);
});
