/** Are the names new? Generated names against the list, and against what training saw of it. */

import { nameList, trainedModel } from "../engine/canonical.js";
import { button, slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { drawNames, inSlices, tally } from "./drawing.js";
import { groupLists } from "./novelty/groups.js";
import { sweepTable } from "./novelty/sweep.js";
import { faultWords, spoken } from "./novelty/words.js";
import { temperatureSlider } from "./temperature_slider.js";

/** @typedef {import("./drawing.js").Engine} Engine */
/** @typedef {import("./drawing.js").Order} State */
/** @typedef {import("./known_names.js").List} List */

const MOST = 1000;
const LAST_SEED = 1e9;
const CAPTION =
  "Every round of training reads one name: the model has seen 1,000 of the 4,825 names in the list. " +
  "The names are drawn one after another with the same seed at every temperature.";

/**
 * All names that the state draws, by group, and what is wrong with some.
 * @param {State} state
 * @param {Engine} engine
 * @param {List} list
 */
export function compute(state, engine, list) {
  return tally([...drawNames(state, engine)], list, engine.model.config.block_size);
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const engine = trainedModel();
  const list = nameList();
  const longest = engine.model.config.block_size;
  let job = { stop() {} };
  const view = figure({
    model,
    el,
    keys: ["count", "temperature", "seed"],
    name: "Novelty",
    caption: CAPTION,
    onReset: () => sweep.clear(),
  });
  const count = slider({
    name: "names",
    min: 1,
    max: MOST,
    step: 1,
    whole: true,
    value: model.get("count"),
    onInput: (next) => view.set({ count: next }),
  });
  const heat = temperatureSlider(model.get("temperature"), (temperature) =>
    view.set({ temperature }),
  );
  const again = button("Draw others", () => {
    view.set({ seed: (view.read().seed + 1) % LAST_SEED });
  });
  const groups = groupLists();
  const faults = h("p", { class: "mg-novel-faults" });
  const sweep = sweepTable(engine, list);
  view.body.append(
    h("div", { class: "mg-novel-top" }, count.el, heat.el, again),
    groups.el,
    faults,
    sweep.el,
  );

  return view.show(
    (/** @type {State} */ state) => {
      count.set(state.count);
      heat.set(state.temperature);
      sweep.setSeed(state.seed);
      job.stop();
      const names = /** @type {string[]} */ ([]);
      job = inSlices(collect(drawNames(state, engine), names), (done) => {
        const now = tally(names, list, longest);
        groups.set(now, state.count);
        faults.textContent = faultWords(now);
        if (done) view.say(spoken(now));
      });
    },
    () => {
      job.stop();
      sweep.stop();
    },
  );
}

/**
 * Each step adds a name.
 * @param {Iterable<string>} drawn
 * @param {string[]} names
 */
function* collect(drawn, names) {
  for (const name of drawn) yield names.push(name);
}

export default { render };
