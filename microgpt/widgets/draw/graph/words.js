/** What the values of a graph are called, and how each was computed, in the signs of a page. */

import { count, fmt } from "../../kit/format.js";

/**
 * @typedef {{ label: string, op: string, by: number | null }} Named
 */

const SIGNS = /** @type {Record<string, string>} */ ({ "+": "+", "-": "−", "*": "×", "/": "/" });
const BINDS = /** @type {Record<string, number>} */ ({
  ...{ "+": 1, "-": 1, "by-": 1, "*": 2, "/": 2, "by/": 2, dot: 4, neg: 2, "**": 3 },
});
const LONGEST = 18; // characters of a formula that stands for a name

/** A plain number beside a sign. @param {number | null} x */
const plain = (x) => (Number.isNaN(x) ? "none" : fmt(x ?? 0, 4));

/** The operation, as it stands in a box: × or × 3. @param {Named} node */
export function sign({ op, by }) {
  if (op === "by-" || op === "by/") return `${plain(by)} ${op === "by-" ? "−" : "/"}`;
  if (op === "**") return `**${plain(by)}`;
  if (op === "neg") return "−";
  if (op === "dot") return "dot";
  const mark = SIGNS[op] ?? op;
  return by === null ? mark : `${mark} ${by < 0 ? `(${plain(by)})` : plain(by)}`;
}

/**
 * For each value its name and its formula. A value without a name goes by its formula where that
 * is short, else by its number in the order.
 * @param {Named[]} nodes
 * @param {number[][]} operands
 */
export function namesOf(nodes, operands) {
  const names = /** @type {string[]} */ ([]);
  const formulas = /** @type {string[]} */ ([]);
  nodes.forEach((node, i) => {
    const parts = operands[i].map((one, place) => {
      const loose = !nodes[one].label && names[one] === formulas[one];
      return loose && bindsLess(nodes[one].op, node.op, place) ? `(${names[one]})` : names[one];
    });
    formulas.push(node.op ? written(node, parts) : "");
    const short = formulas[i] !== "" && formulas[i].length <= LONGEST;
    names.push(node.label || (short ? formulas[i] : `value ${i + 1}`));
  });
  return { names, formulas };
}

/**
 * Whether an operand needs parentheses.
 * @param {string} inner
 * @param {string} outer
 * @param {number} place
 */
function bindsLess(inner, outer, place) {
  const [mine, around] = [BINDS[inner] ?? 4, BINDS[outer] ?? 0];
  const last = place === 1 && (outer === "-" || outer === "/");
  return mine < around || ((last || outer.startsWith("by") || outer === "**") && mine === around);
}

/**
 * An operation and its operands, as one writes it; one that is left out is a dot, dot, dot.
 * @param {Named} node
 * @param {string[]} parts
 */
export function written(node, [first = "…", ...others]) {
  const { op, by } = node;
  const parts = [first, ...others];
  if (op === "neg") return `−${parts[0]}`;
  if (op === "by-" || op === "by/") return `${sign(node)} ${parts[0]}`;
  if (op === "**") return `${parts[0]}**${plain(by)}`;
  if (op === "dot") return `dot of ${count(parts.length / 2, "pair")}`;
  if (!SIGNS[op]) return `${op}(${parts.join(", ")})`;
  return by === null ? parts.join(` ${SIGNS[op]} `) : `${parts[0]} ${sign(node)}`;
}

/**
 * A number that fits into a box: at most seven characters.
 * @param {number} x
 */
export function short(x) {
  if (Number.isNaN(x)) return "none";
  for (let digits = 4; digits >= 0; digits--) {
    const text = fmt(x, digits);
    const kept = x === 0 || text !== "0";
    if (text.length <= 7 && kept) return text;
  }
  return x.toExponential(1).replaceAll("-", "−").replace("e+", "e");
}

/** A number in a sentence or a table, with up to six digits. @param {number} x */
export function number(x) {
  if (Number.isNaN(x)) return "none";
  if (!Number.isFinite(x) || x === 0) return fmt(x);
  const digits = Math.max(0, 5 - Math.floor(Math.log10(Math.abs(x))));
  return digits > 9 ? x.toExponential(4).replaceAll("-", "−") : fmt(x, digits);
}

/** A number as a factor or a term: a negative one in parentheses. @param {number} x */
export function factor(x) {
  return x < 0 ? `(${number(x)})` : number(x);
}

/**
 * Each value in a list: its name, and how it was computed.
 * @param {{ names: string[], formulas: string[] }} described
 */
export function formulasOf({ names, formulas }) {
  return names.map((name, i) =>
    formulas[i] && formulas[i] !== name ? `${name} = ${formulas[i]}` : name,
  );
}
