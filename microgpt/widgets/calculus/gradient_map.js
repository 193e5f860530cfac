/**
 * A loss of two parameters as a map: the gradient at a point, and the two partial slopes it is made
 * of.
 */

import { flat, isMinimum, LANDSCAPES, REACH } from "../engine/landscapes.js";
import { h, s } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { ground, short } from "./ground.js";

/** @typedef {{ landscape: string, point: number[] }} State */

const LONGEST = 76;
const HALF = 4;
const WIDTH = 260;
const HEIGHT = 118;
const PAD = 8;
const FLOOR = 98;

/** @param {State} state */
export function compute({ landscape, point: [w1, w2] }) {
  const { loss, gradient } = LANDSCAPES[landscape];
  const slopes = gradient(w1, w2);
  return {
    loss: loss(w1, w2),
    slopes,
    length: Math.hypot(...slopes),
    level: flat(slopes),
    minimum: flat(slopes) && isMinimum(LANDSCAPES[landscape], w1, w2),
  };
}

/**
 * The gradient as an arrow on the screen, in pixels: a longer one is steeper, but what is steep is
 * squeezed.
 * @param {number[]} slopes
 */
export function arrow(slopes) {
  const length = Math.hypot(...slopes);
  if (flat(slopes)) return [0, 0];
  const shown = LONGEST * Math.sqrt(length / (length + HALF));
  return slopes.map((slope) => (slope / length) * shown);
}

/** In words: which way is up. @param {State} state */
export function tell(state) {
  const { slopes, level, minimum } = compute(state);
  if (minimum)
    return "Both slopes are 0: the arrow vanishes. Every way from here leads up. This is a minimum.";
  if (level)
    return "Both slopes are 0: the arrow vanishes. Yet this is no minimum: from here some ways lead down.";
  const ways = slopes
    .map((slope, i) =>
      Math.abs(slope) < 0.00005 ? "" : `${slope > 0 ? "larger" : "smaller"} w${i + 1}`,
    )
    .filter(Boolean);
  const faint =
    Math.hypot(...slopes) < 0.1
      ? " It is nearly flat here: the arrow is hidden under the point."
      : "";
  return `Uphill is towards ${ways.join(" and ")}. The steepest way down is the exact opposite.${faint}`;
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["landscape", "point"],
    name: "The gradient on a map",
    caption:
      "Drag the point, press anywhere on the map, or use the arrow keys. Each line joins places with the same loss, and its number is that loss. A longer arrow is a steeper slope.",
  });
  const move = (/** @type {number} */ w1, /** @type {number} */ w2) =>
    view.set({ point: [w1, w2] });
  const land = ground({
    landscape: model.get("landscape"),
    at: model.get("point"),
    mapName: "map of the loss",
    pointName: "the point",
    coordinates: ["w1", "w2"],
    onLandscape: (landscape) => view.set({ landscape }),
    onMove: move,
    onTyped: move,
  });
  const arrows = {
    down: pointer("mg-map-down"),
    parts: [pointer("mg-map-part"), pointer("mg-map-part")],
    up: pointer("mg-map-up"),
  };
  const box = s("path", { class: "mg-map-box" });
  land.map.over.append(box, arrows.down.el, ...arrows.parts.map((one) => one.el), arrows.up.el);
  const numbers = h("p", { class: "mg-map-numbers" });
  const words = h("p", { class: "mg-facts mg-map-words" });
  const sections = [section(0), section(1)];
  view.body.append(
    land.choice,
    h(
      "div",
      { class: "mg-columns" },
      h("div", {}, land.map.el, key(), land.fields),
      h("div", {}, numbers, words, ...sections.map((one) => one.el)),
    ),
  );

  return view.show((/** @type {State} */ state) => {
    const { loss, slopes, level } = compute(state);
    const [w1, w2] = state.point;
    land.set(state.landscape, state.point, state.point, loss);
    const x = land.map.px(w1);
    const y = land.map.py(w2);
    const [across, up] = arrow(slopes);
    arrows.up.set(x, y, x + across, y - up);
    arrows.down.set(x, y, x - across, y + up);
    arrows.parts[0].set(x, y, x + across, y);
    arrows.parts[1].set(x, y, x, y - up);
    box.setAttribute("d", level ? "" : `M${x + across} ${y}V${y - up}H${x}`);
    const pair = slopes.map((slope) => short(slope));
    numbers.replaceChildren(
      ...line("loss", h("b", { class: "mg-c-loss" }, short(loss))),
      ...line("slope along w1", h("b", { class: "mg-c-grad" }, pair[0])),
      ...line("slope along w2", h("b", { class: "mg-c-grad" }, pair[1])),
      ...line("gradient", h("b", { class: "mg-c-grad" }, `[${pair.join(", ")}]`)),
    );
    words.textContent = tell(state);
    sections.forEach((one) => one.set(state, slopes, loss));
    view.say(`loss ${short(loss)}, gradient ${pair.join(" and ")}`);
  });
}

/**
 * @param {string} name
 * @param {Node} value
 */
function line(name, value) {
  return [h("span", {}, name), h("span", {}, "= ", value)];
}

/** An arrow with a head that shrinks with it. @param {string} kind */
function pointer(kind) {
  const shaft = s("path");
  const tip = s("path", { class: "mg-map-tip" });
  const el = s("g", { class: `mg-map-arrow ${kind}` }, shaft, tip);
  /**
   * @param {number} x
   * @param {number} y
   * @param {number} toX
   * @param {number} toY
   */
  function set(x, y, toX, toY) {
    const length = Math.hypot(toX - x, toY - y);
    const head = Math.min(9, length / 2.5);
    const turn = Math.atan2(toY - y, toX - x);
    const wing = (/** @type {number} */ a) =>
      `${toX - head * Math.cos(turn + a)} ${toY - head * Math.sin(turn + a)}`;
    shaft.setAttribute("d", length < 0.5 ? "" : `M${x} ${y}L${toX} ${toY}`);
    tip.setAttribute("d", length < 0.5 ? "" : `M${wing(0.5)}L${toX} ${toY}L${wing(-0.5)}`);
  }
  return { el, set };
}

/** What the arrows are. */
function key() {
  const kinds = /** @type {const} */ ([
    ["mg-map-up", "gradient: uphill"],
    ["mg-map-part", "its two parts"],
    ["mg-map-down", "steepest way down"],
  ]);
  return h(
    "p",
    { class: "mg-map-key" },
    ...kinds.map(([kind, name]) => {
      const sample = pointer(kind);
      sample.set(1, 5, 23, 5);
      return h(
        "span",
        {},
        s("svg", { viewBox: "0 0 26 10", "aria-hidden": "true" }, sample.el),
        name,
      );
    }),
  );
}

/**
 * The loss along one parameter, the other held still, with its tangent at the point.
 * @param {0 | 1} which
 */
function section(which) {
  const mine = `w${which + 1}`;
  const other = `w${2 - which}`;
  const px = (/** @type {number} */ w) => PAD + ((w + REACH) / (2 * REACH)) * (WIDTH - 2 * PAD);
  const curve = s("path", { class: "mg-map-curve" });
  const tangent = s("path", { class: "mg-map-tangent" });
  const dot = s("circle", { r: 5, class: "mg-map-dot" });
  const title = h("p", { class: "mg-map-title" });
  const picture = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" },
    s("path", {
      class: "mg-axis",
      d: `M${PAD} ${FLOOR}H${WIDTH - PAD}${[-REACH, 0, REACH].map((w) => `M${px(w)} ${FLOOR}v4`).join("")}`,
    }),
    ...[-REACH, 0, REACH].map((w) =>
      s("text", { x: px(w), y: FLOOR + 17, "text-anchor": "middle" }, w < 0 ? `−${-w}` : String(w)),
    ),
    s(
      "text",
      { x: px(REACH / 2), y: FLOOR + 17, "text-anchor": "middle", class: "mg-contour-axis" },
      mine,
    ),
    curve,
    tangent,
    dot,
  );

  /**
   * @param {State} state
   * @param {number[]} slopes
   * @param {number} loss
   */
  function set({ landscape, point }, slopes, loss) {
    const land = LANDSCAPES[landscape];
    const top = Math.max(land.top, loss * 1.05);
    const slope = slopes[which];
    const py = (/** @type {number} */ value) => FLOOR - (value / top) * (FLOOR - PAD);
    const at = (/** @type {number} */ w) =>
      which ? land.loss(point[0], w) : land.loss(w, point[1]);
    const places = Array.from({ length: 61 }, (_, i) => -REACH + i / 10)
      .map((w) => [w, at(w)])
      .filter(([, value]) => value <= top);
    curve.setAttribute(
      "d",
      places
        .map(
          ([w, value], i) =>
            `${i && w - places[i - 1][0] < 0.11 ? "L" : "M"}${px(w).toFixed(1)} ${py(value).toFixed(1)}`,
        )
        .join(""),
    );
    const x = px(point[which]);
    const y = py(loss);
    const rise = py(loss + slope) - y;
    const run = px(1) - px(0);
    const stretch = 46 / Math.hypot(run, rise);
    const room = (/** @type {number} */ way) =>
      (way * rise < 0 ? y - 2 : FLOOR + 4 - y) / (Math.abs(rise) || 1e-9);
    const reach = [1, -1].map((way) =>
      Math.min(stretch, (way > 0 ? WIDTH - 2 - x : x - 2) / run, room(way)),
    ); // it stays in its picture
    tangent.setAttribute(
      "d",
      `M${x - reach[1] * run} ${y - reach[1] * rise}L${x + reach[0] * run} ${y + reach[0] * rise}`,
    );
    dot.setAttribute("cx", String(x));
    dot.setAttribute("cy", String(y));
    title.replaceChildren(
      `Along ${mine}, ${other} held at ${short(point[1 - which], 2)}: slope `,
      h("b", { class: "mg-c-grad" }, short(slope)),
    );
    picture.setAttribute(
      "aria-label",
      `loss along ${mine}, ${other} held at ${short(point[1 - which], 2)}; its tangent has slope ${short(slope)}`,
    );
  }
  return { el: h("div", { class: "mg-map-section" }, title, picture), set };
}

export default { render };
