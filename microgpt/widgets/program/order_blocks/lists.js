/** The two lists: the blocks that are offered, and those in place; and which block of each Tab comes to. */

import { freshId, h } from "../../kit/dom.js";
import { blockView } from "./block.js";
import { dragging } from "./drag.js";
import { hand } from "./hand.js";
import { pressed } from "./take.js";
import { firstLines } from "./text.js";
import { KEYS } from "./words.js";

/** @typedef {import("./text.js").Block} Block */
/** @typedef {import("./block.js").View} View */

/**
 * @param {{ root: HTMLElement, blocks: Block[], read: () => string[], write: (order: string[]) => void,
 *   say: (words: string) => void }} options
 *   read, write: the order
 */
export function twoLists({ root, blocks, read, write, say }) {
  const hint = h("span", { id: freshId(), hidden: true }, KEYS);
  const sides = {
    pool: side("ul", "Lines", "All lines are in your program."),
    program: side("ol", "Your program", "Nothing is in place yet."),
  };
  const hands = hand({ blocks, read, write, focus, paint, say });
  const views = blocks.map(({ id }) => {
    const way = { up: () => hands.move(id, -1), down: () => hands.move(id, 1) };
    const ways = { ...way, in: () => hands.move(id, 0), out: () => hands.out(id) };
    const press = () => hands.press(id);
    return blockView({ id, blocks, hint: hint.id, onWay: (one) => ways[one](), onPress: press });
  });
  const idsIn = (/** @type {boolean} */ inside) =>
    inside ? read() : blocks.map(({ id }) => id).filter((id) => !read().includes(id));
  const sideOf = (/** @type {string} */ id) => sides[read().includes(id) ? "program" : "pool"];

  /** @param {string} id */
  function focus(id) {
    sideOf(id).active = id;
    paint();
    views.find((view) => view.id === id)?.main.focus();
  }
  function paint() {
    const order = read();
    const first = firstLines(order, blocks);
    fill(sides.pool, idsIn(false), views);
    fill(sides.program, order, views);
    for (const view of views) {
      const active = sideOf(view.id).active === view.id;
      view.set({ order, first: first[view.id], active, taken: hands.isTaken(view.id) });
    }
  }
  /** @param {boolean} inside */
  function across(inside) {
    const [ids, { active }] = [idsIn(inside), sides[inside ? "program" : "pool"]];
    if (ids.length > 0) focus(active);
  }

  for (const view of views) {
    const { id } = view;
    const next = (/** @type {number} */ by) => hands.next(id, idsIn(read().includes(id)), by);
    listen(view, hands, { next, across });
    view.el.addEventListener("focusin", () => {
      sideOf(id).active = id;
      paint();
    });
  }
  const [pool, program] = [sides.pool.list, sides.program.list];
  const letGo = dragging({ root, pool, program, onDrop: hands.put });
  return { els: [sides.pool.el, sides.program.el, hint], paint, letGo, reset: hands.reset };
}

/**
 * @param {View} view
 * @param {import("./hand.js").Hand} hands
 * @param {Pick<import("./take.js").Does, "next" | "across">} ways
 */
function listen({ id, el, main }, hands, ways) {
  const does = {
    ...ways,
    by: (/** @type {number} */ places) => hands.move(id, places),
    out: () => hands.out(id),
    take: () => hands.take(id),
    drop: hands.drop,
    putBack: hands.putBack,
  };
  main.addEventListener("keydown", (event) => pressed(event, hands.isTaken(id), does));
  el.addEventListener("focusout", ({ relatedTarget }) => {
    if (!el.contains(/** @type {Node | null} */ (relatedTarget))) hands.left(id);
  });
}

/**
 * A list with its name above it. `active` is the block that Tab comes to.
 * @param {"ul" | "ol"} tag
 * @param {string} name
 * @param {string} empty what stands there instead of blocks
 */
function side(tag, name, empty) {
  const list = h(tag, {
    class: "mg-sort-list",
    role: "list",
    "aria-label": name,
    "data-empty": empty,
  });
  const head = h("p", { class: "mg-sort-head", "aria-hidden": "true" }, name);
  const el = h("div", { class: "mg-sort-side" }, head, list);
  return { el, list, active: "" };
}

/**
 * These blocks, in this order; one that is there already is not touched.
 * @param {ReturnType<typeof side>} place
 * @param {string[]} ids
 * @param {View[]} views
 */
function fill(place, ids, views) {
  const items = ids.map((id) => /** @type {View} */ (views.find((view) => view.id === id)).el);
  const { list } = place;
  if (items.length !== list.children.length || items.some((item, i) => item !== list.children[i]))
    list.replaceChildren(...items);
  if (!ids.includes(place.active)) place.active = ids[0] ?? "";
}
