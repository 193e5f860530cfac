/**
 * The fold that looks inside the model on view: where its heads look in a name, and how its symbols
 * lie to one another.
 */

import { heatmap } from "../../draw/heatmap.js";
import { symbolsIn } from "../../engine/corpus.js";
import { principal, project } from "../../engine/projection.js";
import { VERBATIM } from "../../kit/controls.js";
import { freshId, h, s, setText } from "../../kit/dom.js";
import { fmt, percent } from "../../kit/format.js";
import { isolated } from "../../kit/isolated.js";

const SIZE = 300;
const PAD = 16;
const TITLE = "Look inside: attention and embeddings";
const START = "·"; // the token before the first symbol

/** @typedef {import("../../engine/checkpoint.js").Engine} Engine */

/**
 * For each head a row for each token: how much of it looks at which token so far.
 * @param {Engine} engine
 * @param {string[]} symbols that the model knows, at most as many as it reads
 */
export function attentionOf({ model, tokenizer }, symbols) {
  const cache = model.start();
  const tokens = tokenizer.encode(symbols.join("")).slice(0, -1).slice(0, model.config.block_size);
  const steps = tokens.map((token) => model.step(cache, token, { trace: true }).layers[0].weights);
  return Array.from({ length: model.config.n_head }, (_, head) =>
    steps.map((weights) => tokens.map((_, t) => weights[head][t] ?? 0)),
  );
}

/**
 * The rows of wte: one for each symbol, the last for the beginning and end.
 * @param {Engine} engine
 */
function embeddings({ model: { state_dict, config, vocabSize } }) {
  return Array.from({ length: vocabSize }, (_, i) =>
    state_dict.wte.slice(i * config.n_embd, (i + 1) * config.n_embd),
  );
}

/**
 * `draw` is called when the fold opens: nothing is computed while it is shut.
 * @param {{ draw: () => void }} options
 */
export function insideFold({ draw }) {
  const input = h("input", {
    type: "text",
    id: freshId(),
    class: "mg-text",
    ...VERBATIM,
    oninput: draw,
  });
  const note = h("p", { class: "mg-train-note", role: "status" });
  const heads = headMaps();
  const map = embeddingMap();
  const label = h("label", { for: input.id }, "Attention on a name you type");
  const summary = h("summary", {}, TITLE);
  const el = h(
    "details",
    { class: "mg-train-fold" },
    summary,
    h("div", { class: "mg-field mg-train-word" }, label, input),
    note,
    heads.el,
    h(
      "p",
      { class: "mg-train-facts" },
      "Each symbol’s vector, seen along the two directions in which the vectors differ most. " +
        "The axes keep still from round to round.",
    ),
    ...map.els,
  );
  el.addEventListener("toggle", () => {
    if (el.open) draw();
  });
  let offered = "";

  /** @param {Engine} engine */
  function set(engine) {
    if (!el.open) return;
    const { kept, unknown } = symbolsIn(input.value, engine.tokenizer.chars);
    const most = engine.model.config.block_size - 1;
    const symbols = kept.slice(0, most);
    setText(note, leftOut(unknown, kept.length > most ? most : 0));
    heads.set([START, ...symbols.map(visible)], attentionOf(engine, symbols));
    map.set(engine);
  }
  return {
    el,
    set,
    /** Which of two models it is. @param {string} letter */
    name: (letter) => setText(summary, letter ? `${TITLE} of ${letter}` : TITLE),
    /**
     * A word to look at; the reader's own stays until another one is offered.
     * @param {string} word
     */
    offer(word) {
      if (word !== offered) input.value = offered = word;
    },
  };
}

/** A space can be seen. @param {string} symbol */
const visible = (symbol) => (symbol === " " ? "␣" : symbol);

/**
 * What is not looked at of a word.
 * @param {string[]} unknown
 * @param {number} most symbols that are shown; 0: all of them
 */
function leftOut(unknown, most) {
  const some = unknown
    .slice(0, 3)
    .map((one) => (/\s/.test(one) ? "a space" : `“${isolated(one)}”`));
  const words = [
    some.length && `This model has never seen ${some.join(", ")}: left out.`,
    most && `It is shown the first ${most} symbols.`,
  ];
  return words.filter(Boolean).join(" ");
}

/** A picture for each head, made anew when the names at its sides change. */
function headMaps() {
  const el = h("div", { class: "mg-train-heads" });
  let maps = /** @type {ReturnType<typeof headMap>[]} */ ([]);
  let mapped = "";
  /**
   * @param {string[]} names
   * @param {number[][][]} found the weights of each head
   */
  function set(names, found) {
    const key = JSON.stringify([names, found.length]);
    if (key !== mapped) {
      mapped = key;
      maps = found.map((_, head) => headMap(`head ${head + 1}`, names));
      el.replaceChildren(...maps.map((map) => map.el));
    }
    maps.forEach((map, head) => map.set(found[head]));
  }
  return { el, set };
}

/**
 * @param {string} head
 * @param {string[]} names
 */
function headMap(head, names) {
  const called = (/** @type {number} */ i) => (i ? `“${isolated(names[i])}”` : "the start");
  const title = `H${head.slice(1)}`;
  return heatmap({
    name: `attention of ${head}`,
    rows: names,
    columns: names,
    limit: 1,
    hint: title,
    describe: (row, column, value) =>
      column > row
        ? `${title}: ${called(row)} cannot look ahead.`
        : `${title}: ${called(row)} looks at ${called(column)}: ${percent(value)}.`,
  });
}

/** Where the symbols' vectors lie, seen along two directions. */
function embeddingMap() {
  const points = s("g");
  const picture = s(
    "svg",
    { viewBox: `0 0 ${SIZE} ${SIZE}`, class: "mg-train-map", role: "img" },
    s("path", { class: "mg-grid", d: `M0 ${SIZE / 2}H${SIZE}M${SIZE / 2} 0V${SIZE}` }),
    points,
  );
  const near = h("p", { class: "mg-train-facts" });
  let written = "";
  let basis = /** @type {import("../../engine/projection.js").Basis | null} */ (null);

  /** @param {string[]} chars */
  function label(chars) {
    if (chars.join("") === written) return;
    written = chars.join("");
    const place = { "text-anchor": "middle", dy: ".35em" };
    points.replaceChildren(...[...chars, START].map((one) => s("text", place, visible(one))));
  }

  /** @param {Engine} engine */
  function set(engine) {
    const { chars } = engine.tokenizer;
    const vectors = embeddings(engine);
    basis = principal(vectors, basis);
    label(chars);
    place(points, project(vectors, basis));
    const { a, b, distance } = closest(vectors);
    const name = (/** @type {number} */ i) => `“${isolated(chars[i] ?? "start and end")}”`;
    const pair = `${name(a)} and ${name(b)}, ${fmt(distance)} apart`;
    const all = `Closest in all ${vectors[0].length} numbers`;
    setText(near, `${START} is the start and end. ${all}: ${pair}.`);
    picture.setAttribute("aria-label", `map of the embeddings. ${near.textContent}`);
  }
  return { els: [picture, near], set };
}

/**
 * @param {SVGGElement} points
 * @param {number[][]} places around 0
 */
function place(points, places) {
  const reach = places.flat().reduce((most, x) => Math.max(most, Math.abs(x)), 1e-9);
  const unit = (SIZE / 2 - PAD) / reach;
  places.forEach(([x, y], i) => {
    const [px, py] = [SIZE / 2 + x * unit, SIZE / 2 - y * unit];
    points.children[i].setAttribute("transform", `translate(${px.toFixed(1)} ${py.toFixed(1)})`);
  });
}

/** The two vectors with the least distance. @param {Float64Array[]} vectors */
export function closest(vectors) {
  let best = { a: 0, b: 1, distance: Infinity };
  for (let a = 0; a < vectors.length; a++) {
    for (let b = a + 1; b < vectors.length; b++) {
      let square = 0;
      for (let j = 0; j < vectors[a].length; j++) square += (vectors[a][j] - vectors[b][j]) ** 2;
      if (square < best.distance) best = { a, b, distance: square };
    }
  }
  return { ...best, distance: Math.sqrt(best.distance) };
}
