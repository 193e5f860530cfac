import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { GRAPHS, PUZZLES } from "../../microgpt/widgets/autograd/graphs.js";
import { factsAt, lifeOf } from "../../microgpt/widgets/autograd/moments.js";
import { compute as orderOf } from "../../microgpt/widgets/autograd/order_of_turns.js";
import { aboutOne } from "../../microgpt/widgets/autograd/panel.js";
import { compute as typed, mistake } from "../../microgpt/widgets/autograd/sandbox.js";
import { NOT_YET, described, shown } from "../../microgpt/widgets/autograd/shown.js";
import { compute as knownAt } from "../../microgpt/widgets/autograd/stages.js";
import { compute as stepper } from "../../microgpt/widgets/autograd/stepper.js";
import { compute as read } from "../../microgpt/widgets/autograd/value_graph.js";
import { tell } from "../../microgpt/widgets/autograd/words.js";
import { namesOf, number, short, sign } from "../../microgpt/widgets/draw/graph/words.js";
import { operandsOf } from "../../microgpt/widgets/engine/graph.js";

// by test_autograd_widgets.py
const [{ orders, puzzles }, { written }] = JSON.parse(
  readFileSync(new URL("./cases/autograd_widgets.json", import.meta.url), "utf8"),
);
const ORDERS = /** @type {const} */ (["right", "early", "recursive"]);

test("before its turn a gradient is not yet, and never 0", () => {
  for (const name of Object.keys(GRAPHS))
    for (const order of ORDERS) {
      const graph = stepper(name).folded;
      const life = lifeOf(graph, order);
      const about = described(graph);
      const seed = life.computed.length + 1;
      life.moments.forEach((_, at) => {
        const facts = factsAt(life, at);
        const { nodes, rows, edges } = shown(about, { facts });
        assert.equal(edges.length, graph.edges.length);
        if (at < seed) assert.ok(nodes.every(({ grad }) => grad === NOT_YET));
        facts.forEach(({ grad }, i) => {
          if (grad === null) assert.deepEqual([nodes[i].grad, rows[i].grad], [NOT_YET, NOT_YET]);
        });
        const text = JSON.stringify([nodes, rows, tell(about, life, at)]);
        assert.doesNotMatch(text, /NaN|undefined|Infinity|-\d/, `${name} ${order} ${at}`);
      });
      const end = factsAt(life, life.moments.length - 1);
      assert.ok(
        end.every(({ data, grad, parts }) => data !== null && grad !== null && !parts.length),
      );
    }
});

test("a part stands beside what is there, and is added one moment later", () => {
  const graph = stepper("shared").folded;
  const life = lifeOf(graph, "right");
  const at = life.moments.length - 2;
  const about = described(graph);
  const gradsOfA = [at - 1, at, at + 1].map(
    (one) => shown(about, { facts: factsAt(life, one) }).nodes[0].grad,
  );
  assert.deepEqual(gradsOfA, ["1", "1 + 3", "4"]);
});

test("both parts of x·x are there before they are added", () => {
  const { folded } = typed({ expression: "a*a", inputs: { a: 3 } });
  const life = lifeOf(/** @type {any} */ (folded), "right");
  assert.deepEqual(factsAt(life, life.moments.length - 2)[0].parts, [3, 3]);
});

test("the steps of the diamond, in words", () => {
  const graph = stepper("diamond").folded;
  const about = described(graph);
  const says = (/** @type {any} */ order) => {
    const life = lifeOf(graph, order);
    return life.moments.map((_, at) => tell(about, life, at).join(" "));
  };
  const right = says("right");
  assert.match(right[0], /^Given: a = 2\. Press Step/);
  assert.equal(right[1], "Forward: b = a × 3 = 2 × 3 = 6. Local gradient: 3 for a.");
  assert.equal(right[4], "Forward: y = c × d = 7 × 12 = 84. Local gradients: 12 for c, 7 for d.");
  assert.match(right[5], /the result is 84\. Backward begins there, with 1/);
  assert.match(right[8], /b gets 12 × 1 = 12, beside the 14 it has: 26 in all\./);
  assert.match(
    says("early").at(-1) ?? "",
    /b had its turn before d told it its part: 14 went no further/,
  );
  assert.match(says("recursive").at(-1) ?? "", /b had 2 turns, and each time passed on all/);
});

test("a value that was told nothing passes on nothing, and it is said", () => {
  const { graph, life, at } = orderOf({ graph: "diamond", order: ["b"] });
  const [first] = tell(described(graph), life, at);
  assert.match(first, /b has the gradient 0 and passes it on\. Nobody has told it anything yet\./);
});

test("every order of the puzzles gives Python's gradients", () => {
  assert.deepEqual(
    Object.entries(PUZZLES).map(([name, { inputs, lines }]) => [name, inputs, lines]),
    puzzles,
  );
  for (const { graph, order, grad, right } of orders) {
    const found = orderOf({ graph, order });
    assert.ok(found.done);
    assert.equal(found.life.grads[0], grad, `${graph} ${order}`);
    assert.equal(found.wrong.length === 0, right, `${graph} ${order}`);
  }
  assert.ok(orders.length === 24 + 120 && orders.filter(({ right }) => right).length === 3);
});

test("names and formulas", () => {
  const text = (/** @type {string} */ expression, program = false) => {
    const found = typed({ expression, inputs: { a: 2, b: 3, c: -1, d: 0.5 } });
    const graph = /** @type {any} */ (program ? found.program : found.folded);
    return namesOf(graph.nodes, operandsOf(graph)).formulas.at(-1);
  };
  assert.equal(text("(a + b)*c"), "(a + b) × c");
  assert.equal(text("a + b*c"), "a + b × c");
  assert.equal(text("a - (b - c)"), "a − (b − c)");
  assert.equal(text("a/(b*c)"), "a / (b × c)");
  assert.equal(text("(a*b)**2"), "(a × b)**2");
  assert.equal(text("-a"), "−a");
  assert.equal(text("1/(a + 1)"), "1 / (a + 1)");
  assert.equal(text("3 - a"), "3 − a");
  assert.equal(text("relu(a - b)"), "relu(a − b)");
  assert.equal(text("a - b", true), "a + b × (−1)");
  assert.equal(text("(a*2 + b*2 + c*2)*d"), "value 8 × d");
});

test("signs in a box", () => {
  const signs = [
    ["+", 3],
    ["*", -1],
    ["**", 2],
    ["by-", 1],
    ["neg", null],
    ["/", null],
    ["relu", null],
    ["", null],
  ];
  assert.deepEqual(
    signs.map(([op, by]) => sign(/** @type {any} */ ({ op, by }))),
    ["+ 3", "× (−1)", "**2", "1 −", "−", "/", "relu", ""],
  );
});

test("numbers fit their box and are never nonsense", () => {
  for (const x of [
    0,
    1,
    -0.5,
    84,
    1 / 3,
    -1 / 3,
    12345.678,
    -99999.9,
    123456789,
    1e-9,
    -1e-9,
    1e300,
    Infinity,
    NaN,
  ]) {
    assert.ok(short(x).length <= 8, `${x}: ${short(x)}`);
    assert.doesNotMatch(short(x) + number(x), /NaN|undefined|Infinity|-/);
    if (x !== 0) assert.notEqual(short(x), "0");
  }
  assert.deepEqual(
    [short(1 / 3), number(1 / 3), short(-0), number(1e-12)],
    ["0.3333", "0.333333", "0", "1.0000e−12"],
  );
});

test("what a nudge finds stands beside the gradient", () => {
  const graph = stepper("shared").folded;
  const about = described(graph);
  const facts = factsAt(lifeOf(graph, "right"), 99);
  assert.equal(
    aboutOne(about, facts[0], 0, true),
    "a is 2; its gradient: 4. Finite difference: 4. So many times as far moves c when a is nudged a little.",
  );
  assert.match(
    aboutOne(about, factsAt(lifeOf(graph, "right"), 0)[0], 0, false),
    /its gradient: not yet/,
  );
  assert.equal(
    aboutOne(about, { data: null, grad: null, parts: [] }, 2, true),
    "a × b is not computed yet.",
  );
});

test("what cannot be drawn is named, with its place", () => {
  assert.equal(mistake("a*b"), null);
  assert.equal(mistake("log(a - 1)"), null, "other numbers have a value");
  assert.match(mistake("a*")?.words ?? "", /Character 2: Something is missing after \*/);
  assert.match(
    mistake("-".repeat(70) + "a")?.words ?? "",
    /This makes 71 values; 60 fit in the picture/,
  );
  assert.match(mistake("a+b+c+d+f+g+h+i+j")?.words ?? "", /At most 8 letters fit; these are 9/);
  assert.equal(
    typed({ expression: "log(a)", inputs: { a: 0 } }).reason,
    "only positive numbers have a logarithm",
  );
});

test("a Value knows more from stage to stage", () => {
  const sizes = [1, 2, 3, 4]
    .map((stage) => knownAt(stage))
    .map(({ nodes, edges }) => [nodes.length, edges.length]);
  assert.deepEqual(sizes, [
    [2, 0],
    [3, 0],
    [4, 4],
    [4, 4],
  ]);
  assert.equal(knownAt(2).nodes[2].data, 8);
});

test("graphs from Python are read, also with what is no number", () => {
  for (const graph of written) {
    const { program, folded } = read(graph);
    for (const one of [program, folded]) {
      const facts = one.nodes.map(({ data, grad }) => ({ data, grad, parts: [] }));
      const text = JSON.stringify(shown(described(one), { facts }));
      assert.doesNotMatch(text, /NaN|undefined|Infinity|null/);
    }
  }
});
