/** The reader's own program: six answers, one below the other, to be saved, copied, checked, or written anew. */

import { keptCode } from "../cells/kept.js";
import { button, choice, row } from "../kit/controls.js";
import { copied } from "../kit/copy.js";
import { h } from "../kit/dom.js";
import { download } from "../kit/download.js";
import { figure } from "../kit/figure.js";
import { hasPython } from "../kit/page_python.js";
import { openStore } from "../kit/store.js";
import { rich } from "../kit/text.js";
import { NAME, STEPS, fileOf, gathered, inWords } from "./my_program/gather.js";
import { judge } from "./my_program/judge.js";
import { ownFile } from "./my_program/own.js";
import { partList } from "./my_program/parts.js";

/** @typedef {"steps" | "own"} View */
/**
 * @typedef {{ view: View, content: import("./my_program/gather.js").Content, links?: Record<string, string> }} State
 */
/** @typedef {import("./my_program/gather.js").Answer} Answer */

const CHAPTER = "14";
const OWN = "my-program"; // the id under which the reader's own file is kept, beside the cells
const VIEWS = /** @type {{ value: View, label: string }[]} */ ([
  { value: "steps", label: "the six steps" },
  { value: "own", label: "write your own" },
]);
const COPY_FAILED = "This browser lets no page write into the clipboard.";
// On paper, as long as no line is the reader's
const FOR_SCREEN =
  "On a screen your answers to the six steps become one file here, which you read, check and save.";
const cellOf = (/** @type {number} */ n) => `ex-14-${n}-stub`;

/**
 * The parts of the file, the file, and what is said of it.
 * @param {Pick<State, "content">} state
 * @param {Answer[]} answers
 */
export function compute({ content }, answers) {
  const parts = gathered(content, answers);
  return { parts, file: fileOf(parts), words: inWords(parts) };
}

/** What stands below it, by what this place can do. @param {boolean} lasting */
function caption(lasting) {
  const nothing = lasting
    ? ""
    : "This browser keeps nothing: what you write lasts until the page is closed. Save the file. ";
  const here = "Your answers as they last passed, without the lines that begin with `begin`.";
  const elsewhere =
    "Here are the answers that this browser keeps. In a notebook yours are in its cells: copy them into a file, and " +
    `run \`python -m microgpt check ${NAME} --steps 12\`.`;
  return nothing + (hasPython() ? here : elsewhere);
}

/** Where the exercise of a step stands: on this page, or in its chapter. @param {Record<string, string>} links */
const addresses = (links) => (/** @type {number} */ n) => {
  const id = `cell-${cellOf(n)}`;
  if (document.getElementById(id)) return `#${id}`;
  return links[CHAPTER] ? `${links[CHAPTER]}#${id}` : null;
};

/** What is kept of the answers to the six steps. @param {import("../cells/kept.js").Kept} kept */
const answersIn = (kept) =>
  Array.from({ length: STEPS }, (_, i) => cellOf(i + 1)).map((id) => ({
    text: kept.text(id),
    good: kept.good(id),
  }));

/**
 * The buttons that take the file along.
 * @param {() => string} source
 * @param {(words: string) => void} say
 */
function actions(source, say) {
  const save = button(`Save ${NAME}`, () => {
    download(NAME, source(), "text/x-python");
    say(`${NAME} is saved.`);
  });
  const copy = button("Copy", async () => {
    const went = await copied(source());
    say(went ? "The file is in the clipboard." : COPY_FAILED);
  });
  return h("div", { class: "mg-mine-row" }, row(save, copy));
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const store = openStore();
  const kept = keptCode(CHAPTER, store);
  const view = figure({ model, el, keys: ["view", "content"], name: "Your program", reset: false });
  const now = () => compute(view.read(), answersIn(kept));
  const isOwn = () => view.read().view === "own";
  const source = () => (isOwn() ? kept.text(OWN) : undefined) ?? now().file;

  const shown = choice({
    name: "the file",
    options: VIEWS,
    value: model.get("view"),
    onInput: (value) => view.set({ view: value }),
  });
  shown.el.classList.add("mg-mine-views");
  const words = h("p", { class: "mg-mine-words" });
  const parts = partList(addresses(model.get("links") ?? {}));
  const check = judge(source);
  const own = ownFile({
    steps: () => now().file,
    text: () => kept.text(OWN),
    onText: (text) => kept.type(OWN, text),
    onRun: check.press,
  });
  const checks = hasPython() ? check.els : [];
  const els = [shown.el, words, parts.el, own.el, actions(source, view.say), ...checks];
  const forScreen = h("p", { class: "mg-on-paper" }, FOR_SCREEN);
  view.body.append(...els, forScreen);
  const here = h("span", { class: "mg-on-screen" }, " ", ...rich(caption(store.lasting())));
  view.caption(h("span", {}, "The six steps and the two loops make one file.", here));

  /** @param {State} state */
  function paint(state) {
    const { parts: all, file, words: count } = now();
    shown.set(state.view);
    words.textContent = count;
    parts.set(all);
    parts.el.hidden = words.hidden = isOwn();
    own.el.hidden = !isOwn();
    own.set(kept.text(OWN) ?? file);
    const unwritten = kept.text(OWN) === undefined && !all.some(({ yours }) => yours);
    els.forEach((one) => one.classList.toggle("mg-on-screen", unwritten));
    forScreen.hidden = !unwritten;
  }
  store.watch((kind) => {
    if (kind === null || kind === "code") paint(view.read());
  });
  return view.show(paint, store.close);
}

export default { render };
