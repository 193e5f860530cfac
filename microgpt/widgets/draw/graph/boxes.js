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
 * `el` is the whole box; `button` the frame, which is pressed and has the keyboard. What is written
 * in the box is said by the button's name.
 * @param {{ title: string, sign: string, more: number }} node
 * @param {{ width: number, height: number }} size
 * @param {() => void} onPick
 */
export function box({ title, sign, more }, { width, height }, onPick) {
  const frame = { x: -width / 2, y: -height / 2, width, height, rx: 4 };
  const button = s("rect", { ...frame, class: "mg-graph-node", role: "button", onclick: onPick });
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPick();
  });
  const data = row("data", frame, 22);
  const grad = row("grad", frame, 41);
  const badge = corner(frame);
  const inside = s(
    "g",
    { "aria-hidden": "true" },
    s("rect", { ...frame, class: "mg-graph-box" }),
    ...data.els,
    ...grad.els,
    ...heading(title, sign, frame),
    more
      ? s("text", { x: frame.x + 2, y: frame.y - 4, class: "mg-graph-more" }, `+ ${more} more`)
      : null,
  );
  const el = s("g", {}, inside, button, badge.el);
  const [setEl, setButton] = [el, button].map(writer);

  /** @param {BoxView & { picked: boolean | null }} view */
  function set(view) {
    const { state, known, blamed, picked } = view;
    setEl({
      class: [state && `mg-graph-${state}`, !known && "mg-graph-off"].filter(Boolean).join(" "),
    });
    setButton({ "aria-label": view.says, "aria-pressed": picked === null ? null : String(picked) });
    data.set(view.data, known, view.dataShare);
    grad.set(view.grad, blamed, view.gradShare);
    badge.set(view.badge);
  }
  return { el, button, set };
}

/** @typedef {{ x: number, y: number, width: number, height: number }} Frame */

/**
 * The name on the left, the operation on the right; without a name the operation in the middle.
 * @param {string} title
 * @param {string} sign
 * @param {Frame} frame
 */
function heading(title, sign, { x, y, width }) {
  const room = Math.floor((width - 2 * PAD - 8 * sign.length) / 8);
  const name = title.length > room ? `${title.slice(0, Math.max(1, room - 1))}…` : title;
  const right = { x: x + width - PAD, "text-anchor": "end" };
  const place = title ? right : { x: 0, "text-anchor": "middle" };
  return [
    s("text", { x: x + PAD, y: y + 16, class: "mg-graph-name" }, name),
    s("text", { ...place, y: y + 16, class: "mg-graph-sign" }, sign),
  ];
}

/**
 * A row of a box: a tint, a word where there is room, a number.
 * @param {"data" | "grad"} kind
 * @param {Frame} frame
 * @param {number} down
 */
function row(kind, { x, y, width }, down) {
  const wide = width === WIDE.width;
  const base = y + down + 13.5;
  const band = { x: x + 1, y: y + down, width: width - 2, height: 18 };
  const tint = s("rect", { ...band, class: `mg-graph-tint mg-graph-${kind}` });
  const word = s("text", { x: x + PAD, y: base, class: "mg-graph-word" }, wide ? kind : "");
  const number = s("text", { x: x + width - PAD, y: base, "text-anchor": "end" });
  const [setTint, setWord, setNumber] = [tint, word, number].map(writer);
  const room = wide && kind === "grad" ? 9 : 7; // characters beside the word

  /**
   * @param {string} text
   * @param {boolean} known
   * @param {number} share
   */
  function set(text, known, share) {
    const long = text.length > room;
    const classes = [
      `mg-graph-number mg-graph-${kind}`,
      !known && "mg-graph-none",
      long && "mg-graph-long",
    ];
    setTint({ "fill-opacity": known ? (0.28 * share).toFixed(2) : "0" });
    setWord({ visibility: known && !long ? null : "hidden" });
    setNumber({ text, class: classes.filter(Boolean).join(" ") });
  }
  return { els: [tint, word, number], set };
}

/** A number in a circle at the box's corner. @param {Frame} frame */
function corner({ x, y, width }) {
  const text = s("text", { "text-anchor": "middle", y: 4 });
  const place = { transform: `translate(${x + width - 1} ${y - 4})` };
  const el = s(
    "g",
    { ...place, class: "mg-graph-badge", "aria-hidden": "true" },
    s("circle", { r: 9 }),
    text,
  );
  const [setEl, setText] = [el, text].map(writer);
  /** @param {string} badge */
  function set(badge) {
    setText({ text: badge });
    setEl({ visibility: badge ? null : "hidden" });
  }
  return { el, set };
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
  const label = s("text", {
    x,
    y: y + 4,
    "text-anchor": "middle",
    class: "mg-graph-local",
    "aria-hidden": "true",
  });
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
