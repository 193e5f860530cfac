import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BLOCKS } from "../../microgpt/widgets/engine/blocks.js";
import { IDS } from "../../microgpt/widgets/draw/blocks.js";
import { compute, lineInUse, lines } from "../../microgpt/widgets/model/toy_by_hand.js";
import { gradientLines } from "../../microgpt/widgets/model/toy_by_hand/backward.js";
import { refused } from "../../microgpt/widgets/model/toy_by_hand/name.js";
import {
  LAST,
  STAGES,
  done,
  indexOf,
  onView,
  turned,
} from "../../microgpt/widgets/model/toy_by_hand/stages.js";
import { sentence, title } from "../../microgpt/widgets/model/toy_by_hand/words.js";

const START = { name: "ab", position: 2, step: 0, matrix: "lm_head", cell: [0, 0], weights: {} };
const now = (state) => compute({ ...START, ...state });
const at = (way, block, state) => now({ step: indexOf(way, block), ...state });
const NAMES = ["", "a", "ab", "aab", "ccc"];
/** The number a line ends in. */
const last = (line) =>
  Number(line.match(/(−?[\d.]+)(?: \((?:open|shut)\))?$/)?.[1].replace("−", "-"));

test("the stages are the ones of the Python class, and blocks those of the drawing", () => {
  const path = new URL("../../microgpt/widgets/model/toy_by_hand.py", import.meta.url);
  const [, back] = readFileSync(path, "utf8").match(/BACK = \(\s*"([\s\S]*?)"\s*\)/);
  const names = back.replace(/"\s*"/g, "").split(" ");
  const ours = STAGES.filter(({ way }) => way === "backward").map(({ block }) => block);
  assert.deepEqual(ours, names);
  assert.deepEqual(BLOCKS, IDS);
  assert.deepEqual(new Set(ours), new Set([...BLOCKS, "loss"]));
  assert.equal(LAST, 43);
  const folder = new URL("../../microgpt/widgets/model/toy_by_hand/", import.meta.url);
  const limit = (file) => readFileSync(file, "utf8").match(/^(?:const )?LIMIT = (\d)/m)[1];
  assert.equal(limit(new URL("matrices.js", folder)), limit(path));
});

test("on the way back each block comes after all that use it", () => {
  const users = {
    probs: ["loss"],
    logits: ["probs"],
    mlp_add: ["logits"],
    fc2: ["mlp_add"],
    relu: ["fc2"],
    fc1: ["relu"],
    mlp_norm: ["fc1"],
    attn_add: ["mlp_norm", "mlp_add"],
    wo: ["attn_add"],
    blend: ["wo"],
    weights: ["blend"],
    v: ["blend"],
    scores: ["weights"],
    q: ["scores"],
    k: ["scores"],
    attn_norm: ["q", "k", "v"],
    norm: ["attn_norm", "attn_add"],
    sum: ["norm"],
    position: ["sum"],
    token: ["sum"],
  };
  for (const [block, by] of Object.entries(users))
    for (const one of by) assert.ok(indexOf("backward", one) < indexOf("backward", block), block);
});

for (const name of NAMES)
  test(`every line ends in its number, at every position of ${name || "BOS alone"}`, () => {
    for (let position = 0; position <= name.length; position++)
      for (const way of ["forward", "backward"])
        for (const block of BLOCKS) {
          const shown = at(way, block, { name, position });
          const numbers = (way === "forward" ? shown.mine.out : shown.mine.grad)[block];
          const found = lines(shown);
          if (way === "forward" && ["token", "position"].includes(block)) continue; // a row in one line
          const results = found.slice(-numbers.length);
          results.forEach((line, i) =>
            assert.ok(Math.abs(last(line) - numbers[i]) < 0.000101, `${line} is not ${numbers[i]}`),
          );
        }
  });

test("the arithmetic as a reader would write it", () => {
  assert.deepEqual(lines(at("forward", "token")), ["t = row b of wte = [−0.3000, 0.4000]"]);
  assert.equal(lines(at("forward", "sum"))[0], "e₀ = −0.3000 + (−0.1000) = −0.4000");
  assert.deepEqual(lines(at("forward", "norm")), [
    "size of e = √((−0.4000² + 0.5000²) / 2 + 0.00001) = 0.4528".replace("−0.4000²", "(−0.4000)²"),
    "x₀ = −0.4000 / 0.4528 = −0.8834",
    "x₁ = 0.5000 / 0.4528 = 1.1043",
  ]);
  assert.equal(lines(at("forward", "q"))[0], "q₀ = 0.5 × (−0.8834) + 0.2 × 1.1043 = −0.2209");
  assert.equal(lines(at("forward", "relu"))[0], "r₀ = max(0, −0.1151) = 0.0000");
  assert.equal(
    lines(at("forward", "loss")).at(-1),
    "loss = (1.6960 + 0.9809 + 1.7849) / 3 = 1.4873",
  );
  assert.equal(lines(at("backward", "probs"))[0], "P(BOS).grad = −1 / (3 × 0.1678) = −1.9863");
  assert.equal(lines(at("backward", "logits"))[0], "logit BOS.grad = (0.1678 − 1) / 3 = −0.2774");
  assert.equal(lines(at("backward", "fc1"))[0], "h₀.grad = 0 (shut)");
  assert.equal(lines(at("backward", "fc1"))[1], "h₁.grad = r₁.grad = −0.0129 (open)");
  assert.equal(
    lines(at("backward", "v", { position: 1 }))[0],
    "v₀.grad = 0.5115 × (−0.0412) + 0.3074 × (−0.0548) = −0.0379",
  );
});

test("printed shares add up to 1 as printed", () => {
  for (const name of NAMES)
    for (let position = 0; position <= name.length; position++)
      for (const block of ["weights", "probs"]) {
        const shown = at("forward", block, { name, position });
        const printed = lines(shown).slice(-shown.mine.out[block].length).map(last);
        const sum = printed.reduce((a, b) => a + Math.round(b * 1e4), 0);
        assert.equal(sum, 1e4);
      }
});

test("one weight's gradient is a sum over the positions, += after the first", () => {
  const picked = { name: "lm_head", row: 0, column: 0 };
  assert.deepEqual(gradientLines(now(), picked), [
    "BOS: 0.0971 × 1.6941 = 0.1644",
    "+= a: 0.1016 × 1.7819 = 0.1811",
    "+= b: −0.2774 × (−0.2456) = 0.0681",
    "together 0.4136",
  ]);
  // a row of wte gets a part from each position of its token, and an unused one from none
  const twice = now({ name: "aba" });
  assert.deepEqual(
    gradientLines(twice, { name: "wte", row: 1, column: 0 }).map((line) => line.split(":")[0]),
    ["a₁", "+= a₃", "together −0.0274"],
  );
  assert.match(gradientLines(twice, { name: "wte", row: 3, column: 1 })[0], /exactly 0/);
  assert.equal(gradientLines(twice, { name: "wpe", row: 2, column: 1 }).length, 1);
});

test("Adam's first step is 0.01 in the direction of the sign", () => {
  const shown = at("adam", "", { cell: [0, 0] });
  assert.deepEqual(lines(shown), [
    "g = 0.4136",
    "m = 0.15 × g = 0.06205, then m / 0.15 = 0.4136: g again",
    "v = 0.01 × g² = 0.001711, then v / 0.01 = 0.1711: g² again",
    "step = 0.01 × 0.4136 / √0.1711 = 0.0100",
    "weight: 0.3 − 0.0100 = 0.2900",
  ]);
  const unused = at("adam", "", { matrix: "wte", cell: [3, 0] });
  assert.deepEqual(lines(unused), ["g = 0, so the step is 0", "weight: 0.1 stays"]);
});

test("the loss is known from its stage on, the one after the step at the end", () => {
  assert.ok(!done(indexOf("forward", "probs"), "forward", "loss"));
  assert.ok(done(indexOf("backward", "q"), "forward", "loss"));
  assert.ok(!done(LAST - 1, "after", "") && done(LAST, "after", ""));
  assert.deepEqual(lines(at("after", "")), [
    "loss before: 1.4873",
    "loss after: 1.4352",
    "change: −0.0521",
  ]);
});

test("rows are in use forward, columns on the way back, and the line is theirs", () => {
  const forward = at("forward", "fc1", { matrix: "layer0.mlp_fc1", cell: [3, 1] });
  assert.deepEqual([forward.use, forward.picked.row, lineInUse(forward)], ["row", 3, 3]);
  const back = at("backward", "relu", { matrix: "layer0.mlp_fc2", cell: [1, 6] });
  assert.deepEqual([back.use, back.names, lineInUse(back)], ["column", ["layer0.mlp_fc2"], 6]);
  assert.match(lines(back)[6], /^r₆\.grad = −0\.1 × .* \+ 0\.3 × /);
  assert.equal(onView(STAGES[indexOf("backward", "attn_norm")], "wte").names.length, 3);
  // what is looked up is chosen first: the row of the token, of the position, of what comes next
  assert.equal(at("forward", "token").picked.row, 2);
  assert.equal(at("forward", "position", { position: 1 }).picked.row, 1);
  assert.equal(at("forward", "logits", { position: 0, matrix: "wte" }).picked.row, 1);
  assert.equal(lineInUse(at("forward", "norm")), -1);
});

test("another direction keeps the block", () => {
  const q = indexOf("forward", "q");
  assert.equal(turned(q, "backward", "wte"), indexOf("backward", "q"));
  assert.equal(turned(q, "adam", "wte"), LAST - 1);
  assert.equal(turned(LAST, "forward", "wte"), indexOf("forward", "token"));
});

test("a changed weight changes everything after it, and nothing is undefined at the limits", () => {
  const before = now();
  const rows = [
    [0.5, 0.2],
    [0.1, 0.4],
  ];
  rows[0][0] = 2;
  const after = now({ weights: { "layer0.attn_wq": rows } });
  assert.notEqual(after.step.loss, before.step.loss);
  for (const limit of [-2, 0, 2]) {
    const weights = Object.fromEntries(
      before.shapes.map(({ name, rows: n, cols }) => [
        name,
        Array.from({ length: n }, (_, i) =>
          Array.from({ length: cols }, (_, j) => ((i + j) % 3 ? limit : -limit)),
        ),
      ]),
    );
    for (let step = 0; step <= LAST; step++) {
      const shown = now({ weights, step, name: "abc", position: 3 });
      const text = [title(shown), sentence(shown), ...lines(shown)].join("\n");
      assert.doesNotMatch(text, /undefined|NaN|∞/, `${limit} ${step}`);
    }
  }
});

test("every stage of every position has a title, a sentence and lines", () => {
  for (const name of NAMES)
    for (let position = 0; position <= name.length; position++)
      for (let step = 0; step <= LAST; step++) {
        const shown = now({ name, position, step });
        assert.match(title(shown), /^(Forward|Backward|The step|After it): \S/);
        assert.match(sentence(shown), /[.:0-9]$/);
        assert.ok(lines(shown).length > 0);
      }
});

test("only a, b and c, and at most three of them", () => {
  for (const name of ["", "a", "cba"]) assert.equal(refused(name), "");
  for (const name of ["abca", "d", "A", " a", "<b>"]) assert.match(refused(name), /a, b and c/);
});
