/** How a height over the plane looks from somewhere. */

import { clamp } from "../kit/numbers.js";

export const WIDTH = 340; // of the picture
export const HEIGHT = 312;
export const BANDS = 10; // of the scale
const RISE = 1.35; // of the full height, beside half a side

/** @typedef {{ azimuth: number, elevation: number, flat: boolean }} View  in degrees */
/** @typedef {(x: number, y: number, z: number) => [number, number]} Project */

/**
 * How points of the box -1..1, -1..1, 0..1 fall onto the picture; no perspective.
 * @param {View} view
 * @returns {{ project: Project, sin: number, cos: number }} with the sine and cosine of the azimuth
 */
export function projection({ azimuth, elevation, flat }) {
  const a = flat ? 0 : (azimuth * Math.PI) / 180;
  const e = flat ? Math.PI / 2 : (elevation * Math.PI) / 180;
  const sin = Math.sin(a);
  const cos = Math.cos(a);
  const over = Math.sin(e);
  const up = flat ? 0 : Math.cos(e);
  const size = flat ? 126 : 112;
  return {
    sin,
    cos,
    project: (x, y, z) => [
      WIDTH / 2 + (flat ? 8 : 0) + size * (x * cos - y * sin),
      HEIGHT / 2 - (flat ? 8 : 0) - size * ((x * sin + y * cos) * over + (z - 0.5) * up * RISE),
    ],
  };
}

/**
 * From the farthest to the nearest of `n` rows, where farther means a larger (rising) or a smaller
 * index.
 * @param {number} n
 * @param {boolean} rising
 */
export function farFirst(n, rising) {
  return Array.from({ length: n }, (_, i) => (rising ? n - 1 - i : i));
}

/** A round number at or above the highest value: the top of the scale. @param {number} highest */
export function topOf(highest) {
  return (
    [1, 2, 3, 4, 6, 8, 12, 16, 24].find((top) => highest <= top) ?? Math.ceil(highest / 10) * 10
  );
}

/**
 * Which of the scale's bands a height is in, from 0.
 * @param {number} z
 * @param {number} top
 */
export function band(z, top) {
  return clamp(Math.floor((BANDS * z) / top), 0, BANDS - 1);
}
