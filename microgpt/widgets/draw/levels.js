/** The lines along which a function of two numbers has the same value. */

const APART = 24; // pixels from one name to the next

/**
 * The values of f on a grid of cells + 1 by cells + 1 places, the row of the smallest y first. What
 * is no number is -Infinity.
 * @param {(x: number, y: number) => number} f
 * @param {[number, number]} range
 * @param {number} cells
 */
export function sample(f, [low, high], cells) {
  const at = (/** @type {number} */ i) => low + (i * (high - low)) / cells;
  const n = cells + 1;
  return Float64Array.from({ length: n * n }, (_, k) => {
    const value = f(at(k % n), at(Math.floor(k / n)));
    if (Number.isFinite(value)) return value;
    return value === Infinity ? Number.MAX_VALUE : -Infinity;
  });
}

/**
 * The region where the values are `level` or more, as closed loops of [column, row] on a grid of n
 * by n places.
 *
 * Marching squares. Round the grid everything counts as low, so every loop closes. Walking round a
 * cell, the region is entered on one edge and left on another: the line runs from where it is left
 * back to where it was entered, and in the next cell that edge has the other part. So each edge
 * begins one piece of line and ends one, and pieces link by edges.
 * @param {ArrayLike<number>} values
 * @param {number} n
 * @param {number} level
 */
export function regions(values, n, level) {
  const { next, place } = crossings(values, n, level);
  const loops = [];
  while (next.size) {
    const loop = [];
    let edge = /** @type {number} */ (next.keys().next().value);
    while (next.has(edge)) {
      loop.push(/** @type {number[]} */ (place.get(edge)));
      const to = /** @type {number} */ (next.get(edge));
      next.delete(edge);
      edge = to;
    }
    loops.push(loop);
  }
  return loops;
}

/**
 * Every edge that the level crosses: its place, and the edge that comes next along the line.
 * @param {ArrayLike<number>} values
 * @param {number} n
 * @param {number} level
 */
function crossings(values, n, level) {
  const next = /** @type {Map<number, number>} */ (new Map());
  const place = /** @type {Map<number, number[]>} */ (new Map());
  /** @param {number[]} corner */
  const value = ([i, j]) => (i < 0 || j < 0 || i >= n || j >= n ? -Infinity : values[j * n + i]);

  /**
   * Where the level lies between two neighbours; a low place without number is passed over at once.
   * @param {number[]} a
   * @param {number[]} b
   */
  function cross(a, b) {
    const [i, j] = a;
    const [k, l] = b;
    const share = shareOf(value(a), value(b), level);
    const edge = 2 * ((Math.min(j, l) + 1) * (n + 2) + Math.min(i, k) + 1) + (i === k ? 1 : 0);
    place.set(edge, [i + share * (k - i), j + share * (l - j)]);
    return edge;
  }

  /** @param {number[][]} corners of a cell, in their order round it */
  function walk(corners) {
    const high = corners.map((corner) => value(corner) >= level);
    if (high.every((one) => one === high[0])) return;
    const turn = [0, 1, 2, 3].find((k) => !high[k] && high[(k + 1) % 4]) ?? 0;
    let entered = -1;
    for (let k = turn; k < turn + 4; k++) {
      const a = k % 4;
      const b = (k + 1) % 4;
      if (high[a] === high[b]) continue;
      const edge = cross(corners[a], corners[b]);
      if (high[b]) entered = edge;
      else next.set(edge, entered);
    }
  }
  for (let j = -1; j < n; j++)
    for (let i = -1; i < n; i++)
      walk([
        [i, j],
        [i + 1, j],
        [i + 1, j + 1],
        [i, j + 1],
      ]);
  return { next, place };
}

/**
 * How far a level lies on the way from one value to another.
 * @param {number} from
 * @param {number} to
 * @param {number} level
 */
function shareOf(from, to, level) {
  if (from === -Infinity) return 1;
  return to === -Infinity ? 0 : (level - from) / (to - from);
}

/**
 * Where the names of the levels stand: as high on its line as a name finds room. In pixels; null
 * where there is none.
 * @param {number[][][]} lines the places of each level
 * @param {(place: number[]) => boolean} inside
 */
export function labelPlaces(lines, inside) {
  const taken = /** @type {number[][]} */ ([]);
  return lines.map((places) => {
    const free = places.filter(
      (one) => inside(one) && taken.every(([x, y]) => Math.hypot(x - one[0], y - one[1]) >= APART),
    );
    if (!free.length) return null;
    const best = free.reduce((a, b) => (b[1] < a[1] ? b : a));
    taken.push(best);
    return best;
  });
}
