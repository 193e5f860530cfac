/** What has been computed of a letter so far, and the cache that its key and value join. */

import { h, setText } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { NOT_YET } from "../not_yet.js";
import { upright } from "./brackets.js";
import { STAGES, done } from "./words.js";

/** @typedef {import("../attention_stepper.js").Now} Now */

const COLUMNS = ["key", "value", "q · k", "÷ √2", "weight"];

/** @param {number} longest tokens */
export function stagePicture(longest) {
  const [x, n, q, k, v] = ["x", "n", "q", "k", "v"].map((name) => named(name, `mg-c-${name}`));
  const [blend, output, added] = [
    named("blend"),
    named("wo · blend"),
    named("x + wo · blend", "mg-step-sum"),
  ];
  const cache = cacheTable(longest);
  const own = h("p", { class: "mg-step-title" });
  const el = h(
    "div",
    { class: "mg-step-picture" },
    own,
    h("div", { class: "mg-step-row" }, ...[x, n, q, k, v].map((one) => one.el)),
    cache.el,
    h("p", { class: "mg-step-title" }, "What comes of it"),
    h("div", { class: "mg-step-row" }, ...[blend, output, added].map((one) => one.el)),
  );

  /** @param {Now} now */
  function set(now) {
    const { steps, at, letters } = now;
    const mine = steps[at];
    setText(own, `${letters[at]}, at position ${at}`);
    x.set(mine.x, false);
    n.set(mine.normed, false);
    Object.entries({ q, k, v, blend, output, added }).forEach(([name, one]) =>
      one.set(done(now, name) ? mine[/** @type {"q"} */ (name)] : null, STAGES[now.step] === name),
    );
    cache.set(now);
  }
  return { el, set };
}

/**
 * @param {string} name
 * @param {string} [colour]
 */
function named(name, colour = "") {
  const { el, set } = upright(colour);
  const title = h("span", { class: `mg-vec-name ${colour}` }, name);
  return { el: h("span", { class: "mg-vec-named" }, title, " ", el), set };
}

/**
 * A row for each letter in the cache: its key and value, and what the query makes of the key.
 * @param {number} longest
 */
function cacheTable(longest) {
  const heads = ["letter", ...COLUMNS];
  const rows = Array.from({ length: longest }, cacheRow);
  const el = h(
    "table",
    { class: "mg-step-cache" },
    h("caption", {}, "The cache, a row for each letter so far, and what the query finds"),
    h("thead", {}, h("tr", {}, ...heads.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, ...rows.map((row) => row.el)),
  );
  /** @param {Now} now */
  const set = (now) => rows.forEach((row, t) => row.set(now, t));
  return { el, set };
}

function cacheRow() {
  const name = h("th", { scope: "row" });
  const [k, v] = [upright("mg-c-k"), upright("mg-c-v")];
  const [product, score] = [h("span"), h("span")];
  const bar = h("span", { class: "mg-share-bar mg-step-bar" });
  const share = h("span");
  const weight = [share, h("span", {}, bar)];
  const cells = [[k.el], [v.el], [product], [score], weight].map((inside, i) =>
    h("td", { "data-name": COLUMNS[i] }, ...inside),
  );
  const el = h("tr", {}, name, ...cells);

  /**
   * @param {Now} now
   * @param {number} t
   */
  function set(now, t) {
    const { letters, steps, at, printed } = now;
    el.hidden = t > at;
    if (el.hidden) return;
    const [head] = steps[at].heads;
    const there = t < at || done(now, "cache");
    const joins = t === at && STAGES[now.step] === "cache";
    setText(name, letters[t]);
    k.set(there ? steps[t].k : null, joins);
    v.set(there ? steps[t].v : null, joins);
    const stage = (/** @type {HTMLElement} */ cell, /** @type {string} */ key, text = "") => {
      write(cell, done(now, key) ? text : null, STAGES[now.step] === key);
    };
    stage(product, "product", fixed(head.products[t]));
    stage(score, "score", fixed(head.scores[t]));
    stage(share, "weight", printed[t]);
    bar.style.setProperty("--share", String(done(now, "weight") ? head.weights[t] : 0));
    el.classList.toggle("mg-step-mine", t === at);
  }
  return { el, set };
}

/**
 * @param {HTMLElement} element
 * @param {string | null} text
 * @param {boolean} fresh
 */
function write(element, text, fresh) {
  setText(element, text ?? NOT_YET);
  element.classList.toggle("mg-not-yet", text === null);
  element.classList.toggle("mg-fresh", fresh);
}
