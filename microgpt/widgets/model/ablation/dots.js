/** A row of dots for each model, one for each seed, all on one axis; the whole model's band behind. */

import { attributes, s, watchWidth } from "../../kit/dom.js";
import { fmt } from "../../kit/format.js";
import { ticks } from "../../draw/ticks.js";
import { nats } from "./words.js";

/** @typedef {import("../ablation.js").Now} Now */
/** @typedef {import("../ablation.js").Row} Row */

const NARROW = 480; // px: names stand above their dots
const LABELS = 112; // px for the names beside them
const EDGE = 12;
const FOOT = 40; // for the axis
const LEAST_RANGE = 0.02; // nats: else a single dot would have no axis
const MARGIN = 0.06; // of the range, free at both ends
const RADIUS = 4;
const SCATTER = [0, -5, 5]; // so that equal losses stay apart

export function dots() {
  const el = s("svg", { class: "mg-ablation-dots", role: "img" });
  let width = 640;
  let now = /** @type {Now | null} */ (null);

  function draw() {
    if (!now) return;
    el.setAttribute("aria-label", spoken(now));
    el.replaceChildren(...picture(el, now, width));
  }
  watchWidth(el, (next) => {
    width = next;
    draw();
  });
  return {
    el,
    /** @param {Now} next */
    set(next) {
      now = next;
      draw();
    },
  };
}

/** @param {(number | null)[]} losses */
const known = (losses) => losses.filter((loss) => loss !== null);

/** @param {Now} now */
function spoken({ rows }) {
  const each = rows.map(({ label, losses }) => {
    const all = known(losses);
    if (all.length === 0) return `${label}: no run yet`;
    return `${label}: ${nats(Math.min(...all))} to ${nats(Math.max(...all))}`;
  });
  return `Held-out loss of each run. ${each.join("; ")}.`;
}

/**
 * @param {SVGSVGElement} el
 * @param {Now} now
 * @param {number} width
 */
function picture(el, { rows }, width) {
  const narrow = width < NARROW;
  const left = narrow ? EDGE : LABELS;
  const pitch = narrow ? 50 : 30;
  const floor = rows.length * pitch + 6;
  const range = rangeOf(rows.flatMap(({ losses }) => known(losses)));
  const px = (/** @type {number} */ loss) =>
    left + ((loss - range[0]) / (range[1] - range[0])) * (width - left - EDGE);
  attributes(el, { viewBox: `0 0 ${width} ${floor + FOOT}`, height: floor + FOOT });
  return [
    ...axis(range, px, floor, width, left),
    ...band(known(rows[0].losses), px, floor),
    ...rows.flatMap((row, i) => {
      const middle = i * pitch + (narrow ? 34 : 19);
      const name = narrow
        ? { x: left, y: middle - 13 }
        : { x: left - 14, y: middle + 4, "text-anchor": "end" };
      return [
        s("text", { class: "mg-ablation-name", ...name }, row.label),
        ...marks(row, px, middle),
      ];
    }),
  ];
}

/**
 * What the axis shows.
 * @param {number[]} losses
 */
function rangeOf(losses) {
  if (losses.length === 0) return [2.3, 2.5];
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  const range = Math.max(LEAST_RANGE, high - low);
  const middle = (low + high) / 2;
  const half = range * (0.5 + MARGIN);
  return [middle - half, middle + half];
}

/**
 * @param {number[]} range
 * @param {(loss: number) => number} px
 * @param {number} floor
 * @param {number} width
 * @param {number} left
 */
function axis([low, high], px, floor, width, left) {
  const at = ticks(low, high, (width - left) / 80);
  return [
    ...at.flatMap((t) => [
      s("path", { class: "mg-grid", d: `M${px(t)} 4V${floor}` }),
      s("text", { x: px(t), y: floor + 15, "text-anchor": "middle" }, fmt(t, 4)),
    ]),
    s("path", { class: "mg-axis", d: `M${left} ${floor}H${width - EDGE}` }),
    s(
      "text",
      { x: width - EDGE, y: floor + 33, "text-anchor": "end" },
      "held-out loss (nats per token)",
    ),
  ];
}

/**
 * From the best run of the whole model to the worst.
 * @param {number[]} losses
 * @param {(loss: number) => number} px
 * @param {number} floor
 */
function band(losses, px, floor) {
  if (losses.length < 2) return [];
  const [x, end] = [px(Math.min(...losses)), px(Math.max(...losses))];
  return [
    s("rect", { class: "mg-ablation-band", x, y: 4, width: end - x, height: floor - 4 }),
    s("path", { class: "mg-ablation-edge", d: `M${x} 4V${floor}M${end} 4V${floor}` }),
  ];
}

/**
 * The dots of a model, and a stroke at their mean.
 * @param {Row} row
 * @param {(loss: number) => number} px
 * @param {number} middle
 */
function marks({ name, losses, numbers }, px, middle) {
  const kind = name === "whole" ? "mg-ablation-dot mg-ablation-whole" : "mg-ablation-dot";
  const all = losses.flatMap((loss, i) =>
    loss === null
      ? []
      : [
          s("circle", {
            class: kind,
            cx: px(loss),
            cy: middle + SCATTER[i % SCATTER.length],
            r: RADIUS,
          }),
        ],
  );
  if (!numbers || all.length < 2) return all;
  const mean = s("path", {
    class: "mg-ablation-mean",
    d: `M${px(numbers.mean)} ${middle - 11}V${middle + 11}`,
  });
  return [...all, mean];
}
