/**
 * The menus above a page, in place of the theme's 80 KB for them: a button shows its list; the button again, Escape, a
 * click elsewhere or leaving hides it. The arrow keys walk through the list.
 */
(() => {
  /** @param {HTMLElement} button */
  function menu(button) {
    const box = /** @type {HTMLElement} */ (button.parentElement);
    const list = /** @type {HTMLElement} */ (box.querySelector(".dropdown-menu"));
    const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".dropdown-item")]);

    /** @param {boolean} yes */
    function show(yes) {
      list.classList.toggle("show", yes);
      button.setAttribute("aria-expanded", String(yes));
    }
    /** @param {EventTarget | null} to */
    const hideUnless = (to) => {
      if (to instanceof Node && !box.contains(to)) show(false);
    };
    button.addEventListener("click", () => show(!list.classList.contains("show")));
    list.addEventListener("click", () => show(false));
    document.addEventListener("click", ({ target }) => hideUnless(target));
    box.addEventListener("focusout", ({ relatedTarget }) => hideUnless(relatedTarget));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && list.classList.contains("show")) {
        show(false);
        button.focus();
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      show(true);
      const at = items.findIndex((item) => item === document.activeElement);
      const next = at < 0 && step < 0 ? -1 : at + step;
      items.at(next % items.length)?.focus();
    });
  }
  document.querySelectorAll('[data-bs-toggle="dropdown"]').forEach((button) => {
    menu(/** @type {HTMLElement} */ (button));
  });
})();
