/** The small picture of each stop. */

import { barList } from "../../draw/bar_list.js";
import { h } from "../../kit/dom.js";
import { brief, percent } from "../../kit/format.js";
import { strip } from "./strip.js";

/** @typedef {import("../one_signal.js").Now} Now */
/** @typedef {{ el: HTMLElement, set: (now: Now) => void }} Picture */

const SHOWN = 6; // bars of probabilities
const HEADS = [0, 1, 2, 3];
// The magnitudes of the full tint: most numbers of the trained model are smaller.
const EMBEDDED = 0.6;
const VECTOR = 3;
const LOGIT = 5;
const UNIT = 1.5;

/** The vocabulary, and which token it is. @returns {Picture} */
export function vocabulary() {
  const row = strip("the vocabulary", { dense: true, note: "27 tokens, with the ids 0 to 26" });
  const set = (/** @type {Now} */ { tokens, way }) =>
    row.set(
      tokens.map((_, i) => (i === way.id ? 1 : 0)),
      { names: tokens, marked: way.id },
    );
  return { el: row.el, set };
}

/**
 * Some vectors of the way, one below the other: [block, name, note, magnitude of the full tint].
 * @param {...[string, string, string, number]} rows
 * @returns {Picture}
 */
function vectors(...rows) {
  const strips = rows.map(([, name, note]) => strip(name, { note }));
  return {
    el: h("div", {}, ...strips.map(({ el }) => el)),
    set: ({ way: { blocks } }) =>
      strips.forEach((one, i) => one.set(blocks[rows[i][0]], { limit: rows[i][3] })),
  };
}

export const embedded = () =>
  vectors(
    ["token", "wte", "the token’s row", EMBEDDED],
    ["position", "wpe", "the position’s row", EMBEDDED],
    ["norm", "x", "both added, after rmsnorm", VECTOR],
  );

export const mixed = () =>
  vectors(
    ["blend", "blend", "four numbers from each head", VECTOR],
    ["wo", "wo makes of it", "", VECTOR],
    ["attn_add", "x", "with that added", VECTOR],
  );

/** q, k and v; and of each head, how much it takes from which token. @returns {Picture} */
export function attention() {
  const three = vectors(
    ["q", "q", "query", VECTOR],
    ["k", "k", "key", VECTOR],
    ["v", "v", "value", VECTOR],
  );
  const heads = HEADS.map((head) => strip(`head ${head}`, { note: head ? "" : "its weights" }));
  const all = h("div", { class: "mg-signal-heads" }, ...heads.map(({ el }) => el));
  return {
    el: h("div", {}, three.el, all),
    set: (now) => {
      three.set(now);
      heads.forEach((one, i) => one.set(now.way.heads[i], { names: now.letters }));
    },
  };
}

/** The 64 units, and what they come to. @returns {Picture} */
export function units() {
  const hidden = strip("64 numbers after ReLU", { dense: true, note: "empty: off" });
  const added = vectors(
    ["fc2", "mlp_fc2 makes of them", "", VECTOR],
    ["mlp_add", "x", "with that added", VECTOR],
  );
  return {
    el: h("div", {}, hidden.el, added.el),
    set: (now) => {
      hidden.set(now.way.blocks.relu, { limit: UNIT });
      added.set(now);
    },
  };
}

/** The logits, and the surest guesses. @returns {Picture} */
export function probabilities() {
  const logits = strip("logits");
  const list = barList(SHOWN);
  return {
    el: h("div", {}, logits.el, list.el),
    set: (now) => {
      const { logits: numbers, probs } = now.way.blocks;
      logits.set(numbers, { limit: LOGIT, names: now.guesses, marked: now.way.target });
      list.set("The surest guesses", entries(now, probs, now.way.target, "follows"));
    },
  };
}

/** The probabilities at the temperature. @returns {Picture} */
export function sampled() {
  const list = barList(SHOWN);
  const set = (/** @type {Now} */ now) =>
    list.set("The surest at this temperature", entries(now, now.probs, now.drawn, "drawn"));
  return { el: list.el, set };
}

/**
 * The surest guesses; one of them is marked in words.
 * @param {Now} now
 * @param {Float64Array} probs
 * @param {number} marked
 * @param {string} word
 */
function entries({ guesses }, probs, marked, word) {
  const best = Array.from(probs.keys()).sort((a, b) => probs[b] - probs[a] || a - b);
  return best.slice(0, SHOWN).map((i) => ({
    name: guesses[i],
    share: probs[i] / probs[best[0]],
    value: percent(probs[i]) + (i === marked ? `, ${word}` : ""),
    strong: i === marked,
  }));
}

/** The probability of what follows, beside an equal guess. @returns {Picture} */
export function surprise() {
  const list = barList(2);
  const set = (/** @type {Now} */ { guesses, way }) => {
    const p = way.blocks.probs[way.target];
    list.set("Probability", [
      { name: guesses[way.target], share: p, value: `${percent(p)}, follows`, strong: true },
      { name: "1/27", share: 1 / 27, value: `${percent(1 / 27)}, an equal guess` },
    ]);
  };
  return { el: list.el, set };
}

/** The gradient of the logits, and how long that of each matrix is. @returns {Picture} */
export function blame() {
  const logits = strip("gradient of the logits");
  const list = barList(9);
  list.el.classList.add("mg-signal-lengths");
  return {
    el: h("div", {}, logits.el, list.el),
    set: ({ guesses, way }) => {
      const most = Math.max(...way.lengths.map(({ length }) => length)) || 1;
      logits.set(way.blame, { names: guesses, marked: way.target });
      list.set(
        "Length of the gradient of each matrix",
        way.lengths.map(({ matrix, length }) => ({
          name: matrix,
          share: length / most,
          value: brief(length),
        })),
      );
    },
  };
}
