/**
 * What this browser keeps of the reader's work, chapter by chapter: to look at, to take along, to
 * forget.
 */

import { button, row } from "../kit/controls.js";
import { h, mount, widgetRoot } from "../kit/dom.js";
import { download } from "../kit/download.js";
import { count } from "../kit/format.js";
import { openStore } from "../kit/store.js";
import { sure } from "../kit/sure.js";
import { handIn } from "./hand_in.js";
import { keptStart } from "./start_here/starts.js";

/** @typedef {import("../kit/store.js").Entry} Entry */
/** @typedef {{ chapter: string, title: string, items: Record<string, string[]> }} Chapter */

const FILE = "microgpt-progress.json";
const HAND_IN = "microgpt-hand-in.json";
const COLUMNS = /** @type {const} */ ([
  ["predict", "Predict"],
  ["explore", "Explore"],
  ["build", "Build"],
  ["explain", "Explain"],
  ["quiz", "Quiz"],
]);

/** Whether an entry is finished, not only begun. @param {Entry} entry */
function isDone({ kind, value }) {
  if (kind === "explain") return value?.shown === true && String(value.text ?? "").trim() !== "";
  return value?.done === true || value?.met === true;
}

/**
 * For each chapter and kind: how many items are done, of how many.
 * @param {{ content: { chapters: Chapter[] }, entries: Entry[] }} state
 */
export function compute({ content, entries }) {
  const done = new Set(entries.filter(isDone).map(({ kind, id }) => `${kind}:${id}`));
  return content.chapters.map(({ chapter, title, items }) => ({
    chapter,
    title,
    cells: COLUMNS.map(([kind]) => ({
      done: items[kind].filter((id) => done.has(`${kind}:${id}`)).length,
      of: items[kind].length,
    })),
  }));
}

/** @type {import("@anywidget/types").Render<{ content: { chapters: Chapter[] } }>} */
export function render({ model, el }) {
  const store = openStore();
  const table = h("tbody", {});
  const words = h("p", { class: "mg-item-note" });
  const message = h("p", { class: "mg-item-note mg-message", role: "status" });
  const say = (/** @type {string} */ text) => {
    message.textContent = text;
  };
  const all = h("table", {}, head(), table);
  const body = h("div", { class: "mg-body" }, all, words, actions(store, say), message);
  const named = { class: "mg-item mg-progress", "aria-label": "Your progress" };
  mount(el, widgetRoot("section", named, body));

  function draw() {
    const entries = store.all();
    const kept = entries.length ? count(entries.length, "entry", "entries") : "Nothing yet";
    const where = store.lasting()
      ? "Kept in this browser, sent nowhere."
      : "This browser keeps nothing: all of it lasts until you close the page.";
    table.replaceChildren(...compute({ content: model.get("content"), entries }).map(line));
    const start = keptStart(store);
    const route = start ? ` Your route begins at chapter ${start}.` : "";
    words.textContent = `${kept}. ${where}${route}`;
  }
  store.watch(draw);
  model.on("change:content", draw);
  draw();
  return () => {
    model.off("change:content", draw);
    store.close();
  };
}

function head() {
  const names = ["Chapter", ...COLUMNS.map(([, name]) => name)];
  return h("thead", {}, h("tr", {}, ...names.map((name) => h("th", { scope: "col" }, name))));
}

/** One chapter. @param {ReturnType<typeof compute>[number]} chapter */
function line({ chapter, title, cells }) {
  const name = h("span", { class: "mg-progress-title" }, ` ${title}`);
  const cell = (/** @type {{ done: number, of: number }} */ { done, of }) =>
    h("td", { class: of && done === of ? "mg-good" : "" }, of ? `${done} of ${of}` : "none");
  return h("tr", {}, h("th", { scope: "row" }, chapter, name), ...cells.map(cell));
}

/**
 * Export, Import, Hand in, and Forget all.
 * @param {ReturnType<typeof openStore>} store
 * @param {(text: string) => void} say
 */
function actions(store, say) {
  const file = h("input", {
    type: "file",
    hidden: true,
    accept: ".json,application/json",
    onchange: take,
  });

  function give() {
    download(FILE, store.exportJson());
    const many = count(store.all().length, "entry", "entries");
    say(`Written to ${FILE}: ${many}.`);
  }
  function hand() {
    const { text, solved } = handIn(store.all(), new Date());
    download(HAND_IN, text);
    say(`Written to ${HAND_IN}: your code, ${count(solved, "exercise", "exercises")} solved.`);
  }
  async function take() {
    const text = await file.files?.[0]?.text().catch(() => "");
    file.value = "";
    if (text === undefined) return;
    const { count: taken, problem } = store.importJson(text);
    say(problem || `Taken over: ${count(taken, "entry", "entries")}.`);
  }
  const forget = sure({
    label: "Forget all",
    question: "Erase everything kept here?",
    yes: "Erase",
    no: "Keep",
    onYes: () => {
      store.clear();
      say("All is forgotten.");
    },
  });
  return row(
    button("Export", give),
    button("Import", () => file.click()),
    button("Hand in", hand),
    file,
    forget,
  );
}

export default { render };
