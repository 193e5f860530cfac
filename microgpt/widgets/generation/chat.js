/**
 * The trained model continues what is typed; what it expects next stands below, one bar for each
 * letter.
 *
 * A model handed over by another widget of the page takes its place. What is typed to that one is
 * kept in the view: the traits, and so Python, stay with the course's model.
 */

import { entropyOf, softmax } from "../engine/nn.js";
import { nextLogits, sample } from "../engine/sampling.js";
import { Random } from "../engine/random.js";
import { checkPage } from "../engine/selfcheck.js";
import { pageCheck } from "../kit/check_page.js";
import { button, slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count, percent } from "../kit/format.js";
import { isolated } from "../kit/isolated.js";
import { speakerChoice } from "./chat_model.js";
import { clean, cleanFor, status } from "./chat_words.js";
import { called, letterBars, likeliest } from "./letter_bars.js";
import { nameField } from "./name_field.js";

/** @typedef {{ prefix: string, temperature: number, seed: number, ended: boolean }} State */
/** @typedef {import("../engine/checkpoint.js").Engine} Engine */
/** @typedef {import("./chat_model.js").Speaker} Speaker */

const CAPTION =
  "Each bar is the probability of one next letter; click it to add the letter. " +
  "A low temperature keeps to the likely letters, a high one dares more.";
const TOP = 5; // letters that are named
const LEAST_SHOWN = 0.005; // of a probability that stands above its bar

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
  const probs = softmax(nextLogits(model, tokenizer, prefix), temperature);
  return { name, probs, entropy: entropyOf(probs), top: likeliest(probs, TOP) };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const speakers = speakerChoice({ model, onSwitch });
  const check = pageCheck(checkPage);
  const view = figure({
    model,
    el,
    keys: ["prefix", "temperature", "seed", "ended"],
    name: "Chat with the model",
    actions: [check.button],
    caption: CAPTION,
    onReset: () => {
      field.clear();
      check.clear();
      speakers.reset();
    },
  });
  const said = conversation(speakers.course, view, draw);
  const field = nameField({
    clean: said.clean,
    onPrefix: (prefix) => {
      if (prefix !== said.now().prefix) said.put({ prefix, ended: false });
    },
  });
  const bars = barsOf(add);
  const facts = nextFacts();
  const controls = chatControls(
    model.get("temperature"),
    (temperature) => view.set({ temperature }), // both models share it
    () => said.put({ seed: said.now().seed + 1, ended: false }),
  );
  view.body.append(speakers.el, field.head, field.el, facts.verdict);
  view.body.append(bars.el, facts.el, controls.el, check.words);

  /** @param {number} letter */
  function add(letter) {
    const { symbols } = said.speaker();
    const { prefix } = said.now();
    field.clear();
    const end = letter === symbols.length - 1;
    said.put(end ? { ended: true } : { prefix: prefix + symbols[letter], ended: false });
  }

  /** @param {Speaker} next */
  function onSwitch(next) {
    said.use(next);
    bars.use(next.symbols);
    field.clear();
    draw();
  }

  function draw() {
    const state = said.now();
    const speaker = said.speaker();
    const result = compute(state, speaker);
    field.set(state.prefix, result.name);
    controls.set(state.temperature);
    bars.set(result, state.ended ? speaker.symbols.length - 1 : -1);
    view.say(facts.set(state.prefix, result, speaker));
  }
  const unshow = view.show(draw);
  const deafen = speakers.listen();
  return () => {
    deafen();
    unshow();
  };
}

/**
 * What stands there: in the traits where the course's model speaks, else in the view.
 * @param {Speaker} course
 * @param {{ read: () => State, set: (changes: Partial<State>) => void }} view
 * @param {() => void} draw
 */
function conversation(course, view, draw) {
  const local = { prefix: "", seed: 1, ended: false };
  let speaker = course;
  /** @returns {State} */
  const now = () => ({ ...view.read(), ...(speaker.own ? local : {}) });
  const clean = (/** @type {string} */ text) => cleanedFor(speaker, text);
  return {
    now,
    clean,
    speaker: () => speaker,
    /** @param {Partial<State>} changes */
    put(changes) {
      if (!speaker.own) return view.set(changes);
      Object.assign(local, changes);
      draw();
    },
    /** Another model goes on with what stands there. @param {Speaker} next */
    use(next) {
      const before = now().prefix;
      speaker = next;
      if (speaker.own)
        Object.assign(local, { prefix: clean(before).prefix, seed: 1, ended: false });
    },
  };
}

/**
 * @param {Speaker} speaker
 * @param {string} text
 */
function cleanedFor({ own, model, tokenizer }, text) {
  const longest = model.config.block_size;
  return own ? cleanFor(text, longest, tokenizer.chars) : clean(text, longest);
}

/**
 * @param {number} value
 * @param {(temperature: number) => void} onInput
 * @param {() => void} onAnother
 */
function chatControls(value, onInput, onAnother) {
  const range = { min: 0.1, max: 2, step: 0.1 };
  const temperature = slider({ name: "temperature", ...range, value, onInput });
  const another = button("Another name", onAnother, { primary: true });
  const el = h("div", { class: "mg-name-controls" }, temperature.el, another);
  return { el, set: temperature.set };
}

/** The bars, made anew for each model's symbols. @param {(letter: number) => void} onPick */
function barsOf(onPick) {
  const name = "probabilities of the next letter";
  let bars = letterBars({ name, onPick });
  return {
    el: bars.el,
    /** @param {string[]} letters */
    use(letters) {
      const fresh = letterBars({ name, letters, onPick });
      bars.el.replaceWith(fresh.el);
      bars = fresh;
    },
    /**
     * @param {ReturnType<typeof compute>} result
     * @param {number} chosen
     */
    set({ probs, top }, chosen) {
      const numbered = top.filter(({ p }) => p >= LEAST_SHOWN).map(({ i }) => i);
      bars.set({ probs, numbered, chosen, enabled: probs !== null });
    },
  };
}

/** What is known of the name, what may come next, and how open that is. */
function nextFacts() {
  const verdict = h("p", { class: "mg-name-verdict" });
  const next = h("p", { class: "mg-next" });
  const open = h("p", { class: "mg-next" });

  /**
   * @param {string} prefix
   * @param {ReturnType<typeof compute>} result
   * @param {Speaker} speaker
   * @returns {string} the same, for a screen reader
   */
  function set(prefix, { name, probs, entropy, top }, { list, symbols, model }) {
    const longest = model.config.block_size;
    const words = status(name, list, longest, name === prefix);
    verdict.replaceChildren(name ? h("b", {}, isolated(name)) : "The name", ` ${words}.`);
    const full = `The model reads at most ${longest} letters, and all are used.`;
    next.replaceChildren(...(probs ? nextLetters(prefix, top, symbols) : [full]));
    const choices = count(Number(Math.exp(entropy).toFixed(1)), "letter");
    open.textContent = probs ? `As open as a fair choice among ${choices}.` : "";
    return `${name ? isolated(name) : "An empty name"} ${name ? words : ""}. ${next.textContent}`;
  }
  return { verdict, el: h("div", { class: "mg-name-facts" }, next, open), set };
}

/**
 * @param {string} prefix
 * @param {{ i: number, p: number }[]} top
 * @param {string[]} symbols
 */
function nextLetters(prefix, top, symbols) {
  const after = prefix ? `after “${isolated(prefix)}”` : "at the start";
  const letters = top.flatMap(({ i, p }, rank) => {
    const letter = h("span", { class: "mg-c-letter" }, called(i, symbols));
    return [rank ? ", " : "", h("span", { class: "mg-nowrap" }, letter, ` ${percent(p)}`)];
  });
  return [h("b", {}, `Next letter ${after}: `), ...letters, "."];
}

export default { render };
