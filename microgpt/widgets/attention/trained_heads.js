/** The heads of the trained model on any name: which letter takes how much from which. */

import { chars } from "../data/course_run.js";
import { names, measured } from "../data/heads.js";
import { tokens } from "../draw/tokens.js";
import { attentionSteps } from "../engine/attention.js";
import { modelAfter } from "../engine/model_after.js";
import { modelBefore } from "../engine/model_before.js";
import { Tokenizer } from "../engine/tokenizer.js";
import { button, choice } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { addToOne } from "../kit/rounding.js";
import { called } from "./letters.js";
import { nameField } from "./name_field.js";
import { headBars } from "./trained_heads/bars.js";
import { endToEnd } from "./trained_heads/end_to_end.js";
import { weightTables } from "./trained_heads/tables.js";
import { triangles } from "./trained_heads/triangles.js";
import { pinnedWords, roleOf, spoken } from "./trained_heads/words.js";

/** @typedef {{ name: string, position: number | null, trained: boolean }} State */
/** @typedef {{ trained: GPT, untrained: GPT }} Models */
/** @typedef {import("../engine/gpt.js").GPT} GPT */
/** @typedef {ReturnType<typeof compute>} Now */

const HEADS = 4;
const LONGEST = 15; // letters: BOS is the sixteenth token

/**
 * Every letter's name, its step through the attention, and for each head the weights as they are
 * printed: a row for each letter that looks. `pinned` is its position, or null.
 * @param {State} state
 * @param {Models} models
 */
export function compute({ name, position, trained }, models) {
  const tokenizer = new Tokenizer(chars);
  const ids = tokenizer.encode(name).slice(0, -1);
  const steps = attentionSteps(trained ? models.trained : models.untrained, ids);
  return {
    letters: called(["BOS", ...name]),
    steps,
    printed: Array.from({ length: HEADS }, (_, head) =>
      steps.map((step) => addToOne(step.heads[head].weights)),
    ),
    pinned: position !== null && position < steps.length ? position : null,
  };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const models = { trained: modelAfter(), untrained: modelBefore() };
  const view = figure({
    model,
    el,
    keys: ["name", "position", "trained"],
    name: "The heads of the trained model",
    caption:
      "A row is a letter that looks, a column a letter it looks at; each row adds to 1. " +
      `Averages are over all ${names.toLocaleString("en")} names of the list.`,
    onReset: () => field.clear(),
  });
  const pin = (/** @type {number | null} */ position) => view.set({ position });
  const field = nameField({
    label: `Type a name, of up to ${LONGEST} letters`,
    shows: "The picture still shows",
    longest: LONGEST,
    known: Array.from(chars),
    onName: (name) => {
      const { position } = view.read();
      view.set({ name, position: position !== null && position > name.length ? null : position });
    },
  });
  const when = choice({
    name: "The model",
    options: [
      { value: "trained", label: "trained" },
      { value: "untrained", label: "untrained" },
    ],
    value: "trained",
    onInput: (value) => view.set({ trained: value === "trained" }),
  });
  const chips = tokens({ name: "the letter that looks", onPick: pin });
  const picture = triangles({ heads: HEADS, longest: LONGEST + 1, onPin: pin });
  const details = pinnedPart(() => {
    pin(null);
    picture.focus();
  });
  const tables = weightTables(HEADS);
  view.body.append(
    h("div", { class: "mg-heads-controls" }, field.el, when.el),
    h(
      "p",
      { class: "mg-heads-ask mg-on-screen" },
      "Choose the letter that looks, here or in a triangle:",
    ),
    chips.el,
    picture.el,
    details.el,
    tables.el,
  );

  return view.show((/** @type {State} */ state) => {
    const now = compute(state, models);
    field.set(state.name);
    when.set(state.trained ? "trained" : "untrained");
    chips.set(
      now.letters.map((text, i) => ({
        text,
        kind: i ? "letter" : "bos",
        state: i === now.pinned ? "current" : "past",
      })),
    );
    picture.set(now, measured[state.trained ? "trained" : "untrained"].map(roleOf));
    details.set(now);
    tables.set(now);
    view.say(spoken(now));
  });
}

/**
 * What is known of the pinned letter: bars for each head, and the way to the sum.
 * @param {() => void} onRelease
 */
function pinnedPart(onRelease) {
  const words = h("p", { class: "mg-heads-pinned-words" });
  const release = button("Let go of the row", onRelease, { small: true });
  const bars = headBars(HEADS, LONGEST + 1);
  const panel = endToEnd(HEADS);
  const more = h("div", { class: "mg-heads-more" }, bars.el, panel.el);
  const head = h("div", { class: "mg-heads-pinned" }, words, release);

  /** @param {Now} now */
  function set(now) {
    const { pinned } = now;
    setText(words, pinnedWords(now));
    release.hidden = pinned === null;
    more.hidden = pinned === null;
    if (pinned === null) return;
    bars.set(now, pinned);
    panel.set(now.steps[pinned], now.letters[pinned]);
  }
  return { el: h("div", {}, head, more), set };
}

export default { render };
