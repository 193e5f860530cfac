/**
 * One Python for a page, in a worker that is made from the sources of functions: so it starts from `file://` too, where
 * a page may neither fetch a file nor load a worker or a module from one. Its four parts are classic scripts that are
 * put into the page at the first run; the browser keeps them for the next page like any other script.
 */

import { loadScript } from "../page/live.js";
import { work } from "./worker.js";

/** @typedef {"loading" | "starting" | "running"} Phase */
/** @typedef {{ module: WebAssembly.Module, stdlib: ArrayBuffer, course: ArrayBuffer }} Parts */

/** Why a run did not come to its end: it was stopped. */
export class Stopped extends Error {}

/**
 * The bytes that a part holds as base64 of gzip.
 * @param {string} text
 */
async function unpack(text) {
  const packed = atob(text);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/**
 * Load and unpack the parts.
 * @param {string[]} addresses of their scripts
 * @param {any} need the page's registry
 * @returns {Promise<Parts>}
 */
async function load(addresses, need) {
  if (typeof WebAssembly === "undefined") throw new Error("this browser forbids WebAssembly");
  await Promise.all(addresses.map(loadScript));
  const bytes = (/** @type {string} */ name) => unpack(need(`python/${name}.js`).data);
  const module = bytes("wasm").then((wasm) => WebAssembly.compile(wasm));
  const [stdlib, course] = await Promise.all([bytes("stdlib"), bytes("course")]);
  return { module: await module, stdlib, course };
}

/**
 * @param {{ addresses: string[], need: any, hear: (message: any) => void, onPhase: (phase: Phase) => void }} options
 *   addresses: of the parts; need: the page's registry; hear: every message of a cell
 */
export function pagePython({ addresses, need, hear, onPhase }) {
  /** @type {Promise<Parts> | undefined} */ let parts;
  let loaded = false; // all of them
  /** @type {Worker | undefined} */ let worker;
  /** @type {Promise<void> | undefined} */ let started;
  /** @type {((ok: boolean) => void) | undefined} */ let finish;
  /** @type {((error: Error) => void) | undefined} */ let giveUp;
  let life = 0; // counts beginnings and ends: a new interpreter knows nothing of what an old one ran

  /** @param {any} message @param {() => void} ready */
  function receive(message, ready) {
    if (message.type === "ready") {
      life += 1;
      ready();
    } else if (message.type === "failed") giveUp?.(new Error(message.text));
    else if (message.type === "done") finish?.(message.ok);
    else hear(message);
    if (message.type === "broken") end();
  }

  /** @param {Parts} pieces @param {() => void} ready */
  function makeWorker(pieces, ready) {
    const code = need.source("python/engine.js", work);
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const mine = (worker = new Worker(address));
    mine.onerror = (event) => {
      event.preventDefault();
      giveUp?.(new Error(event.message || "this page may not start a worker"));
    };
    mine.onmessage = ({ data }) => {
      if (data.type === "ready") URL.revokeObjectURL(address);
      if (worker === mine) receive(data, ready);
    };
    mine.postMessage({ type: "start", ...pieces });
  }

  /** @returns {Promise<void>} */
  function start() {
    return new Promise((resolve, reject) => {
      giveUp = reject;
      onPhase("loading");
      parts ??= load(addresses, need);
      parts
        .then((pieces) => {
          loaded = true;
          if (giveUp !== reject) return; // stopped while it was loaded
          onPhase("starting");
          makeWorker(pieces, resolve);
        })
        .catch((error) => {
          parts = undefined; // the next press tries again
          reject(error);
        });
    });
  }

  /** End this Python; the next run begins a new one. */
  function end() {
    worker?.terminate();
    worker = started = undefined;
    if (!loaded) parts = undefined; // one of them may hang: the next press asks for it anew
    life += 1;
    giveUp?.(new Stopped("stopped"));
    giveUp = undefined;
    finish?.(false);
  }

  /**
   * Ask the worker for something that takes its time; whether it came to its end.
   * @param {any} order
   * @returns {Promise<boolean>}
   */
  function ask(order) {
    onPhase("running");
    return new Promise((resolve) => {
      finish = (ok) => {
        finish = undefined;
        resolve(ok);
      };
      worker?.postMessage(order);
    });
  }

  return {
    /** Wait until it is there. Rejects when it cannot start, or is stopped before; asked again, it tries again. */
    async ready() {
      const mine = (started ??= start());
      try {
        await mine;
      } catch (error) {
        if (started === mine) end();
        throw error;
      }
    },
    /**
     * Run one cell; whether it came to its end.
     * @param {string} source
     * @param {string} name
     * @param {boolean} silent
     */
    run: (source, name, silent) => ask({ type: "run", source, name, silent }),
    /**
     * Check the answer that stands; what is found comes as a message.
     * @param {string} exercise
     */
    check: (exercise) => ask({ type: "check", exercise }),
    /** Stop at once whatever runs: the worker is ended, from outside. */
    stop: end,
    /**
     * Tell a widget of Python's what the reader did.
     * @param {string} model
     * @param {Record<string, any>} state
     */
    tell(model, state) {
      worker?.postMessage({ type: "state", model, state });
    },
    /** Which interpreter this is. */
    get life() {
      return life;
    },
  };
}
