/**
 * A model trained in one widget goes to the other widgets of its page.
 *
 * It travels as plain data in an event on the document: in a notebook every widget has modules of
 * its own, so they share nothing else. Who comes late asks, and the widget that offered last
 * answers.
 */

const OFFER = "microgpt-model";
const ASK = "microgpt-model-wanted";

/**
 * `documents` (called by `noun`: names, lines) are what the model was trained for, in the order of
 * training; the first `seen` of them it has seen. `label` completes the sentence "This is ...".
 * @typedef {{ checkpoint: import("../engine/checkpoint.js").Checkpoint, documents: string[],
 *   noun: string, seen: number, label: string }} Handover
 */

/**
 * The giving side of one widget; `close` when its view goes.
 * @param {EventTarget} [target] another than the page's document: for tests
 */
export function giver(target = document) {
  let held = /** @type {Handover | null} */ (null);
  let mine = false;
  const send = () => {
    mine = true;
    const taken = !target.dispatchEvent(new CustomEvent(OFFER, { detail: held, cancelable: true }));
    mine = false;
    return taken;
  };
  const answer = () => {
    if (held) send();
  };
  const other = () => {
    if (!mine) held = null;
  }; // a later offer of another widget counts from now on
  target.addEventListener(ASK, answer);
  target.addEventListener(OFFER, other);
  return {
    /** @param {Handover} handover @returns {boolean} whether a widget took it */
    offer(handover) {
      held = handover;
      return send();
    },
    close() {
      target.removeEventListener(ASK, answer);
      target.removeEventListener(OFFER, other);
    },
  };
}

/**
 * The taking side: `onModel` hears of the model that was offered last, if there is one, and of
 * every later one. Returns what ends it.
 * @param {(handover: Handover) => void} onModel
 * @param {EventTarget} [target]
 * @returns {() => void}
 */
export function receive(onModel, target = document) {
  let last = /** @type {Handover | null} */ (null);
  const take = (/** @type {Event} */ event) => {
    event.preventDefault(); // so the giver knows that it was taken
    const { detail } = /** @type {CustomEvent} */ (event);
    if (detail === last) return; // the answer to another widget's question
    last = detail;
    onModel(detail);
  };
  target.addEventListener(OFFER, take);
  target.dispatchEvent(new CustomEvent(ASK));
  return () => target.removeEventListener(OFFER, take);
}
