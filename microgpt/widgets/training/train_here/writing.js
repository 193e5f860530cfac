/** What the model on view writes: as often as an eye can follow. */

import { h, setText } from "../../kit/dom.js";
import { isolated } from "../../kit/isolated.js";
import { thousands, written } from "./words.js";

/** @typedef {import("../../engine/checkpoint.js").Engine} Engine */
/** @typedef {import("./session.js").Session} Session */

const OFTEN = 250; // ms at least from one look at the model to the next, while it runs
const SMALL = 20000; // parameters
const MANY = 20; // texts that a small model writes
const FEW = 8; // and a larger one, or two beside each other

/**
 * What one run's model writes.
 * @param {(engine: Engine) => void} [onLook] hears of the model, when it is another one
 */
function column(onLook = () => {}) {
  const title = h("p", { class: "mg-train-title" });
  const texts = h("ul", { class: "mg-train-texts" });
  let looked = -Infinity;
  let seen = /** @type {unknown} */ (null);
  let wrote = "";

  /**
   * @param {Session} session
   * @param {{ engine: Engine, step: number }} shown
   * @param {number} most texts
   */
  function look(session, { engine, step }, most) {
    const key = step < 0 ? session.loaded : `${step} ${most}`;
    const soon = session.running && performance.now() - looked < OFTEN;
    if (key === seen || soon) return;
    looked = performance.now();
    seen = key;
    const many = Math.min(most, engine.model.weights.length > SMALL ? FEW : MANY);
    const found = written(engine, session.run.random, session.listed, many);
    wrote = tell(found, whose(step < 0 ? session.loaded : null, step));
    texts.replaceChildren(...found.map(line));
    onLook(engine);
  }
  return {
    el: h("div", {}, title, texts),
    look,
    /** @param {string} before what comes first @param {string} after */
    title: (before, after) => setText(title, `${before}${wrote}${after}`),
    again() {
      looked = -Infinity;
    },
    renew() {
      seen = null;
    },
  };
}

/** @param {(engine: Engine) => void} onLook hears of the model, when it is another one */
export function writing(onLook) {
  const first = column(onLook);
  const second = column();
  const both = [first, second];
  const el = h("div", { class: "mg-train-writing" }, first.el, second.el);
  return {
    el,
    /** Look again at the next occasion. */
    again: () => both.forEach((one) => one.again()),
    /** The run is another one: what was seen of the last one counts for nothing. */
    renew: () => both.forEach((one) => one.renew()),
    /** @param {Session} session */
    set(session) {
      const { run, other, back, labels } = session;
      const two = other !== null;
      second.el.hidden = !two;
      el.classList.toggle("mg-train-two", two);
      first.look(session, session.shown(), two ? FEW : MANY);
      const more = back !== null && !session.finished;
      const goesOn = ` Training goes on from round ${thousands(run.step)}, its latest.`;
      const name = two && !session.loaded ? `${labels[0]}. ` : "";
      first.title(name, more ? goesOn : "");
      if (!two) return;
      second.look(session, session.copyOf(other), FEW);
      second.title(`${labels[1]}. `, "");
    },
  };
}

/**
 * @param {{ name: string } | null} loaded
 * @param {number} step
 */
function whose(loaded, step) {
  if (loaded) return `the model of ${isolated(loaded.name)}`;
  return step ? `the model after round ${thousands(step)}` : "the untrained model";
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
