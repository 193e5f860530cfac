import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, items, mixed } from "../../microgpt/widgets/quiz/bank.js";
import { compute } from "../../microgpt/widgets/quiz/redo.js";
import { cards } from "../../microgpt/widgets/quiz/redo/cards.js";
import { isMissed, keptAfter, missed, nextAfter } from "../../microgpt/widgets/quiz/redo/missed.js";

const all = mixed(1);
const find = (asks, id) => all.find(({ item }) => item.asks === asks && item.id === id);
const quiz = find("quiz", "01-a");
const number = find("predict", "01-linear-shape");
const right = quiz.item.options.findIndex((option) => option.right);
const wrong = right === 0 ? 1 : 0;
const other = quiz.item.options.findIndex((_, i) => i !== right && i !== wrong);
const entry = ({ item }, value) => ({ kind: item.asks, id: item.id, value });

test("a seed shuffles all items and their options, and loses none", () => {
  const names = (list) => list.map(({ item }) => `${item.asks} ${item.id}`);
  assert.deepEqual(names(all), names(mixed(1)));
  assert.notDeepEqual(names(all), names(mixed(2)));
  assert.deepEqual(
    names(all).toSorted(),
    items.map((item) => `${item.asks} ${item.id}`).toSorted(),
  );
  for (const one of all) {
    const places = Array.from(one.item.options ?? [], (_, i) => i);
    assert.deepEqual(one.order.toSorted(), places);
    const shown = inOrder(one);
    assert.deepEqual(
      shown.options?.map((option) => one.item.options.indexOf(option)) ?? [],
      one.order,
    );
  }
});

test("missed is what was wrong at the first try, whatever came after", () => {
  assert.equal(isMissed(quiz.item, null), false);
  assert.equal(isMissed(quiz.item, { tried: [right], done: true }), false);
  assert.equal(isMissed(quiz.item, { tried: [wrong] }), true);
  assert.equal(isMissed(quiz.item, { tried: [wrong, right], done: true }), true);
  assert.equal(isMissed(number.item, { tried: [4], done: true }), false);
  assert.equal(isMissed(number.item, { tried: [12, 4], done: true }), true);
  assert.equal(isMissed(number.item, { tried: [12], shown: true, done: true }), true);
  for (const kept of [3, "x", [], { tried: 3 }, { tried: [null, NaN, {}] }])
    for (const { item } of all) assert.equal(isMissed(item, kept), false, JSON.stringify(kept));
});

test("the list keeps its order when one of it leaves", () => {
  const entries = items
    .filter(({ asks }) => asks === "quiz")
    .map((item) => ({
      kind: "quiz",
      id: item.id,
      value: { tried: [item.options.findIndex((option) => !option.right)] },
    }));
  const list = missed(all, entries);
  assert.equal(list.length, entries.length);
  const left = missed(all, entries.slice(1));
  assert.deepEqual(
    left,
    list.filter(({ item }) => item.id !== entries[0].id),
  );
  assert.equal(nextAfter(all, list), list[0]);
  list.forEach((one, i) =>
    assert.equal(nextAfter(all, list, one.item.id), list[(i + 1) % list.length]),
  );
  assert.equal(nextAfter(all, [quiz], quiz.item.id), quiz);
  assert.equal(nextAfter(all, []), null);
});

test("right at the first try replaces what was kept; anything else leaves it missed", () => {
  const at = (option) => quiz.order.indexOf(option);
  const after = (kept, now) => keptAfter(kept, now, quiz);
  const before = { tried: [wrong, right], done: true };
  const solved = after(before, { tried: [at(right)], done: true });
  assert.deepEqual(solved, { tried: [right], done: true });
  assert.equal(isMissed(quiz.item, solved), false);
  assert.equal(after(before, { tried: [at(other)], done: false }), before);
  assert.equal(after(before, { tried: [at(other), at(right)], done: true }), before);
  const open = after({ tried: [wrong] }, { tried: [at(other)], done: false });
  assert.deepEqual(open, { tried: [wrong, other], done: false });
  const late = after(open, { tried: [at(other), at(right)], done: true });
  assert.deepEqual(late, { tried: [wrong, other, right], done: true });
  assert.equal(isMissed(quiz.item, late), true);
});

test("a prediction whose truth was shown stays missed", () => {
  const seen = keptAfter({ tried: [12] }, { tried: [3], shown: true, done: true }, number);
  assert.deepEqual(seen, { tried: [12, 3], done: true, shown: true });
  assert.equal(isMissed(number.item, seen), true);
  const got = keptAfter({ tried: [12, 4], done: true }, { tried: [4], done: true }, number);
  assert.deepEqual(got, { tried: [4], done: true });
});

test("an empty list says why it is empty, and what to do", () => {
  const words = (entries, lasting = true) => compute({ all, entries, lasting }).words;
  assert.match(words([]), /^Nothing yet\. Answer /);
  assert.match(words([entry(quiz, { tried: [right], done: true })]), /^Nothing to redo/);
  assert.match(words([], false), /keeps nothing/);
  assert.equal(words([entry(quiz, { tried: [wrong] })]), "1 item to redo.");
  assert.equal(
    words([entry(quiz, { tried: [wrong] }), entry(number, { tried: [1] })]),
    "2 items to redo.",
  );
});

test("a card a line: front and back, a tab between, read as it was written", () => {
  const text = cards(items);
  const [separator, html, columns, ...lines] = text.split("\n");
  assert.deepEqual(
    [separator, html, columns],
    ["#separator:tab", "#html:false", "#columns:Front\tBack"],
  );
  assert.equal(lines.pop(), "", "a new line at the end");
  assert.equal(lines.length, items.length);
  lines.forEach((line, i) => {
    const fields = line.split("\t");
    assert.equal(fields.length, 2, line);
    for (const field of fields) {
      assert.doesNotMatch(field, /^#|undefined|NaN/);
      if (field.includes('"')) assert.match(field, /^"(?:[^"]|"")*"$/);
    }
    assert.ok(fields[1].includes(items[i].section.replaceAll('"', '""')));
  });
  const [front, back] = cards([quiz.item]).split("\n")[3].split("\t");
  assert.match(front, /^What is a parameter\? \(A\) .* \(D\) /);
  assert.match(
    back,
    /^\(B\) A number that is adjusted .* \(Chapter 01, A name as a list of numbers\)$/,
  );
  assert.match(cards([number.item]).split("\t").at(-1), /^4 numbers\. One dot product/);
});

test("no item makes no card", () => assert.equal(cards([]).split("\n").length, 4));
