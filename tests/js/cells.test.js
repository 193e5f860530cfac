import assert from "node:assert/strict";
import { test } from "node:test";
import { typed } from "../../microgpt/widgets/cells/editor.js";
import { tokens } from "../../microgpt/widgets/cells/paint.js";
import { before, exerciseOf } from "../../microgpt/widgets/cells/plan.js";
import { handIn } from "../../microgpt/widgets/quiz/hand_in.js";
import { brokenWords } from "../../microgpt/widgets/cells/output.js";

const kinds = (/** @type {string} */ source) =>
  tokens(source).flatMap(({ kind, text }) => (kind ? [`${kind} ${text}`] : []));

test("what stands above a cell and has not run comes before it", () => {
  const cells = ["a", "b", "ex-01-1-stub", "c"].map((id) => ({ id, source: "" }));
  const names = (/** @type {string} */ id, /** @type {string[]} */ ran) =>
    before(cells, id, new Set(ran)).map((cell) => cell.id);
  assert.deepEqual(names("c", []), ["a", "b", "ex-01-1-stub"]);
  assert.deepEqual(names("c", ["b"]), ["a", "ex-01-1-stub"]);
  assert.deepEqual(names("a", []), []);
});

test("the stub of an exercise is named after it", () => {
  assert.equal(exerciseOf("ex-01-1-stub"), "ex-01-1");
  assert.equal(exerciseOf("ex-12-10-stub"), "ex-12-10");
  for (const id of ["ex-01-1-check", "ex-01-1", "stub", "a-ex-01-1-stub"])
    assert.equal(exerciseOf(id), "", id);
});

test("a program in colours is the same program", () => {
  for (const source of [
    "",
    "\n",
    "a = '",
    'x = """a\n# no\n"""',
    "1_000.5e-3",
    "f'{a}' # é",
    "if\t:",
  ])
    assert.equal(
      tokens(source)
        .map(({ text }) => text)
        .join(""),
      source,
    );
  assert.deepEqual(kinds("return x2 + 2 # if 3"), ["k return", "mi 2", "c1 # if 3"]);
  assert.deepEqual(kinds(`rb'a\\'b' "if"`), ["s2 rb'a\\'b'", 's2 "if"']);
  assert.deepEqual(kinds('"""not\nended'), ['s2 """not\nended']);
  assert.deepEqual(kinds("format(island, x.5, a1)"), []);
});

/** The text after a key; the selection is marked with | in what is given. */
function after(/** @type {string} */ marked, /** @type {string} */ key, shift = false) {
  const from = marked.indexOf("|");
  const to = marked.lastIndexOf("|") - (marked.lastIndexOf("|") > from ? 1 : 0);
  const text = marked.replaceAll("|", "");
  const change = typed(key, shift, text, from, to);
  return change && text.slice(0, change.from) + change.text + text.slice(change.to);
}

test("Enter keeps the indent, goes further in after a colon and out after the end of a block", () => {
  assert.equal(after("  a|", "Enter"), "  a\n  ");
  assert.equal(after("def f():|", "Enter"), "def f():\n    ");
  assert.equal(after("    if a:  # so|", "Enter"), "    if a:  # so\n        ");
  assert.equal(after("        return 1|", "Enter"), "        return 1\n    ");
  assert.equal(after("returned|", "Enter"), "returned\n");
  assert.equal(after("a|b|c", "Enter"), "a\nc");
});

test("Tab and Backspace go by four", () => {
  assert.equal(after("|a", "Tab"), "    a");
  assert.equal(after("  |a", "Tab"), "    a");
  assert.equal(after("|a\n\nb|", "Tab"), "    a\n\n    b");
  assert.equal(after("      |a", "Tab", true), "  a");
  assert.equal(after("        |a", "Backspace"), "    a");
  assert.equal(after("      |a", "Backspace"), "    a");
  assert.equal(after("a|", "Backspace"), null, "the browser knows best");
  assert.equal(after("a|", "x"), null);
});

test("what is handed in: of each cell the last good text, what was solved, and when", () => {
  const entries = [
    { kind: "build", id: "ex-01-1", value: { done: true, when: "2026-11-01T10:00:00.000Z" } },
    { kind: "build", id: "ex-01-2", value: { done: false } },
    { kind: "code", id: "01-ex-01-1-stub", value: { text: "now (", good: "good" } },
    { kind: "code", id: "01-ex-01-2-stub", value: { text: "half" } },
    { kind: "quiz", id: "01-a", value: { done: true } },
  ];
  const { text, solved } = handIn(entries, new Date(0));
  assert.equal(solved, 1);
  assert.deepEqual(JSON.parse(text), {
    course: "microgpt",
    hand_in: 1,
    written: "1970-01-01T00:00:00.000Z",
    solved: { "ex-01-1": "2026-11-01T10:00:00.000Z" },
    cells: { "01-ex-01-1-stub": "good", "01-ex-01-2-stub": "half" },
  });
});

test("a stack that ended before Python could count it is told apart", () => {
  for (const text of [
    "RangeError: Maximum call stack size exceeded",
    "RangeError: Maximum call stack size exceeded.",
    "InternalError: too much recursion",
  ]) {
    const [shown, plain] = brokenWords(text);
    assert.equal(shown, "");
    assert.match(plain, /calls itself again and again\. Your text is kept/);
  }
});

test("where the browser's words are not understood, they are shown", () => {
  assert.deepEqual(brokenWords("RuntimeError: unreachable"), [
    "RuntimeError: unreachable",
    "Python itself broke here. Your text is kept, and the next run begins a new Python.",
  ]);
});
