/**
 * The picture of FitLine: the point, the line, the miss as a bar and the loss as a square on it.
 */

import { ticks } from "../draw/ticks.js";
import { freshId, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

const WIDTH = 320;
const HEIGHT = 270;
const LEFT = 30;
const TOP = 8;
const ACROSS = 282;
const DOWN = 226;
const SNAP = 0.1;

/**
 * Where the axes begin and end, so that zero, the point and a square as high as the target fit in.
 * @param {number} x
 * @param {number} target
 */
export function frame(x, target) {
  const size = Math.max(4, Math.abs(target));
  const low = Math.min(0, target) - (target < 0 ? 1.1 : 0.4) * size;
  const high = Math.max(0, target) + (target < 0 ? 0.4 : 1.1) * size;
  const first = Math.min(0, x) - 1;
  const unit = Math.min(112 / (x - first), 250 / (Math.max(0, x) + 1 - first));
  return { low, high, first, last: first + ACROSS / unit, unit };
}

/** @param {{ onMove: (w: number, b: number) => void }} options */
export function fitPicture({ onMove }) {
  const clip = freshId();
  const box = { x: LEFT, y: TOP, width: ACROSS, height: DOWN };
  const axes = s("g");
  const past = s("path", { class: "mg-fit-past" });
  const line = s("path", { class: "mg-fit-line" });
  const square = s("rect", { class: "mg-fit-square" });
  const bar = s("path", { class: "mg-fit-gap" });
  const area = s("text", { class: "mg-value" });
  const goal = s("path", { class: "mg-fit-goal" });
  const goalName = s("text", { class: "mg-fit-name" });
  const dot = s("circle", { r: 5, class: "mg-fit-dot" });
  let state = { x: 0, target: 0, w: 0, b: 0 };
  let scale = frame(0, 0);
  const px = (/** @type {number} */ v) => LEFT + (v - scale.first) * scale.unit;
  const py = (/** @type {number} */ v) =>
    TOP + ((scale.high - v) / (scale.high - scale.low)) * DOWN;
  const near = (/** @type {number} */ v) => Math.max(scale.low, Math.min(scale.high, v));
  const handles = [
    handle(
      "b: the height of the line at x = 0",
      () => state.b,
      (y) => [state.w, y],
      10,
    ),
    handle(
      "y: the height of the line at the point",
      () => state.w * state.x + state.b,
      (y) => [(y - state.b) / state.x, state.b],
      25,
    ),
  ];
  const el = s(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      class: "mg-fit",
      role: "group",
      "aria-label": "the line and the point",
    },
    s("clipPath", { id: clip }, s("rect", box)),
    axes,
    s("g", { "clip-path": `url(#${clip})` }, square, past, line, bar, goal, dot),
    area,
    goalName,
    ...handles.map((one) => one.el),
  );

  /**
   * @param {string} name
   * @param {() => number} read
   * @param {(y: number) => number[]} write w and b where the handle is at y
   * @param {number} reach
   */
  function handle(name, read, write, reach) {
    const el = s(
      "g",
      {
        class: "mg-handle",
        tabindex: 0,
        role: "slider",
        "aria-label": name,
        "aria-orientation": "vertical",
        "aria-valuemin": -reach,
        "aria-valuemax": reach,
        style: { "--c": "var(--data)" },
      },
      s("circle", { r: 15, class: "mg-target" }),
      s("circle", { r: 7, class: "mg-knob" }),
    );
    /** @param {number} y */
    function move(y) {
      const [w, b] = write(Math.round(y / SNAP) * SNAP);
      onMove(tidy(w, 5), tidy(b, 10));
    }
    el.addEventListener("pointerdown", (event) => {
      el.setPointerCapture(event.pointerId);
      event.preventDefault();
      el.focus({ preventScroll: true });
    });
    el.addEventListener("pointermove", (event) => {
      if (!el.hasPointerCapture(event.pointerId)) return;
      const frame = /** @type {SVGSVGElement} */ (el.ownerSVGElement).getBoundingClientRect();
      const y = (event.clientY - frame.top) * (HEIGHT / frame.height);
      move(near(scale.high - ((y - TOP) / DOWN) * (scale.high - scale.low)));
    });
    el.addEventListener("keydown", (event) => {
      const at = read();
      const to = /** @type {Record<string, number>} */ ({
        ArrowUp: at + SNAP,
        ArrowRight: at + SNAP,
        ArrowDown: at - SNAP,
        ArrowLeft: at - SNAP,
        PageUp: at + 1,
        PageDown: at - 1,
        Home: -reach,
        End: reach,
      })[event.key];
      if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      move(to);
    });
    /**
     * @param {number} x
     * @param {boolean} shown
     */
    function set(x, shown) {
      el.toggleAttribute("hidden", !shown);
      el.setAttribute("tabindex", shown ? "0" : "-1");
      el.setAttribute("transform", `translate(${px(x)} ${py(near(read()))})`);
      el.setAttribute("aria-valuenow", String(read()));
      el.setAttribute("aria-valuetext", fmt(read()));
    }
    return { el, set };
  }

  function drawAxes() {
    const across = ticks(scale.first, scale.last, 6);
    const up = ticks(scale.low, scale.high, 6);
    axes.replaceChildren(
      ...up.flatMap((t) => [
        s("path", { class: t ? "mg-grid" : "mg-axis", d: `M${LEFT} ${py(t)}h${ACROSS}` }),
        s("text", { x: LEFT - 6, y: py(t) + 4, "text-anchor": "end" }, fmt(t)),
      ]),
      s("path", { class: "mg-axis", d: `M${px(0)} ${TOP}v${DOWN}` }),
      ...across.map((t) =>
        s("text", { x: px(t), y: TOP + DOWN + 16, "text-anchor": "middle" }, fmt(t)),
      ),
      s(
        "text",
        { x: LEFT + ACROSS / 2, y: HEIGHT - 3, "text-anchor": "middle", class: "mg-contour-axis" },
        "x",
      ),
    );
  }

  /**
   * @param {number} w
   * @param {number} b
   */
  const stroke = (w, b) =>
    `M${[scale.first, scale.last].map((x) => `${px(x).toFixed(1)} ${Math.max(-9999, Math.min(9999, py(w * x + b))).toFixed(1)}`).join("L")}`;

  /**
   * @param {{ x: number, target: number, w: number, b: number, by: string }} next
   * @param {{ w: number, b: number, prediction: number, loss: number }[]} rows the last of them is
   *   now
   */
  function set(next, rows) {
    const moved = next.x !== state.x || next.target !== state.target || !axes.childElementCount;
    const now = rows[rows.length - 1];
    const { x, target } = next;
    state = { x, target, w: now.w, b: now.b };
    scale = frame(x, target);
    if (moved) drawAxes();
    line.setAttribute("d", stroke(now.w, now.b));
    past.setAttribute(
      "d",
      rows
        .slice(0, -1)
        .map(({ w, b }) => stroke(w, b))
        .join(""),
    );
    const y = py(near(now.prediction));
    const goalAt = py(target);
    const side = Math.abs(y - goalAt);
    const top = Math.min(y, goalAt);
    // what leaves the picture is cut off, not squeezed
    const full = Math.abs(now.prediction - target) * (DOWN / (scale.high - scale.low));
    square.setAttribute("x", String(px(x)));
    square.setAttribute(
      "y",
      String(now.prediction > target ? goalAt - Math.min(full, 9999) : goalAt),
    );
    for (const length of ["width", "height"])
      square.setAttribute(length, String(Math.min(full, 9999)));
    bar.setAttribute("d", `M${px(x)} ${y}V${goalAt}`);
    goal.setAttribute("d", `M${px(x)} ${goalAt - 8}l8 8l-8 8l-8 -8z`);
    goalName.setAttribute("x", String(px(x) - 12));
    goalName.setAttribute("y", String(goalAt + (now.prediction > target ? 16 : -8)));
    goalName.textContent = `target ${fmt(target)}`;
    goalName.setAttribute("text-anchor", "end");
    dot.setAttribute("cx", String(px(x)));
    dot.setAttribute("cy", String(y));
    area.textContent = side > 50 ? `loss ${fmt(now.loss)}` : "";
    area.setAttribute("x", String(px(x) + 8));
    area.setAttribute("y", String(top + side / 2 + 4));
    handles[0].set(0, next.by === "hand" && x !== 0);
    handles[1].set(x, next.by === "hand");
  }
  return { el, set };
}

/**
 * Within the sliders' reach, without the noise of binary fractions.
 * @param {number} v
 * @param {number} reach
 */
function tidy(v, reach) {
  return Number((Number.isFinite(v) ? Math.max(-reach, Math.min(reach, v)) : 0).toFixed(4));
}
