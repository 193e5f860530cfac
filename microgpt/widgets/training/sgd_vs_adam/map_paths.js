/** Where both balls have been: SGD a line with discs, Adam a dashed line with diamonds. */

import { h, s } from "../../kit/dom.js";
import { clamp } from "../../kit/numbers.js";

/** @typedef {import("./balls.js").Ball} Ball */
/** @typedef {import("./balls.js").Now} Now */
/** @typedef {ReturnType<typeof import("../../draw/contour.js").contour>} Map */

const FAR = 2000; // pixels: enough to be out of sight
const MARKS = { sgd: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0", adam: "M0 -8L8 0L0 8L-8 0Z" };

/** @typedef {keyof typeof MARKS} Who */

/** @param {Map} map */
export function ballsOn(map) {
  const sgd = ball("sgd", map);
  const adam = ball("adam", map);
  /** @param {Now} now */
  function set(now) {
    sgd.set(now.sgd);
    adam.set(now.adam);
  }
  return { set };
}

/** @param {Who} who @param {Map} map */
function ball(who, map) {
  const parts = { class: `mg-race-${who}` };
  const trail = s("path", { class: "mg-race-trail" });
  const dots = s("path", { class: "mg-race-dots" });
  const mark = s("path", { class: "mg-race-mark", d: MARKS[who] });
  map.over.append(s("g", parts, trail, dots, mark));
  const near = (/** @type {number} */ p) => clamp(p, -FAR, FAR).toFixed(1);

  /** @param {Ball} ball */
  function set({ visits }) {
    const places = visits.map(({ at: [w1, w2] }) => `${near(map.px(w1))} ${near(map.py(w2))}`);
    trail.setAttribute("d", `M${places.join("L")}`);
    dots.setAttribute("d", places.map((place) => `M${place}h0`).join(""));
    mark.setAttribute("transform", `translate(${places[places.length - 1]})`);
  }
  return { set };
}

/** What the marks mean. */
export function legend() {
  const key = (/** @type {Who} */ who, /** @type {string} */ name) =>
    h(
      "span",
      {},
      s(
        "svg",
        { viewBox: "-22 -9 44 18", class: "mg-race-key", "aria-hidden": "true" },
        s(
          "g",
          { class: `mg-race-${who}` },
          s("path", { class: "mg-race-trail", d: "M-22 0H22" }),
          s("path", { class: "mg-race-mark", d: MARKS[who] }),
        ),
      ),
      name,
    );
  return h("p", { class: "mg-race-legend" }, key("sgd", "SGD"), key("adam", "Adam"));
}
