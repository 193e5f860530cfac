import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute } from "../../microgpt/widgets/program/my_program.js";
import { checkOf } from "../../microgpt/widgets/program/my_program/gather.js";

// by test_my_program.py
const [{ content, whole, answers }] = JSON.parse(
  readFileSync(new URL("./cases/my_program.json", import.meta.url), "utf8"),
);
const whose = ({ parts }) =>
  parts.map(({ yours, begun }) => (yours ? "yours" : begun ? "begun" : ""));

test("without answers it is the course's program", () => {
  const all = compute({ content }, []);
  assert.equal(all.file, whole);
  assert.equal(all.words, "my_microgpt.py: 0 of 6 steps are yours.");
  assert.deepEqual(whose(all), ["", "", "", "", "", "", ""]);
});

test("an answer that passed stands in it, one that did not waits", () => {
  const all = compute({ content }, answers);
  assert.equal(all.file, whole, "the line with begin is no part of it");
  assert.deepEqual(whose(all), ["yours", "begun", "", "", "", "", ""]);
  assert.equal(all.words, "my_microgpt.py: 1 of 6 steps is yours.");
  const mine = compute({ content }, [{ good: "begin(1, globals())\nnames = []", text: "later" }]);
  assert.ok(mine.file.startsWith("names = []\n\nimport math"));
});

test("the numbers of the lines are those of the file", () => {
  const { parts, file } = compute({ content }, answers);
  const lines = file.split("\n");
  for (const part of parts)
    part.lines.forEach((line, i) => assert.equal(lines[part.first + i - 1], line));
});

test("the check hands the file over as a text", () => {
  const source = 'print("a\\n")\n# \u2028 é';
  assert.match(
    checkOf(source),
    /^from microgpt\.check\.program import check_program\ncheck_program\("/,
  );
  assert.equal(JSON.parse(/\((".*"), 10\)$/s.exec(checkOf(source))[1]), source);
});
