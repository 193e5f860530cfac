import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CHALLENGES, GRID, LAYERS } from "../../microgpt/widgets/neuron/challenges.js";
import { noteOf } from "../../microgpt/widgets/neuron/diagram.js";
import {
  GOAL,
  REACH,
  descender,
  forward,
  gradient,
  loss,
  lossKeeper,
  step,
  target,
} from "../../microgpt/widgets/neuron/network.js";
import { MOST_STEPS, silent, tell } from "../../microgpt/widgets/neuron/panel.js";
import { compute, fold } from "../../microgpt/widgets/neuron/playground.js";
import { spelled } from "../../microgpt/widgets/neuron/playground_numbers.js";

// by test_neuron_widgets.py
const [cases] = JSON.parse(readFileSync(new URL("./cases/neuron.json", import.meta.url), "utf8"));
const close = (a, b, most = 1e-12) => assert.ok(Math.abs(a - b) <= most, `${a} is not ${b}`);
const closeAll = (a, b) => {
  assert.equal(a.length, b.length);
  a.forEach((x, i) => close(x, b[i]));
};

test("forward, loss, gradient and descent are Python's", () => {
  assert.equal(cases.playgrounds.length, 60);
  for (const one of cases.playgrounds) {
    const now = forward(one, one.x);
    for (const key of ["h1", "h2", "a"]) close(now[key], one.forward[key]);
    close(loss(one, one.challenge), one.loss);
    const slope = gradient(one, one.challenge);
    closeAll(slope.w, one.gradient.w);
    closeAll(slope.b, one.gradient.b);
    const path = descender()({ ...one, learning_rate: 0.1, steps: 5 });
    assert.equal(path.length, 6);
    closeAll(path[5].w, one.after.w);
    closeAll(path[5].b, one.after.b);
  }
});

test("challenges and limits are Python's", () => {
  assert.deepEqual(CHALLENGES, cases.challenges);
  assert.deepEqual(GRID, cases.grid);
  assert.deepEqual([GOAL, REACH, MOST_STEPS], [cases.goal, cases.reach, cases.most_steps]);
});

test("the gradients are the slopes of small nudges", () => {
  const start = { w: [0.7, -0.45, 0.35], b: [0.15, 0.25, 0.1] };
  const h = 1e-6;
  for (const challenge of Object.keys(CHALLENGES)) {
    const slope = gradient(start, challenge);
    for (const key of ["w", "b"]) {
      for (let i = 0; i < 3; i++) {
        const at = (d) =>
          loss({ ...start, [key]: start[key].map((p, j) => (j === i ? p + d : p)) }, challenge);
        close((at(h) - at(-h)) / (2 * h), slope[key][i], 1e-6);
      }
    }
  }
});

test("the loss is the mean of the losses of its three layers", () => {
  const one = cases.playgrounds[0];
  const parts = LAYERS.map((x3) =>
    loss(
      one,
      one.challenge,
      GRID.filter((x) => x[2] === x3),
    ),
  );
  close((parts[0] + parts[1] + parts[2]) / 3, loss(one, one.challenge));
});

test("descent remembers its path, and forgets it when the start changes", () => {
  const descend = descender();
  const state = {
    w: [1, 0.5, 0.5],
    b: [0, 0.5, -0.5],
    challenge: "ramp",
    learning_rate: 0.1,
    steps: 8,
  };
  const long = descend(state);
  assert.equal(descend({ ...state, steps: 3 })[3], long[3]);
  assert.equal(descend({ ...state, steps: 9 })[8], long[8]);
  assert.notDeepEqual(descend({ ...state, learning_rate: 0.2 })[8], long[8]);
  assert.deepEqual(step(long[7], "ramp", 0.1), long[8]);
});

test("a loss that is kept is the loss, also of another challenge's path", () => {
  const descend = descender();
  const lossOf = lossKeeper();
  const start = { w: [1, 0.5, 0.5], b: [0, 0.5, -0.5], learning_rate: 0.1 };
  for (const challenge of ["ramp", "tide", "ramp"]) {
    for (const steps of [3, 6, 0]) {
      const path = descend({ ...start, challenge, steps });
      assert.deepEqual(
        path.map((one) => lossOf(one, challenge)),
        path.map((one) => loss(one, challenge)),
      );
    }
  }
});

test("what is drawn", () => {
  const state = {
    w: [1, 0.5, 0.5],
    b: [0, 0.5, -0.5],
    x: [1, 0.5, 1],
    challenge: "off",
    steps: 7,
    learning_rate: 0.1,
  };
  const free = compute(state);
  assert.deepEqual(
    [free.activations.h1, free.activations.h2, free.activations.a, free.path.length],
    [1.25, 1, 1.75, 1],
  );
  assert.deepEqual([free.losses, free.slope, free.dots], [[], null, []]);
  const aim = compute({ ...state, challenge: "corner" });
  assert.equal(aim.losses.length, 8);
  assert.equal(aim.dots.length, 25);
  for (const [x1, x2, up] of aim.dots) assert.equal(up, target("corner", [x1, x2, 1]));
});

test("the fold is where h1 switches on", () => {
  for (const [w, b] of [
    [[1, 0.5], 0],
    [[0.2, -3], 1],
    [[-2, 2], -1.5],
    [[1, 0], 0.5],
  ]) {
    const line = fold(w, b);
    assert.ok(line.length > 1);
    for (const [x1, x2] of line) {
      close(w[0] * x1 + w[1] * x2 + b, 0, 1e-9);
      assert.ok(Math.max(Math.abs(x1), Math.abs(x2)) <= 2);
    }
  }
  assert.deepEqual(fold([0, 0], 1), []);
  assert.deepEqual(fold([1, 0], 3), []);
});

test("the arithmetic in words", () => {
  const lines = spelled({ w: [1, -0.5, 0.5], b: [0, 0.5, -0.5] }, [1, 0.5, 1]);
  assert.deepEqual(
    lines.map((line) => line[2]),
    ["ReLU(1·1 + (−0.5)·0.5 + 0)", "ReLU(0.5·1 + 0.5)", "ReLU(0.75 + 1 − 0.5)"],
  );
});

test("a gradient that is not zero never reads as zero", () => {
  assert.deepEqual([0, 1e-9, -0.0123, 0.456, -3.21].map(noteOf), [
    "grad 0",
    "grad ≈ 0",
    "grad −0.012",
    "grad 0.46",
    "grad −3.21",
  ]);
});

test("what it says of the challenge", () => {
  assert.match(
    tell({ loss: 1, steps: 3, flat: true, allOff: true }),
    /^All gradients are zero: every unit is off\. Descent cannot move; turn a bias up by hand\./,
  );
  assert.match(tell({ loss: 1, steps: 0, flat: true, allOff: false }), /the output unit is off/);
  assert.match(tell({ loss: 0, steps: 0, flat: true, allOff: false }), /by hand/);
  assert.match(tell({ loss: 0.019, steps: 1, flat: false, allOff: false }), /after 1 step of/);
  assert.match(
    tell({ loss: 0.5, steps: MOST_STEPS, flat: false, allOff: false }),
    /still above 0\.02/,
  );
  assert.ok(silent({ w: [0, 0, 0], b: [-1, -1, -1] }, GRID));
  assert.ok(!silent({ w: [0, 0, 0], b: [1, -1, -3] }, GRID));
});
