/**
 * The trained model continues what is typed; what it expects next stands below, one bar for each
 * letter.
 *
 * A model handed over by another widget of the page takes its place. What is typed to that one is
 * kept in the view: the traits, and so Python, stay with the course's model.
 */

import { symbolsIn } from "../engine/corpus.js";
import { entropyOf, sample, softmax } from "../engine/gpt.js";
import { Random } from "../engine/random.js";
import { checkPage } from "../engine/selfcheck.js";
import { pageCheck } from "../kit/check_page.js";
import { button, slider } from "../kit/controls.js";
import { freshId, h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count, percent } from "../kit/format.js";
import { speakerChoice } from "./chat_model.js";
import { called, letterBars, likeliest } from "./letter_bars.js";

/** @typedef {{ prefix: string, temperature: number, seed: number, ended: boolean }} State */
/** @typedef {import("../engine/checkpoint.js").Engine} Engine */
/** @typedef {import("./chat_model.js").Speaker} Speaker */

const TOP = 5;

/**
 * The name as it stands there, and the probabilities of what follows the prefix: null when the
 * model can read no more.
 * @param {State} state
 * @param {Engine} engine
 */
export function compute({ prefix, temperature, seed, ended }, { model, tokenizer }) {
  const name = ended ? prefix : sample(model, tokenizer, new Random(seed), { temperature, prefix });
  if (Array.from(prefix).length >= model.config.block_size)
    return { name, probs: null, entropy: 0, top: [] };
  const cache = model.start();
  for (const token of tokenizer.encode(prefix).slice(0, -1)) model.forward(cache, token);
  const probs = softmax(cache.logits, temperature);
  return { name, probs, entropy: entropyOf(probs), top: likeliest(probs, TOP) };
}

/**
 * The letters of what was typed, and a sentence about what was left out.
 * @param {string} typed
 * @param {number} longest
 */
export function clean(typed, longest) {
  const characters = Array.from(typed.normalize("NFC").toLowerCase());
  const letters = characters.filter((c) => /^[a-z]$/.test(c));
  const others = [...new Set(characters.filter((c) => !/^[a-z]$/.test(c)))].map((c) =>
    /\s/.test(c) ? "a space" : `“${c}”`,
  );
  const named = others.length > 3 ? [...others.slice(0, 2), "others"] : others;
  const joined =
    named.length > 1
      ? `${named.slice(0, -1).join(", ")} and ${named.at(-1)} are`
      : `${named[0]} is`;
  const words = others.length
    ? [`The model knows the letters a to z alone: ${joined} left out.`]
    : [];
  if (letters.length > longest)
    words.push(`The model reads at most ${longest} letters: the rest is left out.`);
  return { prefix: letters.slice(0, longest).join(""), message: words.join(" ") };
}

/**
 * The same for a model with symbols of its own; where it knows a letter only in the other case,
 * that one is taken.
 * @param {string} typed
 * @param {number} longest
 * @param {string[]} chars
 */
export function cleanFor(typed, longest, chars) {
  const { kept, unknown } = symbolsIn(typed, chars);
  const others = [...new Set(unknown.map((c) => (/\s/.test(c) ? "a space" : `“${c}”`)))];
  const words = others.length
    ? [
        `This model has never seen ${others.slice(0, 3).join(", ")}${others.length > 3 ? " and others" : ""}: left out.`,
      ]
    : [];
  if (kept.length > longest)
    words.push(`The model reads at most ${longest} symbols: the rest is left out.`);
  return { prefix: kept.slice(0, longest).join(""), message: words.join(" ") };
}

/**
 * How wide the name can get, in widths of the capital height of the type: an upper bound for any
 * serif face.
 * @param {string} name
 */
export function ems(name) {
  return Array.from(name).reduce(
    (sum, c) =>
      sum +
      ("mw".includes(c)
        ? 1.06
        : "fijlrst".includes(c)
          ? 0.5
          : /[a-z]/.test(c)
            ? 0.66
            : /\p{M}/u.test(c)
              ? 0
              : /\p{Ll}/u.test(c)
                ? 0.8
                : 1.15),
    0.3,
  );
}

/**
 * What is known of a name; of one that was typed to its end, nobody says that the model found it.
 * @param {string} name
 * @param {Speaker["list"]} list
 * @param {number} longest
 * @param {boolean} typed
 */
export function status(name, list, longest, typed) {
  if (!name) return "ends before its first letter: an empty name";
  if (list.seenInTraining(name))
    return `is in the list, and one of the ${list.noun ?? "names"} the model was trained on`;
  if (list.isListed(name))
    return `is in the list, but the model was not trained on it${typed ? "" : ": rediscovered"}`;
  const invented = typed ? "" : `: invented${name.length >= longest ? ", and cut off here" : ""}`;
  return `is not in the list of ${list.all.length.toLocaleString("en")} ${list.noun ?? "names"}${invented}`;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const speakers = speakerChoice({ model, onSwitch });
  let speaker = speakers.course;
  let longest = speaker.model.config.block_size;
  const local = { prefix: "", seed: 1, ended: false }; // of a model that is not the course's
  const check = pageCheck(checkPage);
  const view = figure({
    model,
    el,
    keys: ["prefix", "temperature", "seed", "ended"],
    name: "Chat with the model",
    actions: [check.button],
    caption:
      "Each bar is the probability of one next letter; click it to add the letter. A low temperature keeps to the likely letters, a high one dares more.",
    onReset: () => {
      note.textContent = "";
      check.clear();
      speakers.reset();
    },
  });
  /** @returns {State} */
  const now = () => ({ ...view.read(), ...(speaker.own ? local : {}) });
  const cleaned = (/** @type {string} */ text) =>
    speaker.own ? cleanFor(text, longest, speaker.tokenizer.chars) : clean(text, longest);

  const id = freshId();
  const input = h("input", {
    type: "text",
    id,
    class: "mg-name-input",
    autocomplete: "off",
    autocapitalize: "none",
    autocorrect: "off",
    spellcheck: "false",
    enterkeyhint: "done",
  });
  const typed = h("span", { class: "mg-name-typed" });
  const ghost = h("span", { class: "mg-name-ghost" });
  const field = h(
    "div",
    { class: "mg-name" },
    h(
      "div",
      { class: "mg-name-mirror", "aria-hidden": "true" },
      typed,
      h("span", { class: "mg-name-caret" }),
      ghost,
    ),
    input,
  );
  const note = h("p", { class: "mg-name-note", role: "status" });
  const verdict = h("p", { class: "mg-name-verdict" });
  let bars = letterBars({ name: "probabilities of the next letter", onPick: add });
  const next = h("p", { class: "mg-next" });
  const open = h("p", { class: "mg-next" });
  const temperature = slider({
    name: "temperature",
    min: 0.1,
    max: 2,
    step: 0.1,
    value: model.get("temperature"),
    onInput: (x) => view.set({ temperature: x }),
  }); // both models share it
  const another = button("Another name", () => put({ seed: now().seed + 1, ended: false }), {
    primary: true,
  });
  view.body.append(
    speakers.el,
    h(
      "div",
      { class: "mg-name-head" },
      h("label", { for: id }, "Type the beginning of a name. The model continues it in grey."),
      note,
    ),
    field,
    verdict,
    bars.el,
    h("div", { class: "mg-name-facts" }, next, open),
    h("div", { class: "mg-name-controls" }, temperature.el, another),
    check.words,
  );

  // while a phone's keyboard or an accent composes, the field is read but not rewritten
  let composing = false;
  input.addEventListener("compositionstart", () => {
    composing = true;
  });
  input.addEventListener("compositionend", () => {
    composing = false;
    read();
  });
  input.addEventListener("input", read);

  /** Takes over what the field holds. */
  function read() {
    const { prefix, message } = cleaned(input.value);
    if (input.value !== prefix && !composing) {
      const caret = cleaned(input.value.slice(0, input.selectionStart ?? 0)).prefix.length;
      input.value = prefix;
      input.setSelectionRange(caret, caret);
    }
    note.textContent = composing ? "" : message;
    if (prefix !== now().prefix) put({ prefix, ended: false });
  }

  /** @param {number} letter */
  function add(letter) {
    note.textContent = "";
    put(
      letter === speaker.symbols.length - 1
        ? { ended: true }
        : { prefix: now().prefix + speaker.symbols[letter], ended: false },
    );
  }

  /**
   * Changes what stands there: the traits, where the course's model speaks.
   * @param {Partial<State>} changes
   */
  function put(changes) {
    if (!speaker.own) return view.set(changes);
    Object.assign(local, changes);
    draw();
  }

  /** @param {Speaker} next */
  function onSwitch(next) {
    const before = now().prefix;
    speaker = next;
    longest = speaker.model.config.block_size;
    if (speaker.own)
      Object.assign(local, { prefix: cleaned(before).prefix, seed: 1, ended: false });
    const fresh = letterBars({
      name: "probabilities of the next letter",
      letters: speaker.symbols,
      onPick: add,
    });
    bars.el.replaceWith(fresh.el);
    bars = fresh;
    note.textContent = "";
    draw();
  }

  function draw() {
    const state = now();
    const { prefix, ended } = state;
    const { list, symbols } = speaker;
    const { name, probs, entropy, top } = compute(state, speaker);
    if (input.value !== prefix && !composing) input.value = prefix;
    typed.textContent = prefix;
    ghost.textContent = name.slice(prefix.length);
    field.style.setProperty("--ems", String(ems(name)));
    temperature.set(state.temperature);
    bars.set({
      probs,
      numbered: top.filter(({ p }) => p >= 0.005).map(({ i }) => i),
      chosen: ended ? symbols.length - 1 : -1,
      enabled: probs !== null,
    });
    const words = status(name, list, longest, name === prefix);
    verdict.replaceChildren(name ? h("b", {}, name) : "The name", ` ${words}.`);
    const after = prefix ? `after “${prefix}”` : "at the start";
    next.replaceChildren(
      h("b", {}, probs ? `Next letter ${after}: ` : ""),
      ...(probs
        ? top.flatMap(({ i, p }, rank) => [
            rank ? ", " : "",
            h(
              "span",
              { class: "mg-nowrap" },
              h("span", { class: "mg-c-letter" }, called(i, symbols)),
              ` ${percent(p)}`,
            ),
          ])
        : [`The model reads at most ${longest} letters, and all are used.`]),
      probs ? "." : "",
    );
    open.replaceChildren(
      probs
        ? `As open as a fair choice among ${count(Number(Math.exp(entropy).toFixed(1)), "letter")}.`
        : "",
    );
    view.say(`${name || "An empty name"} ${name ? words : ""}. ${next.textContent}`);
  }
  const unshow = view.show(draw);
  const deafen = speakers.listen();
  return () => {
    deafen();
    unshow();
  };
}

export default { render };
