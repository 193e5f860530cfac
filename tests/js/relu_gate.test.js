import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute, tell } from "../../microgpt/widgets/neuron/relu_gate.js";

const [{ gates }] = JSON.parse(
  readFileSync(new URL("./cases/neuron.json", import.meta.url), "utf8"),
); // by test_neuron_widgets.py

test("output and slope are Python's", () => {
  for (const { z, says } of gates) {
    const { out, slope } = compute({ z });
    assert.equal(`ReLU(${z}) = ${out}; the slope there is ${slope}.`, says);
  }
});

test("at 0 the slope is taken as 0, and the words say so", () => {
  assert.deepEqual(compute({ z: 0 }), { out: 0, slope: 0 });
  assert.match(tell(0), /taken as 0/);
  assert.match(tell(-0.1), /stopped at 0/);
  assert.match(tell(0.1), /unchanged/);
});
