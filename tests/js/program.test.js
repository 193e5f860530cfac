import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chapters } from "../../microgpt/widgets/data/course.js";
import { lines, regions } from "../../microgpt/widgets/data/program.js";
import { split } from "../../microgpt/widgets/draw/code.js";
import * as course from "../../microgpt/widgets/program/course_map.js";
import * as find from "../../microgpt/widgets/program/find_line.js";
import * as map from "../../microgpt/widgets/program/program_map.js";

const cases = (name) =>
  JSON.parse(readFileSync(new URL(`cases/${name}.json`, import.meta.url), "utf-8"));

/** An item as the widget is given it. */
function itemOf(id) {
  const file = `../../microgpt/widgets/program/lines/${id.slice(0, 2)}.json`;
  const items = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf-8"));
  return items.find((one) => one.id === id);
}

test("comments begin where Python sees them", () => {
  for (const { line, comment } of cases("code")) {
    const { indent, code, comment: words } = split(line);
    assert.equal(" ".repeat(indent) + code + words, line.trim() === "" ? " ".repeat(indent) : line);
    assert.equal(words ? code.length : null, comment, line);
  }
});

test("an unfinished quotation is code", () => {
  assert.deepEqual(split('  x = "open'), { indent: 2, code: 'x = "open', comment: "" });
});

test("the map knows whose regions are whose", () => {
  for (let chapter = 0; chapter < chapters.length; chapter++) {
    const { all, mine, open } = map.compute({ chapter, region: "" });
    const earned = chapters.slice(0, chapter + 1).flatMap((one) => one.regions);
    assert.deepEqual(
      all
        .filter((one) => one.yours)
        .map((one) => one.name)
        .sort(),
      [...earned].sort(),
    );
    assert.equal(mine, earned.length);
    assert.equal(open, null);
  }
  const { open } = map.compute({ chapter: 1, region: "linear" });
  assert.equal(open.lines[0], "def linear(x, w):");
  assert.equal(open.lines.length, 2);
});

test("one stroke for each line that is not blank", () => {
  const drawn = map.strokes(1, lines.length).match(/M/g).length;
  assert.equal(drawn, lines.filter((line) => line.trim()).length);
  assert.equal(map.strokes(112, 113), `M0 111.5H${lines[111].length}M4 112.5H${lines[112].length}`);
});

test("of the lines shown, Python's are right and all others have a hint", () => {
  for (const { id, accepted, shown } of cases("lines")) {
    const item = itemOf(id);
    const code = find.shown(item).filter((line) => line.text.trim());
    assert.deepEqual(
      code.map((line) => line.number),
      shown,
    );
    assert.deepEqual(
      code.filter((line) => find.judge(item, line).right).map((line) => line.number),
      accepted,
    );
    assert.ok(code.every((line) => find.judge(item, line).words));
  }
});

test("after the right line nothing more counts, and nonsense never does", () => {
  const [right] = cases("lines").find((one) => one.id === "01-a").accepted;
  const wrong = right - 1;
  assert.equal(find.compute({ content: itemOf("01-a"), tried: [] }).found, false);
  assert.deepEqual(
    find
      .compute({ content: itemOf("01-a"), tried: [wrong, wrong, 1, 200] })
      .answers.map((one) => one.number),
    [wrong],
  );
  const { answers, found } = find.compute({
    content: itemOf("01-a"),
    tried: [wrong, right, right + 3],
  });
  assert.deepEqual([answers.length, found], [2, true]);
});

test("the map of the course has every chapter once", () => {
  const parts = course.compute({ ready: [1] });
  const all = parts.flatMap((part) => part.chapters);
  assert.deepEqual(
    all.map((one) => one.number),
    chapters.map((one) => one.number),
  );
  assert.deepEqual(
    all.filter((one) => one.ready).map((one) => one.label),
    ["01"],
  );
  assert.deepEqual(regions.map((one) => one.name).sort(), all.flatMap((one) => one.regions).sort());
});

test("what is kept is counted for its chapter", () => {
  const kept = [
    { kind: "quiz", id: "01-a", value: {} },
    { kind: "explain", id: "01-linear", value: {} },
    { kind: "chapter", id: "01", value: true },
    { kind: "quiz", id: "10-a", value: {} },
  ];
  const all = course.compute({ ready: [0, 1] }, kept).flatMap((part) => part.chapters);
  assert.deepEqual(
    all.filter((one) => one.progress).map((one) => [one.label, one.progress]),
    [
      ["01", "read, 2 answers kept"],
      ["10", "1 answer kept"],
    ],
  );
});
