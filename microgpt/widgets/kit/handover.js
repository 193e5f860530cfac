/**
 * A model trained in one widget goes to the other widgets of its page.
 *
 * It travels as plain data in an event on the document: in a notebook every widget has modules of
 * its own, so they share nothing else. Who comes late asks, and the widget that offered last
 * answers. The same goes through the kernel, if there is one, for the widgets that are in frames of
 * their own (`handover.py`); what comes both ways is taken once.
 */

import { freshId } from "./dom.js";

const OFFER = "microgpt-model";
const ASK = "microgpt-model-wanted";
const TAKEN = "microgpt-model-taken";

/**
 * `documents` (called by `noun`: names, lines) are what the model was trained for, in the order of
 * training; the first `seen` of them it has seen. `label` completes the sentence "This is ...".
 * @typedef {{ checkpoint: import("../engine/checkpoint.js").Checkpoint, documents: string[],
 *   noun: string, seen: number, label: string }} Handover
 */
/** @typedef {import("@anywidget/types").AnyModel<any>} Model a widget's own front-end model */

/**
 * The giving side of one widget; `close` when its view goes.
 * @param {{ model: Model, onTaken?: () => void, target?: EventTarget }} options
 *   onTaken: a widget took it, here or in another frame; target: another than the page's document,
 *   for tests
 */
export function giver({ model, onTaken = () => {}, target = document }) {
  let held = /** @type {(Handover & { id: string }) | null} */ (null);
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
  const hear = (/** @type {any} */ message) => {
    if (message?.kind === TAKEN) onTaken();
  };
  target.addEventListener(ASK, answer);
  target.addEventListener(OFFER, other);
  model.on("msg:custom", hear);
  return {
    /** @param {Handover} handover @returns {boolean} whether a widget of this document took it */
    offer(handover) {
      held = { ...handover, id: freshId() };
      const taken = send();
      model.send({ kind: OFFER, handover: held });
      return taken;
    },
    close() {
      target.removeEventListener(ASK, answer);
      target.removeEventListener(OFFER, other);
      model.off("msg:custom", hear);
    },
  };
}

/**
 * The taking side: `onModel` hears of the model that was offered last, if there is one, and of
 * every later one, once. Returns what ends it.
 * @param {{ model: Model, onModel: (handover: Handover) => void, target?: EventTarget }} options
 * @returns {() => void}
 */
export function receive({ model, onModel, target = document }) {
  const had = new Set();
  const take = (/** @type {Handover & { id: string }} */ offered) => {
    if (had.has(offered.id)) return; // the answer to another widget's question, or the kernel's
    had.add(offered.id);
    onModel(offered);
  };
  const onOffer = (/** @type {Event} */ event) => {
    event.preventDefault(); // so the giver knows that it was taken
    take(/** @type {CustomEvent} */ (event).detail);
  };
  const hear = (/** @type {any} */ message) => {
    if (message?.kind === OFFER) take(message.handover);
  };
  target.addEventListener(OFFER, onOffer);
  model.on("msg:custom", hear);
  target.dispatchEvent(new CustomEvent(ASK));
  model.send({ kind: ASK });
  return () => {
    target.removeEventListener(OFFER, onOffer);
    model.off("msg:custom", hear);
  };
}
