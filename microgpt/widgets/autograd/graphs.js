/** The graphs of the course, as lines: `graphs.py` has the same. */

/** @type {Record<string, { title: string, inputs: Record<string, number>, lines: [string, string][] }>} */
export const GRAPHS = {
  add: { title: "a + b", inputs: { a: 2, b: 3 }, lines: [["c", "a + b"]] },
  multiply: { title: "a × b", inputs: { a: 2, b: 3 }, lines: [["c", "a*b"]] },
  shared: { title: "a × b + a", inputs: { a: 2, b: 3 }, lines: [["c", "a*b + a"]] },
  diamond: {
    title: "the diamond",
    inputs: { a: 2 },
    lines: [
      ["b", "a*3"],
      ["c", "b + 1"],
      ["d", "b*2"],
      ["y", "c*d"],
    ],
  },
  neuron: {
    title: "a neuron",
    inputs: { w1: 1, x1: 2, w2: -0.5, x2: 3, b: 0.5 },
    lines: [
      ["z", "w1*x1 + w2*x2 + b"],
      ["y", "relu(z)"],
    ],
  },
  loss: {
    title: "a squared error",
    inputs: { w1: 1.5, x: 2, b1: -1, w2: 0.5, b2: 1, y: 5 },
    lines: [
      ["h", "relu(w1*x + b1)"],
      ["p", "h*w2 + b2"],
      ["loss", "(p - y)**2"],
    ],
  },
};

/** Those in which the reader finds the order. */
export const PUZZLES = {
  diamond: GRAPHS.diamond,
  tower: {
    title: "a tower",
    inputs: { a: 1 },
    lines: /** @type {[string, string][]} */ ([
      ["b", "a*2"],
      ["c", "b*3"],
      ["d", "b + c"],
      ["f", "d*c"],
      ["y", "f + b"],
    ]),
  },
};
