import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { lines } from "../../microgpt/widgets/data/program.js";
import { moments } from "../../microgpt/widgets/data/traced_step.js";
import { snap } from "../../microgpt/widgets/kit/numbers.js";
import { parse, plain } from "../../microgpt/widgets/kit/text.js";
import { compute as explain } from "../../microgpt/widgets/quiz/explain.js";
import { adviceTo } from "../../microgpt/widgets/quiz/guess_number.js";
import { compute as predict } from "../../microgpt/widgets/quiz/predict.js";
import { compute as progress } from "../../microgpt/widgets/quiz/progress.js";
import { compute as quiz } from "../../microgpt/widgets/quiz/quiz.js";
import { compute as task, met as metAmong } from "../../microgpt/widgets/quiz/task.js";

const folder = new URL("../../microgpt/widgets/quiz/", import.meta.url);
const files = readdirSync(new URL("items/", folder)).map((name) =>
  JSON.parse(readFileSync(new URL(`items/${name}`, folder), "utf8")),
);
const goals = await Promise.all(
  readdirSync(new URL("goals/", folder)).map((name) => import(new URL(`goals/${name}`, folder))),
);
const met = (id, state) => goals.some((one) => metAmong(one.default.goals, id, state));
const nonsense = [
  null,
  undefined,
  3,
  "x",
  [],
  {},
  { tried: 3 },
  { tried: [null, -1, 99, "0", NaN, {}] },
  { text: 3, ticks: "no" },
  { met: "yes", state: null },
];

test("code and emphasis are the only markup, and all else stays text", () => {
  assert.deepEqual(parse("a `b*c*` and *d*, 2 * 3 * 4"), [
    { tag: "", text: "a " },
    { tag: "code", text: "b*c*" },
    { tag: "", text: " and " },
    { tag: "em", text: "d" },
    { tag: "", text: ", 2 * 3 * 4" },
  ]);
  assert.deepEqual(parse("<b>x</b> `"), [{ tag: "", text: "<b>x</b> `" }]);
  assert.deepEqual(parse(""), []);
  assert.equal(plain("what `zip` *does*"), "what zip does");
});

const options = [
  { text: "A", feedback: "a" },
  { text: "B", feedback: "b", right: true },
  { text: "C", feedback: "c" },
];

test("a quiz ends with the right option; the others are passed by", () => {
  const content = { id: "01-a", question: "?", explanation: ".", options };
  assert.deepEqual(quiz({ content, kept: null }), {
    tried: [],
    solved: false,
    states: ["open", "open", "open"],
  });
  assert.deepEqual(quiz({ content, kept: { tried: [0] } }).states, ["wrong", "open", "open"]);
  assert.deepEqual(quiz({ content, kept: { tried: [0, 0, 1, 2] } }), {
    tried: [0, 1],
    solved: true,
    states: ["wrong", "right", "passed"],
  });
});

test("a prediction is solved when it is right, or shown after a try", () => {
  const choice = { kind: "choice", options };
  assert.deepEqual(predict({ content: choice, kept: { tried: [2] } }), {
    tried: [2],
    right: false,
    solved: false,
    answer: 1,
  });
  assert.equal(predict({ content: choice, kept: { tried: [2], shown: true } }).solved, true);
  assert.equal(predict({ content: choice, kept: { tried: [], shown: true } }).solved, false);
  assert.equal(predict({ content: choice, kept: { tried: [2, 1, 0] } }).right, true);
  const number = { kind: "number", answer: 4, tolerance: 0 };
  assert.deepEqual(predict({ content: number, kept: { tried: [3, 3, 4, 5] } }), {
    tried: [3, 4],
    right: true,
    solved: true,
    answer: 4,
  });
  const mark = { kind: "mark", answer: 0.8, tolerance: 0.11 };
  assert.equal(predict({ content: mark, kept: { tried: [0.7] } }).right, true);
  assert.equal(predict({ content: mark, kept: { tried: [0.6] } }).right, false);
});

test("a wrong number gets its own advice, or the hint", () => {
  const content = { hint: "Count.", mistakes: [{ value: 3, feedback: "Three." }] };
  assert.equal(adviceTo(3, content), "Three.");
  assert.equal(adviceTo(3.2, content), "Count.");
  assert.equal(adviceTo(3.2, { ...content, step: 0.5 }), "Three.");
});

test("a mark lands on a step, inside", () => {
  assert.equal(snap(0.34, -1, 1, 0.1), 0.3);
  assert.equal(snap(9, -1, 1, 0.1), 1);
  assert.equal(snap(-9, -1, 1, 0.1), -1);
  assert.equal(snap(0.99, 0, 1, 0.3), 0.9);
});

test("an explanation is done when something is written and the answer was seen", () => {
  const content = { points: ["a", "b"] };
  assert.deepEqual(explain({ content, kept: { text: "x", shown: true, ticks: [true, 1, true] } }), {
    text: "x",
    shown: true,
    ticks: [true, false],
    done: true,
  });
  assert.equal(explain({ content, kept: { text: "  ", shown: true } }).done, false);
  assert.equal(explain({ content, kept: { text: "x" } }).done, false);
});

test("whatever lies in the storage, nothing breaks", () => {
  for (const kept of nonsense) {
    assert.equal(quiz({ content: { options }, kept }).solved, false);
    assert.equal(predict({ content: { kind: "choice", options }, kept }).solved, false);
    assert.equal(predict({ content: { kind: "number", answer: 4 }, kept }).solved, false);
    assert.equal(explain({ content: { points: ["a"] }, kept }).done, false);
    assert.deepEqual(task({ content: { example: { a: [1] } }, kept }), { done: false, with: "" });
  }
});

test("what a task was met with is told with its numbers, and a small one is not told as 0", () => {
  const content = { example: { h: 0.001, x: 1, f: "x**2" } };
  assert.equal(
    task({ content, kept: { met: true, state: { h: 0.0009765625, x: -1.5, f: "x**2" } } }).with,
    "h = 0.00098, x = −1.5",
  );
});

test("every task is met by its example, and not by nonsense", () => {
  const tasks = files.flatMap((file) => file.explore);
  assert.ok(tasks.length >= 2);
  for (const { id, example } of tasks) {
    assert.equal(met(id, example), true, id);
    for (const state of [
      {},
      { a: null, b: null },
      { a: [], b: [] },
      { a: [0, 0], b: [0, 0] },
      { a: [NaN, 1], b: [1, NaN] },
    ])
      assert.equal(met(id, state), false, id);
  }
  assert.equal(met("99-none", {}), false);
});

test("the goals of chapter 01", () => {
  assert.equal(met("01-zero-dot", { a: [1, 2, 0], b: [2, -1, 1] }), false);
  assert.equal(met("01-zero-dot", { a: [1, 2, -1], b: [2, 1, 0.5] }), false);
  assert.equal(met("01-opposite", { a: [1, 2], b: [-1, -2] }), false, "of equal length");
  assert.equal(met("01-opposite", { a: [1, 2], b: [-2, 1] }), false, "a right angle");
  assert.equal(met("01-opposite", { a: [1, 2], b: [-0.5, -1] }), true);
});

test("the goals of chapter 02", () => {
  assert.equal(met("02-close", { f: "x**2", h: 0.002 }), false);
  assert.equal(met("02-close", { f: "x", h: 0.0001 }), false, "another curve");
  assert.equal(met("02-close", { f: " x**2", h: 0.001 }), true);
  assert.equal(met("02-minus-three", { f: "x**2", x: 1.5 }), false, "the other side of the valley");
  assert.equal(met("02-minus-three", { f: "-3*x", x: -1.5 }), false, "another curve");
  assert.equal(met("02-still", { first: 0, second: 0, nudge: 0.5 }), false, "u stands still too");
  assert.equal(met("02-still", { first: 0, second: 2, nudge: 0.5 }), false, "u stands still");
  assert.equal(met("02-still", { first: 3, second: 0, nudge: 0 }), false, "nothing is nudged");
  assert.equal(met("02-emma-flat", { f: "(2*x - 6)**2", x: 2.9 }), false);
  assert.equal(met("02-emma-flat", { f: "x**2", x: 3 }), false, "another curve");
  assert.equal(met("02-only-w2", { landscape: "bowl", point: [0, 0] }), false, "the bottom");
  assert.equal(met("02-only-w2", { landscape: "valley", point: [0, 1] }), false, "another map");
  assert.equal(met("02-only-w2", { landscape: "bowl", point: [1, 0] }), false, "along w1");
  assert.equal(met("02-only-w2", { landscape: "bowl", point: [0.01, -2] }), true);
});

test("the goals of chapter 04", () => {
  const neuron = { stage: 4, x: [2], w: [-2], b: 2 };
  assert.equal(met("04-on-to-the-left", neuron), true);
  for (const change of [
    { stage: 3 },
    { w: [2], b: -2 },
    { w: [-1] },
    { w: [0], b: 0 },
    { x: [1, 2], w: [-2, 1] },
  ]) {
    assert.equal(met("04-on-to-the-left", { ...neuron, ...change }), false, JSON.stringify(change));
  }
  const net = {
    w: [1, 0.5, 0.5],
    b: [0, 0.5, -0.5],
    x: [1, 0.5, 1],
    challenge: "off",
    steps: 0,
    learning_rate: 0.1,
  };
  assert.equal(met("04-one-off", net), false);
  assert.equal(met("04-one-off", { ...net, b: [-2, 0.5, -0.5] }), true);
  assert.equal(met("04-one-off", { ...net, b: [-2, -2, -0.5] }), false, "both are off");
  const ramp = { ...net, challenge: "ramp" };
  const found = { ...ramp, w: [1.5, 0, 0.5], b: [-0.5, 1, -0.5] };
  assert.equal(met("04-by-hand", ramp), false);
  assert.equal(met("04-by-hand", found), true);
  assert.equal(met("04-by-hand", { ...found, challenge: "off" }), false);
  assert.equal(met("04-by-hand", { ...ramp, steps: 30 }), false, "descent did it");
  assert.equal(met("04-by-descent", { ...ramp, steps: 30 }), true);
  assert.equal(met("04-by-descent", { ...ramp, steps: 5 }), false);
  assert.equal(met("04-by-descent", { ...found, steps: 30 }), false, "it was low before");
});

test("the goals of chapter 03", () => {
  const line = { x: 3, target: 10, w: 0, b: 0, learning_rate: 0.05, steps: 1, by: "descent" };
  assert.equal(met("03-by-hand", { ...line, w: 3, b: 1 }), false, "not by hand");
  assert.equal(met("03-by-hand", { ...line, by: "hand", w: 3, b: 0.95 }), true);
  assert.equal(met("03-by-hand", { ...line, by: "hand", w: 3, b: 0.89 }), false);
  assert.equal(met("03-four-steps", line), true, "the error is gone in one step");
  for (const other of [
    { steps: 0 },
    { learning_rate: 0.02, steps: 10 },
    { learning_rate: 0.1, steps: 4 },
    { learning_rate: 1, steps: 4 },
    { w: 3, b: 0.5 },
  ])
    assert.equal(met("03-four-steps", { ...line, ...other }), false, JSON.stringify(other));
  const ball = { landscape: "bowl", start: [2, 1], learning_rate: 0.52, steps: 7 };
  assert.equal(met("03-climb", ball), false, "still below the start");
  assert.equal(met("03-climb", { ...ball, steps: 8 }), true);
  assert.equal(met("03-climb", { ...ball, steps: 0 }), false);
  assert.equal(met("03-climb", { ...ball, learning_rate: 10, steps: 200 }), true, "stopped early");
  assert.equal(
    met("03-climb", { ...ball, landscape: "valley", learning_rate: 1 }),
    false,
    "another landscape",
  );
  const dips = { landscape: "two minima", start: [2, 1], learning_rate: 0.1, steps: 200 };
  assert.equal(met("03-deep-dip", dips), false, "the shallow dip");
  assert.equal(
    met("03-deep-dip", { ...dips, start: [-2, 0], steps: 0 }),
    false,
    "put there, not rolled",
  );
  assert.equal(met("03-deep-dip", { ...dips, start: [-0.5, 1] }), true);
});

test("the goals of chapter 11", () => {
  const pairs = { text: "slowness slowness", merges: 7, word: "slowness" };
  assert.equal(met("11-pieces", pairs), true);
  for (const other of [
    { merges: 6 },
    { word: "s" },
    { text: "slowness", merges: 200 },
    { text: "a slowness and a slowness", merges: 200 },
  ])
    assert.equal(met("11-pieces", { ...pairs, ...other }), false, JSON.stringify(other));
  assert.equal(met("11-cache", { model: "llama3", sizes: { kv_heads: 128 } }), true);
  assert.equal(met("11-cache", { model: "llama3", sizes: {} }), false);
  assert.equal(met("11-cache", { model: "mixtral", sizes: { kv_heads: 128 } }), false);
});

test("the goals of chapter 13", () => {
  assert.equal(met("13-moved", { rung: "train1", view: "difference" }), true);
  for (const other of [
    { rung: "train2" },
    { rung: "train3" },
    { view: "program" },
    { view: "run" },
  ])
    assert.equal(met("13-moved", { rung: "train1", view: "difference", ...other }), false);
});

test("the goals of chapter 14", () => {
  const order = ["import", "read", "shuffle", "seed", "letters", "bos", "size", "encode", "print"];
  assert.equal(met("14-luck", { order }), true);
  assert.equal(met("14-luck", { order: order.toSorted() }), false);
  assert.equal(met("14-luck", { order: order.slice(0, 8) }), false);
  assert.equal(met("14-luck", { order: [...order, "set"] }), false);
  const right = ["import", "read", "seed", "shuffle", ...order.slice(4)];
  assert.equal(met("14-luck", { order: right }), false);
});

test("the goals of chapter 15", () => {
  const asked = { prefix: "oliv", temperature: 1, seed: 3, ended: false };
  assert.equal(met("15-slip", asked), true);
  for (const other of [
    { prefix: "", seed: 1 },
    { prefix: "olive" },
    { prefix: "OLIVE" },
    { temperature: 0 },
    { ended: true },
    { prefix: null },
  ])
    assert.equal(met("15-slip", { ...asked, ...other }), false, JSON.stringify(other));
});

test("the goals of chapter 12", () => {
  assert.equal(met("12-cut", { region: "softmax" }), true);
  assert.equal(met("12-cut", { region: "attention" }), false);
  const where = (id) => moments.flatMap((_, moment) => (met(id, { moment }) ? [moment] : []));
  const line = (piece) => lines.findIndex((one) => one.includes(piece)) + 1;
  for (const moment of where("12-two-scores")) {
    assert.equal(moments[moment].line, line("scores = [sum"));
    assert.match(moments[moment].set.scores, /^2 Values: /);
  }
  assert.equal(where("12-two-scores").length, 3, "one for each head that is recorded");
  for (const moment of where("12-moved")) assert.equal(moments[moment].line, line("p.data -= lr"));
  assert.equal(where("12-moved").length, 3, "the first, the second and the last parameter");
  assert.equal(met("12-moved", { moment: 9999 }), false);
});

test("progress counts what is done, of the items there are", () => {
  const content = {
    chapters: [
      {
        chapter: "01",
        title: "T",
        items: {
          quiz: ["01-a", "01-b"],
          predict: ["01-p"],
          explain: ["01-e"],
          explore: [],
          build: ["ex-01-1", "ex-01-2"],
        },
      },
    ],
  };
  const entries = [
    { kind: "quiz", id: "01-a", value: { tried: [0], done: false } },
    { kind: "quiz", id: "01-b", value: { tried: [1], done: true } },
    { kind: "quiz", id: "99-z", value: { done: true } },
    { kind: "predict", id: "01-p", value: null },
    { kind: "build", id: "ex-01-2", value: { done: true, when: "" } },
    { kind: "code", id: "01-ex-01-1-stub", value: { text: "" } },
    { kind: "explain", id: "01-e", value: { text: "x", shown: true } },
  ];
  assert.deepEqual(progress({ content, entries })[0].cells, [
    { done: 0, of: 1 },
    { done: 0, of: 0 },
    { done: 1, of: 2 },
    { done: 1, of: 1 },
    { done: 1, of: 2 },
  ]);
});
