/**
 * A square piece of the plane with arrows from the origin whose tips can be dragged, or moved with
 * the arrow keys.
 */

import { s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

const SIZE = 240;
const PAD = 12;

/**
 * @param {{ name: string, reach: number, step: number, arrows: { name: string, colour: string }[],
 *   onMove: (index: number, x: number, y: number) => void }} options
 *   reach: the plane shows -reach..reach in both directions; step: what one arrow key moves, and
 *   what dragging snaps to
 */
export function plane({ name, reach, step, arrows, onMove }) {
  const unit = (SIZE / 2 - PAD) / reach;
  const px = (/** @type {number} */ x) => SIZE / 2 + x * unit;
  const py = (/** @type {number} */ y) => SIZE / 2 - y * unit;
  const marks = Array.from({ length: 2 * Math.floor(reach) + 1 }, (_, i) => i - Math.floor(reach));
  const grid = marks.map((m) =>
    s("path", {
      class: m === 0 ? "mg-axis" : "mg-grid",
      d: `M${px(m)} ${PAD}V${SIZE - PAD}M${PAD} ${py(m)}H${SIZE - PAD}`,
    }),
  );
  const shadow = s("path", { class: "mg-shadow" });
  const arc = s("path", { class: "mg-arc" });
  const parts = arrows.map((arrow, index) => arrowParts(arrow, index));
  const el = s(
    "svg",
    { viewBox: `0 0 ${SIZE} ${SIZE}`, class: "mg-plane", role: "group", "aria-label": name },
    ...grid,
    shadow,
    arc,
    ...parts.map((p) => p.shaft),
    ...parts.map((p) => p.handle),
  );
  let points = arrows.map(() => [0, 0]);

  /**
   * @param {{ name: string, colour: string }} arrow
   * @param {number} index
   */
  function arrowParts(arrow, index) {
    const colour = { "--c": `var(--${arrow.colour})` };
    const shaft = s("path", { class: "mg-arrow", style: colour });
    const label = s("text", { class: "mg-arrow-name", "text-anchor": "middle" }, arrow.name);
    const knob = s("circle", { r: 7, class: "mg-knob" });
    const handle = s(
      "g",
      {
        class: "mg-handle",
        style: colour,
        tabindex: 0,
        role: "slider",
        "aria-label": `tip of ${arrow.name}`,
        "aria-valuemin": -reach,
        "aria-valuemax": reach,
      },
      s("circle", { r: 14, class: "mg-target" }),
      knob,
      label,
    );
    handle.addEventListener("keydown", (event) => key(/** @type {KeyboardEvent} */ (event), index));
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      event.preventDefault();
      handle.focus();
    });
    handle.addEventListener("pointermove", (event) => {
      if (handle.hasPointerCapture(event.pointerId)) drag(event, index);
    });
    return { shaft, handle, label };
  }

  /** @param {number} v */
  const inside = (v) => Math.max(-reach, Math.min(reach, Math.round(v / step) * step));

  /**
   * @param {KeyboardEvent} event
   * @param {number} index
   */
  function key(event, index) {
    const moves = /** @type {Record<string, [number, number]>} */ ({
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
      PageUp: [0, 1],
      PageDown: [0, -1],
      Home: [-2 * reach, 0],
      End: [2 * reach, 0],
    });
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    onMove(index, inside(points[index][0] + move[0]), inside(points[index][1] + move[1]));
  }

  /**
   * @param {PointerEvent} event
   * @param {number} index
   */
  function drag(event, index) {
    const box = el.getBoundingClientRect();
    const perPixel = SIZE / box.width;
    const x = (event.clientX - box.left) * perPixel;
    const y = (event.clientY - box.top) * perPixel;
    onMove(index, inside((x - SIZE / 2) / unit), inside((SIZE / 2 - y) / unit));
  }

  /** @param {number[][]} next one [x, y] for each arrow */
  function set(next) {
    points = next;
    next.forEach(([x, y], i) => {
      const length = Math.hypot(x, y);
      const { shaft, handle, label } = parts[i];
      // of its tip, where the name stands
      const [aside, over] = length ? [-y / length, -x / length] : [i ? 1 : -1, 0];
      shaft.setAttribute("d", `M${px(0)} ${py(0)}L${px(x)} ${py(y)}`);
      handle.setAttribute("transform", `translate(${px(x)} ${py(y)})`);
      label.setAttribute("x", String(aside * 16));
      label.setAttribute("y", String(over * 16 + 4));
      handle.setAttribute("aria-valuenow", String(x));
      handle.setAttribute("aria-valuetext", `${fmt(x)} across, ${fmt(y)} up`);
    });
    const [[ax, ay], [bx, by]] = [next[0], next[1] ?? [0, 0]];
    arc.setAttribute(
      "d",
      angleArc(
        Math.atan2(ay, ax),
        Math.atan2(by, bx),
        ax || ay ? (bx || by ? 24 : 0) : 0,
        px(0),
        py(0),
      ),
    );
    const along = (ax * bx + ay * by) / (bx * bx + by * by || 1);
    shadow.setAttribute("d", `M${px(ax)} ${py(ay)}L${px(along * bx)} ${py(along * by)}`);
  }
  return { el, set };
}

/**
 * The smaller arc from direction `from` to direction `to` (radians), as an SVG path.
 * @param {number} from
 * @param {number} to
 * @param {number} radius
 * @param {number} x
 * @param {number} y
 */
function angleArc(from, to, radius, x, y) {
  const turn = Math.atan2(Math.sin(to - from), Math.cos(to - from));
  const at = (/** @type {number} */ a) => `${x + radius * Math.cos(a)} ${y - radius * Math.sin(a)}`;
  return radius
    ? `M${at(from)}A${radius} ${radius} 0 0 ${turn > 0 ? 0 : 1} ${at(from + turn)}`
    : "";
}
