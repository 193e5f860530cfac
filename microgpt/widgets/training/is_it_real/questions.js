/** What the reader is asked, in its order, and the buttons that run the pairs. */

import { changes } from "../../data/changes.js";
import { button, choice, row, slider } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";
import { count } from "../../kit/format.js";
import { answers } from "../answers.js";

/** @typedef {import("../is_it_real.js").State} State */
/** @typedef {import("../is_it_real.js").Now} Now */
/** @typedef {import("../is_it_real.js").ChangeName} ChangeName */

const MOST_SEEDS = 8;
const FRESH = { guess: "", belief: "", results: {}, conclusion: "" };

/** @param {{ onChange: (changed: any) => void, onRun: (seeds: number) => void }} on */
export function questions({ onChange, onRun }) {
  const change = choice({
    name: "The change",
    options: Object.entries(changes).map(([value, { label }]) => ({ value, label })),
    value: "",
    onInput: (value) => onChange({ change: value, ...FRESH }),
  });
  change.el.classList.add("mg-real-changes");
  const meaning = h("p", { class: "mg-real-meaning" });
  const guess = choice({
    name: "Your prediction: with it, the loss on names held out is",
    options: [
      { value: "better", label: "better (lower)" },
      { value: "worse", label: "worse (higher)" },
      { value: "cannot tell", label: "no difference that shows" },
    ],
    value: "",
    onInput: (value) => onChange({ guess: value }),
  });
  // what a reader of the book on paper finds chosen, and by whom
  const ticked = h(
    "p",
    { class: "mg-on-paper" },
    "A prediction is ticked because the runs begin only after one is chosen.",
  );
  const foretold = h("div", {}, ticked);
  const pair = runner(() => onRun(1));
  const belief = answers({
    question: "",
    options: [
      { value: "yes", label: "Yes, the change did it" },
      { value: "no", label: "No, it may be luck" },
    ],
    onPick: (value) => onChange({ belief: value }),
  });
  const again = repeat(onChange, onRun);
  const conclusion = answers({
    question: "",
    options: [
      { value: "better", label: "Better" },
      { value: "worse", label: "Worse" },
      { value: "cannot tell", label: "Cannot tell" },
    ],
    onPick: (value) => onChange({ conclusion: value }),
  });

  /**
   * @param {State} state
   * @param {Now} now
   * @param {boolean} running
   * @param {string} status
   */
  function set(state, now, running, status) {
    const early = now.planned < 2; // no more than the first pair
    change.set(state.change ?? "");
    setText(meaning, meaningOf(state.change));
    guess.set(state.guess);
    foretold.hidden = state.guess === "";
    pair.set(running && early ? "Stop" : "Train one pair", early ? status : "");
    pair.close(now.stage === "choose" || (running && !early));
    belief.el.hidden = now.pairs.length === 0;
    belief.ask(beliefWords(now.pairs.length));
    belief.set([state.belief]);
    again.set(state, running && !early, early ? "" : status);
    again.el.hidden = state.belief === "";
    conclusion.el.hidden = running || !["conclude", "done"].includes(now.stage);
    conclusion.ask(`What do ${now.pairs.length} pairs allow you to say of the change?`);
    conclusion.set([state.conclusion]);
  }
  return {
    first: h("div", {}, change.el, meaning, guess.el, foretold, pair.el),
    second: h("div", {}, belief.el, again.el, conclusion.el),
    set,
  };
}

/** The question is about the first pair, also where more stand above it. @param {number} pairs */
export const beliefWords = (pairs) =>
  pairs < 2
    ? "One pair. Do you believe this difference?"
    : "The first pair alone: do you believe its difference?";

/** What the change means. @param {ChangeName | null} change */
function meaningOf(change) {
  if (change === null) return "Choose one change, and predict what it does.";
  const { label, words } = changes[change];
  return `${label[0].toUpperCase()}${label.slice(1)}: ${words}.`;
}

/** A button that starts runs, and how they stand. @param {() => void} onPress */
function runner(onPress) {
  const press = () => start.getAttribute("aria-disabled") === "true" || onPress();
  const start = button("", press, { primary: true });
  const status = h("p", { class: "mg-real-status" });
  return {
    el: row(start, status),
    /**
     * @param {string} label
     * @param {string} words
     */
    set(label, words) {
      setText(start, label);
      setText(status, words);
    },
    /** @param {boolean} closed whether it does nothing now */
    close: (closed) => start.setAttribute("aria-disabled", String(closed)),
  };
}

/**
 * How many pairs, and the button that runs them.
 * @param {(changed: any) => void} onChange
 * @param {(seeds: number) => void} onRun
 */
function repeat(onChange, onRun) {
  let seeds = 1;
  const size = slider({
    name: "seeds",
    min: 2,
    max: MOST_SEEDS,
    step: 1,
    whole: true,
    value: 2,
    onInput: (value) => onChange({ seeds: value }),
  });
  const run = runner(() => onRun(seeds));
  return {
    el: h("div", { class: "mg-real-repeat" }, size.el, run.el),
    /**
     * @param {State} state
     * @param {boolean} running
     * @param {string} status
     */
    set(state, running, status) {
      seeds = state.seeds;
      size.set(seeds);
      run.set(running ? "Stop" : `Repeat with ${count(seeds, "seed")}`, status);
    },
  };
}
