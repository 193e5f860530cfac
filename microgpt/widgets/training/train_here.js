/** The whole model, trained in the page: start it, pause it, look back, use what it has learned. */

import { pageCheck } from "../kit/check_page.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { differenceWords, standings } from "./train_here/beside.js";
import { runChecker } from "./train_here/check.js";
import { fromLink } from "./train_here/link.js";
import { isCourseRun, trainParts } from "./train_here/parts.js";
import { Session } from "./train_here/session.js";

/**
 * @typedef {import("./train_here/plan.js").Settings & { only: number,
 *   compare: import("./train_here/knobs.js").Change }} Choices
 */
/** @typedef {Choices & { names: string[] }} State */

const KEYS = ["seed", "steps", "n_embd", "learning_rate", "optimiser", "names", "only", "compare"];

const ROUND =
  "One round: one document, the loss of its predictions, one small change of every number.";
const STEP = " Step goes on by one round.";

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const linked = fromLink(location.hash);
  if (linked) take(model, linked);
  const checker = runChecker();
  const check = pageCheck(() => checker.run(session.plan.options));
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "Train the model here",
    actions: [check.button],
    onReset: reset,
  });
  view.caption(h("span", {}, ROUND, h("span", { class: "mg-on-screen" }, STEP)));
  const frame = nextFrame(paint);
  const session = new Session(frame.soon);
  const on = { forget, restart, soon: frame.soon, set: view.set };
  const parts = trainParts(model, session, on);
  const announced = announcer(view.say);
  view.body.classList.add("mg-train");
  view.body.append(...parts.els, check.words);

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
    session.clear();
    announced.clear();
    parts.clear();
    stopCheck();
    session.run.pace(false);
    restart();
    paint();
  }

  function stopCheck() {
    checker.stop();
    check.clear();
  }

  /** @param {State} state */
  function draw(state) {
    if (session.follow(state)) {
      forget();
      parts.begin();
      stopCheck();
      check.button.hidden = !isCourseRun(state, session);
    }
    parts.set(state);
    frame.soon();
  }

  function paint() {
    const words = standings(session);
    const difference = differenceWords(session.run, session.other);
    announced.tell(session.running ? "Training." : [...words, difference].join(" ").trim());
    parts.paint(words, difference);
  }

  const unfollow = followLinks(view.set);
  // who opens such a link wants to come here
  if (linked) requestAnimationFrame(() => el.scrollIntoView());
  return view.show(draw, () => {
    unfollow();
    frame.cancel();
    session.stop();
    checker.stop();
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

export default { render };
