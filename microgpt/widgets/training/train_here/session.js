/**
 * What is trained and what is looked at: the documents, the run, perhaps a second one beside it,
 * and the copy of each that is on view.
 */

import { names as builtIn } from "../../data/names.js";
import { corpusOf } from "../../engine/corpus.js";
import { GhostOfRun } from "./ghosts.js";
import { otherSettings, unlike } from "./knobs.js";
import { BLOCK, holdOut, makePlan, takeOnly } from "./plan.js";
import { Run, stops } from "./run.js";

/** @typedef {import("../../engine/checkpoint.js").Engine} Engine */
/** @typedef {import("../../engine/corpus.js").Corpus} Corpus */
/** @typedef {import("../train_here.js").State} State */

const FIRST_WORD = "emma";
const LONGEST_WORD = 8;

export class Session {
  #onChange;
  #planned = "";
  /** @type {string[]} */ #names = [];

  /** The reader's list; null: the built-in one, or the one from Python. */
  own = /** @type {{ corpus: Corpus, name: string } | null} */ (null);
  /** A model from a file. */
  loaded = /** @type {{ engine: Engine, name: string } | null} */ (null);
  /** The round that is looked back at; null: the latest. */
  back = /** @type {number | null} */ (null);
  corpus = corpusOf(["a", "b"]);
  /** Whether it is only a part of the list. */
  isPart = false;
  listed = /** @type {Set<string>} */ (new Set());
  plan = /** @type {import("./plan.js").Plan} */ (/** @type {unknown} */ (null));
  run = /** @type {Run} */ (/** @type {unknown} */ (null));
  /** The run beside it; null: there is none. */
  other = /** @type {Run | null} */ (null);
  /** What the two are called: how each differs from the other. */
  labels = ["", ""];
  ghost = new GhostOfRun();

  /** @param {() => void} onChange called when something is new in the run */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** The next `follow` begins a new run, whatever the settings. */
  renew() {
    this.#planned = "";
  }

  /** What is looked at gives way to the run. */
  forget() {
    this.loaded = null;
    this.back = null;
  }

  /** Nothing that the reader has brought or done is left. */
  clear() {
    this.own = null;
    this.ghost.clear();
  }

  /**
   * A new run, where the settings or the documents are others than before; it has not begun.
   * @param {State} state
   * @returns {boolean} whether it is a new one
   */
  follow(state) {
    const key = keyOf(state, this.own?.name ?? "");
    // another list may go by the same name
    if (key === this.#planned && (this.own || state.names === this.#names)) return false;
    this.#planned = key;
    this.#names = state.names;
    this.#begin(state);
    return true;
  }

  /** @param {State} state */
  #begin(state) {
    const slow = this.run?.slow ?? false;
    const curves = this.runs.map(({ means }) => means);
    const second = otherSettings(state);
    this.stop();
    const split = this.#choose(state, second?.seed);
    this.plan = makePlan(state, this.corpus, split);
    this.run = new Run(this.plan, this.#onChange);
    this.other = second && new Run(makePlan(second, this.corpus, split), this.#onChange);
    if (second) this.labels = [`A: ${unlike(state, second)}`, `B: ${unlike(second, state)}`];
    for (const run of this.runs) run.slow = slow;
    const list = this.listName;
    const settings = second ? [state, second] : [state];
    this.ghost.follow(
      settings.map((one) => ({ ...one, list })),
      curves,
    );
  }

  /**
   * The documents to train on, and those held out.
   * @param {State} state
   * @param {number} [seed] of the second run
   */
  #choose(state, seed) {
    const names = state.names.length ? state.names : builtIn.split(" ");
    const whole = this.own ? this.own.corpus : corpusOf(names);
    const part = takeOnly(whole, state.only, state.seed);
    this.isPart = part !== null;
    this.corpus = part ? part.corpus : whole;
    this.listed = new Set(this.corpus.docs.map(readable));
    return part ? part.split : holdOut(whole.docs, state.seed, state.steps, seed);
  }

  /** One or two. */
  get runs() {
    return [this.run, this.other].filter((run) => run !== null); // at first there is none
  }

  get running() {
    return this.runs.some((run) => run.running);
  }

  /** Nothing is left to be done. */
  get finished() {
    return this.runs.every((run) => run.done || run.diverged);
  }

  /** Of two, the one that can be looked back at the furthest. */
  get furthest() {
    const { run, other } = this;
    return other && other.latest.step > run.latest.step ? other : run;
  }

  stop() {
    for (const run of this.runs) run.stop();
  }

  /** Whether the documents are other ones than the built-in names. */
  get isOther() {
    return this.own !== null || this.#names.length > 0;
  }

  get listName() {
    const given = this.#names.length ? "your list" : "the built-in names";
    const whole = this.own ? this.own.name : given;
    return this.isPart ? `${this.corpus.docs.length} of ${whole}` : whole;
  }

  /** A word to look at, from the list. */
  get firstWord() {
    if (!this.isOther) return FIRST_WORD;
    return Array.from(this.corpus.docs[0]).slice(0, LONGEST_WORD).join("");
  }

  /** The model on view, a name for its file, and the round it comes from; -1: from a file. */
  shown() {
    const { loaded, run } = this;
    return loaded
      ? { engine: loaded.engine, name: loaded.name.replace(/\.json$/, ""), step: -1 }
      : this.copyOf(run);
  }

  /**
   * What of a run is on view: the copy at the round looked back at, or the last one before it.
   * @param {Run} run
   */
  copyOf(run) {
    const { back } = this;
    const until = stops(run).filter(({ step }) => back === null || step <= back);
    const copy = until[until.length - 1];
    return {
      engine: { model: run.modelOf(copy), tokenizer: run.tokenizer },
      name: `microgpt-${copy.step}-rounds`,
      step: copy.step,
    };
  }
}

/**
 * What makes a run another one; the documents are compared apart.
 * @param {State} state
 * @param {string} name of the reader's list
 */
function keyOf({ seed, steps, n_embd, learning_rate, optimiser, only, compare }, name) {
  return JSON.stringify([seed, steps, n_embd, learning_rate, optimiser, only, compare, name]);
}

/** As much of a document as the model reads. @param {string} doc */
function readable(doc) {
  return Array.from(doc).slice(0, BLOCK).join("");
}
