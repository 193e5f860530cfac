/**
 * The chain rule on a fresh graph: the same questions as `chain.py`, the usual mistakes, and the way
 * to the answer.
 */

import { backward, rightOrder } from "../../engine/graph_backward.js";
import { graphOf } from "../../engine/graph_build.js";
import { chainPicture } from "./chain_picture.js";
import { between, inside, listed, nonzero, written } from "./numbers.js";

/** @typedef {import("./numbers.js").Random} Random */
/** @typedef {import("./judge.js").Mistake} Mistake */
/** @typedef {{ inputs: { [name: string]: number }, lines: [string, string][] }} Facts */
/**
 * A way on from a value: what is computed there, and how fast that grows with it.
 * @typedef {{ to: number, local: number }} Way
 */

const LARGEST = 99; // of all values and gradients

/**
 * The inputs and the lines of a graph that can be done in the head.
 * @param {Random} random
 * @param {number} level
 * @returns {Facts}
 */
function draw(random, level) {
  for (;;) {
    const inputs = Object.fromEntries([..."abc"].map((name) => [name, nonzero(random, -4, 5)]));
    const lines = [oneWay, twoWays, larger][level - 1](random);
    if (fits({ inputs, lines }, level === 3 ? 2 : 0)) return { inputs, lines };
  }
}

/**
 * Each value is used once; one of the three operations has a plain number.
 * @param {Random} random
 * @returns {[string, string][]}
 */
function oneWay(random) {
  const alone = between(random, 0, 2);
  const free = [..."abc"];
  let last = /** @type {string} */ (free.shift());
  return [..."dey"].map((name, i) => {
    const text =
      i === alone
        ? withPlain(random, last)
        : binary(random, last, /** @type {string} */ (free.shift()));
    last = name;
    return [name, text];
  });
}

/**
 * One of the values is used twice.
 * @param {Random} random
 * @returns {[string, string][]}
 */
function twoWays(random) {
  return [
    ["d", binary(random, "a", "b")],
    ["e", binary(random, "d", "c")],
    ["y", binary(random, "e", "abcd"[between(random, 0, 3)])],
  ];
}

/**
 * Two of the values are used twice, and one operation is a relu, a square or has a plain number.
 * @param {Random} random
 * @returns {[string, string][]}
 */
function larger(random) {
  const d = binary(random, "a", "b");
  const e = binary(random, "d", "c");
  const plain = withPlain(random, "e");
  const f = ["relu(e)", "e**2", plain][between(random, 0, 2)];
  const first = between(random, 0, 4);
  const drawn = between(random, 0, 3);
  const second = drawn + Number(drawn >= first); // another one
  const g = binary(random, "f", "abcde"[first]);
  return [
    ["d", d],
    ["e", e],
    ["f", f],
    ["g", g],
    ["y", binary(random, "g", "abcde"[second])],
  ];
}

/**
 * @param {Random} random
 * @param {string} left
 * @param {string} right
 */
const binary = (random, left, right) =>
  between(random, 0, 2) === 0 ? `${left} + ${right}` : `${left}*${right}`;

/**
 * @param {Random} random
 * @param {string} name
 */
const withPlain = (random, name) => `${name}*${between(random, 2, 4)}`;

/**
 * Whether the numbers stay small, the gradients differ, few are 1, and at most `zeros` of either are 0.
 * @param {Facts} facts
 * @param {number} zeros
 */
function fits(facts, zeros) {
  const { graph, grads } = computed(facts);
  const data = graph.nodes.map((node) => node.data);
  const small = [...data, ...grads].every((x) => Math.abs(x) <= LARGEST);
  const count = (/** @type {number[]} */ xs, /** @type {number} */ x) =>
    xs.filter((one) => one === x).length;
  const differ = new Set(grads).size >= 3 && 2 * count(grads, 1) <= grads.length;
  return small && differ && Math.max(count(data, 0), count(grads, 0)) <= zeros;
}

/** The graph, and its gradients after the way back. @param {Facts} facts */
function computed({ inputs, lines }) {
  const graph = graphOf(inputs, lines);
  return { graph, ...backward(graph, rightOrder(graph)) };
}

/**
 * @param {Facts} facts
 * @returns {import("./kinds.js").Question}
 */
function ask(facts) {
  const { graph, grads } = computed(facts);
  const names = graph.nodes.map(({ label }) => label);
  const results = facts.lines.map(([name]) => name).reverse();
  const wanted = [...results.slice(1), ...Object.keys(facts.inputs)];
  const values = wanted.map((name) => {
    const node = names.indexOf(name);
    const ways = graph.edges.flatMap(({ from, to, local }) =>
      from === node ? [{ to, local }] : [],
    );
    return { name, data: graph.nodes[node].data, grad: grads[node], ways };
  });
  return {
    words: words(facts),
    task: "Multiply along each line, from y backward. All gradients are whole numbers.",
    fields: values.map((value) => field(value, names, grads)),
    steps: ["Begin at y: its gradient is 1.", ...values.map((value) => step(value, names, grads))],
  };
}

/** @param {Facts} facts */
function words({ inputs, lines }) {
  const given = Object.entries(inputs).map(([name, x]) => `${name} = ${written(x)}`);
  const all = [...given, ...lines.map(([name, text]) => `${name} = ${text}`)];
  return `${all.join(", ")}. The gradient of y is 1. What is the gradient of each other value?`;
}

/** @typedef {{ name: string, data: number, grad: number, ways: Way[] }} Wanted */

/**
 * @param {Wanted} wanted
 * @param {string[]} names
 * @param {number[]} grads
 * @returns {import("./judge.js").NumberField}
 */
function field(wanted, names, grads) {
  const { name, ways, grad } = wanted;
  const add = ways.length > 1 ? " Then add up the parts of all ways." : "";
  return {
    id: name,
    label: `gradient of ${name}`,
    answer: grad,
    tolerance: 0,
    shown: written,
    hint: `Each line out of ${name}: its local gradient times the gradient at its end.${add}`,
    mistakes: mistakes(wanted, names, grads),
    follows: (typed) => {
      const ends = ways.map(({ to }) => (names[to] === "y" ? 1 : typed[names[to]]));
      if (ends.includes(undefined)) return undefined;
      return sum(ways.map(({ local }, i) => local * ends[i]));
    },
  };
}

/**
 * @param {Wanted} wanted
 * @param {string[]} names
 * @param {number[]} grads
 * @returns {Mistake[]}
 */
function mistakes({ name, data, grad, ways }, names, grads) {
  const arriving = ways.map(({ to }) => grads[to]);
  const locals = ways.map(({ local }) => local);
  const ends = listedOnce(ways.map(({ to }) => names[to]));
  const one = `${name} is used in ${ends}: this is the part of one way alone. Add up the parts.`;
  return [
    ...(ways.length > 1
      ? ways.map(({ to, local }) => ({ value: local * grads[to], says: one }))
      : []),
    // where 1 arrives, this is the value itself: named below
    ...(sum(arriving) === 1
      ? []
      : [
          {
            value: data * sum(arriving),
            says: `Here the value of ${name} itself is the factor. The factor is the local gradient.`,
          },
        ]),
    {
      value: sum(arriving),
      says: `This is the gradient of ${ends}, passed on as it is. Multiply it by the local gradient.`,
    },
    {
      value: sum(locals),
      says: `This is the local gradient alone. Multiply it by the gradient of ${ends}.`,
    },
    {
      value: sum(locals) + sum(arriving),
      says: "The local gradient and the gradient at the line’s end are multiplied, not added.",
    },
    { value: -grad, says: "The size is right, the sign is not: count the minus signs on the way." },
    { value: data, says: `This is the value of ${name}. Its gradient is asked for.` },
  ];
}

/**
 * @param {Wanted} wanted
 * @param {string[]} names
 * @param {number[]} grads
 */
function step({ name, grad, ways }, names, grads) {
  const ends = listedOnce(ways.map(({ to }) => names[to]));
  const parts = ways.map(({ to, local }) => `${inside(local)} × ${inside(grads[to])}`);
  const added = parts.length > 1 ? " The parts are added up." : "";
  return `${name} is used in ${ends}: ${parts.join(" + ")} = ${written(grad)}.${added}`;
}

/** @param {string[]} names */
const listedOnce = (names) => (names.length > 1 ? listed(names) : names[0]);

/** @param {number[]} xs */
const sum = (xs) => xs.reduce((all, x) => all + x, 0);

export const chain = {
  title: "the chain rule",
  levels: [
    "every value is used once",
    "one value is used twice",
    "two values are used twice, five operations",
  ],
  draw,
  ask,
  beside: chainPicture,
};
