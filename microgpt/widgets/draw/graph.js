/**
 * A graph of calculations as a picture: a box for each value, from the inputs to the result.
 *
 * It runs from left to right where there is room, else from top to bottom. The arrow keys walk
 * through the values in topological order.
 */

import { attributes, h, s, watchWidth } from "../kit/dom.js";
import { roving } from "../kit/roving.js";
import { NARROW, WIDE, box, edge } from "./graph/boxes.js";
import { layout } from "./graph/layout.js";
import { sign } from "./graph/words.js";

const ROOM = 640; // as long as the page has not said how wide the picture is
const MARGIN = 8;
const SMALL = 420;

/** @typedef {import("./graph/boxes.js").BoxView} BoxView */
/** @typedef {{ label: string, op: string, by: number | null, more?: number }} Node */
/** @typedef {{ nodes: BoxView[], edges: { text: string, lit: string }[], picked: number | null }} View */

/**
 * `onPick` hears of a click on a value, or of Enter and Space.
 * @param {{ name: string, onPick: (node: number) => void, pressed?: boolean }} options
 *   pressed: whether the boxes are buttons that stay pressed
 */
export function graphPicture({ name, onPick, pressed = true }) {
  const picture = s("svg", { class: "mg-graph", role: "group", "aria-label": name });
  const el = h("div", { class: "mg-graph-room" }, picture);
  let graph = /** @type {{ nodes: Node[], operands: number[][] } | null} */ (null);
  let view = /** @type {View | null} */ (null);
  let room = ROOM;
  let drawn = /** @type {ReturnType<typeof draw> | null} */ (null);

  watchWidth(el, (width) => {
    room = width;
    redraw();
  });

  function redraw() {
    if (!graph) return;
    const focused =
      drawn?.boxes.findIndex(({ button }) => button === button.ownerDocument.activeElement) ?? -1;
    drawn = draw(graph.nodes, graph.operands, room, onPick);
    attributes(picture, drawn.size);
    picture.replaceChildren(...drawn.els);
    if (view) show(view);
    if (focused >= 0) drawn.boxes[focused]?.button.focus();
  }

  /** @param {View} next */
  function show({ nodes, edges, picked }) {
    drawn?.boxes.forEach((one, i) =>
      one.set({ ...nodes[i], picked: pressed ? picked === i : null }),
    );
    drawn?.edges.forEach((one, i) => one.set(edges[i]));
  }

  return {
    el,
    /**
     * @param {Node[]} nodes in topological order
     * @param {number[][]} operands
     */
    setGraph(nodes, operands) {
      graph = { nodes, operands };
      view = null;
      drawn = null;
      redraw();
    },
    /** @param {View} next */
    set(next) {
      view = next;
      show(next);
    },
  };
}

/**
 * @param {Node[]} nodes
 * @param {number[][]} operands
 * @param {number} room
 * @param {(node: number) => void} onPick
 */
function draw(nodes, operands, room, onPick) {
  const { placed, size, upright } = fitted(operands, room);
  const at = (/** @type {[number, number]} */ [along, across]) =>
    /** @type {[number, number]} */ (
      (upright ? [across, along] : [along, across]).map((x) => Number((x + MARGIN).toFixed(1)))
    );
  const boxes = nodes.map((node, i) => {
    const title = node.label || (node.op ? "" : "value");
    const one = box({ title, sign: sign(node), more: node.more ?? 0 }, size, () => onPick(i));
    const [x, y] = at([placed.nodes[i].along, placed.nodes[i].across]);
    one.el.setAttribute("transform", `translate(${x} ${y})`);
    return one;
  });
  // Lines come node by node, operand by operand, as in the graph.
  const edges = placed.edges.map(({ points }) => edge(points.map(at), upright));
  roving(/** @type {HTMLElement[]} */ (/** @type {unknown} */ (boxes.map(({ button }) => button))));
  const [length, breadth] = [placed.length + 2 * MARGIN, placed.breadth + 2 * MARGIN];
  const [width, height] = (upright ? [breadth, length] : [length, breadth]).map(Math.ceil);
  return {
    boxes,
    edges,
    size: { viewBox: `0 0 ${width} ${height}`, width, height },
    els: [
      ...edges.map((one) => one.line),
      ...edges.map((one) => one.head),
      ...boxes.map((one) => one.el),
      ...edges.map((one) => one.label),
    ],
  };
}

/**
 * From left to right if that fits, else upright with boxes that are as wide as can be.
 * @param {number[][]} operands
 * @param {number} room
 */
function fitted(operands, room) {
  const { width, height } = WIDE;
  const flat = { along: width, across: height, gapAlong: 40, gapAcross: 16 };
  const placed = layout(operands, flat);
  const fits = placed.length + 2 * MARGIN <= room && room > SMALL;
  if (fits) return { placed, size: WIDE, upright: false };
  const tall = (/** @type {typeof WIDE} */ size) =>
    layout(operands, {
      ...{ along: size.height, across: size.width },
      ...{ gapAlong: 40, gapAcross: size === WIDE ? 14 : 8 },
    });
  const wide = tall(WIDE);
  if (wide.breadth + 2 * MARGIN <= room) return { placed: wide, size: WIDE, upright: true };
  return { placed: tall(NARROW), size: NARROW, upright: true };
}
