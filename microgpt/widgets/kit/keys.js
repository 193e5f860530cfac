/** Where the arrow keys, Home, End and the Page keys lead. */

/**
 * What a key leads to, or null: another key, or one held together with Ctrl, Alt or Meta, which is
 * the browser's. A key that leads somewhere does nothing else.
 * @template T
 * @param {KeyboardEvent} event
 * @param {Record<string, T>} ways
 * @returns {T | null}
 */
export function led(event, ways) {
  if (!Object.hasOwn(ways, event.key) || event.ctrlKey || event.altKey || event.metaKey)
    return null;
  event.preventDefault();
  return ways[event.key];
}

/**
 * Along a scale from `low` to `high`: a key adds one step, a Page key `far`.
 * @param {{ at: number, step: number, far: number, low: number, high: number }} scale
 */
export function along({ at, step, far, low, high }) {
  return {
    ArrowLeft: at - step,
    ArrowDown: at - step,
    ArrowRight: at + step,
    ArrowUp: at + step,
    PageDown: at - far,
    PageUp: at + far,
    Home: low,
    End: high,
  };
}

/**
 * Over a plane: the way to go, across and up. Home and End lead to its sides, `wide` apart.
 * @param {{ step: number, far: number, wide: number }} plane
 * @returns {Record<string, [number, number]>}
 */
export function across({ step, far, wide }) {
  return {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, step],
    ArrowDown: [0, -step],
    PageUp: [0, far],
    PageDown: [0, -far],
    Home: [-wide, 0],
    End: [wide, 0],
  };
}
