/** The program in a pane of its own: a press anywhere in a region chooses it. Nothing in it moves. */

import { lines, regions as all } from "../../data/program.js";
import { codeLine } from "../../draw/code.js";
import { attributes, h } from "../../kit/dom.js";
import { still } from "../../kit/player.js";
import { roving } from "../../kit/roving.js";

const ROOM = 24; // pixels that stay free above and below what is brought into view

/**
 * @param {string[]} names of the regions; what stands above the first of all comes with that one
 * @param {(region: string) => void} onPick
 */
export function codePane(names, onPick) {
  const regions = all.filter((one) => names.includes(one.name));
  let pressed = false; // who presses on a line has it in view: the code stays where it is
  const blocks = regions.map((region) =>
    regionBlock(region, {
      onFocus: () => onPick(region.name),
      onPress() {
        pressed = true;
        onPick(region.name);
        pressed = false;
      },
    }),
  );
  const stops = roving(blocks.map((block) => block.head));
  const first = regions[0] === all[0] ? all[0].mark - 1 : 0;
  const before = h("div", { class: "mg-lines-before" }, ...lines.slice(0, first).map(row));
  const el = h(
    "div",
    { class: "mg-lines-code", role: "group", "aria-label": "the program" },
    before,
    ...blocks.map((block) => block.el),
  );
  let at = -1;

  /** The chosen region. @param {string} name */
  function set(name) {
    const next = regions.findIndex((one) => one.name === name);
    if (next === at) return;
    at = next;
    blocks.forEach((block, i) => block.set(i === at));
    stops.set(at);
    show(blocks[at].el);
  }
  /** The line of the chosen region that has this piece of text; none: no line. @param {string} [piece] */
  function mark(piece) {
    const [line] = blocks.flatMap((block, i) => block.mark(i === at ? piece : undefined));
    if (line) show(line);
  }
  /** Scroll the pane, not the page, as far as is needed. @param {HTMLElement} part */
  function show(part) {
    if (pressed) return;
    const to = scrolled(part.offsetTop, part.offsetHeight, el.scrollTop, el.clientHeight);
    if (to !== el.scrollTop) el.scrollTo({ top: to, behavior: still() ? "auto" : "smooth" });
  }
  return { el, set, mark };
}

/**
 * How far a pane is to be scrolled so that a part of it is in view; where it does not fit, its
 * beginning is.
 * @param {number} top of the part
 * @param {number} height of the part
 * @param {number} at how far the pane is scrolled
 * @param {number} room how high the pane is
 */
export function scrolled(top, height, at, room) {
  const least = top + height + ROOM - room;
  const most = Math.max(0, top - ROOM);
  if (at >= least && at <= top) return at;
  return least > most || at > top ? most : least;
}

/**
 * A region's lines. Its first line names it: that is what the keyboard comes to.
 * @param {typeof all[number]} region
 * @param {{ onPress: () => void, onFocus: () => void }} acts
 */
function regionBlock({ mark, last }, { onPress, onFocus }) {
  const head = h(
    "button",
    {
      type: "button",
      class: "mg-line-button mg-lines-head",
      onfocus: () => head.matches(":focus-visible") && onFocus(),
    },
    ...codeLine(lines[mark - 1], mark),
  );
  const texts = lines.slice(mark, last);
  const rows = texts.map((text, i) => row(text, mark + i));
  const el = h("div", { class: "mg-lines-region", onclick: onPress }, head, ...rows);
  return {
    el,
    head,
    /** @param {boolean} chosen */
    set(chosen) {
      el.classList.toggle("mg-chosen", chosen);
      attributes(head, { "aria-pressed": String(chosen) });
    },
    /** The line that is marked from now on, if one is. @param {string} [piece] */
    mark(piece) {
      const isMarked = (/** @type {number} */ i) => piece !== undefined && texts[i].includes(piece);
      return rows.filter((one, i) => one.classList.toggle("mg-now", isMarked(i)));
    },
  };
}

/** @param {string} text @param {number} i its place in the program, from 0 */
function row(text, i) {
  return h("div", { class: "mg-lines-row" }, ...codeLine(text, i + 1));
}
