/** The query and the keys as arrows of a plane. */

import { plane } from "../draw/plane.js";

/** @typedef {import("./soft_lookup.js").Lookup} Lookup */

/**
 * The keys as fixed arrows, the query as one that is dragged. A key is as strong as its weight.
 * @param {{ reach: number, step: number, names: string[],
 *   onMove: (q: number[]) => void }} options
 */
export function keyPlane({ reach, step, names, onMove }) {
  const picture = plane({
    name: "the query and the keys as arrows",
    reach,
    step,
    angle: false,
    arrows: [
      { name: "q", colour: "q" },
      ...names.map((name) => ({ name, colour: "k", fixed: true })),
    ],
    onMove: (_, x, y) => onMove([x, y]),
  });
  const shafts = picture.el.querySelectorAll(".mg-arrow-fixed");
  /**
   * @param {Lookup} state
   * @param {number[] | null} weights
   */
  function set({ q, k }, weights) {
    picture.set([q, ...k]);
    shafts.forEach((shaft, i) =>
      /** @type {SVGElement} */ (shaft).style.setProperty("--weight", String(weights?.[i] ?? 0)),
    );
  }
  return { el: picture.el, set };
}
