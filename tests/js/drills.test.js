import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute } from "../../microgpt/widgets/quiz/drill.js";
import { allRight, isNeeded, judge, mistakesOf } from "../../microgpt/widgets/quiz/drills/judge.js";
import { KINDS, LEVELS } from "../../microgpt/widgets/quiz/drills/kinds.js";
import { readNumber } from "../../microgpt/widgets/kit/read_number.js";
import { rowWords } from "../../microgpt/widgets/quiz/drills/in_a_row.js";

// written by tests/unit/test_drills.py
const cases = JSON.parse(readFileSync(new URL("./cases/drills.json", import.meta.url), "utf8"));
const SEEDS = 300;

/** @typedef {import("../../microgpt/widgets/quiz/drills/judge.js").Field} Field */
/** @typedef {import("../../microgpt/widgets/quiz/drills/judge.js").Typed} Typed */

const questions = Object.keys(KINDS).flatMap((kind) =>
  LEVELS.flatMap((level) =>
    Array.from({ length: SEEDS }, (_, i) => ({
      ...{ kind, level },
      question: compute({ kind, level, seed: i + 1, number: 1 }),
    })),
  ),
);

/**
 * Calls `look` with the questions of every kind and level.
 * @param {(question: ReturnType<typeof compute>, kind: string, level: number) => void} look
 */
function everyQuestion(look) {
  for (const { question, kind, level } of questions) look(question, kind, level);
}

/** What is read from the screen, as a reader types it. @param {string} text */
const read = (text) => readNumber(text).value;

/** What a reader types who copies the solution. @param {Field[]} fields @returns {Typed} */
const copied = (fields) =>
  Object.fromEntries(
    fields.map((field) => [
      field.id,
      field.options
        ? field.answer
        : field.answer === undefined
          ? undefined
          : read(field.shown(field.answer)),
    ]),
  );

test("the questions and answers are Python's", () => {
  assert.equal(cases.length, 5 * 3 * 6);
  for (const { state, facts, words, answers } of cases) {
    const question = compute(state);
    const label = JSON.stringify(state);
    assert.deepEqual(JSON.parse(JSON.stringify(question.facts)), facts, label);
    assert.equal(question.words, words);
    const known = question.fields.filter(({ answer }) => answer !== undefined);
    assert.deepEqual(known.map(({ id }) => id).sort(), Object.keys(answers).sort(), label);
    for (const { id, answer } of known)
      if (typeof answer === "number")
        assert.ok(Math.abs(answer - answers[id]) < 1e-9, `${label} ${id}: ${answer}`);
      else assert.equal(answer, answers[id]);
  }
});

test("the right answer is accepted as it is shown", () => {
  everyQuestion(({ fields, words }) => {
    const verdicts = judge(fields, copied(fields));
    assert.ok(allRight(verdicts), `${words} ${JSON.stringify(verdicts)}`);
  });
});

test("every question is told in finite numbers, and the way to it too", () => {
  everyQuestion(({ words, task, fields, steps }, kind, level) => {
    const all = [words, task, ...steps, ...fields.map(({ label }) => label)].join(" ");
    assert.doesNotMatch(all, /NaN|undefined|Infinity|null|--|− −|\d-/, all);
    assert.ok(steps.length > 0 && steps.every((step) => step.endsWith(".") || step.endsWith(")")));
    assert.ok(KINDS[kind].levels[level - 1]);
    assert.equal(new Set(fields.map(({ id }) => id)).size, fields.length);
  });
});

test("what is asked for stands in the way to the answer", () => {
  everyQuestion(({ fields, steps, words }) => {
    for (const field of fields)
      if (!field.options && field.answer !== undefined)
        assert.ok(
          steps.some((step) => step.includes(field.shown(/** @type {number} */ (field.answer)))) ||
            steps.some((step) => step.includes(String(field.answer))),
          `${words} ${field.id} ${steps.join(" ")}`,
        );
  });
});

test("a mistake that is named is never a right answer", () => {
  const named = /** @type {{ [place: string]: number }} */ ({});
  everyQuestion(({ fields, words }, kind, level) => {
    const right = copied(fields);
    for (const field of fields) {
      if (field.options || field.answer === undefined) continue;
      assert.equal(field.mistakes.length > 0, true);
      for (const { value, says } of mistakesOf(field)) {
        assert.ok(Math.abs(value - /** @type {number} */ (field.answer)) > field.tolerance);
        const { state, says: said } = judge(fields, { ...right, [field.id]: value })[field.id];
        assert.equal(state, "wrong", `${words} ${field.id} ${value}`);
        assert.ok(said.endsWith("."));
        if (said === says) named[`${kind} ${level}`] = (named[`${kind} ${level}`] ?? 0) + 1;
      }
    }
  });
  for (const kind of Object.keys(KINDS))
    for (const level of LEVELS)
      assert.ok(named[`${kind} ${level}`] > SEEDS, `${kind} ${level}: ${JSON.stringify(named)}`);
});

test("one who says the other about the fit is told why", () => {
  everyQuestion(({ fields }) => {
    const [field] = fields;
    if (!field.options) return;
    const other = field.answer === "yes" ? "no" : "yes";
    const { state, says } = judge(fields, { fits: other }).fits;
    assert.equal(state, "wrong");
    assert.match(says, field.answer === "yes" ? /^It fits: / : /^It does not fit[:.] /);
    assert.equal(isNeeded(fields[1], { fits: "no" }), false);
  });
});

test("nothing typed is open, and is not wrong", () => {
  everyQuestion(({ fields }) => {
    const states = Object.values(judge(fields, {})).map(({ state }) => state);
    assert.ok(states.length > 0 && states.every((state) => state === "open"));
  });
});

test("the way of one use alone is named", () => {
  // seed 1: a value that is used twice
  const question = compute({ kind: "chain", level: 2, seed: 1, number: 1 });
  const said = question.fields.flatMap((field) =>
    field.options ? [] : field.mistakes.filter(({ says }) => says.includes("one way alone")),
  );
  assert.equal(said.length, 2);
  assert.equal(said[0].says, said[1].says);
});

test("a number that follows from a wrong one above it says so, and one from a rounded one is right", () => {
  const state = { kind: "adam", level: 2, seed: 1, number: 1 };
  const { fields } = compute(state);
  const right = copied(fields);
  const m = 2 * right.m;
  const typed = { ...right, m, m_hat: m / (1 - 0.85 ** 2) };
  const verdicts = judge(fields, typed);
  assert.equal(verdicts.m.state, "wrong");
  assert.match(verdicts.m_hat.says, /^The rule is right, but a number above/);
  const rounded = { m: right.m * 1.009, v: right.v };
  const m_hat = rounded.m / (1 - 0.85 ** 2) + 0.0001;
  assert.equal(judge(fields, { ...rounded, m_hat }).m_hat.state, "right");
});

test("the row is told in words", () => {
  assert.equal(rowWords(0), "Right in a row: none yet");
  assert.equal(rowWords(12), "Right in a row: 12");
});
