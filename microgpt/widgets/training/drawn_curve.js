/**
 * The loss curve that the reader drew before the training, kept in the page's own storage. Other
 * widgets show it beside a run of as many rounds.
 */

import { openStore } from "../kit/store.js";

/** @typedef {[round: number, loss: number]} Point */
/** @typedef {{ points: Point[], done: boolean }} Drawing done: committed, not to be changed */

const KIND = "predict";
const MOST = 4; // nats that the axis shows
const MANY = 400; // points, more than can be drawn

/** Where the curve for so many rounds is kept. @param {number} steps */
const placeOf = (steps) => `loss-curve-${steps}`;

/**
 * Points as they may be used, in order; an empty list for anything else.
 * @param {any} points
 * @param {number} steps
 * @returns {Point[]}
 */
function sound(points, steps) {
  if (!Array.isArray(points) || points.length > MANY) return [];
  let before = -1;
  for (const one of points) {
    if (!Array.isArray(one) || one.length !== 2 || !one.every(Number.isFinite)) return [];
    const [round, loss] = one;
    if (round <= before || round > steps || loss < 0 || loss > MOST) return [];
    before = round;
  }
  return points;
}

/**
 * What is kept of the curve for so many rounds; `close` when the view goes.
 * @param {number} steps
 */
export function openDrawing(steps) {
  const store = openStore();
  const place = placeOf(steps);
  /** @returns {Drawing} */
  function read() {
    const kept = store.read(KIND, place);
    const points = sound(kept?.points, steps);
    return { points, done: points.length > 0 && kept?.done === true };
  }
  return {
    read,
    lasting: store.lasting,
    /** @param {Drawing} drawing */
    write: (drawing) => store.write(KIND, place, drawing),
    remove: () => store.remove(KIND, place),
    /** Hear of every change, in this page or another tab. @param {(drawing: Drawing) => void} heard */
    watch: (heard) =>
      store.watch((kind, id) => {
        if (kind === null || (kind === KIND && id === place)) heard(read());
      }),
    close: store.close,
  };
}

/**
 * The curve that the reader drew for a run of so many rounds, as [round, loss] in order of rounds;
 * null: none.
 * @param {number} [steps]
 * @returns {Point[] | null}
 */
export function readDrawn(steps = 1000) {
  const drawing = openDrawing(steps);
  const { points } = drawing.read();
  drawing.close();
  return points.length ? points : null;
}

/**
 * Hear of the curve whenever it changes: `callback` gets what `readDrawn` gives. Returns what ends
 * it. Where the browser keeps nothing, a curve is known to those alone who listened when it was
 * drawn.
 * @param {(points: Point[] | null) => void} callback
 * @param {number} [steps]
 * @returns {() => void}
 */
export function onDrawn(callback, steps = 1000) {
  const drawing = openDrawing(steps);
  drawing.watch(({ points }) => callback(points.length ? points : null));
  return drawing.close;
}
