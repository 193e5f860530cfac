/**
 * An output over one input: the line, the line before the last change, a point to drag, and where
 * the ReLU switches on.
 */

import { snap } from "../kit/numbers.js";
import { s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

const WIDTH = 330;
const HEIGHT = 250;
const LEFT = 34;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 34;

/**
 * @param {{ name: string, xName: string, yName: string, reach: number, step: number,
 *   heights?: number[], onInput: (x: number) => void }} options
 *   reach: the input goes from -reach to reach; heights: what the upright axis may show, the first
 *   that has room for the point
 */
export function curve({ name, xName, yName, reach, step, heights = [4, 8, 16, 32], onInput }) {
  const wide = WIDTH - LEFT - RIGHT;
  const tall = HEIGHT - TOP - BOTTOM;
  const FINE = 128;
  let limit = heights[0];
  let current = 0;
  const px = (/** @type {number} */ x) => LEFT + ((x + reach) / (2 * reach)) * wide;
  const py = (/** @type {number} */ y) => TOP + ((limit - y) / (2 * limit)) * tall;
  const grid = s("path", { class: "mg-grid" });
  const axes = s("path", {
    class: "mg-axis",
    d: `M${LEFT} ${TOP + tall / 2}H${WIDTH - RIGHT}M${px(0)} ${TOP}V${TOP + tall}`,
  });
  const xs = [-reach, -reach / 2, 0, reach / 2, reach].map((x) =>
    s("text", { x: px(x), y: HEIGHT - BOTTOM + 17, "text-anchor": "middle" }, fmt(x)),
  );
  const ys = [1, 0.5, 0, -0.5, -1].map((part) => ({
    part,
    el: s("text", { x: LEFT - 7, "text-anchor": "end" }),
  }));
  const before = s("path", { class: "mg-curve-before" });
  const now = s("path", { class: "mg-curve-now" });
  const inner = s(
    "svg",
    {
      class: "mg-curve-inside",
      x: LEFT,
      y: TOP,
      width: wide,
      height: tall,
      viewBox: `${LEFT} ${TOP} ${wide} ${tall}`,
    },
    before,
    now,
  );
  const pole = s("path", { class: "mg-surface-pole" });
  const switchPole = s("path", { class: "mg-curve-switch" });
  const switchName = s("text", { class: "mg-curve-name mg-halo", "text-anchor": "middle" });
  const handle = s(
    "g",
    {
      class: "mg-handle",
      tabindex: 0,
      role: "slider",
      "aria-label": `${xName}, along the curve`,
      "aria-valuemin": -reach,
      "aria-valuemax": reach,
      style: { "--c": "var(--data)" },
    },
    s("circle", { r: 15, class: "mg-target" }),
    s("circle", { r: 7, class: "mg-knob" }),
  );
  const value = s("text", { class: "mg-surface-value" });
  const el = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "mg-curve", role: "group", "aria-label": name },
    grid,
    axes,
    ...xs,
    ...ys.map((one) => one.el),
    s(
      "text",
      { class: "mg-dial-name", x: WIDTH - RIGHT, y: HEIGHT - 2, "text-anchor": "end" },
      xName,
    ),
    s("text", { class: "mg-curve-name", x: LEFT, y: 9 }, yName),
    inner,
    pole,
    switchPole,
    switchName,
    handle,
    value,
  );

  handle.addEventListener("keydown", (event) => {
    const to = /** @type {Record<string, number>} */ ({
      ArrowLeft: current - step,
      ArrowDown: current - step,
      ArrowRight: current + step,
      ArrowUp: current + step,
      PageDown: current - 5 * step,
      PageUp: current + 5 * step,
      Home: -reach,
      End: reach,
    })[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onInput(snap(to, -reach, reach, step));
  });
  handle.addEventListener("pointerdown", (event) => {
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
    handle.focus();
  });
  handle.addEventListener("pointermove", (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const box = el.getBoundingClientRect();
    onInput(
      snap(
        ((((event.clientX - box.left) / box.width) * WIDTH - LEFT) / wide) * 2 * reach - reach,
        -reach,
        reach,
        step,
      ),
    );
  });

  /** @param {(x: number) => number} f */
  const line = (f) =>
    Array.from({ length: FINE + 1 }, (_, i) => -reach + (2 * reach * i) / FINE)
      .map((x, i) => `${i ? "L" : "M"}${px(x).toFixed(1)} ${py(f(x)).toFixed(1)}`)
      .join("");

  /**
   * @param {{ x: number, f: (x: number) => number, old?: ((x: number) => number) | null,
   *   bend?: number | null }} state
   *   old: the curve of the stage before; bend: where the ReLU switches on
   */
  function set({ x, f, old = null, bend = null }) {
    current = x;
    limit = heights.find((height) => Math.abs(f(x)) <= height) ?? heights[heights.length - 1];
    grid.setAttribute(
      "d",
      [1, 0.5, -0.5, -1].map((part) => `M${LEFT} ${py(part * limit)}H${WIDTH - RIGHT}`).join(""),
    );
    ys.forEach(({ part, el: text }) => {
      text.textContent = fmt(part * limit);
      text.setAttribute("y", String(py(part * limit) + 4));
    });
    now.setAttribute("d", line(f));
    before.setAttribute("d", old ? line(old) : "");
    const seen = bend !== null && Math.abs(bend) <= reach;
    const y = f(x);
    const at = px(x);
    const high = py(y);
    const flip = at > WIDTH - 74;
    switchPole.setAttribute("d", seen ? `M${px(bend)} ${py(0) - 22}V${py(0) + 26}` : "");
    switchName.textContent = seen ? `switches at ${fmt(bend)}` : "";
    switchName.setAttribute(
      "x",
      String(seen ? Math.min(WIDTH - 60, Math.max(LEFT + 50, px(bend))) : 0),
    );
    switchName.setAttribute("y", String(py(0) + 40));
    pole.setAttribute("d", `M${at} ${py(0)}V${high}`);
    handle.setAttribute("transform", `translate(${at} ${high})`);
    handle.setAttribute("aria-valuenow", String(x));
    handle.setAttribute("aria-valuetext", `${xName} ${fmt(x)}, ${yName} ${fmt(y)}`);
    value.textContent = fmt(y);
    value.setAttribute("x", String(flip ? at - 12 : at + 12));
    value.setAttribute("y", String(Math.max(TOP + 12, high - 10)));
    value.setAttribute("text-anchor", flip ? "end" : "start");
  }
  return { el, set };
}
