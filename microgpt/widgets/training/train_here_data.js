/** The fold in which a reader gives a list of their own: paste it, or open a file. */

import { describeCorpus, parseCorpus, readText } from "../engine/corpus.js";
import { button, row } from "../kit/controls.js";
import { freshId, h } from "../kit/dom.js";
import { BLOCK } from "./train_here_plan.js";

/**
 * `onCorpus` gets a list that can be trained on; null: back to the first one. What cannot be used
 * is explained here and changes nothing.
 * @param {{ onCorpus: (corpus: import("../engine/corpus.js").Corpus | null, name: string) => void }} options
 */
export function dataFold({ onCorpus }) {
  const areaId = freshId();
  const fileId = freshId();
  const lowerId = freshId();
  const summary = h("summary", {});
  const facts = h("p", { class: "mg-train-facts" });
  const area = h("textarea", {
    id: areaId,
    class: "mg-train-area",
    rows: 5,
    spellcheck: "false",
    autocomplete: "off",
    placeholder: "anna\nbruno\nchiara",
  });
  const file = h("input", { type: "file", id: fileId, accept: ".txt,.csv,text/plain" });
  const lower = h("input", { type: "checkbox", id: lowerId });
  const message = h("p", { class: "mg-train-note", role: "status" });
  const back = button("Back to the first list", () => {
    reading++;
    onCorpus(null, "");
    message.textContent = "The first list is in use again.";
  });
  const drop = h(
    "div",
    { class: "mg-train-drop" },
    h(
      "label",
      { for: fileId },
      "Or choose a text file, or drop one here: UTF-8, up to 2 MB, one document per line.",
    ),
    file,
  );
  const el = h(
    "details",
    { class: "mg-train-fold" },
    summary,
    facts,
    h(
      "div",
      { class: "mg-field" },
      h("label", { for: areaId }, "Your own list, one name or short line per line"),
      area,
    ),
    h(
      "div",
      { class: "mg-row mg-train-check" },
      lower,
      h("label", { for: lowerId }, "lower-case it"),
    ),
    row(
      button("Use this list", () => use(() => area.value, "your list")),
      back,
    ),
    drop,
    message,
  );
  let reading = 0;

  /**
   * @param {() => string | Promise<string>} text
   * @param {string} name
   */
  async function use(text, name) {
    const mine = ++reading;
    message.textContent = "";
    try {
      const found = await text();
      if (mine !== reading) return; // a later one was chosen meanwhile
      onCorpus(parseCorpus(found, { lowerCase: lower.checked }), name);
      message.textContent = "This list is in use. Press Train.";
    } catch (error) {
      if (mine === reading)
        message.textContent = `${/** @type {Error} */ (error).message} Nothing was changed.`;
    }
  }
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (chosen) use(() => readText(chosen), chosen.name);
    file.value = ""; // so that the same file can be chosen again
  });
  // A file may miss the field: anywhere else in the fold the browser would open it in place of the
  // page. Text goes its own way.
  const carries = (/** @type {DragEvent} */ event) =>
    event.dataTransfer?.types.includes("Files") ||
    drop.contains(/** @type {Node} */ (event.target));
  el.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    drop.classList.add("mg-over");
  });
  el.addEventListener("dragleave", () => drop.classList.remove("mg-over"));
  el.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    drop.classList.remove("mg-over");
    el.open = true; // where the answer stands
    const dropped = event.dataTransfer?.files[0];
    if (dropped) use(() => readText(dropped), dropped.name);
    else message.textContent = "That was not a file. Nothing was changed.";
  });

  function clear() {
    reading++;
    area.value = "";
    lower.checked = false;
    message.textContent = "";
  }

  /**
   * @param {import("../engine/corpus.js").Corpus} corpus
   * @param {string} name
   * @param {string} heldOut
   */
  function set(corpus, name, heldOut) {
    summary.textContent = `Data: ${name}, ${corpus.docs.length.toLocaleString("en")} documents`;
    facts.textContent = `${describeCorpus(corpus, BLOCK)} ${heldOut} What you give stays in this page.`;
  }
  return { el, set, clear };
}
