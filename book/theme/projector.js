/**
 * Asks for the projector mode, which shows one widget a screen to a class: with F2, or from the menu of the page's
 * other forms. What it needs beside these lines comes when it is asked for, and not before.
 *
 * F2 is no letter, digit or sign: nothing that is dictated, and no quick key of a screen reader, begins it by mistake.
 * No browser uses it in a page, nor does the theme or a widget, and it lies in one place on every keyboard.
 */
(() => {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const list = document.querySelector(".dropdown-download-buttons .dropdown-menu");
  const menu = /** @type {HTMLElement | null | undefined} */ (list?.previousElementSibling);
  if (!list || !menu) return;

  /** Where a key has a meaning of its own: editors, fields, widgets, dialogs, what is scrolled with it. */
  const TAKEN =
    ".mg, input, textarea, select, [contenteditable], dialog, pre[tabindex], div[tabindex]";

  /** @param {KeyboardEvent} event */
  function isFree({ target, ctrlKey, altKey, metaKey, shiftKey, repeat, isComposing }) {
    if (ctrlKey || altKey || metaKey || shiftKey || repeat || isComposing) return false;
    return !(target instanceof Element && target.closest(TAKEN));
  }

  /** @param {"link" | "script"} tag @param {object} what */
  const arrival = (tag, what) =>
    new Promise((resolve, reject) => {
      const element = document.createElement(tag);
      document.head.append(Object.assign(element, what, { onload: resolve, onerror: reject }));
    });
  /** @param {string} file */
  const at = (file) => new URL(`projector/${file}`, src).href;

  let /** @type {"absent" | "on its way" | "there"} */ mode = "absent";
  async function ask() {
    if (mode === "on its way") return;
    if (mode === "absent") {
      mode = "on its way";
      try {
        await arrival("link", { rel: "stylesheet", href: at("mode.css") });
        await arrival("script", { src: at("mode.js") });
      } catch {
        mode = "absent";
        alert("The projector mode could not be loaded. Is there a network? Then ask for it again.");
        return;
      }
      mode = "there";
    }
    document.dispatchEvent(new CustomEvent("course-projector", { detail: isFree }));
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "F2" || !isFree(event)) return;
    event.preventDefault();
    ask();
  });

  const entry = document.createElement("li");
  entry.innerHTML =
    '<button type="button" class="btn btn-sm dropdown-item" aria-keyshortcuts="F2">' +
    '<span class="btn__icon-container"><i class="fas fa-play"></i></span>' +
    '<span class="btn__text-container">Projector (F2)</span></button>';
  entry.addEventListener("click", () => {
    menu.focus(); // the menu closes: where the focus comes back to
    ask();
  });
  list.append(entry);
  menu.setAttribute("aria-label", "Download, print or project this page");
})();
