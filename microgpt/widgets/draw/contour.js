/**
 * A function of two numbers over a square, as contour lines and tints; with a point that can be
 * dragged, if wanted.
 */

import { freshId, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { ticks } from "./line.js";

const LEFT = 30;
const TOP = 8;
const SIDE = 262;
const RIGHT = 8;
const BOTTOM = 36;
const APART = 24;
const MARGIN = 12;

/**
 * The values of f on a grid of cells + 1 by cells + 1 places, the row of the smallest y first. What
 * is no number is -Infinity.
 * @param {(x: number, y: number) => number} f
 * @param {[number, number]} range
 * @param {number} cells
 */
export function sample(f, [low, high], cells) {
  const at = (/** @type {number} */ i) => low + (i * (high - low)) / cells;
  const n = cells + 1;
  return Float64Array.from({ length: n * n }, (_, k) => {
    const value = f(at(k % n), at(Math.floor(k / n)));
    return Number.isFinite(value) ? value : value === Infinity ? Number.MAX_VALUE : -Infinity;
  });
}

/**
 * The region where the values are `level` or more, as closed loops of [column, row] on a grid of n
 * by n places.
 *
 * Marching squares. Round the grid everything counts as low, so every loop closes. Walking round a
 * cell, the region is entered on one edge and left on another: the line runs from where it is left
 * back to where it was entered, and in the next cell that edge has the other part. So each edge
 * begins one piece of line and ends one, and pieces link by edges.
 * @param {ArrayLike<number>} values
 * @param {number} n
 * @param {number} level
 */
export function regions(values, n, level) {
  const value = (/** @type {number} */ i, /** @type {number} */ j) =>
    i < 0 || j < 0 || i >= n || j >= n ? -Infinity : values[j * n + i];
  const next = /** @type {Map<number, number>} */ (new Map());
  const place = /** @type {Map<number, number[]>} */ (new Map());

  /**
   * Where the level lies between two neighbours; a low place without number is passed over at once.
   */
  function cross(
    /** @type {number} */ i,
    /** @type {number} */ j,
    /** @type {number} */ k,
    /** @type {number} */ l,
  ) {
    const from = value(i, j);
    const to = value(k, l);
    const share = from === -Infinity ? 1 : to === -Infinity ? 0 : (level - from) / (to - from);
    const edge = 2 * ((Math.min(j, l) + 1) * (n + 2) + Math.min(i, k) + 1) + (i === k ? 1 : 0);
    place.set(edge, [i + share * (k - i), j + share * (l - j)]);
    return edge;
  }
  for (let j = -1; j < n; j++) {
    for (let i = -1; i < n; i++) {
      const corners = [
        [i, j],
        [i + 1, j],
        [i + 1, j + 1],
        [i, j + 1],
      ];
      const high = corners.map(([x, y]) => value(x, y) >= level);
      if (high.every((one) => one === high[0])) continue;
      const turn = [0, 1, 2, 3].find((k) => !high[k] && high[(k + 1) % 4]) ?? 0;
      let entered = -1;
      for (let k = turn; k < turn + 4; k++) {
        const a = k % 4;
        const b = (k + 1) % 4;
        if (high[a] === high[b]) continue;
        const edge = cross(corners[a][0], corners[a][1], corners[b][0], corners[b][1]);
        if (high[b]) entered = edge;
        else next.set(edge, entered);
      }
    }
  }
  const loops = [];
  while (next.size) {
    const loop = [];
    let edge = /** @type {number} */ (next.keys().next().value);
    while (next.has(edge)) {
      loop.push(/** @type {number[]} */ (place.get(edge)));
      const to = /** @type {number} */ (next.get(edge));
      next.delete(edge);
      edge = to;
    }
    loops.push(loop);
  }
  return loops;
}

/**
 * Where the names of the levels stand: as high on its line as a name finds room. In pixels; null
 * where there is none.
 * @param {number[][][]} lines the places of each level
 * @param {(place: number[]) => boolean} inside
 */
export function labelPlaces(lines, inside) {
  const taken = /** @type {number[][]} */ ([]);
  return lines.map((places) => {
    const free = places.filter(
      (one) => inside(one) && taken.every(([x, y]) => Math.hypot(x - one[0], y - one[1]) >= APART),
    );
    if (!free.length) return null;
    const best = free.reduce((a, b) => (b[1] < a[1] ? b : a));
    taken.push(best);
    return best;
  });
}

/**
 *     const map = contour({ name: "the loss", range: [-3, 3], axes: ["w1", "w2"], point: { name:
 *     "the ball", step: 0.1, onMove } }); map.set((x, y) => x * x + y * y, [1, 2, 4, 8]);
 *     map.place(2, 1, "loss 5");
 *
 * A press on the map places the point there. On a touch screen only the point itself holds the page
 * still: elsewhere a tap places it and a drag scrolls.
 *
 * @param {{ name: string, range: [number, number], axes: [string, string], colour?: string,
 *   cells?: number,
 *   point?: { name: string, colour?: string, step: number, onMove: (x: number, y: number) => void } }} options
 *   range: what is shown in both directions; colour: the tint of high ground; cells: how fine the
 *   lines are computed; step: what one arrow key moves, and what dragging snaps to
 */
export function contour({ name, range, axes, colour = "loss", cells = 60, point }) {
  const [low, high] = range;
  const unit = SIDE / (high - low);
  const clip = freshId();
  const px = (/** @type {number} */ x) => LEFT + (x - low) * unit;
  const py = (/** @type {number} */ y) => TOP + (high - y) * unit;
  const marks = ticks(low, high, 6);
  const bands = s("g");
  const names = s("g");
  const over = s("g", { "clip-path": `url(#${clip})` });
  const handle =
    point &&
    s(
      "g",
      {
        class: "mg-handle",
        style: { "--c": `var(--${point.colour ?? "data"})` },
        tabindex: 0,
        role: "slider",
        "aria-label": point.name,
        "aria-valuemin": low,
        "aria-valuemax": high,
      },
      s("circle", { r: 16, class: "mg-target" }),
      s("circle", { r: 7.5, class: "mg-knob" }),
    );
  const frame = { x: LEFT, y: TOP, width: SIDE, height: SIDE };
  const el = s(
    "svg",
    {
      viewBox: `0 0 ${LEFT + SIDE + RIGHT} ${TOP + SIDE + BOTTOM}`,
      class: "mg-contour",
      role: "group",
      "aria-label": name,
      style: { "--c": `var(--${colour})` },
    },
    s("clipPath", { id: clip }, s("rect", frame)),
    s("rect", { ...frame, class: "mg-contour-floor" }),
    bands,
    s("rect", { ...frame, class: "mg-contour-frame" }),
    names,
    ...marks.flatMap((m) => [
      s("path", { class: "mg-axis", d: `M${px(m)} ${TOP + SIDE}v4M${LEFT} ${py(m)}h-4` }),
      s("text", { x: px(m), y: TOP + SIDE + 16, "text-anchor": "middle" }, fmt(m)),
      s("text", { x: LEFT - 7, y: py(m) + 4, "text-anchor": "end" }, fmt(m)),
    ]),
    s(
      "text",
      { x: LEFT + SIDE / 2, y: TOP + SIDE + 32, "text-anchor": "middle", class: "mg-contour-axis" },
      axes[0],
    ),
    s("text", { x: 2, y: py((low + high) / 2) - unit / 2 + 4, class: "mg-contour-axis" }, axes[1]),
    over,
    handle,
  );
  let at = [0, 0];

  if (handle && point) listen(handle, point.step, point.onMove);

  /**
   * @param {SVGGElement} handle
   * @param {number} step
   * @param {(x: number, y: number) => void} onMove
   */
  function listen(handle, step, onMove) {
    const snap = (/** @type {number} */ v) =>
      Number(Math.max(low, Math.min(high, Math.round(v / step) * step)).toFixed(6));
    const move = (/** @type {number[]} */ [x, y]) => onMove(snap(x), snap(y));
    const mine = (/** @type {Event} */ event) =>
      handle.contains(/** @type {Node} */ (event.target));
    const inside = (/** @type {number[]} */ place) => place.every((v) => v >= low && v <= high);
    /** @param {MouseEvent} event */
    const here = (event) => {
      const box = el.getBoundingClientRect();
      const perPixel = (LEFT + SIDE + RIGHT) / box.width;
      return [
        low + ((event.clientX - box.left) * perPixel - LEFT) / unit,
        high - ((event.clientY - box.top) * perPixel - TOP) / unit,
      ];
    };
    el.addEventListener("pointerdown", (event) => {
      const onMap = event.pointerType === "mouse" && inside(here(event));
      if (event.button !== 0 || !(mine(event) || onMap)) return;
      if (!mine(event)) move(here(event));
      handle.setPointerCapture(event.pointerId);
      event.preventDefault();
      handle.focus({ preventScroll: true });
    });
    handle.addEventListener("pointermove", (event) => {
      if (handle.hasPointerCapture(event.pointerId)) move(here(event));
    });
    // A tap, not the beginning of a scroll, is a click in the end.
    el.addEventListener("click", (event) => {
      if (
        /** @type {PointerEvent} */ (event).pointerType !== "mouse" &&
        !mine(event) &&
        inside(here(event))
      )
        move(here(event));
    });
    handle.addEventListener("keydown", (event) => {
      const way = /** @type {Record<string, [number, number]>} */ ({
        ArrowLeft: [-step, 0],
        ArrowRight: [step, 0],
        ArrowUp: [0, step],
        ArrowDown: [0, -step],
        PageUp: [0, 10 * step],
        PageDown: [0, -10 * step],
        Home: [low - high, 0],
        End: [high - low, 0],
      })[event.key];
      if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      move([at[0] + way[0], at[1] + way[1]]);
    });
  }

  /**
   * Draw a function.
   * @param {(x: number, y: number) => number} f
   * @param {number[]} levels from low to high
   */
  function set(f, levels) {
    const values = sample(f, range, cells);
    const scale = SIDE / cells;
    const loops = levels.map((level) =>
      regions(values, cells + 1, level).map((loop) =>
        loop.map(([i, j]) => [LEFT + i * scale, TOP + SIDE - j * scale]),
      ),
    );
    while (bands.childElementCount > levels.length) bands.lastElementChild?.remove();
    while (bands.childElementCount < levels.length)
      bands.append(s("path", { class: "mg-contour-band", "fill-rule": "evenodd" }));
    loops.forEach((some, i) => {
      const band = /** @type {SVGPathElement} */ (bands.children[i]);
      band.style.setProperty("--tint", `${(40 * (i + 1)) / levels.length}%`);
      band.setAttribute(
        "d",
        some
          .map((loop) => `M${loop.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`)
          .join(""),
      );
    });
    const places = labelPlaces(
      loops.map((some) => some.flat()),
      ([x, y]) =>
        x > LEFT + MARGIN &&
        x < LEFT + SIDE - MARGIN &&
        y > TOP + MARGIN &&
        y < TOP + SIDE - MARGIN,
    );
    names.replaceChildren(
      ...places.flatMap((place, i) =>
        place
          ? [
              s(
                "text",
                {
                  x: place[0],
                  y: place[1] + 3.5,
                  "text-anchor": "middle",
                  class: "mg-contour-name",
                },
                fmt(levels[i]),
              ),
            ]
          : [],
      ),
    );
  }

  /**
   * Put the point somewhere; outside the map it waits at the edge.
   * @param {number} x
   * @param {number} y
   * @param {string} [words] what it stands on
   */
  function place(x, y, words = "") {
    if (!handle) return;
    at = [x, y].map((v) => Math.max(low, Math.min(high, v)));
    handle.setAttribute("transform", `translate(${px(at[0])} ${py(at[1])})`);
    handle.classList.toggle("mg-contour-off", at[0] !== x || at[1] !== y);
    handle.setAttribute("aria-valuenow", String(at[0]));
    handle.setAttribute(
      "aria-valuetext",
      `${axes[0]} ${fmt(x)}, ${axes[1]} ${fmt(y)}${words ? `, ${words}` : ""}`,
    );
  }
  return { el, set, place, over, px, py };
}
