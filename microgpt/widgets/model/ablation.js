/**
 * A part of the model is taken away, and the rest trained again, with several seeds: did the part
 * matter, or do the seeds differ by as much?
 */

import { parts, records } from "../data/ablations.js";
import { compareFinished, mean, spread } from "../engine/evidence.js";
import { Experiment, statusWords } from "../engine/experiment.js";
import { choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { dots } from "./ablation/dots.js";
import { settings } from "./ablation/settings.js";
import { evidenceTable } from "./ablation/table.js";
import { RULE, conclusions, title } from "./ablation/words.js";

/** @typedef {import("../engine/evidence.js").Comparison} Comparison */
/** @typedef {keyof typeof parts} PartName */
/** @typedef {import("../engine/experiment.js").Results} Results */
/**
 * @typedef {{ without: PartName[], seeds: number, rounds: number, show: "recorded" | "long" |
 *   "yours", results: Results | {} }} State
 */
/**
 * `name`: "whole", or the part that is missing; `numbers`: null where there is nothing to compare
 * yet.
 * @typedef {{ name: string, label: string, losses: (number | null)[],
 *   numbers: { mean: number, spread: number, seeds: number } & Partial<Comparison> | null }} Row
 */
/** @typedef {ReturnType<typeof compute>} Now */

const KEYS = ["without", "seeds", "rounds", "show", "results"];
const CAPTION =
  "A dot is one run: one seed. Its loss is that on names which no run was trained on (held out); " +
  "a stroke is the mean. The band reaches from the best to the worst run of the whole model.";
const WHOLE = { name: "whole", label: "whole model" };

/**
 * What is shown: rows of losses, and what may be concluded from them.
 * @param {Pick<State, "show" | "results">} state
 */
export function compute({ show, results }) {
  const { rounds, losses } = shownOf(show, results);
  const whole = losses.whole ?? [];
  const missing = Object.entries(parts).filter(([name]) => name in losses);
  /** @type {Row[]} */
  const rows = [
    { ...WHOLE, losses: whole, numbers: own(whole) },
    ...missing.map(([name, { label }]) => ({
      name,
      label,
      losses: losses[name],
      numbers: compareFinished(whole, losses[name]),
    })),
  ];
  return { show, rounds, rows };
}

/**
 * @param {State["show"]} show
 * @param {State["results"]} results
 * @returns {Results}
 */
function shownOf(show, results) {
  if (show !== "yours") return records[show === "recorded" ? 0 : 1];
  return "rounds" in results ? results : { rounds: 0, losses: {} };
}

/** @param {(number | null)[]} losses */
function own(losses) {
  const known = losses.filter((loss) => loss !== null);
  if (known.length === 0) return null;
  return { mean: mean(known), spread: spread(known), seeds: known.length };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "Ablation",
    caption: CAPTION,
    onReset: () => experiment.clear(),
  });
  const experiment = new Experiment({
    onResults: (results) => view.set({ results }),
    onChange: () => paint(),
    onEnd: () => {
      const now = compute(view.read());
      conclude(now);
      view.say([statusWords(experiment), ...conclusions(now)].join(" "));
    },
  });
  const form = settings({
    onChange: view.set,
    onRun: () => {
      if (experiment.running) return experiment.stop();
      view.set({ show: "yours" });
      experiment.start(planOf(view.read()));
    },
  });
  const switcher = shownSwitch((show) => view.set({ show }));
  const picture = dots();
  const table = evidenceTable();
  const words = h("ul", { class: "mg-ablation-words" });
  view.body.append(form.el, switcher.el, picture.el, table.el, words, rule());

  const paint = () => form.setRunning(experiment.running, statusWords(experiment));
  /** What is found is said when all runs have ended. @param {Now} now */
  function conclude(now) {
    const found = experiment.running && now.show === "yours" ? [] : conclusions(now);
    words.replaceChildren(...found.map((text) => h("li", {}, text)));
  }
  return view.show(
    (/** @type {State} */ state) => {
      const now = compute(state);
      const empty = now.rounds === 0;
      form.set(state);
      switcher.set(state.show);
      picture.set(now);
      table.set(now);
      table.el.hidden = empty;
      picture.el.classList.toggle("mg-ablation-none", empty);
      conclude(now);
      paint();
    },
    () => experiment.stop(),
  );
}

/** The whole model and those without a part. @param {State} state */
function planOf({ without, seeds, rounds }) {
  const missing = without.map((part) => [part, () => ({ without: part })]);
  return { models: { whole: () => ({}), ...Object.fromEntries(missing) }, seeds, rounds };
}

/** Which runs are shown. @param {(show: State["show"]) => void} onInput */
function shownSwitch(onInput) {
  const all = /** @type {const} */ (["recorded", "long", "yours"]);
  const options = all.map((value) => ({ value, label: title(value) }));
  const one = choice({ name: "Shown", options, value: all[0], onInput });
  one.el.classList.add("mg-ablation-shown");
  return one;
}

/** How a verdict is reached, for who wants to know. */
function rule() {
  return h(
    "details",
    { class: "mg-ablation-fold" },
    h("summary", {}, "How a verdict is reached"),
    h("p", {}, RULE),
  );
}

export default { render };
