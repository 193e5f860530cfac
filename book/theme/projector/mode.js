/**
 * The projector mode: the page, one screen after the other. It begins where the reader is, and gives this place back.
 * `../projector.js` asks for it, and says which keys are free.
 */

import { makeBar, makeBlank } from "./bar.js";
import { screensOf } from "./screens.js";
import { makeStage } from "./stage.js";

const article = /** @type {HTMLElement} */ (document.querySelector(".bd-article"));

/** @param {(event: KeyboardEvent) => boolean} isFree whether a key is no one else's */
function begin(isFree) {
  const screens = screensOf(article);
  const place = readingPlace();
  const focused = document.activeElement;
  let at = firstInView(screens);

  const bar = makeBar(screens[0].name, { next: () => go(1), back: () => go(-1), blank, leave });
  const dark = makeBlank();
  document.body.append(bar.element, dark.element);
  const stage = makeStage(article, bar.element);

  const update = () => bar.tellMore(stage.hasMore());
  const grown = new ResizeObserver(update);
  const listening = new AbortController();
  const { signal } = listening;

  function show() {
    const { name, parts } = screens[at];
    bar.tell(at, screens.length, name);
    stage.show(parts);
    if (!bar.element.contains(document.activeElement)) article.focus({ preventScroll: true });
    bar.tellKeys(false);
    update();
    // What a widget draws when it is seen is drawn by then.
    requestAnimationFrame(() => requestAnimationFrame(refit));
  }
  function refit() {
    if (signal.aborted) return;
    stage.fit();
    update();
  }
  /** To the next screen, or the one before. @param {1 | -1} way */
  function go(way) {
    if (!screens[at + way]) return;
    at += way;
    show();
  }
  function blank() {
    dark.show();
  }
  function leave() {
    listening.abort();
    grown.disconnect();
    stage.leave();
    bar.element.remove();
    dark.element.remove();
    article.removeAttribute("tabindex");
    place();
    article.blur();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    document.addEventListener("course-projector", asked, { once: true });
  }

  // A clicker has two keys: they also lead through what is taller than the screen.
  const on = () => stage.scroll(1) || go(1);
  const back = () => stage.scroll(-1) || go(-1);
  const KEYS = /** @type {Record<string, () => void>} */ ({
    PageDown: on,
    ArrowRight: on,
    " ": on,
    PageUp: back,
    ArrowLeft: back,
    b: blank,
    B: blank,
    ".": blank,
    Escape: leave,
  });

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    const target = /** @type {Element} */ (event.target);
    if (!isFree(event)) {
      if (event.key === "Escape" && article.contains(target)) setTimeout(takeBack, 0, event);
      return;
    }
    if (event.key === " " && target.closest("button, summary, a")) return;
    if (!Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  }
  // The theme, too, takes Escape for its own, but only after the widgets.
  let /** @type {Event | null} */ used = null;
  const note = (/** @type {Event} */ event) => (used = event.defaultPrevented ? event : null);
  /** Escape in a widget that has no use for it: the keys are the stage's again. @param {Event} event */
  function takeBack(event) {
    if (event !== used && document.activeElement === event.target)
      article.focus({ preventScroll: true });
  }

  article.tabIndex = -1;
  // Before the widgets: some keep what is pressed in their fields to themselves.
  window.addEventListener("keydown", pressed, { capture: true, signal });
  window.addEventListener("resize", refit, { signal });
  window.addEventListener("scroll", update, { signal, passive: true });
  const tellKeys = (/** @type {Event} */ event) =>
    bar.tellKeys(!isFree(/** @type {KeyboardEvent} */ (event)));
  article.addEventListener("focusin", tellKeys, { signal });
  article.addEventListener("keydown", note, { signal });
  document.addEventListener("course-projector", leave, { signal });
  grown.observe(article);
  show();
}

/** What is at the top of the window; the function returned brings it back there. */
function readingPlace() {
  const { scrollX: left, scrollY: top } = window;
  const blocks = [...article.querySelectorAll("section > :not(section)")];
  const first = blocks.find((one) => one.getBoundingClientRect().bottom > 0);
  const offset = first?.getBoundingClientRect().top ?? 0;
  return () => {
    window.scrollTo({ left, top, behavior: "instant" });
    const by = (first?.getBoundingClientRect().top ?? 0) - offset;
    if (first) window.scrollBy({ top: by, behavior: "instant" });
  };
}

/** The screen that the reader has before them, or comes to next. @param {import("./screens.js").Screen[]} screens */
function firstInView(screens) {
  const reached = window.innerHeight / 4;
  if (window.scrollY < reached) return 0;
  const ends = screens.map(({ parts }) => parts.at(-1)?.getBoundingClientRect().bottom ?? 0);
  const at = ends.findIndex((bottom) => bottom > reached);
  return at < 0 ? screens.length - 1 : at;
}

/** @param {Event} event */
const asked = (event) => begin(/** @type {CustomEvent} */ (event).detail);
document.addEventListener("course-projector", asked, { once: true });
