/** The fold in which a reader gives a list of their own: paste it, or open a file. */

import { describeCorpus, parseCorpus, readText } from "../../engine/own_text.js";
import { button, row } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";
import { isolated } from "../../kit/isolated.js";
import { BLOCK } from "./plan.js";

/** @typedef {import("../../engine/corpus.js").Corpus} Corpus */
/**
 * Takes a text, which may still have to be read, and the name it goes by.
 * @typedef {(text: () => string | Promise<string>, name: string) => void} Use
 */

/**
 * `onCorpus` gets a list that can be trained on; null: back to the first one. What cannot be used
 * is explained here and changes nothing.
 * @param {{ onCorpus: (corpus: Corpus | null, name: string) => void }} options
 */
export function dataFold({ onCorpus }) {
  const message = h("p", { class: "mg-train-note", role: "status" });
  const say = (/** @type {string} */ words) => setText(message, words);
  const summary = h("summary", {});
  const facts = h("p", { class: "mg-train-facts" });
  const own = ownList();
  const reader = listReader(own.lowerCase, onCorpus, say);
  const drop = fileDrop(reader.use, say);
  const el = h(
    "details",
    { class: "mg-train-fold" },
    summary,
    facts,
    ...own.els,
    row(
      button("Use this list", () => reader.use(own.text, "your list")),
      button("Back to the first list", reader.back),
    ),
    drop.el,
    message,
  );
  drop.anywhereIn(el);

  /**
   * @param {Corpus} corpus
   * @param {string} name
   * @param {string} heldOut
   */
  function set(corpus, name, heldOut) {
    const described = describeCorpus(corpus, BLOCK);
    const size = `${corpus.docs.length.toLocaleString("en")} documents`;
    setText(summary, `Data: ${isolated(name)}, ${size}`);
    facts.textContent = `${described} ${heldOut} What you give stays in this page.`;
  }
  return {
    el,
    set,
    clear() {
      reader.forget();
      own.clear();
      say("");
    },
  };
}

/** The field to type or paste a list into. */
function ownList() {
  const area = h("textarea", {
    id: freshId(),
    class: "mg-train-area",
    rows: 5,
    spellcheck: "false",
    placeholder: "anna\nbruno\nchiara",
  });
  const lower = h("input", { type: "checkbox", id: freshId() });
  const name = "Your own list, one name or short line per line";
  const check = row(lower, h("label", { for: lower.id }, "lower-case it"));
  check.classList.add("mg-train-check");
  return {
    els: [h("div", { class: "mg-field" }, h("label", { for: area.id }, name), area), check],
    text: () => area.value,
    lowerCase: () => lower.checked,
    clear() {
      area.value = "";
      lower.checked = false;
    },
  };
}

/**
 * Reads lists, the last one chosen first of all.
 * @param {() => boolean} lowerCase
 * @param {(corpus: Corpus | null, name: string) => void} onCorpus
 * @param {(words: string) => void} say
 */
function listReader(lowerCase, onCorpus, say) {
  let reading = 0;
  /**
   * @param {() => string | Promise<string>} text
   * @param {string} name
   */
  async function use(text, name) {
    const mine = ++reading;
    say("");
    try {
      const found = await text();
      if (mine !== reading) return; // a later one was chosen meanwhile
      onCorpus(parseCorpus(found, { lowerCase: lowerCase() }), name);
      say("This list is in use. Press Train.");
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      if (mine === reading) say(`${message} Nothing was changed.`);
    }
  }
  return {
    use,
    /** What is still being read comes too late. */
    forget() {
      reading++;
    },
    back() {
      reading++;
      onCorpus(null, "");
      say("The first list is in use again.");
    },
  };
}

/**
 * A field to choose a file, or to drop one on.
 * @param {Use} use
 * @param {(words: string) => void} say
 */
function fileDrop(use, say) {
  const words =
    "Or choose a text file, or drop one here: UTF-8, up to 2 MB, one document per line.";
  const file = h("input", { type: "file", id: freshId(), accept: ".txt,.csv,text/plain" });
  const el = h("div", { class: "mg-train-drop" }, h("label", { for: file.id }, words), file);
  const take = (/** @type {File | undefined} */ chosen) =>
    chosen && use(() => readText(chosen), chosen.name);
  file.addEventListener("change", () => {
    take(file.files?.[0]);
    file.value = ""; // so that the same file can be chosen again
  });

  /**
   * A file may miss the field: anywhere else in the fold the browser would open it in place of the
   * page. Text goes its own way.
   * @param {HTMLDetailsElement} fold
   */
  function anywhereIn(fold) {
    const carries = (/** @type {DragEvent} */ event) =>
      event.dataTransfer?.types.includes("Files") ||
      el.contains(/** @type {Node} */ (event.target));
    fold.addEventListener("dragover", (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      el.classList.add("mg-over");
    });
    fold.addEventListener("dragleave", () => el.classList.remove("mg-over"));
    fold.addEventListener("drop", (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      el.classList.remove("mg-over");
      fold.open = true; // where the answer stands
      const dropped = event.dataTransfer?.files[0];
      if (dropped) take(dropped);
      else say("That was not a file. Nothing was changed.");
    });
  }
  return { el, anywhereIn };
}
