/**
 * A field for a few lines of Python, laid over the coloured code that the book shows. The field's own letters are
 * see-through, so the page looks the same; to phones and screen readers it is an ordinary text field, and undo is the
 * browser's own.
 */

import { VERBATIM } from "../kit/controls.js";
import { freshId, h } from "../kit/dom.js";
import { paint } from "./paint.js";

const INDENT = "    ";
const ENDS_BLOCK = /^\s*(?:return|pass|break|continue|raise)\b/;
const HINT =
  "Shift and Enter run it. Tab indents once you have begun to type; Escape, then Tab, leaves the field.";

/**
 * A change of a text: what stood from `from` to `to` becomes `text`; with `select` the new text is selected.
 * @typedef {{ from: number, to: number, text: string, select?: boolean }} Change
 */

/**
 * What a key does to a text with the selection `from` to `to`; null where the browser knows best.
 * @param {string} key
 * @param {boolean} shift
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @returns {Change | null}
 */
export function typed(key, shift, text, from, to) {
  const begin = text.lastIndexOf("\n", from - 1) + 1;
  const before = text.slice(begin, from);
  if (key === "Enter") return { from, to, text: `\n${" ".repeat(nextIndent(before))}` };
  if (key === "Backspace" && from === to && /^ +$/.test(before)) {
    return { from: from - (((before.length - 1) % 4) + 1), to, text: "" };
  }
  if (key !== "Tab") return null;
  if (!shift && !text.slice(from, to).includes("\n")) {
    return { from, to, text: INDENT.slice(before.length % 4) };
  }
  const lines = text
    .slice(begin, to)
    .split("\n")
    .map(shift ? outdented : indented);
  return { from: begin, to, text: lines.join("\n"), select: true };
}

/**
 * How far the line after this one begins: further in after a colon, further out after the end of a block.
 * @param {string} line
 */
function nextIndent(line) {
  const indent = line.length - line.trimStart().length;
  if (/:\s*(?:#.*)?$/.test(line)) return indent + 4;
  return ENDS_BLOCK.test(line) ? Math.max(0, indent - 4) : indent;
}

const indented = (/** @type {string} */ line) => line && INDENT + line;
const outdented = (/** @type {string} */ line) => line.replace(/^ {1,4}/, "");

/**
 * Make a change so that the browser can undo it.
 * @param {HTMLTextAreaElement} field
 * @param {Change} change
 */
export function replace(field, { from, to, text, select }) {
  field.setSelectionRange(from, to);
  const done = document.execCommand(text ? "insertText" : "delete", false, text);
  if (!done) {
    field.setRangeText(text, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (select) field.setSelectionRange(from, from + text.length);
}

/**
 * The keys of the field. Tab belongs to the page until the reader has typed, and again after Escape: who walks through
 * the page with Tab is never caught.
 * @param {HTMLTextAreaElement} field
 * @param {() => void} onRun
 */
export function keys(field, onRun) {
  let typing = false;
  field.addEventListener("focus", () => {
    typing = false;
  });
  field.addEventListener("keydown", (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, isComposing } = event;
    const plain = !isComposing && !ctrlKey && !metaKey && !altKey;
    if (key === "Enter" && (shiftKey || ctrlKey || metaKey)) {
      event.preventDefault();
      onRun();
    } else if (plain && (key !== "Tab" || typing)) {
      const change = typed(key, shiftKey, field.value, field.selectionStart, field.selectionEnd);
      if (change) {
        event.preventDefault();
        replace(field, change);
      }
    }
    if (key === "Escape") typing = false;
    else if (!["Tab", "Shift"].includes(key)) typing = true;
  });
}

/**
 * @param {{ code: HTMLElement, label: string, onInput: (source: string) => void, onRun: () => void }} options
 *   code: the `pre` that the book shows
 */
export function editor({ code, label, onInput, onRun }) {
  const original = (code.textContent ?? "").replace(/\n$/, "");
  const about = freshId();
  const field = h("textarea", {
    class: "mg-cell-field",
    "aria-label": label,
    "aria-describedby": about,
    rows: 1,
    wrap: "off",
    ...VERBATIM,
  });
  const frame = h("div", { class: "mg-cell-code" });
  code.replaceWith(frame);
  frame.append(code, field, h("span", { hidden: true, id: about }, HINT));
  code.setAttribute("aria-hidden", "true");
  field.value = original;

  const draw = () => code.replaceChildren(...paint(field.value), "\n");
  keys(field, onRun);
  field.addEventListener("input", () => {
    draw();
    onInput(field.value);
  });
  return {
    original,
    field,
    /** @param {string} source */
    set(source) {
      field.value = source;
      draw();
    },
    get source() {
      return field.value;
    },
  };
}
