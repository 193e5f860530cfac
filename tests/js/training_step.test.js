import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { modelBefore } from "../../microgpt/widgets/engine/model_before.js";
import { compute } from "../../microgpt/widgets/training/training_step.js";
import { lines } from "../../microgpt/widgets/training/training_step/lines.js";
import { MOST } from "../../microgpt/widgets/engine/rounds.js";
import {
  STAGES,
  beside,
  isFirst,
  isLast,
  shown,
} from "../../microgpt/widgets/training/training_step/stages.js";
import { lossWords, sentence, title } from "../../microgpt/widgets/training/training_step/words.js";

// by test_round_widgets.py
const cases = JSON.parse(
  readFileSync(new URL("./cases/training_step.json", import.meta.url), "utf8"),
);
const start = modelBefore();
const START = {
  name: "emma",
  optimiser: "adam",
  stage: 0,
  round: 1,
  matrix: "wte",
  row: 12,
  column: 0,
};
const now = (state) => compute({ ...START, ...state }, start);
const at = (name, state) =>
  now({ stage: STAGES.findIndex((stage) => stage.name === name), ...state });
const close = (a, b, within = 1e-12) => assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);

for (const { state, surprises, after, loss, number } of cases) {
  const { name, optimiser, round, matrix, row, column } = state;
  test(`round ${round} on ${name} with ${optimiser}, ${matrix}[${row}][${column}]`, () => {
    const { last, chosen } = compute(state, start);
    close(last.before.loss, loss, 1e-10);
    surprises.forEach((s, t) => close(last.before.positions[t].surprise, s, 1e-10));
    after.forEach((s, t) => close(last.after.positions[t].surprise, s, 1e-10));
    const mine = {
      value: chosen.value,
      gradient: chosen.g,
      m: chosen.m,
      v: chosen.v,
      m_hat: chosen.mHat,
      v_hat: chosen.vHat,
      after: chosen.next,
    };
    for (const [key, x] of Object.entries(number)) close(mine[key], x, 1e-10);
  });
}

test("the stages and the limits are those of the Python class", () => {
  const read = (file) =>
    readFileSync(new URL(`../../microgpt/widgets/training/${file}`, import.meta.url), "utf8");
  const [, names] = read("training_step.py").match(/STAGES = "([^"]*)"/);
  assert.deepEqual(
    STAGES.map(({ name }) => name),
    names.split(" "),
  );
  assert.equal(MOST, Number(read("rounds.py").match(/^MOST = (\d)/m)[1]));
});

test("Step goes through all stages of all rounds, and Back the same way", () => {
  for (const [optimiser, stages] of [
    ["adam", 8],
    ["sgd", 6],
  ]) {
    let moment = { optimiser, round: 1, stage: 0 };
    const seen = [moment];
    while (!isLast(moment)) seen.push((moment = beside(moment, 1)));
    assert.equal(seen.length, stages * MOST);
    assert.deepEqual(beside(moment, 1), moment);
    for (const one of seen.reverse()) {
      assert.deepEqual(moment, one);
      moment = beside(moment, -1);
    }
    assert.ok(isFirst(moment));
  }
});

test("SGD shows the move where Adam shows its averages", () => {
  assert.deepEqual(
    [3, 4, 5, 6].map((stage) => shown({ optimiser: "sgd", round: 1, stage })),
    [3, 6, 6, 6],
  );
  assert.equal(at("averages", { optimiser: "sgd" }).stage, "move");
});

test("the numbers that are watched follow the name", () => {
  const labels = (state) => now(state).watched.map(({ label }) => label);
  const emma = [
    "wte[m][0]",
    "wte[m][1]",
    "wte[m][2]",
    "wte[m][3]",
    "lm_head[a][0]",
    "lm_head[a][1]",
  ];
  assert.deepEqual(labels({}), [...emma, "wte[z][0]"]);
  assert.deepEqual(labels({ matrix: "fc1", row: 5 }), [...emma, "wte[z][0]", "fc1[5][0]"]);
  assert.deepEqual(labels({ name: "zoe", row: 14 }).slice(4), [
    "lm_head[e][0]",
    "lm_head[e][1]",
    "wte[y][0]",
  ]);
});

test("a number of a letter that is not read has the gradient 0 and stays", () => {
  const { watched } = at("move");
  const { numbers } = watched[6];
  assert.deepEqual([numbers.g, numbers.m, numbers.v, numbers.step], [0, 0, 0, 0]);
  assert.equal(numbers.next, numbers.value);
});

test("the arithmetic is written out", () => {
  assert.deepEqual(lines(at("loss")), [
    "loss = (3.3971 + 3.1520 + 3.3729 + 3.5245 + 3.3326) / 5 = 3.3558",
  ]);
  assert.deepEqual(lines(at("averages")), [
    "m = 0.85 × 0 + 0.15 × (−0.0778) = −0.0117",
    "v = 0.99 × 0 + 0.01 × (−0.0778)² = 6.05 × 10⁻⁵",
  ]);
  assert.deepEqual(lines(at("corrected")), [
    "m̂ = m / (1 − 0.85) = −0.0117 / 0.15 = −0.0778",
    "v̂ = v / (1 − 0.99) = 6.05 × 10⁻⁵ / 0.01 = 0.00605",
  ]);
  assert.match(lines(at("corrected", { round: 2 }))[0], /\(1 − 0\.85²\) = −0\.019 \/ 0\.278 = /);
  assert.equal(lines(at("move"))[1], "new value = 0.0878 − (−0.01) = 0.0978");
  assert.equal(lines(at("move", { optimiser: "sgd" }))[0], "move = 0.01 × (−0.0778) = −0.000778");
  assert.deepEqual(lines(at("again")), ["change of the loss = 2.9474 − 3.3558 = −0.4084"]);
});

test("the words say why there is a gradient, or none", () => {
  const why = (state) => lines(at("backward", state))[0];
  assert.equal(why({}), "m is read at positions 2 and 3. Each adds its part.");
  assert.match(why({ row: 25 }), /^z is not read, .*exactly 0\.$/);
  assert.match(why({ matrix: "wpe", row: 5 }), /^No token stands at position 5/);
  assert.match(why({ matrix: "lm_head", row: 12 }), /m is right at positions 1 and 2/);
  assert.match(why({ matrix: "lm_head", row: 1 }), /b is never right here/);
  assert.match(why({ matrix: "lm_head", row: 26 }), /The end is right at position 4/);
  assert.match(why({ matrix: "fc1", row: 5 }), /^ReLU shuts unit 5/);
  assert.match(why({ matrix: "fc2", row: 0, column: 5 }), /^ReLU shuts unit 5/);
  assert.match(lines(at("backward"))[1], /the loss would fall by about 0\.000778\.$/);
});

test("every stage of every round has its words, and none an undefined number", () => {
  for (const name of ["emma", "a", "alexandriannaxy"])
    for (const optimiser of ["adam", "sgd"])
      for (let round = 1; round <= MOST; round++)
        for (let stage = 0; stage < STAGES.length; stage++) {
          const moment = now({ name, optimiser, round, stage });
          const said = [title(moment), sentence(moment), lossWords(moment), ...lines(moment)];
          assert.doesNotMatch(said.join(" "), /undefined|NaN|∞|null/);
        }
});

test("a loss that is not reached is not told", () => {
  assert.equal(
    lossWords(at("forward")),
    "Loss over 5 positions: not yet; after the move: not yet.",
  );
  assert.equal(lossWords(at("again")), "Loss over 5 positions: 3.3558; after the move: 2.9474.");
});
