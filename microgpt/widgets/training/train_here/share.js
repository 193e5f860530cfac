/**
 * The fold in which a model leaves the widget and comes back: a file of weights, and a link with
 * the settings.
 */

import { parseCheckpoint, toCheckpoint } from "../../engine/checkpoint.js";
import { button, row } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";
import { download } from "../../kit/download.js";
import { isolated } from "../../kit/isolated.js";
import { toLink, toPython } from "./link.js";

const LARGEST = 30_000_000; // bytes of a weights file

/** @typedef {import("../../engine/checkpoint.js").Engine} Engine */

/**
 * @param {{ shown: () => { engine: Engine, name: string },
 *   onLoad: (engine: Engine, name: string) => void }} options
 *   shown: the model on view, and a name for its file
 */
export function shareFold({ shown, onLoad }) {
  const message = h("p", { class: "mg-train-note", role: "status" });
  const say = (/** @type {string} */ words) => setText(message, words);
  const link = readOnly("Link to these settings (not to the data)");
  const python = readOnly("The same settings in a notebook");
  const linkRow = h(
    "div",
    { class: "mg-train-link" },
    link.el,
    button("Copy link", () => copy(link.input, say)),
  );
  // only there the address is one of ours
  const inBook = document.getElementById("mg-state") !== null;
  const el = h(
    "details",
    { class: "mg-train-fold" },
    h("summary", {}, "Keep and share: a file of weights, a link"),
    row(button("Download the weights", () => save(shown(), say))),
    loadField(onLoad, say),
    inBook && linkRow,
    python.el,
    message,
  );

  /** @param {import("../train_here.js").Choices} settings */
  function set(settings) {
    link.input.value = location.href.split("#")[0] + toLink(settings);
    python.input.value = toPython(settings);
  }
  return { el, set, clear: () => say("") };
}

/** A field to copy from. @param {string} label */
function readOnly(label) {
  const input = h("input", {
    id: freshId(),
    class: "mg-text",
    readonly: true,
    onfocus: () => input.select(),
  });
  const el = h("div", { class: "mg-field" }, h("label", { for: input.id }, label), input);
  return { el, input };
}

/**
 * @param {{ engine: Engine, name: string }} model
 * @param {(words: string) => void} say
 */
function save({ engine, name }, say) {
  download(`${name}.json`, JSON.stringify(toCheckpoint(engine)));
  const file = isolated(`${name}.json`);
  const python = `microgpt.load_checkpoint("${file}")`;
  say(`${file} holds the model on view. In Python: ${python}.`);
}

/**
 * @param {HTMLInputElement} link
 * @param {(words: string) => void} say
 */
async function copy(link, say) {
  link.focus();
  link.select();
  try {
    await navigator.clipboard.writeText(link.value);
    say("The link is in the clipboard.");
  } catch {
    say("The link is selected: copy it with Ctrl+C, or Command+C.");
  }
}

/**
 * The field for a file of weights.
 * @param {(engine: Engine, name: string) => void} onLoad
 * @param {(words: string) => void} say
 */
function loadField(onLoad, say) {
  const file = h("input", { type: "file", id: freshId(), accept: ".json,application/json" });
  const words = "Load weights: a file from here, or from python -m microgpt train --save";
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    file.value = "";
    if (!chosen) return;
    try {
      onLoad(await weightsIn(chosen), chosen.name);
      say(`${isolated(chosen.name)} is loaded: what it writes stands above.`);
    } catch (error) {
      say(`${/** @type {Error} */ (error).message} Nothing was changed.`);
    }
  });
  const label = h("label", { for: file.id }, words);
  return h("div", { class: "mg-field mg-train-load" }, label, file);
}

/** Its size is looked at before it is read. @param {File} file */
async function weightsIn(file) {
  if (file.size > LARGEST) {
    const size = `${(file.size / 1e6).toFixed(0)} MB`;
    const limit = `a weights file of this widget has at most ${LARGEST / 1e6}`;
    throw new Error(`${isolated(file.name)} has ${size}; ${limit}.`);
  }
  return parseCheckpoint(await file.text(), file.name);
}
