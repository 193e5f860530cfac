/**
 * Training that leaves the page free: it runs in a worker, and the page hears of the steps some 25
 * times a second.
 *
 * The worker is made from the source of the very modules that the page holds, as a blob: so it
 * starts from `file://` and inside a notebook's single module too. Where no worker may start (a
 * page can forbid blobs, and node has none), the same runner works on the page itself, in slices
 * short enough that nothing is felt to wait.
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
 * From the page. `life` counts the rewinds: what was sent before one is not heard after it.
 * @typedef {{ type: "start", options: RunOptions } | { type: "go", steps: number, pace: number |
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
 * @typedef {{ postMessage: (message: any, transfer?: any) => void,
 *   onmessage: ((event: any) => void) | null }} Port
 *   a worker's own side
 */

const WORKER_SLICE = 40; // ms of steps before the next command is looked at
const PAGE_SLICE = 8; // the same on the page itself: half a frame is left for all else
const BETWEEN_REPORTS = 30; // ms at least

/* global need */
// `need` is there wherever this module was wrapped for a page (widgets/modules.py); a plain ES
// module has none.
const source = /** @type {((name: string, main: (need: any) => void) => string) | null} */ (
  // @ts-expect-error
  typeof need === "function" ? need.source : null
);

/**
 * Does what the commands say, in slices, and reports through `post`.
 * @param {(report: Report, transfer?: Transferable[]) => void} post
 * @param {number} slice ms
 * @returns {(command: Command) => void}
 */
function runner(post, slice) {
  /** @type {Training | undefined} */ let training;
  /** @type {import("./train.js").Snapshot} */ let beginning;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
  /** @type {Step[]} */ let records = []; // not yet reported
  let evaluateEvery = 100;
  let keepEvery = Infinity;
  let life = 0;
  let wanted = 0;
  let gap = 0; // how many steps to do, how many ms from one to the next
  let due = 0;
  let reported = 0; // when the next step may come, when the last report went out

  /** @param {Training} run */
  const report = (run) => {
    const kept = records.flatMap(({ weights }) => (weights ? [weights.buffer] : []));
    if (records.length > 0) post({ type: "records", records, done: run.done, life }, kept);
    [records, reported] = [[], performance.now()];
  };
  /** @param {Training} run */
  const step = (run) => {
    const record = run.step();
    if (run.heldOut.length > 0 && (record.step % evaluateEvery === 0 || run.done))
      record.heldOut = run.heldOutLoss();
    if (record.step % keepEvery === 0) record.weights = run.model.weights.slice();
    records.push(record);
    // after a loss that is no number nothing more can be learned
    wanted = Number.isFinite(record.loss) ? wanted - 1 : 0;
    due += gap;
  };
  /** @param {Training} run */
  const tick = (run) => {
    const until = performance.now() + slice;
    // what was missed while the machine slept is not made up for
    due = Math.max(due, performance.now() - slice);
    while (wanted > 0 && !run.done && performance.now() < until && due <= performance.now())
      step(run);
    const more = wanted > 0 && !run.done;
    if (!more || performance.now() - reported >= BETWEEN_REPORTS) report(run);
    if (more) timer = setTimeout(guarded(tick), Math.max(0, due - performance.now()), run);
  };
  /** @template T @param {(what: T) => void} act @returns {(what: T) => void} */
  const guarded = (act) => (what) => {
    try {
      act(what);
    } catch (error) {
      post({ type: "error", message: error instanceof Error ? error.message : String(error) });
    }
  };
  /** @param {Command} command */
  const obey = (command) => {
    if (command.type === "start") {
      ({ evaluateEvery = evaluateEvery, keepEvery = keepEvery } = command.options);
      training = new Training(command.options);
      beginning = training.snapshot();
    }
    if (!training) return; // it could not be made, which has been said
    if (command.type === "weights") {
      report(training); // so that the weights are those after the last step the page has heard of
      const weights = training.model.weights.slice();
      post({ type: "weights", id: command.id, weights }, [weights.buffer]);
      return;
    }
    clearTimeout(timer);
    if (command.type === "go") {
      [wanted, gap, due] = [
        command.steps,
        command.pace ? 1000 / command.pace : 0,
        performance.now(),
      ];
      timer = setTimeout(guarded(tick), 0, training);
    } else if (command.type === "pause") {
      report(training);
    } else if (command.type === "rewind") {
      training.restore(beginning);
      [records, life] = [[], command.life];
    }
  };
  return guarded(obey);
}

/** The worker's side. @param {Port} port */
export function serve(port) {
  const obey = runner((report, transfer) => port.postMessage(report, transfer), WORKER_SLICE);
  port.onmessage = ({ data }) => obey(data);
  port.postMessage({ type: "ready" });
}

/** The same without a worker, in slices. @param {(report: Report) => void} receive */
function onThePage(receive) {
  const obey = runner((report) => queueMicrotask(() => receive(report)), PAGE_SLICE);
  let alive = true;
  return {
    postMessage: (/** @type {Command} */ command) => queueMicrotask(() => alive && obey(command)),
    terminate: () => {
      alive = false;
      obey({ type: "pause" });
    },
  };
}

/**
 * A worker that serves, or null where none can be made. A worker that cannot start may say so only
 * later, by an error event.
 * @param {(report: Report) => void} receive
 * @param {(message: string) => void} failed
 */
function inWorker(receive, failed) {
  if (!source) return null;
  const code = source("engine/trainer.js", (need) => need("engine/trainer.js").serve(self));
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const revoke = () => URL.revokeObjectURL(address);
  try {
    const worker = new Worker(address);
    worker.onmessage = ({ data }) => {
      if (data.type === "ready") revoke(); // it has been read
      receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault(); // it is dealt with: nothing for the console
      failed(event.message);
    };
    return {
      postMessage: (/** @type {Command} */ command) => worker.postMessage(command),
      terminate: () => {
        worker.terminate();
        revoke();
      },
    };
  } catch {
    revoke();
    return null;
  }
}

/**
 * A run of training to start, pause, step and rewind; nothing moves before `run` or `step`.
 *
 * `onRecords` hears of the steps in batches; `onDone` when the last step has been done; `onError`
 * is told in a sentence what does not work. `pace` is in steps per second, for an eye to follow;
 * without it, it is as fast as can be, which `step` always is. After `pause` one more batch may
 * come: steps that were done before the word got through. After `rewind` or `stop` nothing comes of
 * what was before. `weights` gives a copy: the weights after the last step that `onRecords` has
 * heard of (after `stop` the promise stays open). A run whose loss is no longer a finite number
 * pauses by itself, after a record that says so.
 *
 *     const trainer = startTrainer({ docs, onRecords: (records) => draw(records) });
 *     trainer.run();
 * @param {RunOptions & { pace?: number | null, onRecords?: (records: Step[]) => void,
 *   onDone?: () => void, onError?: (message: string) => void }} options
 */
export function startTrainer({
  pace = null,
  onRecords = () => {},
  onDone = () => {},
  onError = () => {},
  ...options
}) {
  let stopped = false;
  let life = 0;
  let asked = 0;
  const answers = /** @type {Map<number, (weights: Float64Array) => void>} */ (new Map());
  // what a worker was told that has not yet answered
  /** @type {Command[] | null} */ let unheard = [];

  /** @param {Report} report */
  const receive = (report) => {
    if (stopped) return;
    if (report.type === "ready") {
      unheard = null;
    } else if (report.type === "error") {
      onError(report.message);
    } else if (report.type === "weights") {
      answers.get(report.id)?.(report.weights);
      answers.delete(report.id);
    } else if (report.life === life) {
      onRecords(report.records);
      if (report.done && !stopped && report.life === life) onDone();
    }
  };
  /** @param {string} message */
  const failed = (message) => {
    if (stopped) return;
    if (!unheard) return onError(message);
    port.terminate(); // it never started: the page takes over
    port = onThePage(receive);
    unheard.forEach(port.postMessage);
    unheard = null;
  };
  const worker = inWorker(receive, failed);
  if (!worker) unheard = null; // the page hears at once
  let port = worker ?? onThePage(receive);
  /** @param {Command} command */
  const tell = (command) => {
    if (stopped) return;
    unheard?.push(command);
    port.postMessage(command);
  };
  tell({ type: "start", options });
  return {
    /**
     * All the steps that are left; a pace that is given stays for later.
     * @param {number | null} [newPace] steps per second; null: as fast as can be
     */
    run(newPace = pace) {
      pace = newPace;
      tell({ type: "go", steps: Infinity, pace });
    },
    pause: () => tell({ type: "pause" }),
    /** So many steps, then pause. @param {number} [steps] */
    step: (steps = 1) => tell({ type: "go", steps, pace: null }),
    /** Back to the beginning, paused: the same run may start again. */
    rewind: () => tell({ type: "rewind", life: ++life }),
    /** @returns {Promise<Float64Array>} */
    weights: () =>
      new Promise((resolve) => {
        answers.set(++asked, resolve);
        tell({ type: "weights", id: asked });
      }),
    /** The end: the worker is gone, nothing more is heard. */
    stop() {
      stopped = true;
      port.terminate();
    },
  };
}
