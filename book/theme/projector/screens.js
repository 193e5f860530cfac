/** What of a page is shown one after the other, read from the page as it stands. */

/** @typedef {{ name: string, parts: Element[] }} Screen name: of its section; parts: in the page's order */

const VIEW = ".mg-view, .mg-figure";
const TASK = ".mg-view[data-widget^='quiz/goals/']";
// What is folded away, and where the way through the course is told: no part of an opening.
const ASIDE = "section, details, blockquote, nav, .toctree-wrapper";

/** @param {Element} article @returns {Screen[]} */
export function screensOf(article) {
  const sections = article.querySelectorAll(":scope > section");
  const screens = [...(sections.length ? sections : [article])].flatMap((one) => [
    ...screensIn(one),
  ]);
  return screens.filter(({ parts }) => parts.length > 0);
}

/**
 * An exercise is one screen, without its hints and answers. A widget is one, and so is a figure. A section that has
 * none of its own, and the page itself, open with what they say first.
 * @param {Element} section @returns {Generator<Screen>}
 */
function* screensIn(section) {
  const blocks = [...section.children];
  const heading = blocks.find((one) => one.matches("h1, h2, h3, h4, h5"));
  const name = heading ? wordsOf(heading) : document.title;
  if (section.matches(".course-exercise")) {
    yield { name, parts: blocks.filter((one) => !one.matches(ASIDE)) };
    return;
  }
  const isPage = heading?.localName === "h1";
  let untitled = heading;
  if (isPage || !blocks.some((one) => viewsIn(one).length)) {
    yield { name, parts: opening(blocks, heading) };
    untitled = undefined;
  }
  for (const block of blocks) {
    if (block.matches("section")) yield* screensIn(block);
    if (isTask(block)) continue;
    for (const view of viewsIn(block)) {
      const lead = questionOf(block) ?? untitled;
      untitled = undefined;
      yield { name, parts: [...(lead ? [lead] : []), view, ...followers(block)] };
    }
  }
}

/** The widgets and figures in a block of a page that are to be seen: a box of several is one. @param {Element} block */
function viewsIn(block) {
  if (block.matches(ASIDE)) return [];
  const views = block.matches(VIEW) ? [block] : [...block.querySelectorAll(VIEW)];
  return [...new Set(views.map((one) => one.closest(".cell_output > *") ?? one))];
}

/** @param {Element} block */
const isTask = (block) =>
  !block.matches(ASIDE) && (block.matches(TASK) || block.querySelector(TASK) !== null);

/** The question that a widget answers: the bold line above it. @param {Element} block */
function questionOf(block) {
  const before = block.previousElementSibling;
  const first = before?.matches("p") ? before.firstChild : null;
  return first instanceof Element && first.matches("strong") ? before : null;
}

/**
 * What belongs to a widget: the tasks that watch it, and the fold with what there was to see.
 * @param {Element} block
 */
function followers(block) {
  const found = [];
  let next = block.nextElementSibling;
  while (next && (next.matches("details") || isTask(next))) {
    found.push(next);
    next = next.nextElementSibling;
  }
  return found;
}

/**
 * A heading, the first paragraph below it, and the formula, list or piece of code that this leads to.
 * @param {Element[]} blocks @param {Element} [heading]
 */
function opening(blocks, heading) {
  const at = heading ? blocks.indexOf(heading) + 1 : 0;
  const [first, second] = blocks.slice(at).filter((one) => !one.matches("blockquote"));
  const fits = (/** @type {Element | undefined} */ one) =>
    one !== undefined && !one.matches(ASIDE) && viewsIn(one).length === 0;
  const parts = blocks.slice(0, at);
  if (fits(first)) parts.push(first);
  if (fits(first) && first.matches("p") && fits(second) && !second.matches("p")) parts.push(second);
  return parts;
}

/** A heading's own words: the link to itself is no part of them. @param {Element} heading */
function wordsOf(heading) {
  const copy = /** @type {Element} */ (heading.cloneNode(true));
  copy.querySelectorAll(".headerlink, .katex-mathml").forEach((one) => one.remove());
  return copy.textContent?.trim() ?? "";
}
