/** All matrices as rectangles to one scale, so that areas can be compared. */

import { attributes, h, s, watchWidth } from "../../kit/dom.js";
import { clamp } from "../../kit/numbers.js";
import { percent } from "./words.js";

/** @typedef {import("../parameter_counter.js").State} State */
/** @typedef {import("./words.js").Counted} Counted */
/** @typedef {{ x: number, y: number, wide: number, tall: number }} Rect */
/** @typedef {{ name: string, group: string, rects: Rect[] }} Drawn */

const FINER = 1.08; // between two heights that are tried
const LABEL = 16; // px above the rectangles
const ROOM = 22; // px: a square that is smaller has no name
const APART = 5; // px: smaller squares have no edge
const SQUARES = ["attn_wq", "attn_wk", "attn_wv", "attn_wo"];

/**
 * How wide the parts of the picture are when it is `tall` rows high; in numbers, not in pixels.
 * @param {State} state
 * @param {number} tall
 */
function widths({ n_embd: n, n_layer, vocab_size, block_size }, tall) {
  const gap = Math.max(0.2 * n, 0.02 * tall);
  const stack = Math.max(1, Math.floor((tall + gap / 2) / (4 * n + gap / 2))); // layers in a column
  const [tokens, positions] = [vocab_size, block_size].map((rows) => Math.ceil(rows / tall) * n);
  const layers = tokens + positions + 2 * gap; // where they begin
  const output = layers + Math.ceil(n_layer / stack) * (layerWidth(n, gap / 2) + gap);
  return { gap, stack, positions: tokens + gap, layers, output, wide: output + tokens };
}

/**
 * Where each matrix lies when the picture is `tall` rows high.
 * @param {State} state
 * @param {number} tall
 */
export function layOut(state, tall) {
  const { n_embd: n, n_layer, vocab_size, block_size } = state;
  const { gap, stack, positions, layers, output, wide } = widths(state, tall);
  const places = Array.from({ length: n_layer }, (_, i) => ({
    x: layers + Math.floor(i / stack) * (layerWidth(n, gap / 2) + gap),
    y: (i % stack) * (4 * n + gap / 2),
  }));
  const inLayers = layer(n, gap / 2).map((one) => ({
    ...one,
    rects: places.flatMap((place) => shifted(one.rects, place)),
  }));
  const vectors = (/** @type {number} */ rows, /** @type {number} */ x) =>
    shifted(strips(rows, n, tall), { x, y: 0 });
  const drawn = [
    { name: "wte", group: "embeddings", rects: vectors(vocab_size, 0) },
    { name: "wpe", group: "embeddings", rects: vectors(block_size, positions) },
    ...inLayers,
    { name: "lm_head", group: "output", rects: vectors(vocab_size, output) },
  ];
  return { drawn, wide, tall };
}

/**
 * A matrix of n columns; what is too tall for the picture goes on in the next strip.
 * @param {number} rows
 * @param {number} n
 * @param {number} tall
 */
function strips(rows, n, tall) {
  return Array.from({ length: Math.ceil(rows / tall) }, (_, i) => ({
    x: i * n,
    y: 0,
    wide: n,
    tall: Math.min(tall, rows - i * tall),
  }));
}

/** @param {number} n @param {number} gap */
const layerWidth = (n, gap) => 6 * n + 2 * gap;

/**
 * A layer is three columns: the four squares of attention, fc1 standing, fc2 lying.
 * @param {number} n
 * @param {number} gap
 */
function layer(n, gap) {
  /** @type {(name: string, group: string, rect: Rect) => Drawn} */
  const drawing = (name, group, rect) => ({ name, group, rects: [rect] });
  const drawn = SQUARES.map((name, k) =>
    drawing(name, "attention", { x: 0, y: k * n, wide: n, tall: n }),
  );
  drawn.push(drawing("mlp_fc1", "MLP", { x: n + gap, y: 0, wide: n, tall: 4 * n }));
  drawn.push(drawing("mlp_fc2", "MLP", { x: 2 * (n + gap), y: 0, wide: 4 * n, tall: n }));
  return drawn;
}

/** @param {Rect[]} rects @param {{ x: number, y: number }} by */
function shifted(rects, { x, y }) {
  return rects.map((rect) => ({ ...rect, x: rect.x + x, y: rect.y + y }));
}

/**
 * The height at which the picture can be drawn largest in a place of so many pixels.
 * @param {State} state
 * @param {number} width
 * @param {number} height
 */
export function bestFit(state, width, height) {
  const { n_embd, n_layer, vocab_size, block_size } = state;
  const least = 4 * n_embd;
  const most = Math.max(1.1 * least * n_layer, vocab_size, block_size);
  let best = { tall: least, scale: 0 };
  for (let tall = least; tall <= most * FINER; tall = Math.ceil(tall * FINER)) {
    const scale = Math.min(width / widths(state, tall).wide, height / tall);
    if (scale > best.scale) best = { tall, scale };
  }
  return { ...layOut(state, best.tall), scale: best.scale };
}

export function areaPicture() {
  const svg = s("svg", { role: "img", class: "mg-count-area" });
  const el = h("div", { class: "mg-count-picture" }, svg);
  let shown = /** @type {[Counted, State] | null} */ (null);
  let width = 0;
  function draw() {
    if (!shown || !width) return;
    const [counted, state] = shown;
    const height = clamp(Math.round(0.42 * width), 150, 280);
    const fit = bestFit(state, width, height);
    attributes(svg, {
      viewBox: `0 ${-LABEL} ${width} ${height + LABEL}`,
      "aria-label": `areas: ${counted.groups
        .map(({ name, share }) => `${name} ${percent(share)}`)
        .join(", ")}`,
    });
    svg.replaceChildren(...shapes(fit, state.n_embd));
  }
  /** @param {Counted} counted @param {State} state */
  function set(counted, state) {
    shown = [counted, state];
    draw();
  }
  watchWidth(el, (next) => {
    width = next;
    draw();
  });
  return { el, set };
}

/**
 * A path for each matrix, and its name where there is room.
 * @param {ReturnType<typeof bestFit>} fit
 * @param {number} n
 */
function shapes({ drawn, scale }, n) {
  const side = n * scale;
  const edge = side < APART ? " mg-count-fine" : "";
  const paths = drawn.map(({ group, rects }) =>
    s("path", {
      class: `mg-count-${group.toLowerCase()}${edge}`,
      d: rects
        .map(({ x, y, wide, tall }) => {
          const [left, top, across, down] = [x, y, wide, tall].map((z) => (z * scale).toFixed(2));
          return `M${left} ${top}h${across}v${down}h-${across}z`;
        })
        .join(""),
    }),
  );
  if (side < ROOM) return paths;
  return [...paths, ...drawn.map((one) => label(one, scale, one === drawn.at(-1)))];
}

/**
 * @param {Drawn} one
 * @param {number} scale
 * @param {boolean} last its name ends where the picture ends
 */
function label({ name, rects }, scale, last) {
  const { x, y, wide, tall } = rects[0];
  const end = rects[rects.length - 1];
  if (SQUARES.includes(name)) {
    const middle = { x: (x + wide / 2) * scale, y: (y + tall / 2) * scale + 4 };
    return s("text", { ...middle, "text-anchor": "middle" }, name.replace("attn_", ""));
  }
  const place = last
    ? { x: (end.x + end.wide) * scale, y: -5, "text-anchor": "end" }
    : { x: x * scale, y: y * scale - 5 };
  return s("text", place, name.replace("mlp_", ""));
}
