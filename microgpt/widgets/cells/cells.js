/**
 * The code cells of a page, made to run. The page names them (`data-cell`), and holds the source of all cells of the
 * chapter, the hidden ones too, in `mg-cells`. Nothing is loaded before a reader presses Run or Check.
 */

import { openStore } from "../kit/store.js";
import { cellView } from "./cell.js";
import { exerciseView } from "./exercise.js";
import { before, checkOf, exerciseOf, runs, stubOf } from "./plan.js";
import { Stopped, pagePython } from "./python.js";

/** @typedef {import("./plan.js").Cell} Cell */
/** @typedef {import("./exercise.js").Asked} Asked */
/** @typedef {{ cells: Cell[], exercises: Record<string, Asked>, base: string, elsewhere: string }} Page */
/** @typedef {ReturnType<typeof cellView> | ReturnType<typeof exerciseView>} View */
/** @typedef {{ add: (message: any) => void, hear: (message: any) => void, show: (id: string, el: HTMLElement) => void, forget: () => void }} Widgets */

const PHASES = /** @type {Record<string, string>} */ ({
  loading: "Loading Python (5 MB, once for the whole course) …",
  starting: "Starting Python …",
  running: "Running …",
});

/**
 * Make the cells of this page run.
 * @param {any} need the page's registry
 * @param {(save: (id: string, state: Record<string, any>) => void) => Widgets} makeWidgets the widgets that Python makes
 */
export function mountCells(need, makeWidgets) {
  const stored = document.getElementById("mg-cells");
  if (!stored) return;
  const page = /** @type {Page} */ (JSON.parse(stored.textContent ?? ""));
  const store = openStore();
  const views = /** @type {Map<string, View>} */ (new Map());
  const widgets = makeWidgets((id, state) => python.tell(id, state));
  const python = pagePython({
    base: new URL(page.base, document.baseURI).href,
    need,
    hear,
    onPhase(phase) {
      if (PHASES[phase]) queue.current?.say(PHASES[phase]);
      performance.mark(`microgpt-python-${phase}`);
    },
  });
  const queue = runQueue({ page, python, views, forget: widgets.forget });

  /** @param {any} message */
  function hear(message) {
    if (message.type === "model") widgets.add(message);
    else if (message.type === "state") widgets.hear(message);
    else queue.current?.show(message);
  }

  const kept = {
    get: (/** @type {string} */ id) => store.read("code", id),
    set: (/** @type {string} */ id, /** @type {string} */ source) =>
      store.write("code", id, source),
    remove: (/** @type {string} */ id) => store.remove("code", id),
  };
  const placeOf = (/** @type {string} */ id) =>
    /** @type {HTMLElement | null} */ (document.querySelector(`[data-cell="${id}"]`));

  for (const cell of page.cells) {
    const place = placeOf(cell.id);
    const exercise = exerciseOf(cell.id);
    if (!place || !runs(cell) || cell.id === checkOf(exercise)) continue;
    const shared = {
      cell,
      place,
      kept,
      showWidget: widgets.show,
      onRun: () => queue.press(cell.id),
      onStop: queue.stop,
    };
    const view = exercise
      ? exerciseView({
          ...shared,
          checkPlace: placeOf(checkOf(exercise)),
          asked: page.exercises[exercise],
          done: store.read("build", exercise) === true,
          onDone: () => store.write("build", exercise, true),
        })
      : cellView(shared);
    views.set(cell.id, view);
  }
}

/**
 * Runs cells one after the other, each after the cells above it that it needs.
 * @param {{ page: Page, python: ReturnType<typeof pagePython>, views: Map<string, View>, forget: () => void }} options
 */
function runQueue({ page, python, views, forget }) {
  const good = /** @type {Map<string, string>} */ (new Map()); // the reader's sources that came to their end
  let ran = /** @type {Set<string>} */ (new Set());
  let ranIn = 0; // which interpreter ran them
  let waiting = Promise.resolve();
  let stops = 0;
  let current = /** @type {View | undefined} */ (undefined);

  const sourceOf = (/** @type {string} */ id) =>
    good.get(id) ?? page.cells.find((cell) => cell.id === id)?.source ?? "";

  /** @param {string} id */
  const view = (id) => /** @type {View} */ (views.get(id));

  /** Run what the cell needs, silently. @param {string} id @param {number} life */
  async function prepare(id, life) {
    for (const cell of before(page.cells, id, ran)) {
      await python.run(sourceOf(cell.id), cell.id, true);
      if (python.life !== life) throw new Stopped("stopped");
      ran.add(cell.id);
    }
  }

  /** The cell itself, and the check of an exercise behind it. @param {string} id @returns {Promise<boolean>} */
  async function runCell(id) {
    const { source } = view(id);
    const ok = await python.run(source, id, false);
    if (!ok) return false;
    ran.add(id);
    good.set(id, source);
    const exercise = exerciseOf(id);
    return exercise && id === stubOf(exercise)
      ? python.check(sourceOf(checkOf(exercise)), checkOf(exercise))
      : true;
  }

  /** @param {string} id */
  async function run(id) {
    current = view(id);
    current.begin();
    try {
      await python.ready();
      const { life } = python;
      if (life !== ranIn) {
        [ran, ranIn] = [new Set(), life];
        forget();
      }
      await prepare(id, life);
      const ok = await runCell(id);
      current.end(python.life !== life ? "stopped" : ok ? "ran" : "failed");
    } catch (error) {
      if (error instanceof Stopped) current.end("stopped");
      else current.fail(sentence(error, page.elsewhere));
    }
  }

  return {
    get current() {
      return current;
    },
    /** @param {string} id */
    press(id) {
      const seen = stops;
      view(id).wait();
      waiting = waiting.then(() => (seen === stops ? run(id) : view(id).end("stopped")));
    },
    /** Stop what runs, and drop what waits. */
    stop() {
      stops += 1;
      python.stop();
    },
  };
}

/** Why there is no Python here, and where there is. @param {unknown} error @param {string} elsewhere */
function sentence(error, elsewhere) {
  const reason = error instanceof Error ? error.message : String(error);
  return `Python does not start in this page (${reason}). Press the button to try again, or ${elsewhere}.`;
}
