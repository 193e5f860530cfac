/**
 * Where the values of a graph stand, and how its lines run: a layered drawing, from the inputs to
 * the result.
 *
 * The third step, after `layers.js` and `rows.js`: the distance along each row. Each place wants to
 * stand where its neighbours are on average; the row's order and the gaps between must stay. The
 * best such row is a known problem, isotonic regression, and has a short exact solution.
 */

import { layersOf, topological } from "./layers.js";
import { mean, placesOf, rowsOf } from "./rows.js";

const ROUNDS = 24;
const BEND = 8; // the room that a bend takes in its row

/**
 * `along` runs from layer to layer, `across` along a layer's row; sizes are those of a value's box.
 * @typedef {{ along: number, across: number, gapAlong: number, gapAcross: number }} Sizes
 */
/** @typedef {{ from: number, to: number, port: number, points: [number, number][] }} Drawn */

/**
 * The middle of each value's box and the corners of each line, as [along, across].
 * @param {number[][]} operands for each value, those it was computed from
 * @param {Sizes} sizes
 */
export function layout(operands, { along, across, gapAlong, gapAcross }) {
  const layers = layersOf(operands);
  const root = /** @type {number} */ (topological(operands).at(-1));
  const { places, lines } = placesOf(operands, layers);
  const { rows, crossings } = rowsOf(places, root);
  const sizeOf = (/** @type {number} */ place) => (places[place].node < 0 ? BEND : across);
  const offsets = new Map(rows.flatMap((row) => offsetsIn(row, sizeOf, gapAcross)));
  const acrossOf = settle(rows, places, offsets);
  const top = Math.min(...acrossOf.map((at, place) => at - sizeOf(place) / 2));
  const at = places.map(({ layer }, i) => ({
    along: layer * (along + gapAlong) + along / 2,
    across: acrossOf[i] - top,
  }));
  return {
    nodes: operands.map((_, node) => ({ ...at[node], layer: layers[node] })),
    edges: lines.map(({ path, ...line }) => ({ ...line, points: corners(path, at, along / 2) })),
    length: rows.length * (along + gapAlong) - gapAlong,
    breadth: Math.max(...at.map((one, place) => one.across + sizeOf(place) / 2)),
    crossings,
  };
}

/**
 * How far behind the first place of its row each place stands at least.
 * @param {number[]} row
 * @param {(place: number) => number} sizeOf
 * @param {number} gap
 */
function offsetsIn(row, sizeOf, gap) {
  const found = /** @type {[number, number][]} */ ([]);
  let offset = 0;
  row.forEach((place, i) => {
    if (i > 0) offset += (sizeOf(row[i - 1]) + sizeOf(place)) / 2 + gap;
    found.push([place, offset]);
  });
  return found;
}

/**
 * The middle of each place across.
 * @param {number[][]} rows
 * @param {import("./rows.js").Place[]} places
 * @param {Map<number, number>} offsets
 */
function settle(rows, places, offsets) {
  const offsetOf = (/** @type {number} */ place) => /** @type {number} */ (offsets.get(place));
  const across = places.map(() => 0);
  for (const row of rows) {
    const middle = offsetOf(row[row.length - 1]) / 2;
    for (const place of row) across[place] = offsetOf(place) - middle;
  }
  for (let round = 0; round < ROUNDS; round++) {
    const last = round >= ROUNDS - 4; // in the end both sides count, and the drawing comes to rest
    for (const row of round % 2 === 0 ? rows : [...rows].reverse()) {
      const wishes = row.map((place) => {
        const { before, after } = places[place];
        const neighbours = last ? [...before, ...after] : round % 2 === 0 ? before : after;
        const wish =
          neighbours.length > 0 ? mean(neighbours.map((one) => across[one])) : across[place];
        return wish - offsetOf(place);
      });
      // lines prefer to run straight
      const weights = row.map((place) => (places[place].node < 0 ? 4 : 1));
      increasing(wishes, weights).forEach(
        (found, i) => (across[row[i]] = found + offsetOf(row[i])),
      );
    }
  }
  return across;
}

/**
 * The numbers nearest to `wishes`, by weighted squares, that never decrease: neighbours in the
 * wrong order are merged into a block that stands at their mean, until none are.
 * @param {number[]} wishes
 * @param {number[]} weights
 */
export function increasing(wishes, weights) {
  const blocks = /** @type {{ sum: number, weight: number, count: number }[]} */ ([]);
  const level = (/** @type {number} */ back) => {
    const block = blocks[blocks.length - back];
    return block.sum / block.weight;
  };
  wishes.forEach((wish, i) => {
    blocks.push({ sum: wish * weights[i], weight: weights[i], count: 1 });
    while (blocks.length > 1 && level(2) >= level(1)) {
      const { sum, weight, count } = /** @type {typeof blocks[0]} */ (blocks.pop());
      const block = blocks[blocks.length - 1];
      block.sum += sum;
      block.weight += weight;
      block.count += count;
    }
  });
  return blocks.flatMap(({ sum, weight, count }) => Array(count).fill(sum / weight));
}

/**
 * A line's corners: out of the one box, straight through the layers between, into the other box.
 * @param {number[]} path
 * @param {{ along: number, across: number }[]} at
 * @param {number} half half a box, along
 * @returns {[number, number][]}
 */
function corners(path, at, half) {
  return path.flatMap((place, i) => {
    const { along, across } = at[place];
    const into = /** @type {[number, number]} */ ([along - half, across]);
    const out = /** @type {[number, number]} */ ([along + half, across]);
    if (i === 0) return [out];
    return i === path.length - 1 ? [into] : [into, out];
  });
}
