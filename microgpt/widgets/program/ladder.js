/**
 * A rung of the ladder that leads to the program: what is new since the rung before, this rung
 * alone, its recorded run.
 */

import { rungs } from "../data/ladder.js";
import { lines as program } from "../data/program.js";
import { choice } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count } from "../kit/format.js";
import { difference } from "./ladder/difference.js";
import { answer } from "./ladder/guess.js";
import { listing } from "./ladder/listing.js";
import { foretoldRun, recordedRun } from "./ladder/run.js";

/** @typedef {import("./ladder/guess.js").Rung} Rung */
/** @typedef {"difference" | "program" | "run"} View */
/** @typedef {import("./ladder/guess.js").Guess} Guess */
/** @typedef {{ rung: string, view: View, guesses: Record<string, Guess> }} State */
/** @typedef {"same" | "changed" | "new" | "gone"} Status */
/** @typedef {" " | "-" | "+" | ">"} Sign a line that stays, is gone, is new, or has moved */
/**
 * Lines that follow one another with the same sign. `old` and `new` are the numbers of the first in
 * the two programs, `partner` where it stands at the other place, 0 where there is none.
 * @typedef {{ sign: Sign, old: number, new: number, partner: number, lines: string[] }} Block
 */
/**
 * How many lines have changed, are new or gone and no such change, have moved away, have moved here.
 * @typedef {{ changed: number, new: number, gone: number, moved: number, come: number }} Sums
 */
/** @typedef {{ region: string, status: Status, blocks: Block[], sums: Sums }} Part */
/** @typedef {ReturnType<typeof compute>} Now */

const VIEWS = /** @type {{ value: View, label: string }[]} */ ([
  { value: "difference", label: "what is new" },
  { value: "program", label: "the program" },
  { value: "run", label: "its run" },
]);

/** The lines of a rung; those of the last are the program's. @param {number} at */
const linesOf = (at) => (at === rungs.length - 1 ? program : rungs[at].lines);

/**
 * The rung, its lines, and what changed from the one before it.
 * @param {Pick<State, "rung">} state
 */
export function compute({ rung }) {
  const at = rungs.findIndex((one) => one.name === rung);
  const { name, title, idea, more, region, changes } = rungs[at];
  const lines = linesOf(at);
  const parts = changes.map((change) => partOf(/** @type {any} */ (change), at));
  return {
    name,
    title,
    idea,
    more,
    region,
    lines,
    before: at === 0 ? "" : rungs[at - 1].name,
    parts,
    sums: sumsOf(
      parts.flatMap((part) => part.blocks),
      parts.reduce((total, part) => total + part.sums.changed, 0),
    ),
  };
}

/**
 * @param {[string, Status, number, any[][]]} change how many lines have changed in it, and all blocks
 * @param {number} at the rung
 * @returns {Part}
 */
function partOf([region, status, changed, all], at) {
  const blocks = all.map((block) => blockOf(block, at));
  return { region, status, blocks, sums: sumsOf(blocks, changed) };
}

/**
 * A block with its lines, which the old program has, or else the new one.
 * @param {any[]} block sign, old, new, partner, how many lines
 * @param {number} at the rung
 */
function blockOf([sign, old, now, partner, length], at) {
  const [first, lines] = old ? [old, linesOf(at - 1)] : [now, linesOf(at)];
  return { sign, old, new: now, partner, lines: lines.slice(first - 1, first - 1 + length) };
}

/**
 * A line that has changed stands in the blocks twice: as it was, gone, and as it is, new.
 * @param {Block[]} blocks
 * @param {number} changed
 * @returns {Sums}
 */
function sumsOf(blocks, changed) {
  const sum = (/** @type {(block: Block) => boolean} */ has) =>
    blocks.filter(has).reduce((total, block) => total + block.lines.length, 0);
  return {
    changed,
    new: sum((block) => block.sign === "+") - changed,
    gone: sum((block) => block.sign === "-") - changed,
    moved: sum((block) => block.sign === ">" && block.old > 0),
    come: sum((block) => block.sign === ">" && block.new > 0),
  };
}

/** What changed, in a sentence. @param {Now} now */
export function inWords({ before, sums, lines }) {
  if (!before) return `${count(lines.length, "line")}. It is the first rung.`;
  const moved = sums.moved ? `, ${sums.moved} moved` : "";
  const all = `${sums.changed} changed, ${sums.new} new, ${sums.gone} gone${moved}`;
  return `${count(lines.length, "line")}. Since ${before}: ${all}.`;
}

/**
 * What a screen reader says of a change.
 * @param {Now} now
 * @param {State} state
 */
function spoken(now, { view, guesses }) {
  const { name, before, title } = now;
  const guess = guesses[name];
  if (view === "run" && before && guess)
    return answer(/** @type {Rung} */ (name), /** @type {Rung} */ (before), guess);
  return `${name}, ${title}. ${inWords(now)}`;
}

const CAPTIONS = {
  difference:
    "+ a line that is new, − one that is gone, ↕ one that stands elsewhere. A line that has changed " +
    "stands here twice, − as it was and + as it is. A line with − has its number in the program before.",
  program: "One file of plain Python, which needs nothing else.",
  run: "Recorded on the 32,033 names that the original program reads, with seed 42.",
};

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["rung", "view", "guesses"],
    name: "The ladder",
    onReset: () => paint(view.read()), // regions that were opened close
  });
  const rung = choice({
    name: "rung",
    options: rungs.map(({ name, title }) => ({ value: name, label: `${name}: ${title}` })),
    value: model.get("rung"),
    onInput: (value) => view.set({ rung: value }),
  });
  const shown = choice({
    name: "show",
    options: VIEWS,
    value: model.get("view"),
    onInput: (value) => view.set({ view: value }),
  });
  const head = h("div", { class: "mg-ladder-head" });
  const panel = h("div", { class: "mg-ladder-panel" });
  const run = foretoldRun((name, guess) => {
    const { guesses } = view.read();
    view.set({ guesses: { [name]: guess, ...guesses } }); // the first guess counts
    paint(view.read());
  });
  const printed = runOnPaper();
  view.body.append(rung.el, shown.el, head, panel, printed.el);

  /** @param {State} state */
  function paint(state) {
    const now = compute(state);
    rung.set(state.rung);
    shown.set(state.view);
    head.replaceChildren(
      h("p", { class: "mg-ladder-idea" }, now.idea),
      h("p", { class: "mg-ladder-more" }, [now.more, inWords(now)].filter(Boolean).join(" ")),
    );
    if (state.view === "run") run.set(now, state.guesses);
    const body = { difference, program: listing, run: () => run.el }[state.view](now);
    if (panel.firstChild !== body) panel.replaceChildren(body); // what has the focus keeps it
    printed.set(now, state.view);
    view.caption(CAPTIONS[state.view]);
    view.say(spoken(now, state));
  }
  return view.show(paint);
}

/** Where nobody can choose *its run*, it stands below what is new. */
function runOnPaper() {
  const run = recordedRun();
  const title = h("p", { class: "mg-ladder-of" });
  const from = h("p", { class: "mg-ladder-more" }, CAPTIONS.run);
  const el = h("div", { class: "mg-ladder-printed mg-on-paper" }, title, run.el, from);
  /**
   * @param {Now} now
   * @param {View} shown
   */
  function set(now, shown) {
    el.hidden = shown === "run"; // it stands there already
    setText(title, `The run of ${now.name}`);
    if (!el.hidden) run.set(now);
  }
  return { el, set };
}

export default { render };
