/**
 * The second step: in which order the values of a layer stand, so that few lines cross.
 *
 * A line that spans several layers gets a place in each layer between: a bend. So every link runs
 * from one layer to the next, and crossings can be counted layer by layer.
 */

const SWEEPS = 12;

/**
 * A place in a layer. `node` is the value that stands there, or -1 for a bend. `before` and `after`
 * are the places it is linked with in the layer before and after.
 * @typedef {{ node: number, layer: number, before: number[], after: number[] }} Place
 */
/**
 * A line from an operand to the value computed from it, through places; `port` says which operand
 * it is.
 * @typedef {{ from: number, to: number, port: number, path: number[] }} Line
 */

/**
 * @param {number[][]} operands
 * @param {number[]} layers
 */
export function placesOf(operands, layers) {
  const places = layers.map((layer, node) => newPlace(node, layer));
  const lines = /** @type {Line[]} */ ([]);
  operands.forEach((some, to) =>
    some.forEach((from, port) => {
      const path = [from];
      for (let layer = layers[from] + 1; layer < layers[to]; layer++) {
        places.push(newPlace(-1, layer));
        path.push(places.length - 1);
      }
      path.push(to);
      path.slice(1).forEach((place, i) => link(places, path[i], place));
      lines.push({ from, to, port, path });
    }),
  );
  return { places, lines };
}

/**
 * @param {number} node
 * @param {number} layer
 * @returns {Place}
 */
const newPlace = (node, layer) => ({ node, layer, before: [], after: [] });

/**
 * @param {Place[]} places
 * @param {number} from
 * @param {number} to
 */
function link(places, from, to) {
  places[from].after.push(to);
  places[to].before.push(from);
}

/**
 * The rows of places, one per layer, in an order with few crossings. Equal input gives equal rows.
 * @param {Place[]} places
 * @param {number} root the value to start from: the result
 */
export function rowsOf(places, root) {
  const rows = inReadingOrder(places, root);
  const at = /** @type {number[]} */ ([]); // where in its row each place stands
  const settle = (/** @type {number[]} */ row) => row.forEach((place, i) => (at[place] = i));
  rows.forEach(settle);
  let best = rows.map((row) => [...row]);
  let fewest = crossings(rows, places);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const side = sweep % 2 === 0 ? "before" : "after";
    for (const row of side === "before" ? rows : [...rows].reverse()) {
      sortByMean(row, at, (place) => places[place][side]);
      settle(row);
    }
    for (const row of rows) swapNeighbours(row, at, places);
    const count = crossings(rows, places);
    if (count < fewest) [best, fewest] = [rows.map((row) => [...row]), count];
  }
  return { rows: best, crossings: fewest };
}

/**
 * The first rows: depth first from the result, operands as they are read.
 * @param {Place[]} places
 * @param {number} root
 */
function inReadingOrder(places, root) {
  const rows = Array.from({ length: Math.max(...places.map(({ layer }) => layer)) + 1 }, () => {
    return /** @type {number[]} */ ([]);
  });
  const seen = places.map(() => false);
  // what no walk from the result meets comes last
  const waiting = places.map((_, i) => places.length - 1 - i);
  waiting.push(root);
  while (waiting.length > 0) {
    const place = /** @type {number} */ (waiting.pop());
    if (seen[place]) continue;
    seen[place] = true;
    rows[places[place].layer].push(place);
    waiting.push(...[...places[place].before].reverse());
  }
  return rows;
}

/**
 * Sort a row by where the neighbours of each place stand, on average; without neighbours a place
 * stays.
 * @param {number[]} row
 * @param {number[]} at
 * @param {(place: number) => number[]} neighboursOf
 */
function sortByMean(row, at, neighboursOf) {
  const means = new Map(
    row.map((place) => {
      const neighbours = neighboursOf(place);
      return [place, neighbours.length > 0 ? mean(neighbours.map((one) => at[one])) : at[place]];
    }),
  );
  const meanOf = (/** @type {number} */ place) => /** @type {number} */ (means.get(place));
  row.sort((a, b) => meanOf(a) - meanOf(b) || at[a] - at[b]);
}

/** @param {number[]} numbers */
export const mean = (numbers) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

/**
 * Swap neighbours as long as that undoes a crossing.
 * @param {number[]} row
 * @param {number[]} at
 * @param {Place[]} places
 */
function swapNeighbours(row, at, places) {
  for (let again = true; again;) {
    again = false;
    for (let i = 0; i + 1 < row.length; i++) {
      const [a, b] = [row[i], row[i + 1]];
      if (gain(places[a], places[b], at) <= 0) continue;
      [row[i], row[i + 1]] = [b, a];
      [at[a], at[b]] = [i + 1, i];
      again = true;
    }
  }
}

/**
 * How many crossings go away when `a` and its neighbour `b` change places.
 * @param {Place} a
 * @param {Place} b
 * @param {number[]} at
 */
function gain(a, b, at) {
  let saved = 0;
  for (const side of /** @type {const} */ (["before", "after"])) {
    const left = a[side].map((one) => at[one]);
    const right = b[side].map((one) => at[one]);
    saved += inversions(left, right) - inversions(right, left);
  }
  return saved;
}

/**
 * How many pairs stand the wrong way round: one of `first` behind one of `second`.
 * @param {number[]} first
 * @param {number[]} second
 */
function inversions(first, second) {
  let count = 0;
  for (const one of first) for (const other of second) if (one > other) count++;
  return count;
}

/**
 * @param {number[][]} rows
 * @param {Place[]} places
 */
export function crossings(rows, places) {
  let count = 0;
  rows.slice(0, -1).forEach((row, layer) => {
    const at = new Map(rows[layer + 1].map((place, i) => [place, i]));
    const ends = row.map((place) =>
      places[place].after.map((one) => /** @type {number} */ (at.get(one))),
    );
    ends.forEach((some, i) =>
      ends.slice(i + 1).forEach((later) => (count += inversions(some, later))),
    );
  });
  return count;
}
