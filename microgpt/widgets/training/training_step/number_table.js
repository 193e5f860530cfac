/** A few numbers of the model at a stage: a row for each; pressing its name writes its arithmetic out. */

import { attributes, h, setText } from "../../kit/dom.js";
import { brief } from "../../kit/format.js";
import { roving } from "../../kit/roving.js";
import { four } from "./sums.js";

/** @typedef {import("../training_step.js").Now} Now */
/** @typedef {import("../taking_part.js").Place} Place */
/** @typedef {import("../../engine/rounds.js").Numbers} Numbers */
/** @typedef {{ head: string, of: (one: Numbers) => string }} Column */

/** Written closely: many stand beside each other. @param {number} x */
const close = (x) => brief(x).replace(" × ", "×");

/** @type {Record<string, Column>} */
const COLUMNS = {
  value: { head: "value", of: ({ value }) => four(value) },
  g: { head: "gradient", of: ({ g }) => close(g) },
  m: { head: "m", of: ({ m }) => close(m) },
  v: { head: "v", of: ({ v }) => close(v) },
  mHat: { head: "m̂", of: ({ mHat }) => close(mHat) },
  vHat: { head: "v̂", of: ({ vHat }) => close(vHat) },
  step: { head: "move", of: ({ step }) => close(step) },
  next: { head: "new value", of: ({ next }) => four(next) },
};
/** The columns of each stage that has this table. */
const SHOWN = /** @type {Record<string, string[]>} */ ({
  backward: ["value", "g"],
  averages: ["g", "m", "v"],
  corrected: ["m", "mHat", "v", "vHat"],
  move: ["value", "g", "step", "next"],
});

/** Whether a stage has this table. @param {string} stage */
export const isAboutNumbers = (stage) => stage in SHOWN;

/** @param {(place: Place) => void} onPick */
export function numberTable(onPick) {
  const el = h("table", { class: "mg-round-table mg-round-numbers" });
  let key = "";
  let rows = /** @type {ReturnType<typeof numberRow>[]} */ ([]);
  let tab = roving([]);

  /** @param {Now} now */
  function build({ watched, stage }) {
    const focused = rows.findIndex(({ button }) => button === button.ownerDocument.activeElement);
    const columns = SHOWN[stage].map((name) => COLUMNS[name]);
    rows = watched.map(({ place, label, said }) =>
      numberRow(label, said, columns, () => onPick(place)),
    );
    el.replaceChildren(
      h("caption", { class: "mg-hidden" }, "A few numbers of the model"),
      h("thead", {}, h("tr", {}, ...["number", ...columns.map(({ head }) => head)].map(headCell))),
      h("tbody", {}, ...rows.map((row) => row.el)),
    );
    tab = roving(rows.map(({ button }) => button));
    rows[focused]?.button.focus();
  }

  /** @param {Now} now */
  function set(now) {
    const { watched, stage, picked } = now;
    el.hidden = !isAboutNumbers(stage);
    if (el.hidden) return;
    const next = [stage, ...watched.map(({ label }) => label)].join();
    if (next !== key) build(now);
    key = next;
    watched.forEach(({ place, numbers }, i) =>
      rows[i].set(numbers, place.join() === picked.join()),
    );
    tab.set(
      Math.max(
        0,
        watched.findIndex(({ place }) => place.join() === picked.join()),
      ),
    );
  }
  return { el, set };
}

/** @param {string} head */
const headCell = (head) => h("th", { scope: "col" }, head);

/**
 * @param {string} label
 * @param {string} said
 * @param {Column[]} columns
 * @param {() => void} onPress
 */
function numberRow(label, said, columns, onPress) {
  const button = h(
    "button",
    { type: "button", class: "mg-round-name", "aria-label": said, onclick: onPress },
    label,
  );
  const cells = columns.map(() => h("td"));
  const el = h("tr", {}, h("th", { scope: "row" }, button), ...cells);
  /** @param {Numbers} numbers @param {boolean} picked */
  function set(numbers, picked) {
    columns.forEach(({ of }, k) => setText(cells[k], of(numbers)));
    el.classList.toggle("mg-round-picked", picked);
    attributes(button, { "aria-pressed": String(picked) });
  }
  return { el, button, set };
}
