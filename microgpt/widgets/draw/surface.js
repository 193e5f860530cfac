/**
 * A height over the plane, as a surface that can be turned or as a map seen from above. The same
 * drawing makes both.
 */

import { choice } from "../kit/controls.js";
import { h, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { snap } from "./numberline.js";

const WIDTH = 340;
const HEIGHT = 312;
const BANDS = 10;
const TURN = 10;
const RISE = 1.35; // RISE: of the full height, beside half a side
const OPENING = { azimuth: 32, elevation: 27 };
const LOWEST = 8;
const HIGHEST = 85;

/** @typedef {{ azimuth: number, elevation: number, flat: boolean }} View  in degrees */
/** @typedef {(x: number, y: number, z: number) => [number, number]} Project */

/**
 * How points of the box -1..1, -1..1, 0..1 fall onto the picture; no perspective.
 * @param {View} view
 * @returns {{ project: Project, sin: number, cos: number }} with the sine and cosine of the azimuth
 */
export function projection({ azimuth, elevation, flat }) {
  const a = flat ? 0 : (azimuth * Math.PI) / 180;
  const e = flat ? Math.PI / 2 : (elevation * Math.PI) / 180;
  const sin = Math.sin(a);
  const cos = Math.cos(a);
  const over = Math.sin(e);
  const up = flat ? 0 : Math.cos(e);
  const size = flat ? 126 : 112;
  return {
    sin,
    cos,
    project: (x, y, z) => [
      WIDTH / 2 + (flat ? 8 : 0) + size * (x * cos - y * sin),
      HEIGHT / 2 - (flat ? 8 : 0) - size * ((x * sin + y * cos) * over + (z - 0.5) * up * RISE),
    ],
  };
}

/**
 * From the farthest to the nearest of `n` rows, where farther means a larger (rising) or a smaller
 * index.
 * @param {number} n
 * @param {boolean} rising
 */
export function farFirst(n, rising) {
  return Array.from({ length: n }, (_, i) => (rising ? n - 1 - i : i));
}

/** A round number at or above the highest value: the top of the scale. @param {number} highest */
export function topOf(highest) {
  return (
    [1, 2, 3, 4, 6, 8, 12, 16, 24].find((top) => highest <= top) ?? Math.ceil(highest / 10) * 10
  );
}

/**
 * Which of the scale's bands a height is in, from 0.
 * @param {number} z
 * @param {number} top
 */
export function band(z, top) {
  return Math.max(0, Math.min(BANDS - 1, Math.floor((BANDS * z) / top)));
}

/** How dark a band is. @param {number} index */
const tint = (index) => `${6 + Math.round((94 * index) / (BANDS - 1))}%`;

/**
 * @param {{ name: string, reach: number, step: number, cells?: number,
 *   axes: [string, string, string], onPoint: (x: number, y: number) => void }} options
 *   reach: both axes go from -reach to reach; step: what the point moves by on the map; axes: the
 *   names of x, y and the height
 */
export function surface({ name, reach, step, cells = 16, axes: [xName, yName, zName], onPoint }) {
  const view = { ...OPENING, flat: false };
  const shapes = Array.from({ length: cells * cells }, () =>
    s("polygon", { class: "mg-surface-cell" }),
  );
  // what stands in each shape: what stays is not touched
  const drawn = shapes.map(() => ({ points: "", index: -1 }));
  const base = s("path", { class: "mg-surface-base" });
  const folds = s("path", { class: "mg-surface-fold" });
  const stems = s("path", { class: "mg-surface-stem" });
  const dotLayer = s("g");
  const stem = s("path", { class: "mg-surface-pole" });
  const spot = s("circle", { class: "mg-surface-spot", r: 6.5 });
  const value = s("text", { class: "mg-surface-value" });
  const point = s("g", { class: "mg-handle" }, s("circle", { class: "mg-target", r: 18 }), spot);
  const texts = Array.from({ length: 8 }, () => s("text", { class: "mg-surface-text" }));
  const picture = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "mg-surface", tabindex: 0, role: "slider" },
    base,
    ...texts,
    ...shapes,
    folds,
    stems,
    dotLayer,
    stem,
    point,
    value,
  );
  const scale = Array.from({ length: BANDS }, (_, i) =>
    s("rect", { class: "mg-surface-cell", x: 26 + i * 22, y: 0, width: 22, height: 9 }),
  );
  const marks = [0, 5, 10].map((i) =>
    s("text", { x: 26 + i * 22, y: 23, "text-anchor": "middle" }),
  );
  const legend = s(
    "svg",
    { viewBox: "0 0 272 26", class: "mg-surface-legend", role: "img" },
    s("text", { x: 4, y: 9, class: "mg-dial-name" }, zName),
    ...scale,
    ...marks,
  );
  scale.forEach((shape, index) => shape.style.setProperty("--tint", tint(index)));
  const kind = choice({
    name: "View",
    options: [
      { value: "3", label: "3-D" },
      { value: "2", label: "map" },
    ],
    value: "3",
    onInput: (to) => {
      view.flat = to === "2";
      draw();
    },
  });
  const back = h(
    "button",
    { type: "button", class: "mg-button mg-small", onclick: () => reset() },
    "Reset view",
  );
  const el = h(
    "div",
    { class: "mg-surface-box" },
    h("div", { class: "mg-row mg-surface-controls" }, kind.el, back),
    picture,
    legend,
  );
  /**
   * @type {{ height: (x: number, y: number) => number, point: [number, number],
   *   dots: [number, number, number][], lines: [number, number][][] }}
   */
  let shown = { height: () => 0, point: [0, 0], dots: [], lines: [] };

  function draw() {
    const { project, sin, cos } = projection(view);
    const { height, dots } = shown;
    const n = cells + 1;
    const at = (/** @type {number} */ i) => -1 + (2 * i) / cells;
    const z = Array.from({ length: n * n }, (_, k) =>
      height(reach * at(k % n), reach * at(Math.floor(k / n))),
    );
    const top = topOf(Math.max(...z, ...dots.map((dot) => dot[2]), 2));
    const place = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ up) =>
      project(x / reach, y / reach, up / top)
        .map((v) => v.toFixed(1))
        .join(" ");
    const corner = z.map((up, k) =>
      project(at(k % n), at(Math.floor(k / n)), up / top)
        .map((v) => v.toFixed(1))
        .join(","),
    );
    let next = 0;
    for (const j of farFirst(cells, cos > 0)) {
      for (const i of farFirst(cells, sin > 0)) {
        const k = j * n + i;
        const index = band((z[k] + z[k + 1] + z[k + n] + z[k + n + 1]) / 4, top);
        paint(next++, `${corner[k]} ${corner[k + 1]} ${corner[k + n + 1]} ${corner[k + n]}`, index);
      }
    }
    drawFrame(project, sin, cos, top);
    folds.setAttribute(
      "d",
      shown.lines
        .map((line) =>
          line.map(([x, y], i) => `${i ? "L" : "M"}${place(x, y, height(x, y))}`).join(""),
        )
        .join(""),
    );
    stems.setAttribute(
      "d",
      dots.map(([x, y, up]) => `M${place(x, y, height(x, y))}L${place(x, y, up)}`).join(""),
    );
    while (dotLayer.childElementCount < dots.length) dotLayer.append(s("circle"));
    while (dotLayer.childElementCount > dots.length) dotLayer.lastElementChild?.remove();
    dots.forEach(([x, y, up], i) => {
      const circle = dotLayer.children[i];
      const gap = up - height(x, y);
      const [cx, cy] = project(x / reach, y / reach, up / top);
      circle.setAttribute("class", gap >= -1e-9 ? "mg-surface-dot" : "mg-surface-dot mg-below");
      circle.setAttribute(
        "r",
        view.flat ? (2.5 + Math.min(6, 4 * Math.abs(gap))).toFixed(1) : "3.2",
      );
      circle.setAttribute("cx", cx.toFixed(1));
      circle.setAttribute("cy", cy.toFixed(1));
    });
    const [px, py] = shown.point;
    const up = height(px, py);
    const [sx, sy] = project(px / reach, py / reach, up / top);
    stem.setAttribute("d", `M${place(px, py, 0)}L${place(px, py, up)}`);
    point.setAttribute("transform", `translate(${sx.toFixed(1)} ${sy.toFixed(1)})`);
    value.textContent = `${zName} = ${fmt(up)}`;
    value.setAttribute("x", String(sx > WIDTH - 80 ? sx - 12 : sx + 12));
    value.setAttribute("y", String(sy - 10));
    value.setAttribute("text-anchor", sx > WIDTH - 80 ? "end" : "start");
    marks.forEach((mark, i) => {
      mark.textContent = fmt((i * top) / 2);
    });
    legend.setAttribute("aria-label", `${zName} from 0, pale, to ${fmt(top)}, dark`);
    say(up);
  }

  /**
   * @param {number} at which shape
   * @param {string} points
   * @param {number} index of its band
   */
  function paint(at, points, index) {
    const shape = shapes[at];
    const was = drawn[at];
    if (points !== was.points) shape.setAttribute("points", points);
    if (index !== was.index) shape.style.setProperty("--tint", tint(index));
    drawn[at] = { points, index };
  }

  /**
   * The floor, the upright scale at its left corner, and the names of the axes.
   * @param {Project} project
   * @param {number} sin
   * @param {number} cos
   * @param {number} top
   */
  function drawFrame(project, sin, cos, top) {
    const p = (/** @type {[number, number, number]} */ spot) =>
      project(...spot)
        .map((v) => v.toFixed(1))
        .join(" ");
    const corners = /** @type {[number, number][]} */ ([
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ]);
    const [lx, ly] = corners.reduce((left, one) =>
      project(...one, 0)[0] < project(...left, 0)[0] - 0.01 ? one : left,
    );
    base.setAttribute(
      "d",
      `M${corners.map(([x, y]) => p([x, y, 0])).join("L")}Z${view.flat ? "" : `M${p([lx, ly, 0])}L${p([lx, ly, 1])}`}`,
    );
    const fx = cos > 0 ? -1 : 1;
    const fy = sin > 0 || view.flat ? -1 : 1;
    const away = view.flat ? 1.1 : 1.16; // the sides in front
    const labels = /** @type {[string, [number, number, number], number][]} */ ([
      [xName, [0, fx * (away + 0.06), 0], 0],
      [fmt(-reach), [-1, fx * away, 0], 0],
      [fmt(reach), [1, fx * away, 0], 0],
      [yName, [fy * (view.flat ? 1.13 : away + 0.06), 0, 0], 0],
      [fmt(-reach), [fy * away, -1, 0], 0],
      [fmt(reach), [fy * away, 1, 0], 0],
      [fmt(top / 2), [lx, ly, 0.5], -9],
      [`${zName} ${fmt(top)}`, [lx, ly, 1], -9],
    ]);
    labels.forEach(([text, spot, aside], i) => {
      const [x, y] = project(...spot);
      const hidden = i > 5 && view.flat;
      texts[i].textContent = hidden ? "" : text;
      texts[i].setAttribute("x", (x + aside).toFixed(1));
      texts[i].setAttribute("y", (y + 4).toFixed(1));
      texts[i].setAttribute("text-anchor", aside ? "end" : "middle");
      texts[i].classList.toggle("mg-dial-name", i === 0 || i === 3);
    });
  }

  /** For those who cannot see it. @param {number} up */
  function say(up) {
    const [x, y] = shown.point;
    const at = `${xName} ${fmt(x)}, ${yName} ${fmt(y)}, ${zName} ${fmt(up)}`;
    const says = view.flat
      ? {
          "aria-label": `${name} from above: the arrow keys move the point`,
          "aria-valuemin": -reach,
          "aria-valuemax": reach,
          "aria-valuenow": x,
          "aria-valuetext": at,
        }
      : {
          "aria-label": `${name}: the arrow keys turn it`,
          "aria-valuemin": 0,
          "aria-valuemax": 359,
          "aria-valuenow": Math.round(((view.azimuth % 360) + 360) % 360),
          "aria-valuetext": `turned by ${Math.round(((view.azimuth % 360) + 360) % 360)} degrees, seen from ${Math.round(view.elevation)} degrees above; ${at}`,
        };
    for (const [key, text] of Object.entries(says)) picture.setAttribute(key, String(text));
  }

  /**
   * @param {number} azimuth
   * @param {number} elevation
   */
  function turn(azimuth, elevation) {
    view.azimuth = azimuth;
    view.elevation = Math.min(HIGHEST, Math.max(LOWEST, elevation));
    draw();
  }
  function reset() {
    view.flat = false;
    kind.set("3");
    turn(OPENING.azimuth, OPENING.elevation);
  }
  const inside = (/** @type {number} */ v) => snap(v, -reach, reach, step);

  picture.addEventListener("keydown", (event) => {
    const move = /** @type {Record<string, [number, number]>} */ ({
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
      PageUp: [0, 5],
      PageDown: [0, -5],
      Home: [-99, 0],
      End: [99, 0],
    })[event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const [dx, dy] = move;
    const [x, y] = shown.point;
    if (view.flat) onPoint(inside(x + dx * step), inside(y + dy * step));
    else if (Math.abs(dx) > 1) reset();
    else turn(view.azimuth + TURN * dx, view.elevation + (TURN / 2) * dy);
  });
  let from = { x: 0, y: 0, ...view };
  picture.addEventListener("pointerdown", (event) => {
    const onPoint =
      event.pointerType === "mouse" || point.contains(/** @type {Node} */ (event.target));
    // on the map a finger beside the point taps or scrolls
    if (!event.isPrimary || (view.flat && !onPoint)) return;
    picture.setPointerCapture(event.pointerId);
    from = { x: event.clientX, y: event.clientY, ...view };
    if (view.flat) place(event);
  });
  picture.addEventListener("click", (event) => {
    if (view.flat) place(event);
  });
  picture.addEventListener("pointercancel", () => {
    if (!view.flat) turn(from.azimuth, from.elevation);
  }); // it was a scroll
  picture.addEventListener("pointermove", (event) => {
    if (!picture.hasPointerCapture(event.pointerId)) return;
    if (view.flat) place(event);
    else
      turn(
        from.azimuth + (event.clientX - from.x) * 0.5,
        from.elevation + (event.clientY - from.y) * 0.35,
      );
  });

  /** On the map: the point goes where the pointer is. @param {MouseEvent} event */
  function place(event) {
    const box = picture.getBoundingClientRect();
    const { project } = projection(view);
    const [ox, oy] = project(0, 0, 0);
    const [ex] = project(1, 0, 0);
    const perPixel = WIDTH / box.width / (ex - ox);
    onPoint(
      inside((event.clientX - box.left - (ox * box.width) / WIDTH) * perPixel * reach),
      inside(-(event.clientY - box.top - (oy * box.width) / WIDTH) * perPixel * reach),
    );
  }

  /**
   * @param {typeof shown} next
   *   dots: points [x, y, height] to aim at, with a stem to the surface; lines: drawn on the
   *   surface
   */
  function set(next) {
    shown = next;
    draw();
  }
  return { el, set, reset };
}
