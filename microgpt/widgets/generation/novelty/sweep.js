/** The same at ten temperatures, row by row: what changes with the temperature. */

import { button } from "../../kit/controls.js";
import { h } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { drawNames, inSlices, tally } from "../drawing.js";
import { groupBar } from "../group_bar.js";
import { share } from "./words.js";

/** @typedef {import("../drawing.js").Engine} Engine */
/** @typedef {import("../drawing.js").Tally} Tally */
/** @typedef {import("../known_names.js").List} List */

const EACH = 300; // names at every temperature
export const TEMPERATURES = [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2];
const HEADS = ["T", "seen, in the list, new", "new", "mean length", "repeated"];

/**
 * One tally after another; the steps between are names.
 * @param {number} seed
 * @param {Engine} engine
 * @param {List} list
 * @param {(temperature: number, now: Tally) => void} onTally
 */
export function* sweepOf(seed, engine, list, onTally) {
  for (const temperature of TEMPERATURES) {
    const names = [];
    for (const name of drawNames({ count: EACH, temperature, seed }, engine)) {
      names.push(name);
      yield;
    }
    onTally(temperature, tally(names, list, engine.model.config.block_size));
  }
}

/**
 * @param {Engine} engine
 * @param {List} list
 */
export function sweepTable(engine, list) {
  const body = h("tbody", {});
  const table = h("table", { class: "mg-table mg-novel-table" });
  const heads = HEADS.map((text, i) =>
    h("th", { scope: "col", class: i === 1 && "mg-novel-wide" }, text),
  );
  table.append(
    h("caption", {}, `${EACH} names at each temperature`),
    h("thead", {}, h("tr", {}, ...heads)),
    body,
  );
  const status = h("p", { class: "mg-hidden", role: "status" });
  const start = button("Sweep the temperature", run);
  let job = { stop() {} };
  let seed = 0;

  function clear() {
    job.stop();
    body.replaceChildren();
    table.hidden = true;
    status.textContent = "";
  }
  function run() {
    clear();
    table.hidden = false;
    const steps = sweepOf(seed, engine, list, (temperature, now) =>
      body.append(row(temperature, now)),
    );
    job = inSlices(steps, (done) => {
      if (done) status.textContent = `${TEMPERATURES.length} temperatures are counted.`;
    });
  }
  /** What other numbers drew goes. @param {number} next */
  function setSeed(next) {
    if (next !== seed) clear();
    seed = next;
  }
  clear();
  const el = h("div", { class: "mg-novel-sweep" }, start, table, status);
  return { el, setSeed, clear, stop: () => job.stop() };
}

/**
 * @param {number} temperature
 * @param {Tally} now
 */
function row(temperature, now) {
  const bar = groupBar();
  bar.set(now);
  const { groups, count, meanLength, repeated } = now;
  const said = `${groups.seen.length} seen, ${groups.unseen.length} in the list, ${groups.new.length} new`;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, fixed(temperature, 1)),
    h("td", { class: "mg-novel-wide" }, bar.el, h("span", { class: "mg-hidden" }, said)),
    h("td", {}, share(groups.new.length, count)),
    h("td", {}, fixed(meanLength, 1)),
    h("td", {}, share(repeated, count)),
  );
}
