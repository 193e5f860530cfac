/** What a move makes of the order: a new list, and the old one stays as it is. */

/**
 * The block at this place, counted without it; those below make room.
 * @param {string[]} order
 * @param {string} id
 * @param {number} place
 */
export function placed(order, id, place) {
  const others = without(order, id);
  const at = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/** @param {string[]} order @param {string} id */
export const without = (order, id) => order.filter((one) => one !== id);

/**
 * Up or down by so many places; a block that is not in place comes to the end.
 * @param {string[]} order
 * @param {string} id
 * @param {number} by
 */
export function moved(order, id, by) {
  return placed(order, id, order.includes(id) ? order.indexOf(id) + by : order.length);
}

/**
 * The place at the height `y` among others with these middles, from the top.
 * @param {number} y
 * @param {number[]} middles
 */
export const placeAt = (y, middles) => middles.filter((middle) => middle < y).length;
