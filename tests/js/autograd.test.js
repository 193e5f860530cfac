import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { GRAPHS } from "../../microgpt/widgets/autograd/graphs.js";
import { OF_VALUES, parse } from "../../microgpt/widgets/engine/expression.js";
import { Undefined } from "../../microgpt/widgets/engine/expression_value.js";
import { difference, forward, isWhole, readGraph } from "../../microgpt/widgets/engine/graph.js";
import {
  backward,
  earlyOrder,
  recursiveOrder,
  rightOrder,
} from "../../microgpt/widgets/engine/graph_backward.js";
import { expressionGraph, graphOf } from "../../microgpt/widgets/engine/graph_build.js";
import { fold } from "../../microgpt/widgets/engine/graph_fold.js";
import { plainly } from "../../microgpt/widgets/kit/isolated.js";

// by test_autograd_graphs.py
const cases = JSON.parse(readFileSync(new URL("./cases/autograd.json", import.meta.url), "utf8"));
const [{ expressions }, { refused, undefined: without }, { presets }, { written, inputs }] = cases;
const ORDERS = { right: rightOrder, early: earlyOrder, recursive: recursiveOrder };
const number = (x) => (typeof x === "string" ? Number(x.replace("inf", "Infinity")) : x);
const near = (a, b) => a === b || Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));

const build = (one) =>
  one.lines
    ? graphOf(one.inputs, one.lines)
    : expressionGraph(parse(one.text, OF_VALUES), one.inputs);

/** The same nodes and edges; numbers of powers, logarithms and exponentials to the last bits. */
function assertSame(got, wanted, where) {
  const shape = (graph) => [
    graph.nodes.map(({ label, op, by }) => [label, op, by === null ? null : Number(by)]),
    graph.edges.map(({ from, to }) => [from, to]),
  ];
  assert.deepEqual(shape(got), shape(wanted), where);
  got.nodes.forEach((node, i) => assert.ok(near(node.data, wanted.nodes[i].data), where));
  got.edges.forEach((edge, i) =>
    assert.ok(near(edge.local, number(wanted.edges[i].local)), `${where}: local ${i}`),
  );
}

test("an expression becomes the graph that Python makes of it", () => {
  for (const one of [...expressions, ...presets]) assertSame(build(one), one.graph, one.text);
});

test("the presets are Python's", () => {
  assert.deepEqual(
    Object.keys(GRAPHS),
    presets.map(({ name }) => name),
  );
  for (const one of presets)
    assert.deepEqual([GRAPHS[one.name].inputs, GRAPHS[one.name].lines], [one.inputs, one.lines]);
});

test("each order computes what Python computes, the wrong ones too", () => {
  for (const one of [...expressions, ...presets]) {
    const graph = build(one);
    for (const [kind, orderOf] of Object.entries(ORDERS)) {
      const order = orderOf(graph);
      assert.deepEqual(order, one[kind].order, one.text);
      backward(graph, order).grads.forEach((grad, i) =>
        assert.ok(near(grad, number(one[kind].grads[i])), `${one.text} ${kind} ${i}`),
      );
    }
    assert.deepEqual(one.right.grads, one.grads, "the right order is that of backward()");
  }
});

test("each part is there before it is added", () => {
  const graph = graphOf(GRAPHS.shared.inputs, GRAPHS.shared.lines);
  const { turns } = backward(graph, rightOrder(graph));
  assert.deepEqual(turns[0], {
    node: 3,
    grad: 1,
    passes: [
      { edge: 2, to: 2, local: 1, product: 1, before: 0, after: 1 },
      { edge: 3, to: 0, local: 1, product: 1, before: 0, after: 1 },
    ],
  });
  assert.deepEqual(turns[1].passes[0], {
    ...{ edge: 0, to: 0, local: 3, product: 3 },
    ...{ before: 1, after: 4 },
  });
});

test("on the diamond only one order is right, and nudging knows it", () => {
  const graph = graphOf(GRAPHS.diamond.inputs, GRAPHS.diamond.lines);
  const atA = Object.values(ORDERS).map((orderOf) => backward(graph, orderOf(graph)).grads[0]);
  assert.deepEqual(atA, [78, 36, 114]);
  assert.ok(Math.abs(difference(graph, 0) - 78) < 1e-6);
});

test("nudging any node finds its gradient", () => {
  let compared = 0;
  for (const one of [...expressions, ...presets]) {
    const graph = build(one);
    one.grads.forEach((grad, i) => {
      const slope = difference(graph, i);
      if (graph.nodes.some((node, k) => isKink(graph, node, k))) return;
      compared++;
      assert.ok(Math.abs(slope - grad) <= 1e-4 * Math.max(1, Math.abs(grad)), `${one.text} ${i}`);
    });
  }
  assert.ok(compared > 500);
});

/** A relu at 0. */
const isKink = (graph, { op }, k) =>
  op === "relu" && graph.edges.some(({ from, to }) => to === k && graph.nodes[from].data === 0);

test("what makes no graph is refused in Python's words", () => {
  for (const { text, says, position } of refused)
    assert.throws(
      () => expressionGraph(parse(text, OF_VALUES), inputs),
      (thrown) => {
        assert.equal(plainly(thrown.message), says, text);
        if (position !== null) assert.equal(thrown.position, position, text);
        return true;
      },
    );
  for (const { text, says } of without)
    assert.throws(
      () => expressionGraph(parse(text, OF_VALUES), inputs),
      (thrown) => thrown instanceof Undefined && thrown.message === says,
      text,
    );
});

test("a folded graph has the same numbers", () => {
  for (const one of [...expressions, ...presets]) {
    const graph = fold(build(one));
    assert.ok(graph.nodes.length <= one.graph.nodes.length);
    graph.edges.forEach(({ from, to }) => assert.ok(from >= 0 && from < to, one.text));
    const data = forward(graph);
    graph.nodes.forEach((node, i) => assert.ok(near(data[i], node.data), `${one.text} ${i}`));
    const { grads } = backward(graph, rightOrder(graph));
    const named = (label) => one.graph.nodes.findIndex((node) => node.label === label);
    graph.nodes.forEach(({ label }, i) => {
      if (label) assert.ok(near(grads[i], one.grads[named(label)]), `${one.text}: ${label}`);
    });
  }
});

test("what is folded", () => {
  const ops = (text) =>
    fold(expressionGraph(parse(text, OF_VALUES), inputs)).nodes.map(({ op, by }) => [op, by]);
  const [a, b] = [
    ["", null],
    ["", null],
  ];
  assert.deepEqual(ops("a - b"), [a, b, ["-", null]]);
  assert.deepEqual(ops("a/b"), [a, b, ["/", null]]);
  assert.deepEqual(ops("2 - a"), [a, ["by-", 2]]);
  assert.deepEqual(ops("2/a"), [a, ["by/", 2]]);
  assert.deepEqual(ops("-a"), [a, ["neg", null]]);
  assert.deepEqual(ops("(a + 0)*b"), [a, b, ["*", null]]);
  assert.deepEqual(ops("a - 1"), [a, ["-", 1]]);
  assert.deepEqual(ops("-a + b"), [a, ["neg", null], b, ["+", null]]);
  assert.deepEqual(ops("a + 0"), [a, ["+", 0]], "the result stays");
});

test("a graph that Python wrote", () => {
  const dot = readGraph(written[0].graph);
  assert.ok(isWhole(dot));
  assert.deepEqual(forward(dot), [1, 3, 2, -4, -5, -10]);
  assert.deepEqual(backward(dot, rightOrder(dot)).grads, written[0].grads);
  assert.equal(readGraph(written[1].graph).nodes[1].data, Infinity);
  assert.ok(
    !isWhole(readGraph({ nodes: [{ op: "?", by: null, data: 1, grad: null }], edges: [] })),
  );
});
