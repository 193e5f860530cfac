/**
 * The frame of every item: what kind it is, how it stands, the item itself, and a way to start
 * over.
 */

import { button } from "../kit/controls.js";
import { h, mount, widgetRoot } from "../kit/dom.js";
import { openStore } from "../kit/store.js";
import { plain } from "../kit/text.js";

/** @typedef {{ text: string, right?: boolean, feedback: string }} Option */
/**
 * What a widget makes of its content: the elements, and how they follow what is kept.
 * @typedef {{ els: Node[],
 *   update: (kept: any) => { state?: string, good?: boolean, began: boolean } }} Built
 */

/**
 * Draws an item from the model's `content`, and follows what is kept of it, here or in another view
 * of the page.
 *
 * @param {{ model: import("@anywidget/types").AnyModel<any>, el: HTMLElement, kind: string,
 *   label: string, foot?: (content: any, tools: any) => Node[],
 *   build: (content: any, tools: { read: () => any, write: (value: any) => void, say: (text: string) => void, lasting: boolean }) => Built }} options
 *   foot: what stands in place of the button that starts over
 * @returns {() => void} the clean-up
 */
export function card({ model, el, kind, label, build, foot }) {
  const store = openStore();
  const state = h("span", { class: "mg-item-state" });
  const status = h("p", { class: "mg-hidden", role: "status" });
  const body = h("div", { class: "mg-item-body mg-body" });
  const again = h("div", { class: "mg-item-foot" });
  const root = widgetRoot(
    "section",
    { class: "mg-item" },
    h("p", { class: "mg-item-head" }, h("span", {}, label), state),
    body,
    again,
    status,
  );
  let content = model.get("content");
  let update = /** @type {Built["update"]} */ (() => ({ began: false }));

  const tools = {
    lasting: store.lasting(),
    read: () => store.read(kind, content.id),
    write: (/** @type {any} */ value) => store.write(kind, content.id, value),
    remove: () => store.remove(kind, content.id),
    say: (/** @type {string} */ text) => {
      status.textContent = text;
    },
  };
  function draw() {
    const { state: words = "", good = false, began } = update(tools.read());
    state.textContent = words;
    state.classList.toggle("mg-good", good);
    again.hidden = !began;
    if (!began) status.textContent = ""; // what was said is no longer so
  }
  function startOver() {
    tools.remove();
    tools.say("Started over.");
    /** @type {HTMLElement | null} */ (body.querySelector("button, input, textarea"))?.focus();
  }
  function rebuild() {
    content = model.get("content");
    root.setAttribute(
      "aria-label",
      `${label}: ${plain(content.question ?? content.prompt ?? content.goal)}`,
    );
    const built = build(content, tools);
    update = built.update;
    body.replaceChildren(...built.els);
    again.replaceChildren(...(foot?.(content, tools) ?? [button("Start over", startOver)]));
    draw();
  }
  store.watch((changedKind, id) => {
    if (changedKind === null || (changedKind === kind && id === content.id)) draw();
  });
  model.on("change:content", rebuild);
  rebuild();
  mount(el, root);
  return () => {
    model.off("change:content", rebuild);
    store.close();
  };
}

/**
 * The indices tried, as kept: each once, in range, none after the right one.
 * @param {any} kept
 * @param {Option[]} options
 */
export function triedOptions(kept, options) {
  const tried = /** @type {number[]} */ ([]);
  for (const i of Array.isArray(kept?.tried) ? kept.tried : []) {
    if (options[i] && !tried.includes(i) && !tried.some((j) => options[j].right)) tried.push(i);
  }
  return tried;
}

/** "at once", "at the second try". @param {number} tries */
export function atWhichTry(tries) {
  return tries === 1
    ? "at once"
    : `at the ${["second", "third", "fourth", "fifth"][tries - 2] ?? `${tries}th`} try`;
}
