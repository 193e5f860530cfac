/**
 * Which orders of the blocks work, and what breaks in the others. The twin of `broken_rules` in order_blocks.py.
 */

export const BLOCKS = [
  "import",
  "read",
  "seed",
  "shuffle",
  "letters",
  "bos",
  "size",
  "encode",
  "print",
];
const DECOYS = ["set", "zero"];

/** Comes first, needs it, and the name that the second looks up; what Python misses first stands first. */
const NEEDS = [
  ["import", "read", "os"],
  ["import", "seed", "random"],
  ["import", "shuffle", "random"],
  ["read", "shuffle", "docs"],
  ["read", "letters", "docs"],
  ["read", "set", "docs"],
  ["letters", "bos", "letters"],
  ["letters", "size", "letters"],
  ["read", "print", "docs"],
  ["size", "print", "vocab_size"],
];
const SEED = ["seed", "shuffle"]; // no error tells of this one
export const SEED_LATE = SEED.join(" before ");

/** The blocks that make what this one makes. @param {string} block */
export const makersOf = (block) => (block === "letters" ? ["letters", "set"] : [block]);

/**
 * Whether `then` is in place, and nothing above it makes what `first` makes.
 * @param {string[]} order
 * @param {string} first
 * @param {string} then
 */
function late(order, first, then) {
  const above = order.slice(0, Math.max(0, order.indexOf(then)));
  return order.includes(then) && !makersOf(first).some((maker) => above.includes(maker));
}

/**
 * Where Python stops, from the top: the block that needs, the block that makes, and the name.
 * @param {string[]} order
 */
export function errors(order) {
  return order.flatMap((block) =>
    NEEDS.filter(([first, then]) => then === block && late(order, first, then)).map(
      ([first, then, name]) => ({ first, then, name }),
    ),
  );
}

/**
 * The rules that an order breaks: first where Python stops, then what runs and is wrong.
 * @param {string[]} order
 * @returns {string[]}
 */
export function brokenRules(order) {
  return [
    ...errors(order).map(({ first, then }) => `${first} before ${then}`),
    ...DECOYS.filter((decoy) => order.includes(decoy)),
    ...(BLOCKS.every((block) => order.includes(block)) ? [] : ["complete"]),
    ...(late(order, SEED[0], SEED[1]) ? [SEED_LATE] : []),
  ];
}

/** How many of all orders break no rule: counted by the sets of blocks that may stand above. */
export function counted() {
  const before = [...NEEDS, SEED].filter(([first, then]) =>
    [first, then].every((block) => BLOCKS.includes(block)),
  );
  const needed = BLOCKS.map((block) =>
    before.filter(([, then]) => then === block).map(([first]) => BLOCKS.indexOf(first)),
  );
  const ways = [1]; // ways[set]: in how many orders the blocks of a set, as bits, may stand at the top
  for (let set = 1; set < 2 ** BLOCKS.length; set++) {
    const has = (/** @type {number} */ i) => (set & (1 << i)) !== 0;
    ways[set] = BLOCKS.reduce(
      (sum, _, last) => sum + (has(last) && needed[last].every(has) ? ways[set - (1 << last)] : 0),
      0,
    );
  }
  const all = BLOCKS.reduce((product, _, i) => product * (i + 1), 1);
  return { right: ways[2 ** BLOCKS.length - 1], all };
}
