/** What the model on view writes: as often as an eye can follow. */

import { h, setText } from "../../kit/dom.js";
import { isolated } from "../../kit/isolated.js";
import { thousands, written } from "./words.js";

/** @typedef {import("../../engine/checkpoint.js").Engine} Engine */
/** @typedef {import("./session.js").Session} Session */

const OFTEN = 250; // ms at least from one look at the model to the next, while it runs
const SMALL = 20000; // parameters
const MANY = 20; // texts that a small model writes
const FEW = 8; // and a larger one

/** @param {(engine: Engine) => void} onLook hears of the model, when it is another one */
export function writing(onLook) {
  const title = h("p", { class: "mg-train-title" });
  const texts = h("ul", { class: "mg-train-texts" });
  let looked = -Infinity;
  let seen = /** @type {unknown} */ (null);
  let wrote = "";

  /** @param {Session} session */
  function look(session) {
    const { engine, step } = session.shown();
    const key = session.loaded ?? step;
    const soon = session.run.running && performance.now() - looked < OFTEN;
    if (key === seen || soon) return;
    looked = performance.now();
    seen = key;
    const many = engine.model.weights.length > SMALL ? FEW : MANY;
    const found = written(engine, session.run.random, session.listed, many);
    wrote = tell(found, whose(session.loaded, step));
    texts.replaceChildren(...found.map(line));
    onLook(engine);
  }

  return {
    els: [title, texts],
    /** Look again at the next occasion. */
    again() {
      looked = -Infinity;
    },
    /** The run is another one: what was seen of the last one counts for nothing. */
    renew() {
      seen = null;
    },
    /** @param {Session} session */
    set(session) {
      const { run, back } = session;
      look(session);
      const more = back !== null && !run.done;
      const latest = `step ${thousands(run.step)}, its latest`;
      setText(title, more ? `${wrote} Training goes on from ${latest}.` : wrote);
    },
  };
}

/**
 * @param {{ name: string } | null} loaded
 * @param {number} step
 */
function whose(loaded, step) {
  if (loaded) return `the model of ${isolated(loaded.name)}`;
  return step ? `the model after step ${thousands(step)}` : "the untrained model";
}

/**
 * @param {{ listed: boolean }[]} found
 * @param {string} model
 */
function tell(found, model) {
  if (!found.length) return `From ${model} nothing can be drawn: its numbers are too large.`;
  const fresh = found.filter((one) => !one.listed).length;
  return `What ${model} writes: ${found.length - fresh} in the list, ${fresh} new.`;
}

/** @param {{ text: string, listed: boolean }} text */
function line({ text, listed }) {
  const mark = listed && h("span", {}, " in the list");
  return h("li", { class: listed ? "mg-known" : null }, text ? isolated(text) : "(empty)", mark);
}
