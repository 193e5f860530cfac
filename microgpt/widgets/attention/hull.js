/** The smallest polygon without dents around some points: every blend of them lies inside. */

/**
 * Which side of the way from a to b the point c is on: above 0 to the left.
 * @param {number[]} a
 * @param {number[]} b
 * @param {number[]} c
 */
const side = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/**
 * Its corners, counterclockwise.
 * @param {number[][]} points
 */
export function hull(points) {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

/**
 * One half of it, from the first point towards the last one.
 * @param {number[][]} points in order
 */
function chain(points) {
  /** @type {number[][]} */
  const corners = [];
  for (const point of points) {
    const dents = () => {
      const [a, b] = corners.slice(-2);
      return corners.length > 1 && side(a, b, point) <= 0;
    };
    while (dents()) corners.pop();
    corners.push(point);
  }
  return corners.slice(0, -1);
}
