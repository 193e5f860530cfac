/** What is trained and what is looked at: the documents, the run, and the copy of it on view. */

import { names as builtIn } from "../../data/names.js";
import { corpusOf } from "../../engine/corpus.js";
import { BLOCK, makePlan } from "./plan.js";
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
  /** The step that is looked back at; null: the latest. */
  back = /** @type {number | null} */ (null);
  corpus = corpusOf(["a", "b"]);
  listed = /** @type {Set<string>} */ (new Set());
  plan = /** @type {import("./plan.js").Plan} */ (/** @type {unknown} */ (null));
  run = /** @type {Run} */ (/** @type {unknown} */ (null));

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
    this.run?.stop();
    const names = state.names.length ? state.names : builtIn.split(" ");
    this.corpus = this.own ? this.own.corpus : corpusOf(names);
    this.listed = new Set(this.corpus.docs.map(readable));
    this.plan = makePlan(state, this.corpus);
    this.run = new Run(this.plan, this.#onChange);
    this.run.slow = slow;
  }

  /** Whether the documents are other ones than the built-in names. */
  get isOther() {
    return this.own !== null || this.#names.length > 0;
  }

  get listName() {
    if (this.own) return this.own.name;
    return this.#names.length ? "your list" : "the built-in names";
  }

  /** A word to look at, from the list. */
  get firstWord() {
    if (!this.isOther) return FIRST_WORD;
    return Array.from(this.corpus.docs[0]).slice(0, LONGEST_WORD).join("");
  }

  /** The model on view, a name for its file, and the step it comes from; -1: from a file. */
  shown() {
    const { loaded, run, back } = this;
    if (loaded)
      return { engine: loaded.engine, name: loaded.name.replace(/\.json$/, ""), step: -1 };
    const copy = stops(run).find((one) => one.step === back) ?? run.latest;
    return {
      engine: { model: run.modelOf(copy), tokenizer: run.tokenizer },
      name: `microgpt-${copy.step}-steps`,
      step: copy.step,
    };
  }
}

/**
 * What makes a run another one; the documents are compared apart.
 * @param {State} state
 * @param {string} name of the reader's list
 */
function keyOf({ seed, steps, n_embd, learning_rate, optimiser }, name) {
  return JSON.stringify([seed, steps, n_embd, learning_rate, optimiser, name]);
}

/** As much of a document as the model reads. @param {string} doc */
function readable(doc) {
  return Array.from(doc).slice(0, BLOCK).join("");
}
