import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute } from "../../microgpt/widgets/quiz/start_here.js";
import { knownOf, reason, route } from "../../microgpt/widgets/quiz/start_here/route.js";
import { STARTS, keptStart } from "../../microgpt/widgets/quiz/start_here/starts.js";

const file = new URL("../../microgpt/widgets/quiz/start.json", import.meta.url);
const questions = JSON.parse(readFileSync(file, "utf8"));
const ids = questions.map(({ id }) => id);
const content = { questions };
const rightOf = ({ options }) => options.findIndex(({ right }) => right);
/** The ids of the bits that are set. @param {number} bits */
const among = (bits) => ids.filter((_, i) => bits & (1 << i));
const all = Array.from({ length: 2 ** ids.length }, (_, bits) => route(questions, among(bits)));

test("each pattern of right, wrong and not known gives one of the routes", () => {
  const found = new Set();
  for (let code = 0; code < 3 ** ids.length; code++) {
    const answers = {};
    let rest = code;
    let bits = 0;
    questions.forEach((question, i) => {
      const kind = rest % 3;
      rest = Math.floor(rest / 3);
      const right = rightOf(question);
      answers[question.id] = [right, (right + 1) % question.options.length, -1][kind];
      if (kind === 0) bits |= 1 << i;
    });
    const { start } = route(questions, knownOf(questions, answers));
    assert.equal(start, all[bits].start, "what is wrong and what is not known count the same");
    found.add(start);
  }
  assert.deepEqual([...found].sort(), STARTS);
});

test("knowing more never leads to an earlier chapter", () => {
  all.forEach(({ start }, bits) => {
    ids.forEach((_, i) => assert.ok(all[bits | (1 << i)].start >= start, `${bits}, ${i}`));
  });
});

test("what lies before the start is known, and what is skimmed too", () => {
  all.forEach(({ start, skim, leave, fresh, known }, bits) => {
    const names = known.map(({ id }) => id);
    assert.deepEqual(names, among(bits));
    for (const id of ids) {
      const label = id.slice(0, 2);
      if (label < start || skim.includes(label)) assert.ok(names.includes(id), `${bits}: ${id}`);
      assert.equal(leave.includes(label), label < start);
    }
    if (start !== "07") assert.ok(fresh.length, "there is something new to begin with");
    assert.ok(!fresh.some(({ id }) => names.includes(id) || id.slice(0, 2) < start));
  });
});

test("the reason says what is known and what is new", () => {
  const without = (...gone) =>
    route(
      questions,
      ids.filter((id) => !gone.includes(id)),
    );
  assert.match(reason(without("04-neuron")), /slopes.*New to you: the neuron \(chapter 04\)\.$/);
  assert.deepEqual(without("04-neuron").skim, ["00", "02", "03", "05", "06"]);
  assert.equal(without("04-neuron").start, "02");
  assert.equal(without("05-twice", "07-softmax").start, "05");
  assert.match(reason(without()), /attention/);
  assert.match(reason(route(questions, [])), /begins from nothing/);
  all.forEach((one) => assert.doesNotMatch(reason(one), /undefined|NaN|\.\.| {2}/));
});

test("the first open question, whatever the answers are", () => {
  const at = (answers) => compute({ answers, content }).open;
  assert.equal(at({}), 0);
  assert.equal(at({ [ids[0]]: -1 }), 1);
  assert.equal(at({ [ids[0]]: 9 }), 0);
  assert.equal(at({ [ids[1]]: 0, nonsense: 3 }), 0);
  assert.equal(at(Object.fromEntries(ids.map((id) => [id, -1]))), ids.length);
});

test("a kept route is one of the four, or none", () => {
  const kept = (value) => keptStart({ read: () => value });
  assert.equal(kept({ start: "05" }), "05");
  for (const other of [null, {}, { start: "03" }, { start: 5 }, "05", 3])
    assert.equal(kept(other), null);
});
