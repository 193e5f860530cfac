import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute } from "../../microgpt/widgets/training/loss_builder.js";
import { many, shown, tell } from "../../microgpt/widgets/training/loss_builder/words.js";

// by test_loss_curves_widgets.py
const cases = JSON.parse(
  readFileSync(new URL("./cases/loss_builder.json", import.meta.url), "utf8"),
);

test("the loss and every chance are Python's, and add up to 1", () => {
  for (const { p, rest, loss, chances } of cases) {
    const now = compute({ p, rest });
    assert.ok(Math.abs(now.loss - loss) < 1e-12);
    assert.ok(Object.is(Math.sign(now.loss), p === 1 ? 0 : 1), "never -0");
    assert.equal(now.letters.length, 27);
    let sum = 0;
    for (const { letter, chance, right } of now.letters) {
      assert.ok(Math.abs(chance - chances[letter]) < 1e-5, letter); // the shipped ones are rounded
      assert.equal(right, letter === "m");
      sum += chance;
    }
    assert.ok(Math.abs(sum - 1) < 1e-5);
  }
});

test("however the rest is shared out, the loss is the same", () => {
  for (const { p } of cases) {
    const rests = /** @type {const} */ (["evenly", "one", "model"]);
    const [one, ...others] = rests.map((rest) => compute({ p, rest }).loss);
    assert.ok(others.every((loss) => loss === one));
  }
});

test("what is said has numbers, and none that cannot be", () => {
  for (const { p, rest } of cases) {
    const said = tell(compute({ p, rest }));
    assert.equal(said.length, 2);
    assert.doesNotMatch(said.join(" "), /NaN|undefined|∞/);
    if (p < 1) assert.match(said[0], /The loss is [0-9.]+ all the same\.$/);
  }
  assert.match(tell(compute({ p: 0.01, rest: "one" }))[1], /sure of a, and it is wrong.* 4\.605/);
  assert.match(tell(compute({ p: 1 / 27, rest: "one" }))[1], /the blind guess: 3\.296/);
  assert.deepEqual([0.5, 1 / 27, 0.0085, 1].map(shown), ["0.500", "0.037", "0.0085", "1.000"]);
  assert.deepEqual([1, 2, 27, 1000].map(many), ["1.0", "2.0", "27.0", "1000"]);
});
