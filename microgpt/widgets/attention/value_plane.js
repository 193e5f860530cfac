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
    s("text", { "text-anchor": "middle", y: -12 }, "out"),
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
      place(points[i], value, at(value), weight);
      attributes(pulls[i], {
        d: blend ? `M${at(value)}L${at(blend)}` : "",
        "stroke-width": STRONG * weight,
      });
    });
    if (blend) out.setAttribute("transform", `translate(${at(blend)})`);
    attributes(out, { visibility: blend ? null : "hidden" });
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

/**
 * Its name stands on the side that looks away from the middle.
 * @param {SVGGElement} group
 * @param {number[]} value
 * @param {string} at
 * @param {number} weight
 */
function place(group, [x, y], at, weight) {
  const length = Math.hypot(x, y) || 1;
  const [circle, name] = group.children;
  group.setAttribute("transform", `translate(${at})`);
  circle.setAttribute("r", String(LEAST + MORE * Math.sqrt(weight)));
  attributes(name, { x: (ASIDE * x) / length, y: (-ASIDE * y) / length + 5 });
}
