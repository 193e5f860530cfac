/** The button that hands the model on view to the other widgets of the page. */

import { toCheckpoint } from "../../engine/checkpoint.js";
import { button, row } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";
import { giver } from "../../kit/handover.js";
import { isolated } from "../../kit/isolated.js";
import { thousands } from "./words.js";

/** @typedef {import("./session.js").Session} Session */

const USE = "Use this model in the widgets of this page";

/**
 * @param {import("@anywidget/types").AnyModel<any>} model
 * @param {Session} session
 */
export function handButton(model, session) {
  const used = h("p", { class: "mg-train-note", role: "status" });
  const gives = giver({ model, onTaken: () => tell(true) });
  const use = button(USE, () => tell(gives.offer(handover(session))));

  /** @param {boolean} taken whether another widget uses the model now */
  function tell(taken) {
    const words = taken
      ? "Done. The widgets of this page that can use it do so now."
      : "No other widget on this page can use a model.";
    setText(used, words);
  }
  return {
    els: [row(use), used],
    clear: () => {
      used.textContent = "";
    },
    /** Which of two models it is. @param {string} letter */
    name: (letter) => setText(use, letter ? USE.replace("this model", `model ${letter}`) : USE),
    close: gives.close,
  };
}

/** @param {Session} session */
function handover(session) {
  const { run, corpus, loaded } = session;
  const { engine, step } = session.shown();
  const noun = session.isOther ? "lines" : "names";
  const rounds = `${thousands(step)} ${step === 1 ? "round" : "rounds"}`;
  const documents = `${thousands(corpus.docs.length)} ${noun}`;
  return {
    checkpoint: toCheckpoint(engine),
    documents: [...new Set([...run.order, ...run.options.heldOut])],
    noun,
    seen: Math.max(0, Math.min(step, run.order.length)),
    label: loaded
      ? `the model of ${isolated(loaded.name)}`
      : `your model, ${rounds} on ${documents}`,
  };
}
