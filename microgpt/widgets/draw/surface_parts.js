/** The parts of a surface: its cells, the frame round it, points to aim at, the scale. */

import { attributes, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { BANDS, band, farFirst } from "./viewpoint.js";

const BAND = 22; // how wide one is in the scale

/**
 * What all parts are drawn from: `project` takes points of the box -1..1, -1..1, 0..1, `place`
 * those of the function, whose heights go from 0 to `top`.
 * @typedef {{ project: import("./viewpoint.js").Project, sin: number, cos: number, flat: boolean,
 *   place: import("./viewpoint.js").Project, height: (x: number, y: number) => number,
 *   reach: number, top: number }} Scene
 */

/** @param {number[]} point */
const text = (point) => point.map((v) => v.toFixed(1)).join(" ");

/** How dark a band is. @param {number} index */
const tint = (index) => `${6 + Math.round((94 * index) / (BANDS - 1))}%`;

/** Heights of the corners of all cells, the smallest y first. @param {number} cells */
export function corners(cells) {
  const n = cells + 1;
  const at = (/** @type {number} */ i) => -1 + (2 * i) / cells;
  return Array.from({ length: n * n }, (_, k) => [at(k % n), at(Math.floor(k / n))]);
}

/**
 * All parts of the picture, in the order in which they are drawn over each other.
 * @param {number} cells
 * @param {[string, string, string]} axes
 * @param {number} width of the picture
 */
export function surfaceParts(cells, axes, width) {
  const frame = box(axes);
  const ground = mesh(cells);
  const folds = s("path", { class: "mg-surface-fold" });
  const points = aims();
  const mark = spot(axes[2], width);
  const els = [frame.base, ...frame.texts, ...ground.shapes, folds, points.stems, points.dots];
  els.push(mark.pole, mark.handle, mark.value);

  /**
   * @param {Scene} scene
   * @param {number[]} z the heights of the corners
   * @param {{ point: [number, number], dots: [number, number, number][],
   *   lines: [number, number][][] }} shown
   */
  function set(scene, z, { point, dots, lines }) {
    frame.set(scene);
    ground.set(scene, z);
    folds.setAttribute("d", onSurface(scene, lines));
    points.set(scene, dots);
    mark.set(scene, point);
  }
  return { els, handle: mark.handle, set };
}

/** The surface itself, as cells painted from the farthest to the nearest. @param {number} cells */
function mesh(cells) {
  const shapes = Array.from({ length: cells * cells }, () =>
    s("polygon", { class: "mg-surface-cell" }),
  );
  const places = corners(cells);
  // what stands in each shape: what stays is not touched
  const drawn = shapes.map(() => ({ points: "", index: -1 }));

  /**
   * @param {number} at which shape
   * @param {string} points
   * @param {number} index of its band
   */
  function paint(at, points, index) {
    const was = drawn[at];
    if (points !== was.points) shapes[at].setAttribute("points", points);
    if (index !== was.index) shapes[at].style.setProperty("--tint", tint(index));
    drawn[at] = { points, index };
  }

  /**
   * @param {Scene} scene
   * @param {number[]} z the heights of the corners
   */
  function set({ project, sin, cos, top }, z) {
    const corner = z.map((up, k) =>
      project(places[k][0], places[k][1], up / top)
        .map((v) => v.toFixed(1))
        .join(","),
    );
    let next = 0;
    for (const j of farFirst(cells, cos > 0)) {
      for (const i of farFirst(cells, sin > 0)) {
        const a = j * (cells + 1) + i;
        const around = [a, a + 1, a + cells + 2, a + cells + 1];
        const mean = (z[a] + z[a + 1] + z[a + cells + 1] + z[a + cells + 2]) / 4;
        paint(next++, around.map((k) => corner[k]).join(" "), band(mean, top));
      }
    }
  }
  return { shapes, set };
}

/**
 * The floor, the upright scale at its left corner, and the names of the axes.
 * @param {[string, string, string]} axes
 */
function box([xName, yName, zName]) {
  const base = s("path", { class: "mg-surface-base" });
  const texts = Array.from({ length: 8 }, () => s("text", { class: "mg-surface-text" }));

  /** @param {Scene} scene */
  function set({ project, sin, cos, flat, reach, top }) {
    const floor = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ];
    const [lx, ly] = floor.reduce((left, one) =>
      project(one[0], one[1], 0)[0] < project(left[0], left[1], 0)[0] - 0.01 ? one : left,
    );
    const ground = floor.map(([x, y]) => text(project(x, y, 0))).join("L");
    const pole = flat ? "" : `M${text(project(lx, ly, 0))}L${text(project(lx, ly, 1))}`;
    base.setAttribute("d", `M${ground}Z${pole}`);
    const fx = cos > 0 ? -1 : 1;
    const fy = sin > 0 || flat ? -1 : 1;
    const away = flat ? 1.1 : 1.16; // the sides in front
    const names = /** @type {[string, [number, number, number], number][]} */ ([
      [xName, [0, fx * (away + 0.06), 0], 0],
      [fmt(-reach), [-1, fx * away, 0], 0],
      [fmt(reach), [1, fx * away, 0], 0],
      [yName, [fy * (flat ? 1.13 : away + 0.06), 0, 0], 0],
      [fmt(-reach), [fy * away, -1, 0], 0],
      [fmt(reach), [fy * away, 1, 0], 0],
      [flat ? "" : fmt(top / 2), [lx, ly, 0.5], -9],
      [flat ? "" : `${zName} ${fmt(top)}`, [lx, ly, 1], -9],
    ]);
    names.forEach(([name, spot, aside], i) => {
      const [x, y] = project(...spot);
      texts[i].textContent = name;
      attributes(texts[i], {
        x: (x + aside).toFixed(1),
        y: (y + 4).toFixed(1),
        "text-anchor": aside ? "end" : "middle",
      });
      texts[i].classList.toggle("mg-dial-name", i === 0 || i === 3);
    });
  }
  return { base, texts, set };
}

/** Points to aim at, each with a stem to the surface. */
function aims() {
  const stems = s("path", { class: "mg-surface-stem" });
  const dots = s("g");

  /**
   * @param {Scene} scene
   * @param {[number, number, number][]} points x, y and height
   */
  function set({ place, height, flat }, points) {
    stems.setAttribute(
      "d",
      points
        .map(([x, y, up]) => `M${text(place(x, y, height(x, y)))}L${text(place(x, y, up))}`)
        .join(""),
    );
    while (dots.childElementCount < points.length) dots.append(s("circle"));
    while (dots.childElementCount > points.length) dots.lastElementChild?.remove();
    points.forEach(([x, y, up], i) => {
      const gap = up - height(x, y);
      const [cx, cy] = place(x, y, up);
      attributes(dots.children[i], {
        class: gap >= -1e-9 ? "mg-surface-dot" : "mg-surface-dot mg-below",
        r: flat ? (2.5 + Math.min(6, 4 * Math.abs(gap))).toFixed(1) : "3.2",
        cx: cx.toFixed(1),
        cy: cy.toFixed(1),
      });
    });
  }
  return { stems, dots, set };
}

/**
 * Lines drawn on the surface, as the data of one path.
 * @param {Scene} scene
 * @param {[number, number][][]} lines
 */
function onSurface({ place, height }, lines) {
  const point = (/** @type {[number, number]} */ [x, y]) => text(place(x, y, height(x, y)));
  return lines.map((line) => (line.length ? `M${line.map(point).join("L")}` : "")).join("");
}

/**
 * The point that can be moved: on its pole, with its height as a number.
 * @param {string} zName
 * @param {number} width of the picture
 */
function spot(zName, width) {
  const pole = s("path", { class: "mg-surface-pole" });
  const value = s("text", { class: "mg-surface-value" });
  const handle = s(
    "g",
    { class: "mg-handle" },
    s("circle", { class: "mg-target", r: 18 }),
    s("circle", { class: "mg-surface-spot", r: 6.5 }),
  );

  /**
   * @param {Scene} scene
   * @param {[number, number]} at
   */
  function set({ place, height }, [x, y]) {
    const up = height(x, y);
    const [px, py] = place(x, y, up);
    const late = px > width - 80; // no room for the number on its right
    pole.setAttribute("d", `M${text(place(x, y, 0))}L${text([px, py])}`);
    handle.setAttribute("transform", `translate(${text([px, py])})`);
    value.textContent = `${zName} = ${fmt(up)}`;
    attributes(value, {
      x: late ? px - 12 : px + 12,
      y: py - 10,
      "text-anchor": late ? "end" : "start",
    });
  }
  return { pole, value, handle, set };
}

/** What tint stands for what height. @param {string} zName */
export function legend(zName) {
  const scale = Array.from({ length: BANDS }, (_, i) =>
    s("rect", {
      class: "mg-surface-cell",
      x: 26 + i * BAND,
      y: 0,
      width: BAND,
      height: 9,
      style: { "--tint": tint(i) },
    }),
  );
  const marks = [0, 5, 10].map((i) =>
    s("text", { x: 26 + i * BAND, y: 23, "text-anchor": "middle" }),
  );
  const el = s(
    "svg",
    { viewBox: "0 0 272 26", class: "mg-surface-legend", role: "img" },
    s("text", { x: 4, y: 9, class: "mg-dial-name" }, zName),
    ...scale,
    ...marks,
  );
  /** @param {number} top */
  function set(top) {
    marks.forEach((mark, i) => {
      mark.textContent = fmt((i * top) / 2);
    });
    el.setAttribute("aria-label", `${zName} from 0, pale, to ${fmt(top)}, dark`);
  }
  return { el, set };
}
