/** Letters on a map, at two times; between them each goes the straight way. */

import { pointer } from "../draw/handle.js";
import { attributes, s } from "../kit/dom.js";

const WIDTH = 320;
const PAD = 18;
const NEAR = 24; // how close a press must be to a letter

/**
 * The frame that holds all places and 0, all directions to one scale: its height, and where a place
 * stands in it.
 * @param {number[][]} places
 */
function frame(places) {
  const [xs, ys] = [0, 1].map((i) => [0, ...places.map((place) => place[i])]);
  const [left, top] = [Math.min(...xs), Math.max(...ys)];
  const unit = (WIDTH - 2 * PAD) / (Math.max(...xs) - left || 1);
  return {
    height: Math.ceil((top - Math.min(...ys)) * unit) + 2 * PAD,
    /** @param {number[]} place */
    spot: ([x, y]) => [PAD + (x - left) * unit, PAD + (top - y) * unit],
  };
}

/**
 * `places` are the same tokens' places at two times, around 0.
 * @param {{ tokens: string[], places: number[][][], onPick: (token: string) => void }} options
 */
export function embeddingPicture({ tokens, places, onPick }) {
  const { height, spot } = frame(places.flat());
  const [zeroX, zeroY] = spot([0, 0]);
  const lines = s("path", { class: "mg-map-lines" });
  const ring = s("circle", { class: "mg-map-ring", r: 12 });
  const names = tokens.map((token) =>
    s("text", { class: "mg-map-name", "text-anchor": "middle", dy: ".35em" }, token),
  );
  const el = s(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${height}`,
      class: "mg-embedding-map",
      role: "img",
      "aria-label": "map of the tokens; the table below says the same in numbers",
    },
    s("path", { class: "mg-grid", d: `M0 ${zeroY}H${WIDTH}M${zeroX} 0V${height}` }),
    lines,
    ring,
    ...names,
  );
  let now = places[1];
  let chosen = 0;
  let near = /** @type {number[]} */ ([]);
  const at = (/** @type {number} */ i) => spot(now[i]);

  function draw() {
    names.forEach((name, i) => {
      const [x, y] = at(i);
      attributes(name, { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` });
    });
    const [x, y] = at(chosen);
    attributes(ring, { cx: x, cy: y });
    lines.setAttribute("d", near.map((i) => `M${x} ${y}L${at(i).join(" ")}`).join(""));
  }

  /** @param {number} t 0: the first time, 1: the second */
  function move(t) {
    now = places[0].map((from, i) => from.map((x, j) => x + t * (places[1][i][j] - x)));
    draw();
  }

  /**
   * @param {number} letter
   * @param {number[]} neighbours
   */
  function choose(letter, neighbours) {
    chosen = letter;
    near = neighbours;
    names.forEach((name, i) => {
      name.classList.toggle("mg-map-chosen", i === chosen);
      name.classList.toggle("mg-map-near", near.includes(i));
    });
    draw();
  }

  el.addEventListener("pointerdown", (event) => {
    const [x, y] = pointer(event, el, WIDTH);
    const away = tokens.map((_, i) => Math.hypot(at(i)[0] - x, at(i)[1] - y));
    const nearest = away.indexOf(Math.min(...away));
    if (away[nearest] < NEAR) onPick(tokens[nearest]);
  });
  return { el, move, choose };
}
