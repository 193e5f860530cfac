import assert from "node:assert/strict";
import { test } from "node:test";
import { compute } from "../../microgpt/widgets/calculus/derivative.js";
import { small, tell } from "../../microgpt/widgets/calculus/derivative_words.js";
import { mistake } from "../../microgpt/widgets/calculus/derivative_field.js";
import { curve, heights, sample } from "../../microgpt/widgets/draw/curve.js";
import { parse } from "../../microgpt/widgets/engine/expression.js";
import { evaluate } from "../../microgpt/widgets/engine/expression_value.js";

const say = (f, x, h = 0.5) => tell({ f, x, h }, compute({ f, x, h }));

test("the secant's slope closes in on the tangent's", () => {
  const { value, slope, secant, rise, difference } = compute({ f: "x**2", x: 1.5, h: 0.5 });
  assert.deepEqual([value, slope, secant, rise, difference], [2.25, 3, 3.5, 1.75, 0.5]);
  for (const f of ["x**2", "x**3", "sin(x)", "exp(x)", "log(x)"]) {
    const apart = [2, 1, 0.5, 0.1, 0.01, 0.001, 0.0001].map((h) =>
      Math.abs(compute({ f, x: 1.5, h }).difference),
    );
    apart.slice(1).forEach((one, i) => assert.ok(one < apart[i], `${f}: ${apart}`));
    assert.ok(apart[6] < 1e-3 && apart[6] > 0);
  }
});

test("what rounding adds is no difference", () => {
  for (const f of ["2*x + 1", "pi*x", "x/3", "0*x + 1000"])
    for (const h of [0.5, 0.0003, 0.0001])
      assert.equal(compute({ f, x: 1.7, h }).difference, 0, `${f} ${h}`);
});

test("in sentences", () => {
  assert.equal(
    say("x**2", 1.5),
    "From the height 2.25 the secant rises by 1.75 over a run of 0.5: slope 3.5. The " +
      "tangent's slope is 3: 0.5 apart.",
  );
  assert.equal(
    say("2*x", 1),
    "From the height 2 the secant rises by 1 over a run of 0.5: slope 2. The tangent has " +
      "the same slope.",
  );
  assert.equal(
    say("log(x)", -1),
    "log(x) is not defined at x = −1: only positive numbers have a logarithm.",
  );
  assert.ok(
    say("relu(x)", 0).startsWith(
      "At the kink at x = 0, the slope is 0 from the left and 1 from the right; " +
        "this course uses 0. From the height 0 the",
    ),
  );
  assert.match(say("abs(x)", 0), /is −1 from the left and 1 from the right; this course uses 0/);
  assert.match(say("sqrt(x)", 0), /^The curve has no slope at x = 0\. From the height 0 the/);
  assert.match(
    say("1/x", -0.5),
    /There is no secant: 1\/x is not defined at x \+ h = 0: nothing can be divided by 0\.$/,
  );
  assert.match(say("x**2", 1.5, 0.0001), /slope 3\.0001\. The tangent's slope is 3: 0\.0001 apart/);
  assert.equal(
    say("3*x**2 - 4*x + 5", 0.5, 0.0001),
    "From the height 3.75 the secant falls by 0.00009997 over a run of 0.0001: slope " +
      "−0.9997. The tangent's slope is −1: 0.0003 apart.",
  );
  for (const f of [
    "x**2",
    "relu(x)",
    "1/x",
    "x**x",
    "exp(exp(x))",
    "1e300*x",
    "sqrt(x)",
    "log(x - 9)",
  ])
    for (const x of [-4, -1, 0, 0.3, 4])
      for (const h of [0.0001, 2]) assert.doesNotMatch(say(f, x, h), /NaN|undefined|Infinity/);
});

test("what is not zero does not read as zero", () => {
  assert.deepEqual(
    [small(0), small(1e-9), small(-1e-9), small(0.25)],
    ["0", "under 0.0000001", "above −0.0000001", "0.25"],
  );
});

test("a mistake is shown where it is", () => {
  assert.equal(mistake("x**2"), null);
  assert.deepEqual(mistake("x^2"), {
    at: 1,
    words: "Character 2: In Python, a power is written **, as in x**2.",
    piece: "x^2",
    caret: " ^",
  });
  const far = mistake(`${"x + ".repeat(15)}2x + 1`);
  assert.equal(far.piece[far.caret.indexOf("^")], "x");
  assert.ok(far.piece.startsWith("…") && far.piece.length < 40);
  assert.equal(mistake("").at, 0);
});

// ---- the plot ----

const of = (text) => {
  const tree = parse(text);
  return sample(
    (x) => {
      try {
        return evaluate(tree, x)[0];
      } catch {
        return NaN;
      }
    },
    -4,
    4,
  );
};

test("heights: equal units where they fit, no runaway, and what must be seen is inside", () => {
  assert.deepEqual(
    heights(of("sin(x)"), 5).map((y) => Number(y.toFixed(3))),
    [-2.5, 2.5],
  );
  const [low, high] = heights(of("1/x"), 5, [8]);
  assert.ok(low > -20 && high >= 8 && high < 20);
  assert.ok(heights(of("exp(x)"), 5)[1] < 9 && heights(of("exp(x)"), 5, [54])[1] > 54);
  assert.deepEqual(heights(of("log(x - 9)"), 5), [-2.5, 2.5]);
  for (const f of ["3", "1000*x", "x**9", "1e8*x", "exp(x**2)", "x**x"]) {
    const [from, to] = heights(of(f), 5);
    assert.ok(Number.isFinite(from) && to - from >= 5 - 1e-9, f);
  }
});

test("the curve has gaps where there is no value and where it jumps", () => {
  const pens = (text) =>
    curve(
      of(text),
      (x) => x,
      (y) => y,
      [-5, 5],
    ).match(/M/g).length;
  assert.deepEqual(
    ["x", "log(x)", "1/x", "1/(x - 0.005)", "sqrt(x)", "1/(x**2 - 1)"].map(pens),
    [1, 1, 2, 2, 1, 3],
  );
  assert.ok(
    of("log(x)").find((one) => !Number.isNaN(one.y)).y < -15,
    "log is followed down to its edge",
  );
});
