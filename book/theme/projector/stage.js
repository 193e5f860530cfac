/**
 * The page as a stage: of all that is in it, the parts of one screen are seen, in large type. Nothing is moved, copied
 * or made anew; what is not seen is hidden by a mark on what is.
 */

const FIGURES = ".mg-view:has(figcaption), .mg-figure";
const QUIZ = ".mg-view[data-widget='quiz/quiz.js']";
const MARGIN = 24; // pixels beside the column, at least
const LEAST = 3 / 4; // what is tall is written this much smaller than what is low, and no more

/**
 * @param {HTMLElement} article
 * @param {HTMLElement} bar what stands at the foot of the stage
 */
export function makeStage(article, bar) {
  const root = document.documentElement;
  const visible = (/** @type {string} */ which) =>
    [...article.querySelectorAll(which)].filter((one) => one.checkVisibility());
  const counted = { figure: visible(FIGURES), quiz: visible(QUIZ) };
  const scrolled = keepScrolled();
  let /** @type {Element[]} */ shown = [];
  let scale = 1;

  /** @param {string} name @param {string} value */
  const set = (name, value) => root.style.setProperty(`--projector-${name}`, value);

  /**
   * What is hidden is not counted: the first on the stage has the number that it has in the page.
   * @param {Element} first
   */
  function number(first) {
    const before = (/** @type {Element[]} */ all) =>
      all.filter((one) => one.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING);
    const from = Object.entries(counted).map(([name, all]) => `${name} ${before(all).length}`);
    set("counters", from.join(" "));
  }

  function unmark() {
    document
      .querySelectorAll("[data-projector]:not([data-projector='bar'])")
      .forEach((one) => one.removeAttribute("data-projector"));
  }

  /** @param {Element[]} parts */
  function show(parts) {
    scrolled.note(shown);
    unmark();
    shown = parts;
    for (const part of parts) {
      part.setAttribute("data-projector", part === parts.at(-1) ? "part last" : "part");
      let up = part.parentElement;
      for (; up && !up.hasAttribute("data-projector"); up = up.parentElement)
        up.setAttribute("data-projector", "way");
    }
    number(parts[0]);
    scrolled.restore(parts);
    fit();
    window.scrollTo({ top: 0, left: 0, behavior: "instant" });
  }

  /** As large as the window is wide; what is too tall for it is a little smaller, and is scrolled. */
  function fit() {
    const most = Math.max(1, (root.clientWidth - 2 * MARGIN) / article.offsetWidth);
    const boxes = shown.map((one) => one.getBoundingClientRect());
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const height = (bottom - Math.min(...boxes.map((box) => box.top))) / scale;
    const room = window.innerHeight - bar.offsetHeight - 2 * MARGIN;
    scale = Math.min(most, Math.max(1, most * LEAST, room / height));
    const above = Math.max(0, (room - height * scale) / 2.5); // a little above the middle
    set("scale", String(scale));
    set("top", `${MARGIN + above}px`);
    set("foot", `${bar.offsetHeight + MARGIN}px`);
  }

  /** How much there is to see below. */
  const below = () => root.scrollHeight - window.innerHeight - window.scrollY;
  /** Further up or down; false where there is no more that way. @param {1 | -1} way */
  function scroll(way) {
    const left = way > 0 ? below() : window.scrollY;
    if (left < MARGIN) return false;
    const page = (window.innerHeight - bar.offsetHeight) * 0.85;
    window.scrollBy({ top: way * page, behavior: "instant" });
    return true;
  }

  function leave() {
    scrolled.note(shown);
    unmark();
    for (const name of ["counters", "scale", "top", "foot"])
      root.style.removeProperty(`--projector-${name}`);
    scrolled.restore([document.body]);
  }
  return { show, fit, scroll, hasMore: () => below() >= MARGIN, leave };
}

/** What is scrolled inside the page: a browser may forget it of what is hidden. */
function keepScrolled() {
  const places = /** @type {Map<Element, [number, number]>} */ (new Map());
  const inside = (/** @type {Element[]} */ all) =>
    all.flatMap((one) => [...one.querySelectorAll("*")]);

  /** @param {Element[]} all */
  function note(all) {
    for (const one of inside(all)) {
      if (one.scrollLeft || one.scrollTop) places.set(one, [one.scrollLeft, one.scrollTop]);
      else places.delete(one);
    }
  }
  /** @param {Element[]} all */
  function restore(all) {
    for (const [one, [left, top]] of places)
      if (all.some((part) => part.contains(one))) one.scrollTo({ left, top, behavior: "instant" });
  }
  note([document.body]);
  return { note, restore };
}
