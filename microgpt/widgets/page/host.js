/**
 * Mounts the widgets of a static page: for each place, the widget's module with a model that holds
 * the stored state.
 *
 * A widget is mounted as soon as the scripts it needs are there, what is in view first; in between,
 * the page breathes. One that fails takes no other along: it says so, and can be tried again.
 */

import { markRead } from "./chapter.js";
import { makeModels } from "./model.js";
import { fillReport } from "./report.js";
import { MISSING, STILL_MISSING, makeView } from "./view.js";

/** @typedef {{ need: (name: string) => any, has: (name: string) => boolean }} Registry */
/** @typedef {ReturnType<typeof makeView> & { arrived: () => boolean }} View */

const SLICE = 16; // ms of mounting before the page may do something else

/** @param {Registry} registry */
function start({ need, has }) {
  const stored = document.getElementById("mg-state");
  if (!stored) return;
  const saved = JSON.parse(stored.textContent ?? "{}");
  const models = makeModels(saved);

  /**
   * @param {HTMLElement} el
   * @returns {View}
   */
  function viewAt(el) {
    const id = el.dataset.model ?? "";
    const arrived = () => has(saved[id].module);
    const view = makeView({
      el,
      render: (owner) =>
        need(saved[id].module).default.render({ model: models.handle(id, owner), el }),
      release: models.release,
      again() {
        if (!arrived()) return void reload();
        models.restore(id);
        view.mount();
      },
    });
    return { ...view, arrived };
  }

  const places = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".mg-view[data-model]")
  );
  const queue = mountInSlices([...places].map(viewAt));
  const missing = () => queue.waiting().filter((view) => !view.arrived());

  /**
   * Every script has come or failed: mount what can be, and say of the rest that it is missing.
   * @param {string} text
   */
  function settle(text) {
    queue.work();
    missing().forEach((view) => view.say(text));
  }

  let reloading = false;
  async function reload() {
    if (reloading) return;
    reloading = true;
    await Promise.all([...document.querySelectorAll("script[data-mg]")].map(loadAgain));
    reloading = false;
    settle(STILL_MISSING);
  }

  document.addEventListener(
    "load",
    ({ target }) => target instanceof HTMLScriptElement && queue.work(),
    true, // the event of an element does not bubble
  );
  // The page's scripts have run, or failed, before this comes.
  document.addEventListener("DOMContentLoaded", () => settle(MISSING));
  window.addEventListener("online", () => missing().length > 0 && reload());
  queue.work();
  markRead();
  fillReport(models.stateOf);
}

/**
 * Mounts views whose scripts have arrived, what can be seen first, a slice at a time.
 * @param {View[]} waiting
 */
function mountInSlices(waiting) {
  let /** @type {ReturnType<typeof setTimeout> | undefined} */ timer;
  const observer = new IntersectionObserver((entries) => {
    const seen = new Set(entries.flatMap((one) => (one.isIntersecting ? [one.target] : [])));
    waiting = [
      ...waiting.filter(({ el }) => seen.has(el)),
      ...waiting.filter(({ el }) => !seen.has(el)),
    ];
  });
  waiting.forEach(({ el }) => observer.observe(el));

  function work() {
    clearTimeout(timer);
    const until = performance.now() + SLICE;
    for (const view of waiting.filter((one) => one.arrived())) {
      if (performance.now() > until) {
        timer = setTimeout(work);
        return;
      }
      waiting = waiting.filter((one) => one !== view);
      observer.unobserve(view.el);
      view.mount();
      performance.mark("microgpt-alive");
    }
  }
  return { work, waiting: () => waiting };
}

/** @param {Element} script */
function loadAgain(script) {
  return new Promise((resolve) => {
    const fresh = document.createElement("script");
    fresh.src = /** @type {HTMLScriptElement} */ (script).src;
    fresh.dataset.mg = "";
    fresh.onload = fresh.onerror = resolve;
    script.replaceWith(fresh);
  });
}

export default {
  start,
};
