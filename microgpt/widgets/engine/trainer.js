/**
 * Training that leaves the page free: it runs in a worker, and the page hears of the steps some 25
 * times a second.
 *
 * The worker is made from the source of the very modules that the page holds, as a blob: so it
 * starts from `file://` and inside a notebook's single module too. Where no worker may start (a
 * page can forbid blobs, and node has none), the same runner works on the page itself, in slices
 * short enough that nothing is felt to wait.
 */

import { onThePage } from "./worker.js";

/** @typedef {import("./worker.js").Command} Command */
/** @typedef {import("./worker.js").Report} Report */
/** @typedef {import("./worker.js").RunOptions} RunOptions */
/** @typedef {import("./train.js").Step} Step */

/* global need */
// `need` is there wherever this module was wrapped for a page (widgets/modules.py); a plain ES
// module has none.
const source = /** @type {((name: string, main: (need: any) => void) => string) | null} */ (
  // @ts-expect-error
  typeof need === "function" ? need.source : null
);

/**
 * A worker that serves, or null where none can be made. A worker that cannot start may say so only
 * later, by an error event.
 * @param {(report: Report) => void} receive
 * @param {(message: string) => void} failed
 */
function inWorker(receive, failed) {
  if (!source) return null;
  const code = source("engine/worker.js", (need) => need("engine/worker.js").serve(self));
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
 * come: steps that were done before the word got through. After `begin`, `rewind` or `stop` nothing
 * comes of what was before. `weights` gives a copy: the weights after the last step that `onRecords` has
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

  /** @param {Report} report */
  function receive(report) {
    if (stopped || report.type === "ready") return;
    if (report.type === "error") return onError(report.message);
    if (report.type === "weights") {
      answers.get(report.id)?.(report.weights);
      answers.delete(report.id);
    } else if (report.life === life) {
      onRecords(report.records);
      if (report.done && !stopped && report.life === life) onDone();
    }
  }
  const port = portFor(receive, onError);
  /** @param {Command} command */
  const tell = (command) => {
    if (!stopped) port.tell(command);
  };
  /** @param {RunOptions} next */
  const begin = (next) => tell({ type: "start", options: next, life: ++life });
  begin(options);
  return {
    /** Another run in place of this one, paused: a worker is made once. */
    begin,
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
      port.close();
    },
  };
}

/**
 * A worker; or the page itself, where there is none, and where one turns out not to start.
 * @param {(report: Report) => void} receive
 * @param {(message: string) => void} onError
 */
function portFor(receive, onError) {
  // what a worker was told that has not yet answered
  let unheard = /** @type {Command[] | null} */ ([]);
  let closed = false;

  /** @param {string} message */
  function failed(message) {
    if (closed) return;
    if (!unheard) return onError(message);
    port.terminate(); // it never started: the page takes over
    port = onThePage(receive);
    unheard.forEach(port.postMessage);
    unheard = null;
  }
  const worker = inWorker((report) => {
    if (report.type === "ready") unheard = null;
    receive(report);
  }, failed);
  if (!worker) unheard = null; // the page hears at once
  let port = worker ?? onThePage(receive);
  return {
    /** @param {Command} command */
    tell(command) {
      unheard?.push(command);
      port.postMessage(command);
    },
    close() {
      closed = true;
      port.terminate();
    },
  };
}
