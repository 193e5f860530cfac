/**
 * The frame of every item: what kind it is, how it stands, the item itself, and a way to start
 * over.
 */

import { button } from "../kit/controls.js";
import { h, mount, widgetRoot } from "../kit/dom.js";
import { openStore } from "../kit/store.js";
import { plain, rich } from "../kit/text.js";

/** @typedef {{ text: string, right?: boolean, feedback: string }} Option */
/**
 * What a widget makes of its content: the elements, and how they follow what is kept.
 * @typedef {{ els: Node[],
 *   update: (kept: any) => { state?: string, good?: boolean, began: boolean } }} Built
 */
/**
 * What an item can do: read what is kept of it, write that, and say something to a screen reader;
 * `lasting`: whether the browser keeps it when the page is closed.
 * @typedef {{ lasting: boolean, read: () => any, write: (value: any) => void, remove: () => void,
 *   say: (text: string) => void }} Tools
 */

/**
 * Draws an item from the model's `content`, and follows what is kept of it, here or in another view
 * of the page.
 *
 * @param {{ model: import("@anywidget/types").AnyModel<any>, el: HTMLElement, kind: string,
 *   label: string, build: (content: any, tools: Tools) => Built,
 *   foot?: (content: any, tools: Tools) => Node[] }} options
 *   foot: what stands in place of the button that starts over
 * @returns {() => void} the clean-up
 */
export function card({ model, el, kind, label, build, foot }) {
  const store = openStore();
  const frame = outline(label);
  let content = model.get("content");
  let update = /** @type {Built["update"]} */ (() => ({ began: false }));
  const tools = {
    lasting: store.lasting(),
    read: () => store.read(kind, content.id),
    write: (/** @type {any} */ value) => store.write(kind, content.id, value),
    remove: () => store.remove(kind, content.id),
    say: frame.say,
  };
  const draw = () => frame.set(update(tools.read()));

  function startOver() {
    tools.remove();
    tools.say("Started over.");
    frame.focusFirst();
  }
  function rebuild() {
    content = model.get("content");
    const name = content.question ?? content.prompt ?? content.goal;
    frame.root.setAttribute("aria-label", `${label}: ${plain(name)}`);
    const built = build(content, tools);
    update = built.update;
    frame.fill(built.els, foot?.(content, tools) ?? [button("Start over", startOver)]);
    draw();
  }
  store.watch((changedKind, id) => {
    if (changedKind === null || (changedKind === kind && id === content.id)) draw();
  });
  model.on("change:content", rebuild);
  rebuild();
  mount(el, frame.root);
  return () => {
    model.off("change:content", rebuild);
    store.close();
  };
}

/** The elements that every item stands in. @param {string} label what kind of item it is */
function outline(label) {
  const state = h("span", { class: "mg-item-state" });
  const status = h("p", { class: "mg-hidden", role: "status" });
  const body = h("div", { class: "mg-item-body mg-body" });
  const again = h("div", { class: "mg-item-foot" });
  const head = h("p", { class: "mg-item-head" }, h("span", {}, label), state);
  return {
    root: widgetRoot("section", { class: "mg-item" }, head, body, again, status),
    /** @param {string} text */
    say: (text) => {
      status.textContent = text;
    },
    focusFirst: () =>
      /** @type {HTMLElement | null} */ (body.querySelector("button, input, textarea"))?.focus(),
    /**
     * @param {Node[]} item
     * @param {Node[]} foot
     */
    fill(item, foot) {
      body.replaceChildren(...item);
      again.replaceChildren(...foot);
    },
    /** How it stands. @param {ReturnType<Built["update"]>} progress */
    set({ state: words = "", good = false, began }) {
      state.textContent = words;
      state.classList.toggle("mg-good", good);
      again.hidden = !began;
      if (!began) status.textContent = ""; // what was said is no longer so
    },
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

/** What is said in the end; hidden until then. @param {string} text */
export function explained(text) {
  return h("p", { class: "mg-explanation", hidden: true }, ...rich(text));
}

/**
 * What is said to an option that was tried, or shown.
 * @param {Option} option
 * @param {string} verdict
 */
export function feedbackTo({ feedback }, verdict) {
  return [h("b", {}, verdict), " ", ...rich(feedback)];
}
