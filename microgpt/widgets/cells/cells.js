/**
 * The code cells of a page, made to run. The page names them (`cell-` and their id), and says in `mg-cells` which run,
 * in their order. Nothing of Python is loaded before a reader presses Run or Check.
 */

import { lendPython } from "../kit/page_python.js";
import { liveWidgets } from "../page/live.js";
import { cellView } from "./cell.js";
import { exerciseView } from "./exercise.js";
import { keptCode } from "./kept.js";
import { exerciseOf } from "./plan.js";
import { pagePython } from "./python.js";
import { runQueue } from "./queue.js";

/** @typedef {import("../page/live.js").Registry} Registry */
/**
 * What the page says of its cells: their names, in order, and the sources of those that it does not show.
 * @typedef {{ chapter: string, cells: string[], hidden: Record<string, string>, base: string, python: string[] }} Page
 */
/** @typedef {ReturnType<typeof cellView> | ReturnType<typeof exerciseView>} View */

const PHASES = /** @type {const} */ ({
  loading: "Loading Python, 5 MB, once for all chapters …",
  starting: "Starting Python …",
  running: "Running …",
});

/** @param {string} id */
const placeOf = (id) => document.getElementById(`cell-${id}`);

/** What the page shows of a cell. @param {string} id */
const shown = (id) =>
  (placeOf(id)?.querySelector(".cell_input pre")?.textContent ?? "").replace(/\n$/, "");

/**
 * Make the cells of this page run.
 * @param {Registry} registry
 */
function start(registry) {
  const stored = document.getElementById("mg-cells");
  if (!stored) return;
  const page = /** @type {Page} */ (JSON.parse(stored.textContent ?? ""));
  const base = new URL(page.base, document.baseURI).href;
  const cells = page.cells.map((id) => ({ id, source: page.hidden[id] ?? shown(id) }));
  const views = /** @type {Map<string, View>} */ (new Map());
  const kept = keptCode(page.chapter);
  const newWidgets = () => liveWidgets(registry, base, (id, state) => python.tell(id, state));
  let widgets = newWidgets();

  const python = pagePython({
    addresses: page.python.map((file) => base + file),
    need: registry.need,
    hear(message) {
      if (message.type === "model") widgets.add(message);
      else if (message.type === "state") widgets.hear(message);
      else queue.current?.show(message);
    },
    onPhase: (phase) => queue.current?.say(PHASES[phase]),
  });
  const queue = runQueue({
    cells,
    python,
    views,
    kept,
    forget() {
      widgets.leave();
      widgets = newWidgets();
    },
  });

  lendPython((shown) => {
    queue.alone(shown);
    return queue.stop;
  });
  for (const cell of cells) {
    const place = placeOf(cell.id);
    if (!place) continue;
    const parts = {
      cell,
      place,
      kept,
      showWidget: (/** @type {string} */ model, /** @type {HTMLElement} */ el) =>
        void widgets.show(model, el),
      onRun: () => queue.press(cell.id),
      onStop: queue.stop,
    };
    views.set(cell.id, exerciseOf(cell.id) ? exercise(parts) : cellView(parts));
  }

  /** @param {import("./cell.js").Parts} parts */
  function exercise(parts) {
    const id = exerciseOf(parts.cell.id);
    return exerciseView({
      ...parts,
      solved: kept.isSolved(id),
      onSolved: (source) => kept.solve(id, parts.cell.id, source),
    });
  }
}

export default { start };
