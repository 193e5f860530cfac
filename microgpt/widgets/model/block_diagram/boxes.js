/** The boxes of the picture, and the lines of the program that do the work of each. */

import { blocks } from "../../data/blocks.js";
import { lines, regions } from "../../data/program.js";

/** @typedef {"2017" | "GPT-2" | "microgpt"} Design */
/** @typedef {{ label: string, says: string, absent?: boolean, struck?: string }} Fact */
/** @typedef {{ id: string, code: Record<string, number[]> } & Record<Design, Fact>} Box */
/** @typedef {{ name: string, lines: { number: number, text: string, lit: boolean }[] }} Part */

export const BOXES = /** @type {Box[]} */ (/** @type {unknown} */ (blocks));
/** @type {Design[]} */
export const DESIGNS = ["2017", "GPT-2", "microgpt"];
const WHOLE = 11; // lines: of a longer region only the lines that are meant are shown

/** The regions that do the work of some box, in the program's order. */
export const USED = regions
  .map((one) => one.name)
  .filter((name) => BOXES.some((box) => name in box.code));

/** @param {string} id */
export function boxOf(id) {
  return BOXES.find((one) => one.id === id) ?? null;
}

/**
 * The lines of a region: those of `numbers` are lit, or all when there are none.
 * @param {string} name
 * @param {number[]} [numbers]
 * @returns {Part}
 */
export function part(name, numbers = []) {
  const region = regions.find((one) => one.name === name);
  if (!region) return { name, lines: [] };
  const all = lines.slice(region.first - 1, region.last).map((text, i) => {
    const number = region.first + i;
    return { number, text, lit: numbers.length === 0 || numbers.includes(number) };
  });
  return { name, lines: all.length > WHOLE && numbers.length ? all.filter((one) => one.lit) : all };
}
