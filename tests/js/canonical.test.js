import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../../microgpt/widgets/data/course_run.js";
import { samples } from "../../microgpt/widgets/data/recorded_run.js";
import { checks } from "../../microgpt/widgets/data/recorded_run.js";
import { nameList, trainedModel } from "../../microgpt/widgets/engine/canonical.js";
import { checkPage } from "../../microgpt/widgets/engine/selfcheck.js";

test("the recorded samples and losses come out again", () => {
  const result = checkPage();
  assert.ok(result.agree);
  assert.ok(result.maxDifference < 1e-11);
  assert.deepEqual(
    result.samples.map((s) => s.drawn),
    samples,
  );
  assert.equal(result.samples.length, 20);
  assert.deepEqual(
    result.losses.map((l) => l.name),
    checks.map((c) => c.name),
  );
});

test("each caller has a model of its own", () => {
  const [a, b] = [trainedModel(), trainedModel()];
  a.model.weights.fill(0);
  assert.notEqual(b.model.weights[0], 0);
  assert.ok(checkPage().agree);
});

test("which names are listed, and which were trained on", () => {
  const list = nameList();
  assert.equal(list.all.length, run.num_docs);
  for (const name of ["emma", list.all[0], list.all[run.num_docs - 1]])
    assert.ok(list.isListed(name), name);
  for (const name of [
    "",
    " ",
    "emm",
    "mma",
    "emma olivia",
    "Emma",
    "qzx",
    list.all.slice(0, 2).join(" "),
  ])
    assert.ok(!list.isListed(name), name);
  assert.equal(list.all.filter(list.seenInTraining).length, run.steps);
  assert.ok(!list.seenInTraining("qzx"));
});
