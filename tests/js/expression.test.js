import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { derive, formula, write } from "../../microgpt/widgets/calculus/derivative_rules.js";
import { parse } from "../../microgpt/widgets/engine/expression.js";
import { ExpressionError } from "../../microgpt/widgets/engine/expression_tokens.js";
import { Undefined, evaluate } from "../../microgpt/widgets/engine/expression_value.js";
import { plainly } from "../../microgpt/widgets/kit/isolated.js";

// by test_calculus_widgets.py
const cases = JSON.parse(readFileSync(new URL("./cases/expression.json", import.meta.url), "utf8"));
const valid = cases.filter((one) => one.points);
const invalid = cases.filter((one) => one.error);
const near = (a, b) => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));

test("values and slopes are Python's, on both sides", () => {
  assert.ok(valid.length > 150);
  for (const { text, points } of valid) {
    const tree = parse(text);
    for (const { x, value, slopes, reason } of points) {
      const where = `${text} at ${x}`;
      if (reason) {
        assert.throws(
          () => evaluate(tree, x),
          (error) => error instanceof Undefined && error.message === reason,
          where,
        );
        continue;
      }
      [0, -1, 1].forEach((side, i) => {
        const [gotValue, gotSlope] = evaluate(tree, x, side);
        assert.ok(near(gotValue, value), `${where}: ${gotValue} is not ${value}`);
        if (slopes[i] === null)
          assert.ok(!Number.isFinite(gotSlope), `${where}: ${gotSlope} should be none`);
        else
          assert.ok(
            near(gotSlope, slopes[i]),
            `${where}, side ${side}: slope ${gotSlope} is not ${slopes[i]}`,
          );
      });
    }
  }
});

test("the same texts are refused, for the same reason, at the same place", () => {
  assert.ok(invalid.length > 50);
  for (const { text, error, position } of invalid) {
    assert.throws(
      () => parse(text),
      (thrown) => {
        assert.ok(thrown instanceof ExpressionError);
        assert.deepEqual([plainly(thrown.message), thrown.position], [error, position], text);
        return true;
      },
    );
  }
});

test("the formula of the derivative, read again, has the derivative's values", () => {
  let compared = 0;
  for (const { text, points } of valid) {
    const rule = write(derive(parse(text)));
    if (rule.includes(" if ") || rule.length > 80) continue;
    const tree = parse(rule);
    for (const { x, slopes } of points) {
      if (!slopes || slopes[0] === null) continue;
      let got;
      try {
        [got] = evaluate(tree, x);
      } catch (error) {
        // x*0 at a pole, say: the rule as written divides by 0 there
        if (error instanceof Undefined) continue;
        throw error;
      }
      assert.ok(
        Math.abs(got - slopes[0]) <= 1e-9 * Math.max(1, Math.abs(got)),
        `${text}: ${rule} at ${x} is ${got}, not ${slopes[0]}`,
      );
      compared++;
    }
  }
  assert.ok(compared > 600, String(compared));
});

test("formulas as one would write them", () => {
  const rules = {
    "x**2": "2*x",
    "x**3": "3*x**2",
    "sin(x)": "cos(x)",
    "cos(x)": "-sin(x)",
    "exp(x)": "exp(x)",
    "log(x)": "1/x",
    "relu(x)": "1 if x > 0 else 0",
    3: "0",
    "2*x + 1": "2",
    "-x": "-1",
    "1/x": "-1/x**2",
    "3*x**2 - 4*x + 5": "6*x - 4",
    "sqrt(x)": "1/(2*sqrt(x))",
    "exp(2*x)": "2*exp(2*x)",
    "sin(x)**2": "2*sin(x)*cos(x)",
    "2*x**2 - 1/x": "4*x + 1/x**2",
    "x*sin(x)": "sin(x) + x*cos(x)",
    "(2*x + 1)**2": "4*(2*x + 1)",
    "exp(-x)": "-exp(-x)",
    "abs(x)": "1 if x > 0 else -1",
    "relu(2*x - 3)": "2*(1 if 2*x - 3 > 0 else 0)",
    "2**x": "2**x*log(2)",
    "e**x": "e**x",
    "x**-1": "-x**-2",
    "x**-2": "-2*x**-3",
    "pi*x": "pi",
    "tanh(x)": "1 - tanh(x)**2",
  };
  for (const [text, rule] of Object.entries(rules)) assert.equal(formula(parse(text)), rule, text);
  assert.equal(formula(parse("sin(x)*cos(x)*exp(x)*tanh(x)*sqrt(x)")), null);
});
