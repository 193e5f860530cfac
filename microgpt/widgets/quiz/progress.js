/**
 * What this browser keeps of the reader's work, chapter by chapter: to look at, to take along, to
 * forget.
 */

import { button, row } from "../kit/controls.js";
import { h, mount, widgetRoot } from "../kit/dom.js";
import { count } from "../kit/format.js";
import { openStore } from "../kit/store.js";
import { sure } from "./sure.js";

/** @typedef {import("../kit/store.js").Entry} Entry */
/** @typedef {{ chapter: string, title: string, items: Record<string, string[]> }} Chapter */

const COLUMNS = /** @type {const} */ ([
  ["predict", "Predict"],
  ["explore", "Explore"],
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
  const file = h("input", { type: "file", hidden: true, accept: ".json,application/json" });
  file.addEventListener("change", take);
  const actions = row(
    button("Export", give),
    button("Import", () => file.click()),
    file,
    sure({
      label: "Forget all",
      question: "Erase everything kept here?",
      yes: "Erase",
      no: "Keep",
      onYes: () => {
        store.clear();
        message.textContent = "All is forgotten.";
      },
    }),
  );
  const heads = h(
    "tr",
    {},
    h("th", { scope: "col" }, "Chapter"),
    ...COLUMNS.map(([, name]) => h("th", { scope: "col" }, name)),
  );
  const all = h("table", {}, h("thead", {}, heads), table);
  const body = h("div", { class: "mg-body" }, all, words, actions, message);
  const named = { class: "mg-item mg-progress", "aria-label": "Your progress" };
  mount(el, widgetRoot("section", named, body));

  function give() {
    const address = URL.createObjectURL(
      new Blob([store.exportJson()], { type: "application/json" }),
    );
    const link = h("a", { href: address, download: "microgpt-progress.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    message.textContent = `Written to microgpt-progress.json: ${count(store.all().length, "entry", "entries")}.`;
  }
  async function take() {
    const text = await file.files?.[0]?.text().catch(() => "");
    file.value = "";
    if (text === undefined) return;
    const { count: taken, problem } = store.importJson(text);
    message.textContent = problem || `Taken over: ${count(taken, "entry", "entries")}.`;
  }
  function draw() {
    const entries = store.all();
    table.replaceChildren(
      ...compute({ content: model.get("content"), entries }).map(({ chapter, title, cells }) =>
        h(
          "tr",
          {},
          h(
            "th",
            { scope: "row" },
            chapter,
            h("span", { class: "mg-progress-title" }, ` ${title}`),
          ),
          ...cells.map((cell) =>
            h(
              "td",
              { class: cell.of && cell.done === cell.of ? "mg-good" : "" },
              cell.of ? `${cell.done} of ${cell.of}` : "none",
            ),
          ),
        ),
      ),
    );
    const where = store.lasting()
      ? "Kept in this browser, sent nowhere."
      : "This browser keeps nothing: all of it lasts until you close the page.";
    words.textContent = `${entries.length ? count(entries.length, "entry", "entries") : "Nothing yet"}. ${where}`;
  }
  store.watch(draw);
  model.on("change:content", draw);
  draw();
  return () => {
    model.off("change:content", draw);
    store.close();
  };
}

export default { render };
