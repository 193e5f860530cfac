/** Numbers as a reader wants to see them. */

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * At most `digits` decimals, no trailing zeros, a real minus sign, never "-0" and never "NaN".
 * @param {number} x
 * @param {number} [digits]
 */
export function fmt(x, digits = 2) {
  if (Number.isNaN(x)) return "undefined";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  if (Math.abs(x) >= 1e6) return x.toExponential(2).replace("-", "−").replace("e+", "e");
  const text = x
    .toFixed(digits)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
  return (Number(text) === 0 ? "0" : text).replace("-", "−");
}

/**
 * Exactly `digits` decimals: for columns of numbers that change.
 * @param {number} x
 * @param {number} [digits]
 */
export function fixed(x, digits = 2) {
  if (!Number.isFinite(x)) return fmt(x);
  const text = x.toFixed(digits);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
}

/**
 * The same with a sign before what is above 0: for differences.
 * @param {number} x
 * @param {number} [digits]
 */
export function signed(x, digits = 2) {
  return `${Number(x.toFixed(digits)) > 0 ? "+" : ""}${fixed(x, digits)}`;
}

/**
 * A probability as a percentage; what is not zero never reads as zero.
 * @param {number} p
 */
export function percent(p) {
  if (p > 0 && p < 0.001) return "under 0.1 %";
  return `${fmt(100 * p, p < 0.1 ? 1 : 0)} %`;
}

/**
 * A vector as Python prints a list, with a real minus sign.
 * @param {ArrayLike<number>} xs
 * @param {number} [digits]
 */
export function list(xs, digits = 2) {
  return `[${Array.from(xs, (x) => fmt(x, digits)).join(", ")}]`;
}

/**
 * "1 letter", "2 letters".
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 */
export function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}

/**
 * Three digits, however large or small the number: 11.2, 0.00674, 1.23 × 10⁻⁹.
 * @param {number} x
 */
export function brief(x) {
  if (!Number.isFinite(x) || x === 0) return fmt(x);
  const rounded = Number(x.toPrecision(3));
  if (Math.abs(rounded) >= 1e-4 && Math.abs(rounded) < 1e6) return fmt(rounded, 6);
  const [digits, power] = x.toExponential(2).split("e");
  const raised = power
    .replace("+", "")
    .replace("-", "⁻")
    .replace(/\d/g, (d) => RAISED[Number(d)]);
  return `${fmt(Number(digits))} × 10${raised}`;
}
