/** The values as points of a plane, and their blend: each value pulls at it with its weight. */

import { planeScale, sheet } from "../draw/plane.js";
import { attributes, s } from "../kit/dom.js";
import { list } from "../kit/format.js";
import { hull } from "./hull.js";

const ASIDE = 17; // of its point, where a name stands
const LEAST = 3; // radius of a value that counts nothing
const MORE = 7; // of one that counts alone
const STRONG = 6; // width of its string

/** @param {{ reach: number, labels: string[] }} options */
export function valuePlane({ reach, labels }) {
  const scale = planeScale(reach);
  const around = s("path", { class: "mg-hull" });
  const pulls = labels.map(() => s("path", { class: "mg-pull" }));
  const points = labels.map((label) => point(label));
  const out = s(
    "g",
    { class: "mg-out" },
    s("circle", { r: 7 }),
    s("text", { "text-anchor": "middle" }, "out"),
  );
  const el = sheet(scale, reach, { role: "img" }, around, ...pulls, ...points, out);

  /**
   * @param {number[][]} values
   * @param {number[] | null} weights
   * @param {number[] | null} blend
   */
  function set(values, weights, blend) {
    const at = (/** @type {number[]} */ [x, y]) => `${scale.px(x)} ${scale.py(y)}`;
    around.setAttribute("d", `M${hull(values).map(at).join("L")}Z`);
    values.forEach((value, i) => {
      const weight = weights?.[i] ?? 0;
      place(points[i], at(value), value, ASIDE);
      points[i].children[0].setAttribute("r", String(LEAST + MORE * Math.sqrt(weight)));
      attributes(pulls[i], {
        d: blend ? `M${at(value)}L${at(blend)}` : "",
        "stroke-width": STRONG * weight,
      });
    });
    attributes(out, { visibility: blend ? null : "hidden" });
    if (blend) place(out, at(blend), inwards(blend), 1.2 * ASIDE);
    const said = values.map((value, i) => `${labels[i]} ${list(value)}`).join(", ");
    el.setAttribute(
      "aria-label",
      `the values: ${said}; ${blend ? `their blend: ${list(blend)}` : "no blend"}`,
    );
  }
  return { el, set };
}

/** @param {string} label */
function point(label) {
  return s(
    "g",
    { class: "mg-value-point" },
    s("circle", {}),
    s("text", { "text-anchor": "middle" }, label),
  );
}

/** Towards the middle; upwards in the middle itself. @param {number[]} point */
const inwards = ([x, y]) => (x || y ? [-x, -y] : [0, 1]);

/**
 * A point goes to its place, and its name to one side of it. The names of the values look away from
 * the middle and that of the blend towards it, so that they do not meet.
 * @param {SVGGElement} group
 * @param {string} at
 * @param {number[]} way to that side
 * @param {number} aside how far
 */
function place(group, at, [x, y], aside) {
  const length = Math.hypot(x, y) || 1;
  const name = group.children[1];
  group.setAttribute("transform", `translate(${at})`);
  attributes(name, { x: (aside * x) / length, y: (-aside * y) / length + 5 });
}
