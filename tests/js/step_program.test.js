import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { regions } from "../../microgpt/widgets/data/program.js";
import { compute } from "../../microgpt/widgets/program/step_program.js";
import * as walk from "../../microgpt/widgets/program/step_program/walk.js";
import { done, toCome } from "../../microgpt/widgets/program/step_program/words.js";

// by test_tracing.py
const cases = JSON.parse(
  readFileSync(new URL("./cases/step_program.json", import.meta.url), "utf8"),
);
const { RUN, LAST, back, into, out, over } = walk;
const ALL = RUN.map((_, at) => at);

/** @param {(at: number) => number | null} way @param {number} [from] */
function along(way, from = 0) {
  const seen = [];
  for (let at = /** @type {number | null} */ (from); at !== null; at = way(at)) seen.push(at);
  return seen;
}

/** @param {string} name */
const first = (name) => RUN.findIndex((one) => one.call === name);

test("the moments and their open calls are those that Python sees", () => {
  assert.equal(RUN.length, cases.length);
  cases.forEach(
    (/** @type {{ calls: string[], line: number }} */ one, /** @type {number} */ at) => {
      assert.deepEqual(walk.calls(at), one.calls);
      assert.equal(RUN[at].line, one.line);
      assert.equal(RUN[at].depth, one.calls.length);
    },
  );
});

test("a call is one step unless it is opened", () => {
  const folded = along(over);
  assert.equal(folded.length, 21);
  assert.equal(folded.at(-1), LAST);
  assert.ok(folded.every((at) => RUN[at].depth === 1));
});

test("over and into come to every moment, and so does the slider, one number each", () => {
  const seen = new Set([0]);
  for (const at of seen) for (const to of [over(at), into(at)]) if (to !== null) seen.add(to);
  assert.deepEqual(
    [...seen].sort((a, b) => a - b),
    ALL,
  );
  assert.deepEqual(
    ALL.map((moment) => compute({ moment }).at),
    ALL,
  );
});

test("back undoes over and into within a call; from its beginning it leads out", () => {
  for (const at of ALL) {
    const ends = RUN[at].gives !== undefined;
    const [to, deep] = [over(at), into(at)];
    if (to !== null && !ends) assert.equal(back(to), at);
    if (deep !== null && !ends) assert.equal(back(deep), at);
  }
  assert.equal(back(0), null);
  assert.ok(along(back, LAST).every((at) => RUN[at].depth === 1));
});

test("out leads to the line that called, done", () => {
  for (const at of ALL.filter((one) => RUN[one].depth > 1)) {
    const to = Number(out(at));
    assert.equal(RUN[to].depth, RUN[at].depth - 1);
    assert.ok(to > at && RUN[to].call === undefined);
    assert.deepEqual(walk.calls(to), walk.calls(at).slice(0, -1));
    assert.equal(walk.outTo(at, RUN[at].depth - 1), to);
  }
  assert.equal(out(0), null);
  assert.deepEqual(walk.calls(Number(walk.outTo(first("attention"), 1))), ["training loop"]);
});

test("only a call opens, a second one of a line from the end of the first", () => {
  for (const at of ALL) {
    const to = into(at);
    assert.ok(to === null || (RUN[to].call && to === at + 1));
  }
  const gpt = first("gpt");
  assert.deepEqual(walk.next(gpt - 1)?.opens, ["gpt", "softmax"]);
  const end = RUN.findIndex((one, at) => at > gpt && one.gives !== undefined && one.depth === 2);
  assert.equal(RUN[Number(into(end))].call, "softmax");
  assert.deepEqual(walk.next(end), {
    line: RUN[gpt - 1].line + 1,
    back: "training loop",
    opens: ["softmax"],
  });
});

test("the next line is the one that is done by stepping over", () => {
  for (const at of ALL) {
    const to = over(at);
    assert.equal(compute({ moment: at }).next, to === null ? null : RUN[to].line);
  }
});

test("the way through the new regions comes to each one once", () => {
  const names = along(walk.further).map((at) => walk.regionOf(RUN[at]).name);
  assert.equal(new Set(names).size, names.length);
  const unused = ["data", "parameters", "sampling"];
  assert.deepEqual(
    [...names].sort(),
    regions
      .map((one) => one.name)
      .filter((name) => !unused.includes(name))
      .sort(),
  );
  assert.equal(names[0], "training");
});

test("variables are those of the call, with what it reads; what was just given a value is fresh", () => {
  const at = first("adam");
  const now = (/** @type {number} */ i) =>
    Object.fromEntries(walk.variables(i).map((one) => [one.name, one]));
  assert.deepEqual(
    walk
      .variables(at)
      .filter((one) => one.fresh)
      .map((one) => one.name),
    ["step", "lr"],
  );
  assert.ok(now(at).beta1.outer && !now(at).step.outer && !("m_hat" in now(at)));
  const later = now(at + 2);
  assert.ok(later["m[i]"].fresh && later.m.fresh && later.m.outer && !later.lr.fresh);
  assert.equal(later.lr.text, "0.01");
  const out = now(LAST);
  assert.ok(!("m_hat" in out) && out.loss.text.startsWith("Value 3.3558"));
});

test("each moment has its sentences, whole", () => {
  for (const at of ALL) {
    const text = `${done(at)} ${toCome(at)}`;
    assert.doesNotMatch(text, /undefined|NaN|null|-\d|\.\.|: \./);
    assert.match(text, /\.$/);
  }
  assert.match(done(LAST), /It prints: step 1 \/ 1000 \| loss 3\.3558\./);
  assert.match(toCome(LAST), /goes on with the next name/);
  for (let at = 0; at <= LAST; at += 1) {
    const opened = into(at);
    const said = / Into opens (\w+)\.$/.exec(toCome(at))?.[1];
    assert.equal(said, opened === null ? undefined : RUN[opened].call, `moment ${at}`);
  }
  assert.match(toCome(8), /^Next: line \d+\.$/);
});

test("a moment beyond the ends is the end", () => {
  assert.equal(compute({ moment: LAST + 5 }).at, LAST);
  assert.equal(compute({ moment: -3 }).at, 0);
});
