/**
 * A height over the plane, as a surface that can be turned or as a map seen from above. The same
 * drawing makes both.
 */

import { button, choice, row } from "../kit/controls.js";
import { attributes, h, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { across, led } from "../kit/keys.js";
import { clamp, snap } from "../kit/numbers.js";
import { pointer } from "./handle.js";
import { corners, legend, surfaceParts } from "./surface_parts.js";
import { HEIGHT, WIDTH, projection, topOf } from "./viewpoint.js";

const TURN = 10; // degrees for one arrow key
const WAYS = across({ step: 1, far: 5, wide: Infinity });
const OPENING = { azimuth: 32, elevation: 27 };
const LOWEST = 8;
const HIGHEST = 85;
const LEAST = 2; // that the scale shows

/** @typedef {import("./viewpoint.js").View} View */
/** @typedef {{ height: (x: number, y: number) => number, point: [number, number],
 *   dots: [number, number, number][], lines: [number, number][][] }} Shown
 *   dots: points [x, y, height] to aim at, with a stem to the surface; lines: drawn on the surface
 */

/**
 * @param {{ name: string, reach: number, step: number, cells?: number,
 *   axes: [string, string, string], onPoint: (x: number, y: number) => void }} options
 *   reach: both axes go from -reach to reach; step: what the point moves by on the map; axes: the
 *   names of x, y and the height
 */
export function surface({ name, reach, step, cells = 16, axes, onPoint }) {
  const view = { ...OPENING, flat: false };
  const parts = surfaceParts(cells, axes, WIDTH);
  const scale = legend(axes[2]);
  const picture = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "mg-surface", tabindex: 0, role: "slider" },
    ...parts.els,
  );
  const controls = viewControls((flat) => {
    view.flat = flat;
    draw();
  }, reset);
  const el = h("div", { class: "mg-surface-box" }, controls.el, picture, scale.el);
  const places = corners(cells);
  let shown = /** @type {Shown} */ ({ height: () => 0, point: [0, 0], dots: [], lines: [] });

  function draw() {
    const { height, point, dots } = shown;
    const z = places.map(([x, y]) => height(reach * x, reach * y));
    const top = topOf(Math.max(...z, ...dots.map((dot) => dot[2]), LEAST));
    parts.set(sceneOf(view, height, reach, top), z, shown);
    scale.set(top);
    attributes(picture, spoken(name, axes, view, reach, point, height(...point)));
  }

  /**
   * @param {number} azimuth
   * @param {number} elevation
   */
  function turn(azimuth, elevation) {
    view.azimuth = azimuth;
    view.elevation = clamp(elevation, LOWEST, HIGHEST);
    draw();
  }
  function reset() {
    view.flat = false;
    controls.set(false);
    turn(OPENING.azimuth, OPENING.elevation);
  }
  /**
   * @param {number} x
   * @param {number} y
   */
  function move(x, y) {
    onPoint(snap(x, -reach, reach, step), snap(y, -reach, reach, step));
  }

  picture.addEventListener("keydown", (event) => {
    const way = led(event, WAYS);
    if (!way) return;
    const [x, y] = shown.point;
    if (view.flat) move(x + way[0] * step, y + way[1] * step);
    else if (Math.abs(way[0]) > 1) reset();
    else turn(view.azimuth + TURN * way[0], view.elevation + (TURN / 2) * way[1]);
  });
  follow(picture, parts.handle, view, turn, (x, y) => move(x * reach, y * reach));

  /** @param {Shown} next */
  function set(next) {
    shown = next;
    draw();
  }
  return { el, set, reset };
}

/**
 * @param {View} view
 * @param {(x: number, y: number) => number} height
 * @param {number} reach
 * @param {number} top of the scale
 * @returns {import("./surface_parts.js").Scene}
 */
function sceneOf(view, height, reach, top) {
  const seen = projection(view);
  const place = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ up) =>
    seen.project(x / reach, y / reach, up / top);
  return { ...seen, flat: view.flat, place, height, reach, top };
}

/**
 * @param {(flat: boolean) => void} onKind
 * @param {() => void} onReset
 */
function viewControls(onKind, onReset) {
  const kind = choice({
    name: "View",
    options: [
      { value: "3", label: "3-D" },
      { value: "2", label: "map" },
    ],
    value: "3",
    onInput: (to) => onKind(to === "2"),
  });
  const el = row(kind.el, button("Reset view", onReset, { small: true }));
  el.classList.add("mg-surface-controls");
  return { el, set: (/** @type {boolean} */ flat) => kind.set(flat ? "2" : "3") };
}

/**
 * For those who cannot see it.
 * @param {string} name
 * @param {[string, string, string]} axes
 * @param {View} view
 * @param {number} reach
 * @param {[number, number]} point
 * @param {number} up
 */
function spoken(name, [xName, yName, zName], view, reach, [x, y], up) {
  const at = `${xName} ${fmt(x)}, ${yName} ${fmt(y)}, ${zName} ${fmt(up)}`;
  if (view.flat)
    return {
      "aria-label": `${name} from above: the arrow keys move the point`,
      "aria-valuemin": -reach,
      "aria-valuemax": reach,
      "aria-valuenow": x,
      "aria-valuetext": at,
    };
  const turned = Math.round(((view.azimuth % 360) + 360) % 360);
  const seen = `seen from ${Math.round(view.elevation)} degrees above`;
  return {
    "aria-label": `${name}: the arrow keys turn it`,
    "aria-valuemin": 0,
    "aria-valuemax": 359,
    "aria-valuenow": turned,
    "aria-valuetext": `turned by ${turned} degrees, ${seen}; ${at}`,
  };
}

/**
 * A pointer turns the surface; on the map it moves the point.
 * @param {SVGSVGElement} picture
 * @param {SVGGElement} handle
 * @param {View} view
 * @param {(azimuth: number, elevation: number) => void} turn
 * @param {(x: number, y: number) => void} move both from -1 to 1
 */
function follow(picture, handle, view, turn, move) {
  let from = { x: 0, y: 0, ...view };

  /** On the map: the point goes where the pointer is. @param {MouseEvent} event */
  function place(event) {
    const { project } = projection(view);
    const [ox, oy] = project(0, 0, 0);
    const [ex] = project(1, 0, 0);
    const [x, y] = pointer(event, picture, WIDTH);
    move((x - ox) / (ex - ox), (oy - y) / (ex - ox));
  }
  picture.addEventListener("pointerdown", (event) => {
    const onPoint = handle.contains(/** @type {Node} */ (event.target));
    // on the map a finger beside the point taps or scrolls
    const held = !view.flat || event.pointerType === "mouse" || onPoint;
    if (!event.isPrimary || !held) return;
    picture.setPointerCapture(event.pointerId);
    from = { x: event.clientX, y: event.clientY, ...view };
    if (view.flat) place(event);
  });
  picture.addEventListener("click", (event) => {
    if (view.flat) place(event);
  });
  // it was a scroll
  picture.addEventListener("pointercancel", () => {
    if (!view.flat) turn(from.azimuth, from.elevation);
  });
  picture.addEventListener("pointermove", (event) => {
    if (!picture.hasPointerCapture(event.pointerId)) return;
    if (view.flat) return place(event);
    const azimuth = from.azimuth + (event.clientX - from.x) * 0.5;
    turn(azimuth, from.elevation + (event.clientY - from.y) * 0.35);
  });
}
