/** Making elements: HTML with `h`, SVG with `s`. Text is only ever inserted as text. */

import { parts, plainly } from "./isolated.js";

const FIELDS = ["input", "select", "textarea"];
const LEAST_WIDTH = 80; // a picture that is narrower is hidden, or about to be
const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node | string | number | null | undefined | false} Child */
/**
 * @typedef {Record<string, unknown>} Props attributes; `class`, `style` (an object) and
 *   `onclick`-like handlers too
 */

/**
 * Give an element its attributes; null, undefined and false take one away.
 * @param {Element} element
 * @param {Props} props
 */
export function attributes(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (name === "style") setStyle(element, /** @type {Record<string, string>} */ (value));
    else if (name.startsWith("on"))
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === false || value === null || value === undefined)
      element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * Through the style object, never the attribute: a strict content-security policy forbids the
 * attribute.
 * @param {Element} element
 * @param {Record<string, string>} style
 */
function setStyle(element, style) {
  const { style: target } = /** @type {HTMLElement} */ (element);
  for (const [name, value] of Object.entries(style)) target.setProperty(name, value);
}

/**
 * An HTML element.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  // Else a browser that comes back to a page puts what was in a field before beside a picture that
  // begins anew.
  if (FIELDS.includes(tag)) element.setAttribute("autocomplete", "off");
  attributes(element, props);
  for (const child of children) append(element, typeof child === "string" ? nodes(child) : [child]);
  return element;
}

/**
 * A text as it goes onto the page: what a person typed is an element by itself.
 * @param {string} text
 * @returns {(string | Node)[]}
 */
function nodes(text) {
  const all = parts(text).map((part, i) => (i % 2 ? h("bdi", {}, part) : part));
  return all.filter((one) => one !== "");
}

/**
 * What an element says from now on. Where it says that already nothing happens: else a screen
 * reader would say it again.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== plainly(text)) element.replaceChildren(...nodes(text));
}

/**
 * An SVG element.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function s(tag, props = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  attributes(element, props);
  append(element, children);
  return element;
}

/**
 * @param {Element} element
 * @param {Child[]} children
 */
function append(element, children) {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false)
      element.append(child instanceof Node ? child : String(child));
  }
}

/**
 * A name for a quantity, such as a₁: the letter in italics, the index below the line.
 * @param {string} letter
 * @param {string | number} [index]
 */
export function symbol(letter, index) {
  return h(
    "i",
    { class: "mg-symbol" },
    letter,
    index === undefined ? null : h("sub", {}, String(index)),
  );
}

/**
 * The outermost element of a widget. What has the focus in it is marked for JupyterLab as "leave
 * the keys to me": else the arrow keys on a slider would fold the notebook's headings. A finger
 * that begins on a handle drags it, and the page stays where it is: the css property `touch-action`
 * says the same, but Chromium does not heed it on the parts of an SVG picture; it scrolls and
 * cancels the drag. (While the page still glides from a flick, a touch cannot be kept from it.)
 * @template {"figure" | "section"} K
 * @param {K} tag
 * @param {Props} props
 * @param {...Child} children
 */
export function widgetRoot(tag, props, ...children) {
  const root = h(tag, props, ...children);
  root.classList.add("mg");
  root.addEventListener("focusin", (event) =>
    /** @type {Element} */ (event.target).setAttribute("data-lm-suppress-shortcuts", ""),
  );
  root.addEventListener("keydown", keepForTheField);
  root.addEventListener(
    "touchstart",
    (event) => {
      if (event.cancelable && /** @type {Element} */ (event.target).closest(".mg-handle"))
        event.preventDefault();
    },
    { passive: false },
  );
  return root;
}

/**
 * What is typed in a field stays there: JupyterLab forbids a new line, and undo, in fields whose
 * keys it hears of.
 * @param {KeyboardEvent} event
 */
function keepForTheField(event) {
  if (/** @type {Element} */ (event.target).matches("textarea, input")) event.stopPropagation();
}

/**
 * Puts a widget into its place.
 * @param {Element} el what the page gives it
 * @param {Element} root
 */
export function mount(el, root) {
  el.classList.add("mg-place");
  el.replaceChildren(root);
}

/**
 * Draws with the width that an element has on the page, as soon as it has one and whenever it
 * changes. The height follows the width: were it drawn in the observer's turn, or still observed
 * while it changes, the browser would report an error of the page.
 * @param {Element} el
 * @param {(width: number) => void} draw
 */
export function watchWidth(el, draw) {
  let width = 0;
  const observer = new ResizeObserver(([entry]) => {
    const next = Math.round(entry.contentRect.width);
    if (next < LEAST_WIDTH || next === width) return;
    width = next;
    observer.disconnect();
    requestAnimationFrame(() => {
      draw(width);
      requestAnimationFrame(() => observer.observe(el));
    });
  });
  observer.observe(el);
}

/**
 * How many pixels of the screen one pixel of an element's own is: more than one where a page is
 * shown in large type. Boxes and pointers are measured in the first kind, what is scrolled and moved in the second.
 * @param {HTMLElement} el
 */
export function scaleOf(el) {
  return el.getBoundingClientRect().width / el.offsetWidth || 1;
}

/** An id that no other element has, for pairs such as label and field. */
export function freshId() {
  return `mg-${Math.random().toString(36).slice(2)}`;
}
