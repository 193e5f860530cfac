/**
 * The fold that looks inside the model on view: where its heads look in a name, and how its symbols
 * lie to one another.
 */

import { heatmap } from "../draw/heatmap.js";
import { symbolsIn } from "../engine/corpus.js";
import { principal, project } from "../engine/projection.js";
import { freshId, h, s } from "../kit/dom.js";
import { fmt, percent } from "../kit/format.js";

const SIZE = 300;
const PAD = 16;
const START = "·"; // START: the token before the first symbol

/** @typedef {import("../engine/checkpoint.js").Engine} Engine */

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
  const id = freshId();
  const input = h("input", {
    type: "text",
    id,
    class: "mg-text",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    oninput: draw,
  });
  const note = h("p", { class: "mg-train-note", role: "status" });
  const heads = h("div", { class: "mg-train-heads" });
  const points = s("g");
  const picture = s(
    "svg",
    { viewBox: `0 0 ${SIZE} ${SIZE}`, class: "mg-train-map", role: "img" },
    s("path", { class: "mg-grid", d: `M0 ${SIZE / 2}H${SIZE}M${SIZE / 2} 0V${SIZE}` }),
    points,
  );
  const near = h("p", { class: "mg-train-facts" });
  const el = h(
    "details",
    { class: "mg-train-fold" },
    h("summary", {}, "Look inside: attention and embeddings"),
    h(
      "div",
      { class: "mg-field mg-train-word" },
      h("label", { for: id }, "Attention on a name you type"),
      input,
    ),
    note,
    heads,
    h(
      "p",
      { class: "mg-train-facts" },
      "Each symbol’s vector, seen along the two directions in which the vectors differ most. The axes keep still from step to step.",
    ),
    picture,
    near,
  );
  el.addEventListener("toggle", () => {
    if (el.open) draw();
  });
  let maps = /** @type {ReturnType<typeof heatmap>[]} */ ([]);
  let mapped = "";
  let written = "";
  let basis = /** @type {import("../engine/projection.js").Basis | null} */ (null);
  let labels = /** @type {SVGTextElement[]} */ ([]);

  /** @param {Engine} engine */
  function attention(engine) {
    const { kept, unknown } = symbolsIn(input.value, engine.tokenizer.chars);
    const most = engine.model.config.block_size - 1;
    const symbols = kept.slice(0, most);
    note.textContent = [
      unknown.length &&
        `This model has never seen ${unknown
          .slice(0, 3)
          .map((one) => (/\s/.test(one) ? "a space" : `“${one}”`))
          .join(", ")}: left out.`,
      kept.length > most && `It is shown the first ${most} symbols.`,
    ]
      .filter(Boolean)
      .join(" ");
    const names = [START, ...symbols.map((one) => (one === " " ? "␣" : one))];
    const found = attentionOf(engine, symbols);
    const key = JSON.stringify([names, found.length]);
    if (key !== mapped) {
      mapped = key;
      const called = (/** @type {number} */ i) => (i ? `“${names[i]}”` : "the start");
      maps = found.map((_, head) =>
        heatmap({
          name: `attention of head ${head + 1}`,
          rows: names,
          columns: names,
          limit: 1,
          hint: `Head ${head + 1}`,
          describe: (row, column, value) =>
            column > row
              ? `Head ${head + 1}: ${called(row)} cannot look ahead.`
              : `Head ${head + 1}: ${called(row)} looks at ${called(column)}: ${percent(value)}.`,
        }),
      );
      heads.replaceChildren(...maps.map((map) => map.el));
    }
    maps.forEach((map, head) => map.set(found[head]));
  }

  /** @param {Engine} engine */
  function map(engine) {
    const vectors = embeddings(engine);
    const key = engine.tokenizer.chars.join("");
    basis = principal(vectors, basis);
    const places = project(vectors, basis);
    const reach = places.flat().reduce((most, x) => Math.max(most, Math.abs(x)), 1e-9);
    if (key !== written) {
      written = key;
      labels = [...engine.tokenizer.chars, START].map((one) =>
        s("text", { "text-anchor": "middle", dy: ".35em" }, one === " " ? "␣" : one),
      );
      points.replaceChildren(...labels);
    }
    const unit = (SIZE / 2 - PAD) / reach;
    places.forEach(([x, y], i) =>
      labels[i].setAttribute(
        "transform",
        `translate(${(SIZE / 2 + x * unit).toFixed(1)} ${(SIZE / 2 - y * unit).toFixed(1)})`,
      ),
    );
    const pair = closest(vectors);
    const name = (/** @type {number} */ i) => engine.tokenizer.chars[i] ?? "start and end";
    near.textContent = `${START} is the start and end. Closest in all ${vectors[0].length} numbers: “${name(pair.a)}” and “${name(pair.b)}”, ${fmt(pair.distance)} apart.`;
    picture.setAttribute("aria-label", `map of the embeddings. ${near.textContent}`);
  }

  /** @param {Engine} engine */
  function set(engine) {
    if (!el.open) return;
    attention(engine);
    map(engine);
  }
  return { el, set, input };
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
