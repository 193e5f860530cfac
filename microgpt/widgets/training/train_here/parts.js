/** All that stands in the widget, from the buttons to the folds. */

import { h, setText } from "../../kit/dom.js";
import { compareFold } from "./compare.js";
import { runControls } from "./controls.js";
import { dataFold } from "./data.js";
import { handButton } from "./hand.js";
import { insideFold } from "./inside.js";
import { lossHistory } from "./losses.js";
import { stops } from "./run.js";
import { scrubber } from "./scrubber.js";
import { settingsFold } from "./settings.js";
import { shareFold } from "./share.js";
import { writing } from "./writing.js";

/** @typedef {import("../train_here.js").State} State */
/** @typedef {import("./session.js").Session} Session */

/**
 * Whether it is the run that the course has recorded.
 * @param {State} state
 * @param {Session} session
 */
export function isCourseRun({ seed, steps, n_embd, learning_rate, optimiser }, session) {
  const own = session.isOther || session.isPart;
  const same = seed === 42 && steps === 1000 && n_embd === 16 && learning_rate === 0.01;
  return !own && same && optimiser === "adam";
}

/**
 * @param {import("@anywidget/types").AnyModel<State>} model
 * @param {Session} session
 * @param {{ forget: () => void, restart: () => void, soon: () => void,
 *   set: (changes: Partial<State>) => void }} on
 *   forget: what was looked at gives way to the run; soon: paint at the next frame
 */
export function trainParts(model, session, { forget, restart, soon, set: change }) {
  const controls = runControls(session, forget, soon);
  const status = statusLines();
  const found = h("p", { class: "mg-train-found" });
  /** @param {number | null} step */
  function lookBack(step) {
    session.back = step;
    session.loaded = null;
    lookAgain();
    soon();
  }
  const losses = lossHistory({ look: lookBack, soon });
  const scrub = scrubber(lookBack);
  const inside = insideFold({ draw: () => inside.set(session.shown().engine) });
  const texts = writing(inside.set);
  const hand = handButton(model, session);
  const data = dataFold({
    onCorpus: (corpus, name) => {
      session.own = corpus && { corpus, name };
      restart();
    },
  });
  const settings = settingsFold({ onChange: change });
  const compare = compareFold({ onChange: change });
  const share = shareFold({
    shown: () => session.shown(),
    onLoad: (engine, name) => {
      session.runs.forEach((run) => run.pause());
      forget();
      session.loaded = { engine, name };
      soon();
    },
  });
  const lookAgain = () => {
    texts.again();
    hand.clear();
  };
  const folds = [data, settings, compare, inside, share].map(({ el }) => el);
  return {
    els: [controls.el, status.el, losses.el, scrub.el, found, texts.el, ...hand.els, ...folds],
    forget() {
      losses.forget();
      lookAgain();
    },
    clear() {
      [data, share, controls].forEach((one) => one.clear());
      inside.offer("");
    },
    /** Runs that have not begun. */
    begin() {
      texts.renew();
      inside.offer(session.firstWord);
      inside.name(session.other ? "A" : "");
      hand.name(session.other ? "A" : "");
      data.set(session.corpus, session.listName, session.plan.note);
    },
    /** @param {State} state */
    set(state) {
      settings.set(state, session.plan.parameters);
      compare.set(state);
      share.set(state);
    },
    /**
     * @param {string[]} words how the runs stand
     * @param {string} difference what two of them come to
     */
    paint(words, difference) {
      controls.set();
      status.set(words);
      setText(found, difference);
      losses.set(session);
      scrub.set(stops(session.furthest), session.back);
      texts.set(session);
    },
    close() {
      losses.close();
      hand.close();
    },
  };
}

/** How the runs stand, a line for each. */
function statusLines() {
  const el = h("div", { class: "mg-train-standing" });
  /** @param {string[]} words */
  function set(words) {
    while (el.children.length > words.length) el.lastElementChild?.remove();
    while (el.children.length < words.length) el.append(h("p", { class: "mg-train-status" }));
    words.forEach((text, i) => setText(el.children[i], text));
  }
  return { el, set };
}
