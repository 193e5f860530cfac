/** What the model writes before and after, side by side: from the reader's list, from the course's, or new. */

import { nameList } from "../../engine/canonical.js";
import { GPT } from "../../engine/gpt.js";
import { Random } from "../../engine/random.js";
import { sample } from "../../engine/sampling.js";
import { Tokenizer } from "../../engine/tokenizer.js";
import { h, setText } from "../../kit/dom.js";

/** @typedef {import("../../engine/finetune.js").Plan} Plan */
/** @typedef {"trained" | "held" | "course" | "new"} Kind */

const DRAWN = 100;
const SHOWN = 12;
const SEED = 1;
/** @type {Record<Kind, string>} */
const MARKS = {
  trained: "your list",
  held: "your list, held back",
  course: "the course’s list",
  new: "",
};

/**
 * The names that a model draws with one row of random numbers, and where each is from.
 * @param {Plan} plan
 * @param {Float64Array} weights
 * @param {(name: string) => boolean} isListed
 */
export function drawn({ measured, options }, weights, isListed) {
  const tokenizer = new Tokenizer(options.from.chars);
  const model = new GPT(options.config, tokenizer.size, weights);
  const random = new Random(SEED);
  const trained = new Set(measured.trained);
  const held = new Set(measured.heldBack);
  /** @returns {Kind} */
  const kindOf = (/** @type {string} */ name) => {
    if (trained.has(name)) return "trained";
    if (held.has(name)) return "held";
    return isListed(name) ? "course" : "new";
  };
  return Array.from({ length: DRAWN }, () => {
    const name = sample(model, tokenizer, random);
    return { name, kind: kindOf(name) };
  });
}

/** @param {ReturnType<typeof drawn>} names */
export function countsOf(names) {
  const of = (/** @type {Kind} */ kind) => names.filter((one) => one.kind === kind).length;
  return { trained: of("trained"), held: of("held"), course: of("course"), new: of("new") };
}

export function samples() {
  const { isListed } = nameList();
  const before = column("Before");
  const after = column("After");
  let seen = /** @type {unknown[]} */ ([]);

  /** @param {import("./tuning.js").Tuning} tuning */
  function set({ plan, first, last }) {
    if (first !== seen[0]) before.set(drawn(plan, first.weights, isListed));
    if (last === first) after.clear();
    else if (last !== seen[1]) after.set(drawn(plan, last.weights, isListed), last.step);
    seen = [first, last];
  }
  return { el: h("div", { class: "mg-tune-two" }, before.el, after.el), set };
}

/** @param {string} title */
function column(title) {
  const head = h("p", { class: "mg-tune-title" });
  const counts = h("p", { class: "mg-tune-counts" });
  const list = h("ul", { class: "mg-tune-names" });
  /**
   * @param {ReturnType<typeof drawn>} names
   * @param {number} [step]
   */
  function set(names, step = 0) {
    const { trained, held, course, new: fresh } = countsOf(names);
    setText(head, step ? `${title} ${step} rounds` : title);
    setText(
      counts,
      `Of ${DRAWN} names, ${trained} are word for word in your list, ${held} among those held back, ` +
        `${course} in the course’s list, ${fresh} in none.`,
    );
    list.replaceChildren(...names.slice(0, SHOWN).map(line));
  }
  function clear() {
    setText(head, title);
    setText(counts, "Nothing yet: press Start.");
    list.replaceChildren();
  }
  return { el: h("div", {}, head, counts, list), set, clear };
}

/** @param {{ name: string, kind: Kind }} drawn */
function line({ name, kind }) {
  const mark = MARKS[kind] && h("span", {}, ` ${MARKS[kind]}`);
  return h("li", { class: `mg-tune-${kind}` }, name || "(empty)", mark);
}
