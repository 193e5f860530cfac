import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { rungs } from "../../microgpt/widgets/data/ladder.js";
import { compute, inWords } from "../../microgpt/widgets/program/ladder.js";
import { answer, truth } from "../../microgpt/widgets/program/ladder/guess.js";
import { noteOf, statusOf, together } from "../../microgpt/widgets/program/ladder/difference.js";
import { regionsOf } from "../../microgpt/widgets/program/ladder/listing.js";
import { curves, heldWords } from "../../microgpt/widgets/program/ladder/run.js";

// by test_ladder_widget.py
const cases = JSON.parse(readFileSync(new URL("./cases/ladder.json", import.meta.url), "utf8"));

/** Each line of a block with its sign and its numbers, as Python gives them. */
const rowsOf = ({ sign, old, new: now, partner, lines }) =>
  lines.map((line, i) => [sign, old && old + i, now && now + i, partner && partner + i, line]);

test("each rung's lines, and each line of the difference", () => {
  assert.deepEqual(
    cases.map(({ rung }) => rung),
    rungs.map(({ name }) => name),
  );
  for (const expected of cases) {
    const found = compute(expected);
    assert.equal(found.lines.length, expected.lines);
    assert.equal(found.before, expected.before);
    const parts = found.parts.map(({ region, status, blocks }) => [
      region,
      status,
      blocks.flatMap(rowsOf),
    ]);
    assert.deepEqual(parts, expected.parts);
  }
});

test("what changed, counted", () => {
  for (const { rung, parts, changed } of cases.slice(1)) {
    const signs = parts.flatMap(([, , rows]) => rows);
    const { sums } = compute({ rung });
    assert.equal(sums.changed, changed);
    assert.equal(sums.new + changed, signs.filter(([sign]) => sign === "+").length);
    assert.equal(sums.gone + changed, signs.filter(([sign]) => sign === "-").length);
    assert.equal(sums.moved, signs.filter(([sign, old]) => sign === ">" && old).length);
  }
  assert.equal(inWords(compute({ rung: "train0" })), "65 lines. It is the first rung.");
  assert.match(inWords(compute({ rung: "train2" })), /^\d+ lines\. Since train1: .+, 4 moved\.$/);
  assert.match(inWords(compute({ rung: "train5" })), / 4 changed, 9 new, 1 gone\.$/);
});

test("a program's regions hold all of its lines but empty ones between them", () => {
  for (const { rung } of cases) {
    const { lines, region } = compute({ rung });
    const regions = regionsOf(lines);
    const held = new Map(
      regions.flatMap((one) => one.lines.map((line, i) => [one.first + i, line])),
    );
    lines.forEach((line, i) => assert.equal(held.get(i + 1) ?? "", line));
    assert.equal(regions[0].name, "beginning");
    assert.ok(regions.some((one) => one.name === region));
  }
});

test("regions that stay the same stand together", () => {
  const groups = together(compute({ rung: "train5" }).parts);
  assert.deepEqual(
    groups.map((group) => group[0].status),
    ["same", "changed", "changed", "same"],
  );
  assert.equal(groups.flat().length, 16);
});

test("where moved lines stand, and stood", () => {
  const now = compute({ rung: "train2" });
  const notes = now.parts
    .flatMap(({ blocks }) => blocks)
    .map((block) => noteOf(block, now))
    .filter(Boolean);
  assert.deepEqual(notes, [
    "moved to lines 134 to 137 of train2",
    "moved here from lines 71 to 74 of train1",
  ]);
});

test("what happened to a region, in words", () => {
  const words = (rung) =>
    Object.fromEntries(compute({ rung }).parts.map((part) => [part.region, statusOf(part)]));
  assert.equal(words("train2").loss, "gone, 8 lines, 4 moved away");
  assert.equal(words("train2").training, "3 lines changed, 2 new, 4 moved here");
  assert.equal(words("train3").attention, "new, 9 lines");
});

test("a run's curve and its mean, to a hundredth", () => {
  for (const { rung, mean } of cases) {
    const { losses, mean: means } = curves(rung);
    assert.equal(losses.length, 1000);
    assert.ok(Math.abs(means.at(-1) - mean) < 0.005);
  }
});

test("what was foretold of a run, beside the record", () => {
  for (const { rung, before, last, lastBefore } of cases.slice(1)) {
    const difference = last - lastBefore;
    const found = Math.abs(difference) < 0.02 ? "same" : difference < 0 ? "lower" : "higher";
    assert.equal(truth(rung, before), found);
  }
  assert.equal(answer("train3", "train2", "lower"), "Right: lower, 2.3128 beside train2’s 2.4389.");
  assert.equal(
    answer("train1", "train0", "lower"),
    "You said lower; it is about the same: 2.4389 beside train0’s 2.4416.",
  );
});

test("what a rung buys on names held out", () => {
  assert.match(heldWords("train0"), /8 seeds: 2\.512 nats\.$/);
  assert.match(heldWords("train1"), /0\.031 ± 0\.002 above train0: worse\.$/);
  assert.match(heldWords("train2"), /, the same as train1\.$/);
  assert.match(heldWords("train3"), /below train2: better\.$/);
  assert.match(heldWords("train4"), /above train3: cannot tell\.$/);
});
