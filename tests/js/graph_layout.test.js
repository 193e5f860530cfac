import assert from "node:assert/strict";
import { test } from "node:test";

import { layersOf, topological, usersOf } from "../../microgpt/widgets/draw/graph/layers.js";
import { increasing, layout } from "../../microgpt/widgets/draw/graph/layout.js";
import { crossings, placesOf } from "../../microgpt/widgets/draw/graph/rows.js";

const SIZES = { along: 64, across: 40, gapAlong: 40, gapAcross: 14 };

/**
 * The graphs of the course, as lists of operands; the fewest crossings that a drawing of them was
 * seen with.
 */
const GRAPHS = /** @type {Record<string, { operands: number[][], crossings: number }>} */ ({
  "one input": { operands: [[]], crossings: 0 },
  "a + b": { operands: [[], [], [0, 1]], crossings: 0 },
  "a · a": { operands: [[], [0, 0]], crossings: 0 },
  "a·b + a": { operands: [[], [], [0, 1], [2, 0]], crossings: 0 },
  "the diamond": { operands: [[], [], [0, 1], [1], [2, 3]], crossings: 0 },
  "diamond on diamond": { operands: [[], [0, 0], [1, 1], [2, 2], [3, 3]], crossings: 0 },
  "two results": { operands: [[], [0], [0], []], crossings: 0 },
  "a neuron": {
    operands: [[], [], [], [], [], [0, 2], [1, 3], [5, 6], [7, 4], [8]],
    crossings: 0,
  },
  "a network of chapter 04, and its error": { operands: network(), crossings: 0 },
});

/** h1 = relu(w1 x1 + w2 x2 + b1), h2 = relu(w3 x3 + b2), a = relu(h1 + h2 + b3), (a - y)². */
function network() {
  const operands = /** @type {number[][]} */ ([]);
  const node = (/** @type {number[]} */ ...some) => operands.push(some) - 1;
  const [w1, w2, w3, x1, x2, x3, b1, b2, b3, y, minus] = Array.from({ length: 11 }, () => node());
  const h1 = node(node(node(node(w1, x1), node(w2, x2)), b1));
  const h2 = node(node(node(w3, x3), b2));
  const a = node(node(node(h1, h2), b3));
  node(node(a, node(y, minus)));
  return operands;
}

/**
 * A graph of `count` values, drawn from a seed: about a third are inputs.
 * @param {number} count
 * @param {number} seed
 */
function random(count, seed) {
  let state = seed;
  const below = (/** @type {number} */ n) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  return Array.from({ length: count }, (_, i) => {
    if (i < 3 || below(3) === 0) return [];
    return Array.from({ length: 1 + below(2) }, () => below(i));
  });
}

const cases = [
  ...Object.entries(GRAPHS).map(([name, { operands }]) => ({ name, operands })),
  ...[1, 2, 3, 4, 5].map((seed) => ({ name: `random ${seed}`, operands: random(12 * seed, seed) })),
];

for (const { name, operands } of cases) {
  test(`${name}: each value comes after its operands, in the order and in the layers`, () => {
    const order = topological(operands);
    assert.deepEqual(
      [...order].sort((a, b) => a - b),
      operands.map((_, i) => i),
    );
    const layers = layersOf(operands);
    operands.forEach((some, node) => {
      for (const operand of some) {
        assert.ok(order.indexOf(operand) < order.indexOf(node));
        assert.ok(layers[operand] < layers[node]);
      }
    });
    usersOf(operands).forEach((users, node) => {
      const first = Math.min(...users.map((user) => layers[user]));
      assert.ok(users.length === 0 || layers[node] === first - 1, "as late as can be");
    });
  });

  test(`${name}: no boxes overlap, no line runs through a box, the same each time`, () => {
    const drawn = layout(operands, SIZES);
    const { along, across } = SIZES;
    drawn.nodes.forEach((a, i) =>
      drawn.nodes.slice(i + 1).forEach((b) => {
        const apart =
          Math.abs(a.along - b.along) >= along || Math.abs(a.across - b.across) >= across;
        assert.ok(apart, `${JSON.stringify(a)} and ${JSON.stringify(b)}`);
      }),
    );
    for (const { from, to, points } of drawn.edges) {
      drawn.nodes.forEach((box, node) => {
        if (node === from || node === to) return;
        points
          .slice(1)
          .forEach((end, i) =>
            assert.ok(!passes(points[i], end, box), `${from}-${to} through ${node}`),
          );
      });
      assert.deepEqual(points[0], [drawn.nodes[from].along + along / 2, drawn.nodes[from].across]);
      assert.deepEqual(points.at(-1), [drawn.nodes[to].along - along / 2, drawn.nodes[to].across]);
    }
    for (const { along: x, across: y } of drawn.nodes) {
      assert.ok(x - along / 2 >= 0 && x + along / 2 <= drawn.length + 1e-9);
      assert.ok(y - across / 2 >= -1e-9 && y + across / 2 <= drawn.breadth + 1e-9);
    }
    assert.equal(drawn.edges.length, operands.flat().length);
    assert.deepEqual(layout(operands, SIZES), drawn);
  });
}

/**
 * Whether a straight piece of a line has a point inside a box.
 * @param {[number, number]} a
 * @param {[number, number]} b
 * @param {{ along: number, across: number }} box
 */
function passes(a, b, box) {
  for (let t = 0; t <= 1; t += 1 / 64) {
    const x = a[0] + t * (b[0] - a[0]);
    const y = a[1] + t * (b[1] - a[1]);
    const inside = Math.abs(x - box.along) < SIZES.along / 2 - 0.01;
    if (inside && Math.abs(y - box.across) < SIZES.across / 2 - 0.01) return true;
  }
  return false;
}

for (const [name, { operands, crossings: fewest }] of Object.entries(GRAPHS)) {
  test(`${name}: at most ${fewest} crossings`, () => {
    assert.ok(layout(operands, SIZES).crossings <= fewest);
  });
}

test("crossings are counted", () => {
  const { places } = placesOf([[], [], [1], [0]], [0, 0, 1, 1]);
  assert.equal(
    crossings(
      [
        [0, 1],
        [2, 3],
      ],
      places,
    ),
    1,
  );
  assert.equal(
    crossings(
      [
        [0, 1],
        [3, 2],
      ],
      places,
    ),
    0,
  );
});

test("a row that never decreases, as near to the wishes as can be", () => {
  assert.deepEqual(increasing([1, 2, 3], [1, 1, 1]), [1, 2, 3]);
  assert.deepEqual(increasing([3, 1], [1, 1]), [2, 2]);
  assert.deepEqual(increasing([3, 1], [3, 1]), [2.5, 2.5]);
  assert.deepEqual(increasing([0, 4, 2, 1, 9], [1, 1, 1, 1, 1]), [0, 7 / 3, 7 / 3, 7 / 3, 9]);
  assert.deepEqual(increasing([], []), []);
});

test("a chain of ten thousand values is no trouble", () => {
  const chain = Array.from({ length: 10_000 }, (_, i) => (i ? [i - 1] : []));
  assert.deepEqual(topological(chain).at(-1), 9999);
  assert.equal(layersOf(chain)[9999], 9999);
});
