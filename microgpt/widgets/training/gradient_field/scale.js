/** The shades of the picture: one for each factor of ten, in both directions from 0. */

/** The smallest size of each shade but the last, the strongest first. */
const FROM = [0.1, 0.01, 0.001, 0.0001];

/** How the shades are named, the strongest first. */
export const SHADES = [
  "0.1 or more",
  "0.01 to 0.1",
  "0.001 to 0.01",
  "0.0001 to 0.001",
  "less, but not 0",
];

/**
 * The shade of a gradient, from 0, the strongest; null for exactly 0.
 * @param {number} g
 */
export function shadeOf(g) {
  if (g === 0) return null;
  const found = FROM.findIndex((from) => Math.abs(g) >= from);
  return found < 0 ? FROM.length : found;
}

/** The class of a shade. @param {number} shade @param {boolean} negative */
export const classOf = (shade, negative) =>
  `mg-field-shade mg-field-shade-${shade}${negative ? " mg-field-minus" : ""}`;
