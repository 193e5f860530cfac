/**
 * The fold in which a model leaves the widget and comes back: a file of weights, and a link with
 * the settings.
 */

import { parseCheckpoint, toCheckpoint } from "../engine/checkpoint.js";
import { button, row } from "../kit/controls.js";
import { freshId, h } from "../kit/dom.js";
import { toLink, toPython } from "./train_here_link.js";

const LARGEST = 30_000_000; // bytes of a weights file

/** @typedef {import("../engine/checkpoint.js").Engine} Engine */

/**
 * @param {{ shown: () => { engine: Engine, name: string },
 *   onLoad: (engine: Engine, name: string) => void }} options
 *   shown: the model on view, and a name for its file
 */
export function shareFold({ shown, onLoad }) {
  const fileId = freshId();
  const linkId = freshId();
  const pythonId = freshId();
  const message = h("p", { class: "mg-train-note", role: "status" });
  const file = h("input", { type: "file", id: fileId, accept: ".json,application/json" });
  const link = h("input", {
    id: linkId,
    class: "mg-text",
    readonly: true,
    onfocus: () => link.select(),
  });
  const python = h("input", {
    id: pythonId,
    class: "mg-text",
    readonly: true,
    onfocus: () => python.select(),
  });
  const linkRow = h(
    "div",
    { class: "mg-train-link" },
    h(
      "div",
      { class: "mg-field" },
      h("label", { for: linkId }, "Link to these settings (not to the data)"),
      link,
    ),
    button("Copy link", copy),
  );
  // only there the address is one of ours
  const inBook = document.getElementById("mg-state") !== null;
  const el = h(
    "details",
    { class: "mg-train-fold" },
    h("summary", {}, "Keep and share: a file of weights, a link"),
    row(button("Download the weights", download)),
    h(
      "div",
      { class: "mg-field mg-train-load" },
      h(
        "label",
        { for: fileId },
        "Load weights: a file from here, or from python -m microgpt train --save",
      ),
      file,
    ),
    inBook && linkRow,
    h(
      "div",
      { class: "mg-field" },
      h("label", { for: pythonId }, "The same settings in a notebook"),
      python,
    ),
    message,
  );

  function download() {
    const { engine, name } = shown();
    const address = URL.createObjectURL(
      new Blob([JSON.stringify(toCheckpoint(engine))], { type: "application/json" }),
    );
    const anchor = h("a", { href: address, download: `${name}.json` });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    message.textContent = `${name}.json holds the model on view. In Python: microgpt.load_checkpoint("${name}.json").`;
  }

  async function copy() {
    link.focus();
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      message.textContent = "The link is in the clipboard.";
    } catch {
      message.textContent = "The link is selected: copy it with Ctrl+C, or Command+C.";
    }
  }

  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    file.value = "";
    if (!chosen) return;
    try {
      if (chosen.size > LARGEST)
        throw new Error(
          `${chosen.name} has ${(chosen.size / 1e6).toFixed(0)} MB; a weights file of this widget has at most ${LARGEST / 1e6}.`,
        );
      onLoad(parseCheckpoint(await chosen.text(), chosen.name), chosen.name);
      message.textContent = `${chosen.name} is loaded: what it writes stands above.`;
    } catch (error) {
      message.textContent = `${/** @type {Error} */ (error).message} Nothing was changed.`;
    }
  });

  /** @param {import("./train_here_plan.js").Settings} settings */
  function set(settings) {
    link.value = location.href.split("#")[0] + toLink(settings);
    python.value = toPython(settings);
  }
  return {
    el,
    set,
    clear: () => {
      message.textContent = "";
    },
  };
}
