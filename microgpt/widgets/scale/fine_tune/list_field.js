/** Which list: one of ours, or what the reader types. */

import { holdBack } from "../../engine/finetune.js";
import { VERBATIM, choice } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";
import { readNames } from "./own_names.js";

/** @typedef {import("../fine_tune.js").State} State */

/** @type {{ value: string, label: string }[]} */
const PRESETS = [
  { value: "olf", label: "names in -olf" },
  { value: "stars", label: "stars" },
  { value: "flowers", label: "flowers" },
];
const LONGEST_TEXT = 10_000;

/** What a preset is called. @param {string} preset */
export const labelOf = (preset) => PRESETS.find(({ value }) => value === preset)?.label ?? preset;

/** The list in use. @param {State} state */
export const listOf = ({ preset, names, content }) =>
  names.length ? names : content.lists[preset];

/** @param {(changes: Partial<State>) => void} onList */
export function listField(onList) {
  const presets = choice({
    name: "a small list of ours:",
    options: PRESETS,
    value: "olf",
    onInput(preset) {
      shown = null;
      onList({ preset, names: [] });
    },
  });
  const area = h("textarea", {
    id: freshId(),
    class: "mg-text mg-tune-list",
    rows: 4,
    maxlength: LONGEST_TEXT,
    dir: "auto",
    ...VERBATIM,
  });
  const label = h("label", { for: area.id }, "or your own: change these names, or type others");
  const facts = h("p", { class: "mg-tune-facts", role: "status" });
  let shown = /** @type {string | null} */ (null); // the list in use, as it is written

  area.addEventListener("input", () => {
    try {
      const names = readNames(area.value);
      shown = written(names);
      onList({ names });
      setText(facts, sizes(names));
    } catch (error) {
      presets.set("");
      setText(facts, `${/** @type {Error} */ (error).message} The last list stays in use.`);
    }
  });

  /** A list from elsewhere takes the place of what was typed. @param {State} state */
  function set(state) {
    const names = listOf(state);
    presets.set(state.names.length ? "" : state.preset);
    if (written(names) === shown) return;
    shown = area.value = written(names);
    setText(facts, sizes(names));
  }
  return {
    el: h("div", {}, presets.el, h("div", { class: "mg-field" }, label, area), facts),
    set,
    /** What was typed gives way to the list in use. @param {State} state */
    putBack(state) {
      shown = null;
      set(state);
    },
  };
}

/** @param {string[]} names */
const written = (names) => names.join(", ");

/** @param {string[]} names */
function sizes(names) {
  const { trained, heldBack } = holdBack(names);
  return (
    `${names.length} names: ${trained.length} to train on, ` +
    `${heldBack.length} held back (every fifth), which no round uses.`
  );
}
