/** The shape of what comes out: the same questions as `shape.py`, the usual mistakes, and the way to the answer. */

import { between } from "./numbers.js";

/** @typedef {import("./numbers.js").Random} Random */
/** @typedef {import("./judge.js").Field} Field */
/** @typedef {import("./judge.js").Mistake} Mistake */
/** @typedef {{ n: number, rows: number, columns: number }} OneMatrix */
/** @typedef {{ n: number, first: number[], second: number[] }} TwoLayers rows and columns of each */
/** @typedef {{ n_embd: number, n_head: number, position: number }} Heads */

/**
 * @param {Random} random
 * @param {number} level
 */
function draw(random, level) {
  const fits = between(random, 0, 2) > 0;
  return [oneMatrix, twoLayers, heads][level - 1](random, fits);
}

/**
 * @param {Random} random
 * @param {boolean} fits
 * @returns {OneMatrix}
 */
function oneMatrix(random, fits) {
  const rows = between(random, 2, 9);
  const drawn = between(random, 2, 8);
  const columns = drawn + Number(drawn >= rows); // another number
  return { n: fits ? columns : rows, rows, columns };
}

/**
 * Where it does not fit, one of the matrices lies on its side.
 * @param {Random} random
 * @param {boolean} fits
 * @returns {TwoLayers}
 */
function twoLayers(random, fits) {
  const hidden = between(random, 4, 9);
  const [n, out] = [between(random, 2, 8), between(random, 2, 8)].map(
    (x) => x + Number(x >= hidden),
  );
  const [first, second] = [
    [hidden, n],
    [out, hidden],
  ];
  if (!fits) [first, second][between(random, 0, 1)].reverse();
  return { n, first, second };
}

/**
 * @param {Random} random
 * @param {boolean} fits
 * @returns {Heads}
 */
function heads(random, fits) {
  const n_head = between(random, 2, 6);
  const size = between(random, 2, 9);
  const position = between(random, 1, 9);
  const left = fits ? 0 : between(random, 1, n_head - 1);
  return { n_embd: n_head * size + left, n_head, position };
}

/**
 * @param {any} facts
 * @param {number} level
 */
const ask = (facts, level) => [askMatrix, askLayers, askHeads][level - 1](facts);

/** @param {OneMatrix} facts @returns {import("./kinds.js").Question} */
function askMatrix({ n, rows, columns }) {
  const fits = n === columns;
  const pairs = `each row of w has ${columns} numbers, and x has ${n}`;
  return {
    words:
      `w has ${rows} rows and ${columns} columns, and x has ${n} numbers. ` +
      "How many numbers come out of linear(x, w)?",
    task: TASK,
    fields: [
      whether(fits, fits ? `It fits: ${pairs}.` : `It does not fit: ${pairs}.`),
      size("y", "numbers that come out", fits ? rows : undefined, "One number for each row of w.", [
        {
          value: columns,
          says: "This is the length of a row, and of x. Each row gives one number.",
        },
        { value: rows * columns, says: "These are the weights in w. Each row gives one number." },
        {
          value: rows + columns,
          says: "Rows and columns are not added. Each row gives one number.",
        },
      ]),
    ],
    steps: fits
      ? [
          `Each row meets x number by number: ${pairs}. It fits.`,
          `w has ${rows} rows, and each gives one number: ${rows}.`,
        ]
      : [`Each row would meet x number by number, but ${pairs}. It does not fit.`],
  };
}

/** @param {TwoLayers} facts @returns {import("./kinds.js").Question} */
function askLayers({ n, first, second }) {
  const [[r1, c1], [r2, c2]] = [first, second];
  const fits = n === c1 && r1 === c2;
  const one = `a row of w1 has ${c1} numbers, and x has ${n}`;
  const two = `a row of w2 has ${c2} numbers, and h has ${r1}`;
  const why = n === c1 ? `In the second layer ${two}.` : `In the first layer ${one}.`;
  const known = (/** @type {number} */ x) => (fits ? x : undefined);
  return {
    words:
      `x has ${n} numbers. w1 has ${r1} rows and ${c1} columns, w2 has ${r2} rows and ${c2} columns. ` +
      "h = linear(x, w1), then y = linear(h, w2). How many numbers are in h, and how many in y?",
    task: TASK,
    fields: [
      whether(fits, fits ? `It fits: ${one}, and ${two}.` : `It does not fit. ${why}`),
      size("h", "numbers in h", known(r1), "One number for each row of w1.", [
        { value: c1, says: "This is how many go into w1. One comes out for each row." },
        { value: r1 * c1, says: "These are the weights in w1. One number comes out for each row." },
        { value: r2, says: "That comes out of w2. h comes out of w1." },
      ]),
      size("y", "numbers in y", known(r2), "One number for each row of w2.", [
        { value: c2, says: "This is how many go into w2. One comes out for each row." },
        { value: r2 * c2, says: "These are the weights in w2. One number comes out for each row." },
        { value: n, says: "That is the length of x. One number comes out for each row of w2." },
      ]),
    ],
    steps: [
      n === c1 ? `First layer: ${one}. It fits.` : `First layer: ${one}. It does not fit.`,
      ...(n === c1 ? [`w1 has ${r1} rows, so h has ${r1} numbers.`] : []),
      ...(n === c1 ? [`Second layer: ${two}. ${fits ? "It fits." : "It does not fit."}`] : []),
      ...(fits ? [`w2 has ${r2} rows, so y has ${r2} numbers.`] : []),
    ],
  };
}

/** @param {Heads} facts @returns {import("./kinds.js").Question} */
function askHeads({ n_embd, n_head, position }) {
  const whole = Math.floor(n_embd / n_head);
  const left = n_embd % n_head;
  const fits = left === 0;
  const known = (/** @type {number} */ x) => (fits ? x : undefined);
  const cut = `${n_embd} = ${n_head} × ${whole}${fits ? "" : ` + ${left}`}`;
  return {
    words:
      `n_embd is ${n_embd}, n_head is ${n_head}. The model has read positions 0 to ${position - 1} ` +
      `and now reads position ${position}. What are the sizes in attention?`,
    task: "Can the heads share the numbers evenly? If so: how many are there?",
    fields: [
      whether(
        fits,
        fits ? `It fits: ${cut}.` : `It does not fit: ${cut}, so ${left} would be left over.`,
      ),
      size(
        "query",
        "numbers in the query of one head",
        known(whole),
        "The heads cut the query into equal pieces.",
        [
          { value: n_embd, says: "This is the whole query. The heads cut it into equal pieces." },
          { value: n_head, says: "This is how many heads there are. Divide n_embd by it." },
          {
            value: n_embd * n_head,
            says: "The heads do not have more numbers together: they share them.",
          },
        ],
      ),
      size(
        "scores",
        "scores of one head now",
        known(position + 1),
        "One score for each position it may look at.",
        [
          {
            value: position,
            says: `Position 0 counts, and so does position ${position} itself: one more.`,
          },
          { value: whole, says: "That is how many numbers a key has. Each key gives one score." },
          { value: n_head * (position + 1), says: "Those are the scores of all heads together." },
        ],
      ),
      size(
        "out",
        "numbers of all heads, joined",
        known(n_embd),
        "Each head gives as many numbers as its values have.",
        [
          {
            value: whole,
            says: "This is what one head gives. All are joined, one after the other.",
          },
          { value: n_embd * n_head, says: `Each head gives ${whole} numbers, not n_embd.` },
          {
            value: n_embd * (position + 1),
            says: "The values of all positions are blended into one.",
          },
        ],
      ),
    ],
    steps: fits
      ? [
          `The heads share n_embd evenly: ${cut}. It fits, and each has ${whole} numbers.`,
          `Positions 0 to ${position} have a key: ${position + 1} scores.`,
          `Each head blends its values into ${whole} numbers; joined, ${n_head} × ${whole} = ${n_embd}.`,
        ]
      : [`${cut}: ${left} would be left over. n_head has to divide n_embd. It does not fit.`],
  };
}

const TASK = "Say first whether it fits. If it does: how many numbers?";

/**
 * Whether it fits at all.
 * @param {boolean} fits
 * @param {string} says
 * @returns {Field}
 */
function whether(fits, says) {
  const options = [
    { value: "yes", label: "it fits", says },
    { value: "no", label: "it does not fit", says },
  ];
  return { id: "fits", label: "Does it fit?", answer: fits ? "yes" : "no", options };
}

/**
 * How many; asked for unless it does not fit.
 * @param {string} id
 * @param {string} label
 * @param {number | undefined} answer
 * @param {string} hint
 * @param {Mistake[]} mistakes
 * @returns {Field}
 */
function size(id, label, answer, hint, mistakes) {
  const needed = (/** @type {import("./judge.js").Typed} */ typed) => typed.fits !== "no";
  return { id, label, answer, tolerance: 0, shown: String, hint, mistakes, needed };
}

export const shape = {
  title: "shapes",
  levels: ["a matrix times a vector", "two layers", "the heads of attention"],
  draw,
  ask,
};
