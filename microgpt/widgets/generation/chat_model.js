/**
 * Which model the chat uses: the course's, or one that another widget of the page has handed over.
 */

import { nameList, trainedModel } from "../engine/canonical.js";
import { fromCheckpoint } from "../engine/checkpoint.js";
import { button } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { receive } from "../kit/handover.js";
import { LETTERS } from "./letter_bars.js";

/**
 * @typedef {{ all: string[], isListed: (name: string) => boolean,
 *   seenInTraining: (name: string) => boolean, noun?: string }} NameList
 */
/**
 * `symbols` are all that may come next, the end last; `own`: it is not the course's.
 * @typedef {{ model: import("../engine/gpt.js").GPT,
 *   tokenizer: import("../engine/tokenizer.js").Tokenizer, symbols: string[], own: boolean,
 *   label: string, list: NameList }} Speaker
 */

/** The course's model and list. @returns {Speaker} */
export function courseSpeaker() {
  return {
    ...trainedModel(),
    list: nameList(),
    symbols: LETTERS,
    own: false,
    label: "the course’s model",
  };
}

/**
 * What was handed over, checked like a file.
 * @param {import("../kit/handover.js").Handover} handover
 * @returns {Speaker}
 */
export function ownSpeaker({ checkpoint, documents, noun, seen, label }) {
  const { model, tokenizer } = fromCheckpoint(checkpoint);
  const listed = new Set(documents);
  const trained = new Set(documents.slice(0, seen));
  const list = {
    all: documents,
    isListed: (/** @type {string} */ name) => listed.has(name),
    seenInTraining: (/** @type {string} */ name) => trained.has(name),
    noun,
  };
  return { model, tokenizer, list, symbols: [...tokenizer.chars, "end"], own: true, label };
}

/**
 * A line that says which model is in use, and a button to change to the other one once there are
 * two.
 * @param {{ model: import("@anywidget/types").AnyModel<any>,
 *   onSwitch: (speaker: Speaker) => void }} options
 */
export function speakerChoice({ model, onSwitch }) {
  const course = courseSpeaker();
  let current = course;
  let own = /** @type {Speaker | null} */ (null);
  const words = h("span", {});
  const change = button("", () => use(current.own || !own ? course : own), { small: true });
  const el = h("p", { class: "mg-name-model", hidden: true }, h("span", { role: "status" }, words));

  /** @param {Speaker} speaker */
  function use(speaker) {
    current = speaker;
    setText(words, `This is ${current.label}.`);
    change.textContent = current.own ? "Back to the course’s model" : "Use your model";
    el.hidden = !own;
    if (own && !change.parentNode) el.append(" ", change); // once: it may have the focus
    onSwitch(current);
  }
  return {
    el,
    course,
    reset: () => use(course),
    /** From now on it listens. Returns what ends that. */
    listen: () =>
      receive({
        model,
        onModel(handover) {
          own = ownSpeaker(handover);
          use(own);
        },
      }),
  };
}
