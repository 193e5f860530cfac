/** Numbers over steps, made ready to be drawn. */

/**
 * The range to show: of all finite numbers given, with a little air.
 * @param {ArrayLike<number>[]} lines
 * @param {number[]} more
 * @returns {[number, number]}
 */
export function extent(lines, more) {
  const all = lines
    .flatMap((line) => Array.from(line))
    .concat(more)
    .filter(Number.isFinite);
  if (!all.length) return [0, 1];
  const low = all.reduce((a, b) => Math.min(a, b));
  const high = all.reduce((a, b) => Math.max(a, b));
  const air = high > low ? (high - low) * 0.06 : Math.abs(high) || 1;
  return [low - air, high + air];
}

/**
 * Heights of labels, from top to bottom, pushed down where two would overlap.
 * @param {number[]} wanted
 * @param {number} apart
 */
export function spread(wanted, apart) {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  order.forEach((one, k) => {
    if (k) one.y = Math.max(one.y, order[k - 1].y + apart);
  });
  const heights = wanted.slice();
  for (const { y, i } of order) heights[i] = y;
  return heights;
}

/**
 * The longest of these lists or texts.
 * @param {ArrayLike<unknown>[]} all
 */
export function longest(all) {
  return all.reduce((most, one) => Math.max(most, one.length), 0);
}

/**
 * The mean of each value and those before it, `window` of them where there are so many.
 * @param {ArrayLike<number>} line
 * @param {number} window
 */
export function runningMean(line, window) {
  let total = 0;
  return Array.from(line, (value, i) => {
    total += value - (i < window ? 0 : line[i - window]);
    return total / Math.min(i + 1, window);
  });
}
