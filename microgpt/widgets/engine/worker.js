/**
 * Training by commands, in slices of time: what a worker does, and the page where there is none.
 */

import { Training } from "./train.js";

/** @typedef {import("./train.js").Step} Step */
/** @typedef {import("./train.js").TrainingOptions} TrainingOptions */
/**
 * `evaluateEvery`: after how many steps a record also carries the loss of the documents held out;
 * the last one does anyway. `keepEvery`: after how many steps a record also carries a copy of the
 * weights; without it none does.
 * @typedef {TrainingOptions & { evaluateEvery?: number, keepEvery?: number }} RunOptions
 */
/**
 * From the page. `life` counts the beginnings: what was sent before one is not heard after it.
 * @typedef {{ type: "start", options: RunOptions, life: number } | { type: "go", steps: number, pace: number |
 *   null } | { type: "pause" } | { type: "rewind", life: number } | { type: "weights",
 *   id: number }} Command
 */
/**
 * To the page.
 * @typedef {{ type: "ready" } | { type: "records", records: Step[], done: boolean, life: number } |
 *   { type: "weights", id: number, weights: Float64Array } | { type: "error",
 *   message: string }} Report
 */
/**
 * @typedef {{ record: Step, loss: Generator<void, number> }} Measuring
 *   a step that is done, while its loss on the documents held out is still being added up
 */
/**
 * @typedef {{ postMessage: (message: any, transfer?: any) => void,
 *   onmessage: ((event: any) => void) | null }} Port
 *   a worker's own side
 */

const WORKER_SLICE = 40; // ms of steps before the next command is looked at
const PAGE_SLICE = 8; // the same on the page itself: half a frame is left for all else
const BETWEEN_REPORTS = 30; // ms at least
const EVALUATE_EVERY = 100;

/** Does what the commands say, and reports through `post`. */
class Runner {
  /** @type {Training | undefined} */ #training;
  /** @type {import("./train.js").Snapshot | undefined} */ #beginning;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  /** @type {Step[]} */ #records = []; // not yet reported
  /** @type {Measuring | null} */ #measuring = null; // the last step
  #post;
  #slice;
  #evaluateEvery = EVALUATE_EVERY;
  #keepEvery = Infinity;
  #life = 0;
  #wanted = 0; // how many steps to do
  #gap = 0; // how many ms from one to the next
  #due = 0; // when the next step may come
  #reported = 0; // when the last report went out

  /**
   * @param {(report: Report, transfer?: Transferable[]) => void} post
   * @param {number} slice ms
   */
  constructor(post, slice) {
    this.#post = post;
    this.#slice = slice;
  }

  /** What goes wrong is reported too. @param {Command} command */
  obey(command) {
    this.#guarded(() => this.#follow(command));
  }

  /** @param {() => void} act */
  #guarded(act) {
    try {
      act();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#post({ type: "error", message });
    }
  }

  /** @param {Command} command */
  #follow(command) {
    if (command.type === "start") this.#start(command);
    const training = this.#training;
    if (!training) return; // it could not be made, which has been said
    if (command.type === "weights") return this.#sendWeights(training, command.id);
    clearTimeout(this.#timer);
    if (command.type === "go") this.#go(training, command);
    if (command.type === "pause") this.#report(training);
    if (command.type === "rewind") {
      if (this.#beginning) training.restore(this.#beginning);
      this.#begin(command.life);
    }
  }

  /** @param {{ options: RunOptions, life: number }} command */
  #start({ options, life }) {
    this.#begin(life);
    this.#evaluateEvery = options.evaluateEvery ?? EVALUATE_EVERY;
    this.#keepEvery = options.keepEvery ?? Infinity;
    this.#training = undefined; // unless it can be made
    this.#training = new Training(options);
    this.#beginning = this.#training.snapshot();
  }

  /** Nothing is left of what was before. @param {number} life */
  #begin(life) {
    this.#life = life;
    this.#records = [];
    this.#measuring = null;
    this.#wanted = 0;
  }

  /**
   * @param {Training} training
   * @param {{ steps: number, pace: number | null }} command
   */
  #go(training, { steps, pace }) {
    this.#wanted = steps;
    this.#gap = pace ? 1000 / pace : 0;
    this.#due = performance.now();
    this.#later(training, 0);
  }

  /**
   * @param {Training} training
   * @param {number} wait ms
   */
  #later(training, wait) {
    this.#timer = setTimeout(() => this.#guarded(() => this.#tick(training)), wait);
  }

  /** A slice of steps. @param {Training} training */
  #tick(training) {
    const until = performance.now() + this.#slice;
    // what was missed while the machine slept is not made up for
    this.#due = Math.max(this.#due, performance.now() - this.#slice);
    while (this.#more(training) && performance.now() < until && this.#due <= performance.now())
      this.#step(training);
    const more = this.#more(training);
    if (!more || performance.now() - this.#reported >= BETWEEN_REPORTS) this.#report(training);
    if (more) this.#later(training, Math.max(0, this.#due - performance.now()));
  }

  /** Whether a step is wanted and left. @param {Training} training */
  #more(training) {
    return this.#wanted > 0 && !this.#isDone(training);
  }

  /** @param {Training} training */
  #isDone(training) {
    return training.done && !this.#measuring;
  }

  /** One step, or one document held out. @param {Training} training */
  #step(training) {
    if (this.#measuring) return this.#measureOn(training, this.#measuring);
    const record = training.step();
    const measured = record.step % this.#evaluateEvery === 0 || training.done;
    if (training.heldOut.length > 0 && measured)
      this.#measuring = { record, loss: training.measure() };
    else this.#finish(training, record);
  }

  /**
   * @param {Training} training
   * @param {Measuring} measuring
   */
  #measureOn(training, { record, loss }) {
    const { done, value } = loss.next();
    if (!done) return;
    this.#measuring = null;
    record.heldOut = value;
    this.#finish(training, record);
  }

  /**
   * @param {Training} training
   * @param {Step} record
   */
  #finish(training, record) {
    if (record.step % this.#keepEvery === 0) record.weights = training.model.weights.slice();
    this.#records.push(record);
    // after a loss that is no number nothing more can be learned
    this.#wanted = Number.isFinite(record.loss) ? this.#wanted - 1 : 0;
    this.#due += this.#gap;
  }

  /** @param {Training} training */
  #report(training) {
    const records = this.#records;
    const kept = records.flatMap(({ weights }) => (weights ? [weights.buffer] : []));
    const report = { records, done: this.#isDone(training), life: this.#life };
    if (records.length > 0) this.#post({ type: "records", ...report }, kept);
    this.#records = [];
    this.#reported = performance.now();
  }

  /**
   * @param {Training} training
   * @param {number} id
   */
  #sendWeights(training, id) {
    while (this.#measuring) this.#measureOn(training, this.#measuring);
    this.#report(training); // so that they are those after the last step the page has heard of
    const weights = training.model.weights.slice();
    this.#post({ type: "weights", id, weights }, [weights.buffer]);
  }
}

/** The worker's side. @param {Port} port */
export function serve(port) {
  const runner = new Runner((report, transfer) => port.postMessage(report, transfer), WORKER_SLICE);
  port.onmessage = ({ data }) => runner.obey(data);
  port.postMessage({ type: "ready" });
}

/** The same without a worker, in slices. @param {(report: Report) => void} receive */
export function onThePage(receive) {
  const runner = new Runner((report) => queueMicrotask(() => receive(report)), PAGE_SLICE);
  let alive = true;
  return {
    postMessage: (/** @type {Command} */ command) =>
      queueMicrotask(() => alive && runner.obey(command)),
    terminate: () => {
      alive = false;
      runner.obey({ type: "pause" });
    },
  };
}
