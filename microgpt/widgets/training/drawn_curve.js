/** The loss curve that the reader drew before the training began, kept in the page's storage. */

import { openStore } from "../kit/store.js";

const KIND = "predict";
const ID = "loss-curve";

/** @returns {[number, number][] | null} [step, loss] of each point */
export function readDrawn() {
  const store = openStore();
  const found = store.read(KIND, ID);
  store.close();
  return Array.isArray(found) ? found : null;
}

/** Hear of every other curve that is drawn, until what this returns is called. @param {() => void} callback */
export function onDrawn(callback) {
  const store = openStore();
  store.watch((kind) => {
    if (kind === KIND || kind === null) callback();
  });
  return store.close;
}
