/** Many numbers for each point become two: the directions in which the points differ most. */

const ROUNDS = 60;

/**
 * @typedef {{ across: Float64Array, up: Float64Array }} Basis two directions of length 1, at right
 *   angles
 */

/**
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * `x` without what it shares with `other`, scaled to length 1; left alone where nothing would
 * remain.
 * @param {Float64Array} x
 * @param {Float64Array | null} other
 * @param {Float64Array} before
 */
function straighten(x, other, before) {
  const shared = other ? dot(x, other) : 0;
  if (other) for (let i = 0; i < x.length; i++) x[i] -= shared * other[i];
  const length = Math.sqrt(dot(x, x));
  return length > 1e-12 ? x.map((value) => value / length) : before;
}

/**
 * The first two principal directions of the points, found by turning the given ones towards them
 * step by step. So they keep their sense from one call to the next: where the points have moved a
 * little, the map moves a little.
 * @param {Float64Array[]} points each of the same number of numbers, two or more
 * @param {Basis | null} from null: from the first two axes
 * @param {number} [rounds] the more, the closer; a few hundred give them to many digits
 * @returns {Basis}
 */
export function principal(points, from, rounds = ROUNDS) {
  const n = points[0].length;
  const mean = points[0].map(
    (_, j) => points.reduce((sum, point) => sum + point[j], 0) / points.length,
  );
  const centred = points.map((point) => point.map((x, j) => x - mean[j]));
  // A little of every axis, so that no direction is at right angles to where it should turn.
  const axis = (/** @type {number} */ i) =>
    Float64Array.from({ length: n }, (_, j) => (j === i ? 1 : 0.1 / (1 + j + i)));
  let across = from?.across.length === n ? from.across : axis(0);
  let up = from?.up.length === n ? from.up : axis(1);
  /** The points' spread along x. @param {Float64Array} x */
  const turn = (x) => {
    const result = new Float64Array(n);
    for (const point of centred) {
      const share = dot(point, x);
      for (let j = 0; j < n; j++) result[j] += share * point[j];
    }
    return result;
  };
  across = straighten(across, null, across);
  up = straighten(up, across, up);
  for (let i = 0; i < rounds; i++) {
    across = straighten(turn(across), null, across);
    up = straighten(turn(up), across, up);
  }
  return { across, up };
}

/**
 * Where the points lie in the plane of two directions.
 * @param {Float64Array[]} points
 * @param {Basis} basis
 * @returns {[number, number][]}
 */
export function project(points, { across, up }) {
  return points.map((point) => [dot(point, across), dot(point, up)]);
}

/**
 * How much of the points' spread is seen in the plane of two directions, from 0 to 1.
 * @param {Float64Array[]} points
 * @param {Basis} basis
 */
export function seen(points, basis) {
  const spread = (/** @type {ArrayLike<number>[]} */ places) => {
    let sum = 0;
    for (let j = 0; j < places[0].length; j++) {
      const mean = places.reduce((total, place) => total + place[j], 0) / places.length;
      for (const place of places) sum += (place[j] - mean) ** 2;
    }
    return sum;
  };
  const whole = spread(points);
  return whole ? spread(project(points, basis)) / whole : 1;
}
