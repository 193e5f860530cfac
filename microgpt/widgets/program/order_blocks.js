/** The lines of a program, mixed up, to be put in order: which orders work, and what breaks in the others? */

import { button, row } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { plain, rich } from "../kit/text.js";
import { twoLists } from "./order_blocks/lists.js";
import { hander } from "./order_blocks/put.js";
import { SEED_LATE, brokenRules } from "./order_blocks/rules.js";
import { programText } from "./order_blocks/text.js";
import { verdict } from "./order_blocks/words.js";

/** @typedef {import("./order_blocks/text.js").Block} Block */
/** @typedef {{ order: string[], content: { blocks: Block[] } }} State */

const SIGNS = { right: "✓ ", wrong: "→ ", open: "○ " };

/**
 * What Check says of the order, and whether its lines may go into the exercise: they run, and what they print looks
 * right.
 * @param {State} state
 */
export function compute({ order, content }) {
  const broken = brokenRules(order);
  return {
    ...verdict(order, content.blocks),
    runs: broken.every((rule) => rule === SEED_LATE),
    lines: programText(order, content.blocks),
  };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["order", "content"],
    name: "Lines to put in order",
    caption:
      "Press a line, or drag it by its letter. With the keyboard: Enter takes a line, the arrow keys move it, " +
      "Enter drops it, Escape puts it back.",
    onReset: () => lists.reset(),
  });
  const { content } = /** @type {State} */ (view.read());
  const said = h("p", { class: "mg-sort-said" });
  const hands = hander({ text: () => compute(view.read()).lines, say: view.say });
  let checked = ""; // the order that was checked: the verdict goes when a block is moved

  const lists = twoLists({
    root: view.body,
    blocks: content.blocks,
    read: () => view.read().order,
    write: (order) => view.set({ order }),
    say: view.say,
  });
  function check() {
    checked = keyOf(view.read());
    paint(view.read());
    view.say(plain(compute(view.read()).text));
  }
  view.body.append(
    h("div", { class: "mg-sort" }, ...lists.els),
    row(button("Check", check, { primary: true }), hands.el),
    said,
  );

  /** @param {State} state */
  function paint(state) {
    const { kind, text, runs } = compute(state);
    const fresh = checked === keyOf(state);
    if (!fresh) checked = "";
    said.className = `mg-sort-said mg-sort-${kind}`;
    said.replaceChildren(...(fresh ? [SIGNS[kind], ...rich(text)] : []));
    hands.set(fresh && runs);
    lists.paint();
  }
  return view.show(paint, lists.letGo);
}

/** @param {State} state */
const keyOf = ({ order }) => `order: ${order.join(" ")}`;

export default { render };
