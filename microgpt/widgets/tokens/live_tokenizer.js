/** A name that is typed becomes ids, letter by letter, with BOS at both ends. */

import { names } from "../data/names.js";
import { tokens } from "../draw/tokens.js";
import { corpusOf } from "../engine/corpus.js";
import { Tokenizer } from "../engine/tokenizer.js";
import { VERBATIM } from "../kit/controls.js";
import { freshId, h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count } from "../kit/format.js";
import { refusals, sentence, signs } from "./unknown.js";

/** @typedef {{ text: string }} State */

const LONGEST = 32; // characters

/**
 * The items of the row, the ids (null where a character has none), and what is refused.
 * @param {State} state
 * @param {Tokenizer} tokenizer
 */
export function compute({ text }, tokenizer) {
  const all = signs(text, tokenizer.chars);
  const end = { text: "BOS", kind: /** @type {const} */ ("bos"), id: tokenizer.BOS };
  const items = all.map(({ sign, unknown }) =>
    unknown.length
      ? { text: visible(sign), state: /** @type {const} */ ("unknown") }
      : { text: sign, id: tokenizer.ids.get(sign) },
  );
  const refused = refusals(all, tokenizer.chars);
  return {
    items: [end, ...items, { ...end }],
    ids: refused.length ? null : tokenizer.encode(text),
    used: new Set(Array.from(text).flatMap((one) => tokenizer.ids.get(one) ?? [])),
    refused,
  };
}

/** What would not be seen is drawn as a sign that stands for it. @param {string} sign */
function visible(sign) {
  if (/^\s$/u.test(sign)) return "␣";
  return /^[\p{M}]/u.test(sign) ? `◌${sign}` : sign;
}

/**
 * How many tokens a text makes, in a sentence.
 * @param {number[]} ids
 */
export function tally(ids) {
  if (ids.length === 2) return "No character yet: BOS begins the document, and BOS ends it.";
  const letters = count(ids.length - 2, "character");
  return `${letters} and BOS at both ends: ${count(ids.length, "token")}.`;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const tokenizer = new Tokenizer(corpusOf(names.split(" ")).symbols);
  const view = figure({
    model,
    el,
    keys: ["text"],
    name: "Tokenizer",
    caption:
      "Above, the document as tokens, each with its id. Below, the vocabulary; " +
      "what the document uses is filled.",
  });
  const input = field((text) => view.set({ text }));
  const row = tokens({ name: "the document as tokens" });
  const code = h("code", { class: "mg-ids" });
  const words = h("p", { class: "mg-facts mg-live-words" });
  const list = vocabularyList(tokenizer);
  view.body.append(input.el, row.el, h("p", { class: "mg-ids-line" }, code), words, list.el);

  return view.show((/** @type {State} */ state) => {
    const { items, ids, used, refused } = compute(state, tokenizer);
    input.set(state.text);
    row.set(items);
    code.textContent = ids ? `[${ids.join(", ")}]` : "no ids: the document is refused";
    code.classList.toggle("mg-refused", !ids);
    words.classList.toggle("mg-refused", refused.length > 0);
    words.replaceChildren(...(ids ? [tally(ids)] : refused.flatMap((one) => [sentence(one), " "])));
    list.set(used);
    view.say(words.textContent ?? "");
  });
}

/** @param {(text: string) => void} onInput */
function field(onInput) {
  const input = h("input", {
    type: "text",
    id: freshId(),
    class: "mg-text mg-live-input",
    maxlength: LONGEST,
    dir: "auto",
    ...VERBATIM,
  });
  // A field may hold half a character of an emoji for a moment; a trait may not.
  input.addEventListener("input", () => onInput(input.value.replace(/\p{Cs}/gu, "")));
  /** @param {string} text */
  function set(text) {
    if (input.value.replace(/\p{Cs}/gu, "") !== text) input.value = text;
  }
  const label = h("label", { for: input.id }, "Type a name");
  return { el: h("div", { class: "mg-field" }, label, input), set };
}

/** Every token there is, with its id. @param {Tokenizer} tokenizer */
function vocabularyList({ chars, size }) {
  const marks = [...chars, "BOS"].map(() => h("span", { class: "mg-hidden" }));
  const entries = [...chars, "BOS"].map((text, id) =>
    h(
      "li",
      { class: id === chars.length ? "mg-vocab-bos" : "" },
      h("span", { class: "mg-vocab-text" }, text),
      h("span", { class: "mg-hidden" }, ", id "),
      h("span", { class: "mg-vocab-id" }, id),
      marks[id],
    ),
  );
  const title = h("p", { class: "mg-vocab-title" }, `The vocabulary: ${size} tokens`);
  const list = h("ol", { class: "mg-vocab", "aria-label": "the vocabulary" }, ...entries);
  /** @param {Set<number>} used */
  function set(used) {
    entries.forEach((entry, id) => {
      const on = used.has(id) || id === chars.length;
      entry.classList.toggle("mg-used", on);
      marks[id].textContent = on ? ", used" : "";
    });
  }
  return { el: h("div", {}, title, list), set };
}

export default { render };
