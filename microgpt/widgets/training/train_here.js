/** The whole model, trained in the page: start it, pause it, look back, use what it has learned. */

import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { runControls } from "./train_here/controls.js";
import { dataFold } from "./train_here/data.js";
import { handButton } from "./train_here/hand.js";
import { insideFold } from "./train_here/inside.js";
import { fromLink } from "./train_here/link.js";
import { lossHistory } from "./train_here/losses.js";
import { stops } from "./train_here/run.js";
import { scrubber } from "./train_here/scrubber.js";
import { Session } from "./train_here/session.js";
import { settingsFold } from "./train_here/settings.js";
import { shareFold } from "./train_here/share.js";
import { statusWords } from "./train_here/words.js";
import { writing } from "./train_here/writing.js";

/** @typedef {import("./train_here/plan.js").Settings & { names: string[] }} State */

const KEYS = ["seed", "steps", "n_embd", "learning_rate", "optimiser", "names"];

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const linked = fromLink(location.hash);
  if (linked) take(model, linked);
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "Train the model here",
    caption:
      "One step: one document, the loss of its predictions, one small change of every number.",
    onReset: reset,
  });
  const frame = nextFrame(paint);
  const session = new Session(frame.soon);
  const on = { forget, restart, soon: frame.soon, set: view.set };
  const parts = trainParts(model, session, on);
  const announced = announcer(view.say);
  view.body.classList.add("mg-train");
  view.body.append(...parts.els);

  /** What was looked at gives way to the run. */
  function forget() {
    session.forget();
    parts.forget();
  }

  /** Everything from the start, with the settings and documents as they are now. */
  function restart() {
    session.renew();
    draw(view.read());
  }

  function reset() {
    session.own = null;
    announced.clear();
    parts.clear();
    session.run.pace(false);
    restart();
    paint();
  }

  /** @param {State} state */
  function draw(state) {
    if (session.follow(state)) {
      forget();
      parts.begin(state);
    }
    parts.set(state);
    frame.soon();
  }

  function paint() {
    const words = statusWords(session.run);
    announced.tell(session.run.running ? "Training." : words);
    parts.paint(words);
  }

  const unfollow = followLinks(view.set);
  // who opens such a link wants to come here
  if (linked) requestAnimationFrame(() => el.scrollIntoView());
  return view.show(draw, () => {
    unfollow();
    frame.cancel();
    session.run.stop();
    parts.close();
  });
}

/**
 * Take over settings, as after a link.
 * @param {import("@anywidget/types").AnyModel<State>} model
 * @param {Partial<State>} changes
 */
function take(model, changes) {
  for (const [key, value] of Object.entries(changes))
    model.set(/** @type {keyof State} */ (key), value);
  model.save_changes();
}

/** A link with other settings may be opened on this very page. @param {(found: any) => void} set */
function followLinks(set) {
  const follow = () => {
    const found = fromLink(location.hash);
    if (found) set(found);
  };
  addEventListener("hashchange", follow);
  return () => removeEventListener("hashchange", follow);
}

/**
 * For a screen reader: how the run stands, when that changes; the numbers in between are for the
 * eye.
 * @param {(words: string) => void} say
 */
function announcer(say) {
  let heard = /** @type {string | null} */ (null);
  return {
    clear() {
      heard = null;
      say("");
    },
    /** @param {string} words */
    tell(words) {
      if (heard !== null && heard !== words) say(words);
      heard = words;
    },
  };
}

/** What changes often is drawn once for each frame. @param {() => void} paint */
function nextFrame(paint) {
  let frame = 0;
  return {
    soon() {
      if (frame) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        paint();
      });
    },
    cancel: () => cancelAnimationFrame(frame),
  };
}

/**
 * All that stands in the widget, from the buttons to the folds.
 * @param {import("@anywidget/types").AnyModel<State>} model
 * @param {Session} session
 * @param {{ forget: () => void, restart: () => void, soon: () => void,
 *   set: (changes: Partial<State>) => void }} on
 *   forget: what was looked at gives way to the run; soon: paint at the next frame
 */
function trainParts(model, session, { forget, restart, soon, set: change }) {
  const controls = runControls(session, forget, soon);
  const status = h("p", { class: "mg-train-status" });
  const losses = lossHistory();
  const scrub = scrubber((step) => {
    session.back = step;
    session.loaded = null;
    lookAgain();
    soon();
  });
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
  const share = shareFold({
    shown: () => session.shown(),
    onLoad: (engine, name) => {
      session.run.pause();
      forget();
      session.loaded = { engine, name };
      soon();
    },
  });
  const lookAgain = () => {
    texts.again();
    hand.clear();
  };
  const folds = [data.el, settings.el, inside.el, share.el];
  return {
    els: [controls.el, status, losses.el, scrub.el, ...texts.els, ...hand.els, ...folds],
    forget: lookAgain,
    clear() {
      [data, share, controls].forEach((one) => one.clear());
      inside.offer("");
    },
    /** A run that has not begun. @param {State} state */
    begin(state) {
      const { plan } = session;
      texts.renew();
      inside.offer(session.firstWord);
      data.set(session.corpus, session.listName, plan.note);
      losses.begin(state.steps, plan.levels);
    },
    /** @param {State} state */
    set(state) {
      settings.set(state, session.plan.parameters);
      share.set(state);
    },
    /** @param {string} words */
    paint(words) {
      controls.set(session.run);
      setText(status, words);
      losses.set(session.run, session.back);
      scrub.set(stops(session.run), session.back);
      texts.set(session);
    },
    close: hand.close,
  };
}

export default { render };
