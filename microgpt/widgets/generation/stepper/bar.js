/**
 * The probabilities as one bar from 0 to 1, and a number on it. Where a rule cuts pieces away, the
 * bar is drawn twice: whole, with what is cut away hatched, and below it what is left.
 */

import { drag, handle, pointer } from "../../draw/handle.js";
import { attributes, freshId, h, s, watchWidth } from "../../kit/dom.js";
import { fmt } from "../../kit/format.js";
import { along, led } from "../../kit/keys.js";
import { clamp, tidy } from "../../kit/numbers.js";
import { LETTERS, called } from "../letter_bars.js";
import { HIGHEST, shownNumber } from "./words.js";

/** @typedef {import("../stepper.js").Now} Now */

const TALL = 40; // of a bar
const BETWEEN = 26; // the two bars
const EDGE = 10; // beside them: the knob reaches over their ends
const BELOW = 62; // them: the scale, and the knob
const KNOB = 36; // from the bar to the middle of the knob
const MIDDLE = 0.5; // where the knob waits before there is a number
const NAMED = { letter: 13, end: 28 }; // px that a name needs
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** @param {(u: number) => void} onNumber */
export function cumulativeBar(onNumber) {
  const hatch = freshId();
  const whole = pieces(hatch);
  const left = pieces(hatch);
  const ties = s("path", { class: "mg-stepper-ties" });
  const ticks = TICKS.map((tick) => s("text", { "text-anchor": "middle" }, fmt(tick)));
  const mark = numberMark(onNumber);
  const hit = s("rect", { class: "mg-target", height: TALL });
  const picture = s("svg", { class: "mg-stepper-bar", role: "group" });
  attributes(picture, { "aria-label": "the probabilities, laid end to end from 0 to 1" });
  picture.append(hatching(hatch), ties, whole.el, left.el, ...ticks, hit, mark.el);
  const frame = { width: 640, top: 0, height: 0 };
  let shown = /** @type {Now | null} */ (null);

  const px = (/** @type {number} */ share) => EDGE + share * (frame.width - 2 * EDGE);
  const numberAt = (/** @type {MouseEvent} */ event) => {
    const [x] = pointer(event, picture, frame.width);
    return clamp((x - EDGE) / (frame.width - 2 * EDGE), 0, HIGHEST);
  };
  hit.addEventListener("pointerdown", (event) => {
    if (shown) onNumber(tidy(numberAt(event), 4));
  });
  drag(mark.el, (event) => {
    if (shown) onNumber(tidy(numberAt(event), 4));
  });

  function draw() {
    if (!shown) return;
    const { round } = shown;
    const cut = round.stays.includes(false);
    frame.top = cut ? TALL + BETWEEN : 0;
    attributes(picture, { viewBox: `0 0 ${frame.width} ${frame.top + TALL + BELOW}` });
    const chosen = shown.drawn ? round.chosen : -1;
    left.set({ ends: round.ends, top: frame.top, px, best: round.best, chosen });
    left.el.setAttribute("data-bar", "left");
    whole.el.toggleAttribute("hidden", !cut);
    const before = sums(round.probs);
    if (cut) whole.set({ ends: before, top: 0, px, stays: round.stays, best: round.best });
    ties.setAttribute("d", cut ? tiesOf(before, round, px) : "");
    ticks.forEach((tick, i) => attributes(tick, { x: px(TICKS[i]), y: frame.top + TALL + 15 }));
    attributes(hit, { x: EDGE, y: frame.top, width: frame.width - 2 * EDGE });
    mark.set(shown, px, frame.top);
  }
  watchWidth(picture, (width) => {
    frame.width = width;
    draw();
  });
  /** @param {Now} now */
  function set(now) {
    shown = now;
    draw();
  }
  return { el: h("div", {}, picture), set };
}

/** Where each piece ends. @param {number[]} shares */
function sums(shares) {
  let sum = 0;
  return shares.map((share) => (sum += share));
}

/** Lines from each piece that stays to its place after the cut.
 * @param {number[]} before
 * @param {import("../stepper.js").Round} round
 * @param {(share: number) => number} px
 */
function tiesOf(before, { ends, stays }, px) {
  const line = (/** @type {number} */ from, /** @type {number} */ to) =>
    `M${px(from).toFixed(1)} ${TALL}L${px(to).toFixed(1)} ${TALL + BETWEEN}`;
  return before
    .map((end, i) =>
      stays[i] ? line(before[i - 1] ?? 0, ends[i - 1] ?? 0) + line(end, ends[i]) : "",
    )
    .join("");
}

/** Stripes for what is cut away. @param {string} id */
function hatching(id) {
  const stripe = s("path", { d: "M0 0V6", class: "mg-stepper-stripe" });
  const size = { width: 6, height: 6, patternUnits: "userSpaceOnUse" };
  return s("defs", {}, s("pattern", { id, ...size, patternTransform: "rotate(45)" }, stripe));
}

/** A bar of pieces, each with its name where there is room. @param {string} hatch */
function pieces(hatch) {
  const all = LETTERS.map((letter) => ({
    rect: s("rect", { class: "mg-stepper-piece", height: TALL }),
    name: s("text", { "text-anchor": "middle" }, letter),
  }));
  const rects = s("g", {}, ...all.map((one) => one.rect));
  const el = s("g", { "aria-hidden": "true" }, rects, ...all.map((one) => one.name));

  /**
   * @param {{ ends: number[], top: number, px: (share: number) => number, stays?: boolean[],
   *   best: number, chosen?: number }} state
   */
  function set({ ends, top, px, stays, best, chosen = -1 }) {
    let start = 0;
    all.forEach(({ rect, name }, i) => {
      const [x, width] = [px(start), px(ends[i]) - px(start)];
      const cut = stays ? !stays[i] : false;
      attributes(rect, { x, y: top, width, fill: cut ? `url(#${hatch})` : null });
      rect.classList.toggle("mg-stepper-cut", cut);
      rect.classList.toggle("mg-stepper-chosen", i === chosen);
      rect.classList.toggle("mg-stepper-best", i === best);
      const fits = width >= (LETTERS[i].length > 1 ? NAMED.end : NAMED.letter);
      attributes(name, { x: x + width / 2, y: top + TALL / 2 + 4, hidden: !fits });
      name.classList.toggle("mg-stepper-on", i === chosen);
      start = ends[i];
    });
    rects.append(all[best].rect); // its edge lies over its neighbours
  }
  return { el, set };
}

/** The number on the bar: a line through it, with a knob below. @param {(u: number) => void} onNumber */
function numberMark(onNumber) {
  const line = s("path", { class: "mg-stepper-line" });
  const words = s("text", { class: "mg-value", y: 4 });
  const el = handle({ name: "random number u", low: 0, high: 1, colour: "ink" }, words);
  el.prepend(line);
  let at = MIDDLE;
  el.addEventListener("keydown", (event) => {
    const to = led(event, along({ at, step: 0.01, far: 0.1, low: 0, high: HIGHEST }));
    if (to !== null) onNumber(clamp(tidy(to, 4), 0, HIGHEST));
  });

  /**
   * @param {Now} now
   * @param {(share: number) => number} px
   * @param {number} top
   */
  function set(now, px, top) {
    const { round, drawn } = now;
    at = drawn ? round.u : MIDDLE;
    const said = drawn ? `u = ${shownNumber(round)}` : "u: not drawn";
    const y = top + TALL + KNOB;
    attributes(el, {
      transform: `translate(${px(at)} ${y})`,
      "aria-valuenow": tidy(at, 4),
      "aria-valuetext": drawn ? `${said}, the piece of ${called(round.chosen)}` : said,
    });
    el.classList.toggle("mg-stepper-unset", !drawn);
    line.setAttribute("d", drawn ? `M0 ${-KNOB - TALL - 4}V0` : `M0 ${-KNOB}V0`);
    const toLeft = at > 0.5;
    attributes(words, { x: toLeft ? -14 : 14, "text-anchor": toLeft ? "end" : "start" });
    words.textContent = said;
  }
  return { el, set };
}
