/** Small graphs of Values: one is made, six operations, what a shorthand is made of, the way back. */

import { GRAPHS } from "../../../autograd/graphs.js";
import { factsAt, lifeOf } from "../../../autograd/moments.js";
import { graphOf } from "../../../engine/graph_build.js";
import { fold } from "../../../engine/graph_fold.js";
import { fmt } from "../../../kit/format.js";

/** @typedef {import("../graph_scene.js").GraphStep} GraphStep */
/** @typedef {import("../../../engine/graph.js").Graph} Graph */

/** Everything computed, no gradient yet. @param {Graph} graph @param {number} [known] so many values */
const computed = ({ nodes }, known = nodes.length) =>
  nodes.map(({ data }, i) => ({ data: i < known ? data : null, grad: null, parts: [] }));

/**
 * The lines between values, lit.
 * @param {Graph} graph
 * @param {"forward" | "backward"} way
 */
const allLit = ({ edges }, way) => new Map(edges.map((_, i) => [i, way]));

/** @returns {GraphStep[]} */
export function valueSteps() {
  const { inputs, lines } = GRAPHS.multiply;
  const graph = graphOf(inputs, lines);
  const [a, b, c] = graph.nodes.map(({ data }) => fmt(data));
  const made = { graph, facts: computed(graph), now: 2 };
  return [
    { graph, facts: computed(graph, 2), says: `Two Values, ${a} and ${b}. They have no children.` },
    {
      ...made,
      line: "self.data = data",
      says: `\`a * b\` makes a third one. Its \`data\` is ${c}.`,
    },
    {
      ...made,
      lit: allLit(graph, "forward"),
      line: "self.children = children",
      says: "It remembers from which Values it came: the two lines to it are its `children`.",
    },
    {
      ...made,
      lit: allLit(graph, "backward"),
      line: "self.local_grads",
      says: `And the local gradients: when a grows by a little, c grows ${b} times as much; with b it is ${a} times.`,
    },
    {
      ...made,
      line: "self.grad = 0",
      says: "What the loss has to do with it, nobody knows yet: `grad` waits for `backward`.",
    },
  ];
}

const OPERATIONS = /** @type {const} */ ([
  ["a + b", "return Value(self.data + other.data", "The sum grows as fast as each of its parts."],
  [
    "a*b",
    "return Value(self.data * other.data",
    "The local gradient for one factor is the other factor.",
  ],
  ["a**3", "return Value(self.data ** power", "The slope of a power: 3 times a squared, here 12."],
  ["log(a)", "return Value(math.log(self.data)", "The slope of the log is 1 divided by a."],
  ["exp(a)", "return Value(result, (self,), (result,))", "The slope of exp is its own value."],
  [
    "relu(a)",
    "return Value(max(0, self.data)",
    "Above 0 the slope is 1. At 0 and below it would be 0.",
  ],
]);

/** @returns {GraphStep[]} */
export function operationSteps() {
  return OPERATIONS.map(([text, line, says], i) => {
    const graph = graphOf(text.includes("b") ? { a: 2, b: 3 } : { a: 2 }, [["c", text]]);
    const scene = {
      graph,
      facts: computed(graph),
      lit: allLit(graph, "backward"),
      now: graph.nodes.length - 1,
    };
    const stored = "Beside each line stands the local gradient that is stored. ";
    return { ...scene, line, says: (i ? "" : stored) + says };
  });
}

/** @returns {GraphStep[]} */
export function shorthandSteps() {
  return /** @type {const} */ ([
    ["a - b", "def __sub__", "`a - b`, as one reads it.", "It is a sum: a, and b times −1."],
    ["a/b", "def __truediv__", "`a / b`, as one reads it.", "It is a product: a, and b ** −1."],
  ]).flatMap(([text, line, read, made]) => {
    const graph = graphOf({ a: 6, b: 2 }, [["c", text]]);
    const folded = fold(graph);
    return [
      { graph: folded, facts: computed(folded), line, says: read },
      {
        graph,
        facts: computed(graph),
        lit: allLit(graph, "backward"),
        line,
        says: `${made} The local gradients come with the parts.`,
      },
    ];
  });
}

const NAMES = ["a", "b", "a × b", "c"]; // the values of a × b + a, in their order

/** From the loss back: a is used twice, and gets two parts. @returns {GraphStep[]} */
export function backwardSteps() {
  const { inputs, lines } = GRAPHS.shared;
  const life = lifeOf(graphOf(inputs, lines), "right");
  const start = life.moments.findIndex(({ kind }) => kind === "seed");
  const way = life.moments.slice(start).map(({ kind, node, turn }, i) => ({
    graph: life.graph,
    facts: factsAt(life, start + i),
    now: node,
    ...(kind === "seed" ? SEED : turn ? handingOn(turn) : DONE),
  }));
  return [{ graph: life.graph, facts: computed(life.graph), ...ORDER }, ...way];
}

const ORDER = {
  line: "visit(self)",
  badges: NAMES.map((_, i) => String(i + 1)),
  says: "The order in which `visit` puts them: children first. Backward walks it from the last to the first.",
};

const SEED = {
  line: "self.grad = 1",
  says: "It begins at the result, c, with the gradient 1: c moves 1 for each 1 that it moves itself.",
};
const DONE = {
  line: "child.grad +=",
  says: "a was used twice. It got two parts, and they were added: that is what `+=` is for.",
};

/** @param {import("../../../engine/graph_backward.js").Turn} turn */
function handingOn({ node, grad, passes }) {
  const handed = passes.map(
    ({ to, local, product }) => `${NAMES[to]} gets ${fmt(local)} · ${fmt(grad)} = ${fmt(product)}`,
  );
  return {
    lit: new Map(passes.map(({ edge }) => [edge, /** @type {const} */ ("backward")])),
    line: "child.grad +=",
    says: `It is the turn of ${NAMES[node]}: ${handed.join(", ")}.`,
  };
}
