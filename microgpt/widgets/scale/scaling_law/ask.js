/** Which model the reader trains, what they foretell of it, and the button that runs it. */

import { button, choice, row, slider } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";
import { guessRange, nats, thousands } from "./words.js";

/** @typedef {import("../scaling_law.js").State} State */
/** @typedef {import("../scaling_law.js").Now} Now */

export const WIDTHS = [4, 8, 12, 16, 24, 32, 48];
export const RATES = [0.01, 0.003];
export const MOST_SEEDS = 8;

/**
 * @param {{ onModel: (changed: Partial<State>) => void, onChange: (changed: Partial<State>) => void,
 *   onCommit: () => void, onRun: () => void }} on
 */
export function ask({ onModel, onChange, onCommit, onRun }) {
  const width = numberChoice("Width", WIDTHS, (value) => onModel({ n_embd: value }));
  const layers = numberChoice("Layers", [1, 2], (value) => onModel({ n_layer: value }));
  const rate = numberChoice("Learning rate", RATES, (value) => onModel({ rate: value }));
  const question = h("p", { class: "mg-law-ask" });
  const guess = slider({
    name: "your prediction",
    ...guessRange,
    value: guessRange.max,
    onInput: (value) => onChange({ guess: value }),
  });
  const commit = pressable("That is my prediction", onCommit);
  const seeds = slider({
    name: "seeds",
    min: 1,
    max: MOST_SEEDS,
    step: 1,
    whole: true,
    value: 1,
    onInput: (value) => onChange({ seeds: value }),
  });
  const run = pressable("Train it", onRun, true);
  const status = h("p", { class: "mg-law-status" });
  const foretell = h("div", {}, guess.el, row(commit.el));
  const el = h(
    "div",
    { class: "mg-law-form" },
    h("div", { class: "mg-law-model" }, width.el, layers.el, rate.el),
    question,
    foretell,
    h("div", { class: "mg-law-run" }, seeds.el, row(run.el, status)),
  );
  let open = false; // whether it may be trained
  let running = false;

  function paint() {
    setText(run.el, running ? "Stop" : "Train it");
    run.close(!running && !open);
  }
  return {
    el,
    /**
     * @param {State} state
     * @param {Now} now
     */
    set(state, now) {
      el.hidden = state.show === "card";
      width.set(String(state.n_embd));
      layers.set(String(state.n_layer));
      rate.set(String(state.rate));
      setText(question, questionOf(state, now));
      guess.set(state.guess ?? now.start);
      foretell.hidden = state.committed || now.current !== null;
      commit.close(state.guess === null);
      seeds.set(state.seeds);
      open = state.revealed;
      paint();
    },
    /**
     * @param {boolean} next whether runs are under way
     * @param {string} words how they stand
     */
    setRunning(next, words) {
      running = next;
      setText(status, words);
      paint();
    },
  };
}

/**
 * @param {State} state
 * @param {Now} now
 */
function questionOf({ guess, committed }, { params, record, current }) {
  const model = `A model of ${thousands(params)} parameters`;
  const rounds = `${thousands(record.rounds)} rounds`;
  if (current) return `${model}, trained for ${rounds}.`;
  if (committed && guess !== null) return `${model}: after ${rounds} you expect ${nats(guess)}.`;
  return `${model}: what will its loss be after ${rounds}, on names that it was not trained on?`;
}

/**
 * One of a few numbers.
 * @param {string} name
 * @param {number[]} numbers
 * @param {(value: any) => void} onPick
 */
function numberChoice(name, numbers, onPick) {
  const options = numbers.map((number) => ({ value: String(number), label: String(number) }));
  return choice({ name, options, value: "", onInput: (value) => onPick(Number(value)) });
}

/**
 * A button that does nothing while it is closed, and can be reached all the same.
 * @param {string} label
 * @param {() => void} onPress
 * @param {boolean} [primary]
 */
function pressable(label, onPress, primary = false) {
  const press = () => el.getAttribute("aria-disabled") === "true" || onPress();
  const el = button(label, press, { primary });
  return {
    el,
    /** @param {boolean} closed */
    close: (closed) => el.setAttribute("aria-disabled", String(closed)),
  };
}
