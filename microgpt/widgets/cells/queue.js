/** Runs cells one after the other, each after the cells above it that it needs. */

import { before, exerciseOf } from "./plan.js";
import { Stopped } from "./python.js";

/** @typedef {import("./plan.js").Cell} Cell */
/** @typedef {import("./cells.js").View} View */
/** What a run needs of a view. @typedef {import("../kit/page_python.js").Shown} Shown */

const ELSEWHERE = "open this chapter in Colab, in Binder or on your own computer";

/** Why there is no Python here, and where there is. @param {unknown} error */
function sentence(error) {
  const reason = error instanceof Error ? error.message : String(error);
  return `Python does not start in this page: ${reason}. Press the button to try again, or ${ELSEWHERE}.`;
}

/**
 * @param {{ cells: Cell[], python: ReturnType<typeof import("./python.js").pagePython>, views: Map<string, View>,
 *   kept: import("./kept.js").Kept, forget: () => void }} options
 *   forget: the interpreter is a new one, what the old one made is gone
 */
export function runQueue({ cells, python, views, kept, forget }) {
  let ran = /** @type {Set<string>} */ (new Set());
  let ranIn = 0; // which interpreter ran them
  let waiting = Promise.resolve();
  let stops = 0;
  let current = /** @type {Shown | undefined} */ (undefined);

  /** @param {string} id */
  const view = (id) => /** @type {View} */ (views.get(id));
  /** What the reader last brought to its end, else the course's. @param {Cell} cell */
  const best = ({ id, source }) => kept.good(id) ?? source;

  /** Run what the cell needs, silently. @param {string} id @param {number} life */
  async function prepare(id, life) {
    for (const cell of before(cells, id, ran)) {
      await python.run(best(cell), cell.id, true);
      if (python.life !== life) throw new Stopped("stopped");
      ran.add(cell.id);
    }
  }

  /**
   * The cell itself, and the check of an exercise behind it.
   * @param {string} id
   * @param {string} source
   * @returns {Promise<boolean>}
   */
  async function runCell(id, source) {
    if (!(await python.run(source, id, false))) return false;
    ran.add(id);
    if (exerciseOf(id)) return python.check(exerciseOf(id));
    kept.ran(id, source);
    return true;
  }

  /**
   * What is run is the view's; `steps` says what comes before and after it.
   * @param {Shown} shown
   * @param {(source: string, life: number) => Promise<boolean>} steps whether it came to its end
   */
  async function run(shown, steps) {
    current = shown;
    const source = shown.begin();
    try {
      await python.ready();
      const { life } = python;
      if (life !== ranIn) {
        [ran, ranIn] = [new Set(), life];
        forget();
      }
      const ok = await steps(source, life);
      shown.end(python.life !== life ? "stopped" : ok ? "ran" : "failed");
    } catch (error) {
      if (error instanceof Stopped) shown.end("stopped");
      else shown.fail(sentence(error));
    }
  }

  /** @param {Shown} shown @param {Parameters<typeof run>[1]} steps */
  function wait(shown, steps) {
    const seen = stops;
    shown.wait();
    waiting = waiting.then(() => (seen === stops ? run(shown, steps) : shown.end("stopped")));
  }

  return {
    get current() {
      return current;
    },
    /** @param {string} id */
    press: (id) =>
      wait(view(id), async (source, life) => {
        await prepare(id, life);
        return runCell(id, source);
      }),
    /** What is no cell, and needs none before it. @param {Shown} shown */
    alone: (shown) => wait(shown, (source) => python.run(source, "alone", false)),
    /** Stop what runs, and drop what waits. */
    stop() {
      stops += 1;
      python.stop();
    },
  };
}
