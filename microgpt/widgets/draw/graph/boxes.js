/** The parts of a graph's picture: a box for each value, a line for each operand. */

import { attributes, s } from "../../kit/dom.js";

/** Upright on phones, where a box is narrow and says less. */
export const WIDE = { width: 98, height: 60 };
export const NARROW = { width: 72, height: 60 };
const PAD = 8;
const TIP = 5;

/**
 * `state` is "" or "now"; `off`: not computed yet. The shares, 0 to 1, tint the two rows.
 * @typedef {{ data: string, grad: string, known: boolean, blamed: boolean, dataShare: number,
 *   gradShare: number, state: string, says: string, badge: string }} BoxView
 */

/**
 * Sets what changed, and nothing else.
 * @param {Element} element
 */
function writer(element) {
  const known = /** @type {Record<string, unknown>} */ ({});
  return (/** @type {Record<string, unknown>} */ props) => {
    for (const [name, value] of Object.entries(props)) {
      if (known[name] === value) continue;
      known[name] = value;
      if (name === "text") element.textContent = String(value);
      else attributes(element, { [name]: value });
    }
  };
}

/**
 * @param {{ title: string, sign: string, more: number }} node
 * @param {{ width: number, height: number }} size
 * @param {() => void} onPick
 */
export function box({ title, sign, more }, { width, height }, onPick) {
  const wide = width === WIDE.width;
  const room = Math.floor((width - 2 * PAD - 8 * sign.length) / 8);
  const name = title.length > room ? `${title.slice(0, Math.max(1, room - 1))}…` : title;
  const [left, right] = [-width / 2, width / 2];
  const top = -height / 2;
  const row = (/** @type {number} */ y, /** @type {string} */ name) => {
    const tint = {
      x: left + 1,
      y: top + y,
      width: width - 2,
      height: 18,
      class: `mg-graph-tint mg-graph-${name}`,
    };
    const place = { x: right - PAD, y: top + y + 13.5, "text-anchor": "end" };
    const word = { x: left + PAD, y: top + y + 13.5, class: "mg-graph-word" };
    const parts = {
      tint: s("rect", tint),
      word: s("text", word, wide ? name : ""),
      number: s("text", { ...place, class: `mg-graph-number mg-graph-${name}` }),
    };
    return { els: Object.values(parts), set: mapped(parts) };
  };
  const data = row(22, "data");
  const grad = row(41, "grad");
  const badge = s("text", { "text-anchor": "middle", y: 4 });
  const corner = s(
    "g",
    { class: "mg-graph-badge", transform: `translate(${right - 1} ${top - 4})` },
    s("circle", { r: 9 }),
    badge,
  );
  const el = s(
    "g",
    { class: "mg-graph-node", role: "button", tabindex: -1, onclick: onPick },
    s("rect", { x: left, y: top, width, height, rx: 4, class: "mg-graph-box" }),
    ...data.els,
    ...grad.els,
    s("rect", { x: left, y: top, width, height, rx: 4, class: "mg-graph-frame" }),
    s("text", { x: left + PAD, y: top + 16, class: "mg-graph-name" }, name),
    s(
      "text",
      {
        x: title ? right - PAD : 0,
        y: top + 16,
        "text-anchor": title ? "end" : "middle",
        class: "mg-graph-sign",
      },
      sign,
    ),
    more ? s("text", { x: left + 2, y: top - 4, class: "mg-graph-more" }, `+ ${more} more`) : null,
    corner,
  );
  el.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPick();
  });
  const [setEl, setBadge, setCorner] = [el, badge, corner].map(writer);

  /** @param {BoxView & { picked: boolean | null }} view */
  function set(view) {
    const { state, known, blamed } = view;
    const classes = ["mg-graph-node", state && `mg-graph-${state}`, !known && "mg-graph-off"];
    setEl({
      class: classes.filter(Boolean).join(" "),
      "aria-label": view.says,
      "aria-pressed": view.picked === null ? null : String(view.picked),
    });
    data.set(view.data, known, view.dataShare, 7);
    grad.set(view.grad, blamed, view.gradShare, wide ? 9 : 7);
    setBadge({ text: view.badge });
    setCorner({ visibility: view.badge ? null : "hidden" });
  }
  return { el, set };
}

/**
 * @param {{ tint: Element, word: Element, number: Element }} parts
 */
function mapped({ tint, word, number }) {
  const writers = [tint, word, number].map(writer);
  /**
   * @param {string} text
   * @param {boolean} known
   * @param {number} share
   * @param {number} room
   */
  return (text, known, share, room) => {
    const kind = number.getAttribute("class")?.includes("grad") ? "grad" : "data";
    const long = text.length > room;
    writers[0]({ "fill-opacity": known ? (0.28 * share).toFixed(2) : "0" });
    writers[1]({ visibility: known && !long ? null : "hidden" });
    writers[2]({
      text,
      class: `mg-graph-number mg-graph-${kind}${known ? "" : " mg-graph-none"}${long ? " mg-graph-long" : ""}`,
    });
  };
}

/**
 * A line from an operand to what was computed from it, and its local gradient where it is lit.
 * @param {[number, number][]} points as [x, y]
 * @param {boolean} upright
 */
export function edge(points, upright) {
  const d = curve(points, upright);
  const line = s("path", { class: "mg-graph-line", d });
  const [first, last] = [points[0], /** @type {[number, number]} */ (points.at(-1))];
  const tips = { forward: tip(last, upright, 1), backward: tip(first, upright, -1) };
  const head = s("path", { class: "mg-graph-tip", d: tips.forward });
  const [x, y] = middle(points);
  const label = s("text", { x, y: y + 4, "text-anchor": "middle", class: "mg-graph-local" });
  const [setLine, setHead, setLabel] = [line, head, label].map(writer);

  /** @param {{ text: string, lit: string }} view lit: "", "forward" or "backward" */
  function set({ text, lit }) {
    const more = lit ? ` mg-graph-${lit}` : "";
    setLine({ class: `mg-graph-line${more}` });
    setHead({ class: `mg-graph-tip${more}`, d: lit === "backward" ? tips.backward : tips.forward });
    setLabel({ text });
  }
  return { line, head, label, set };
}

/** Where a label stands: in the middle of the last piece between two layers. @param {[number, number][]} points */
function middle(points) {
  const [a, b] = points.slice(-2);
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/**
 * From layer to layer a smooth bend, along a layer straight on.
 * @param {[number, number][]} points
 * @param {boolean} upright
 */
function curve(points, upright) {
  return points
    .map(([x, y], i) => {
      if (i === 0) return `M${x} ${y}`;
      if (i % 2 === 0) return `L${x} ${y}`;
      const [x0, y0] = points[i - 1];
      const [mx, my] = [(x0 + x) / 2, (y0 + y) / 2];
      return upright ? `C${x0} ${my} ${x} ${my} ${x} ${y}` : `C${mx} ${y0} ${mx} ${y} ${x} ${y}`;
    })
    .join("");
}

/**
 * A small arrow head that ends at a point.
 * @param {[number, number]} point
 * @param {boolean} upright
 * @param {number} way
 */
function tip([x, y], upright, way) {
  const back = -way * 1.6 * TIP;
  return upright
    ? `M${x} ${y}L${x - TIP} ${y + back}H${x + TIP}Z`
    : `M${x} ${y}L${x + back} ${y - TIP}V${y + TIP}Z`;
}
