/**
 * What scrolls sideways can be reached with the keyboard, also after the window, the text or a fold
 * has changed. The theme looks once, when a page is loaded.
 */
(() => {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const box = /** @type {HTMLElement} */ (target);
      box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1;
    }
  });
  const boxes = ".bd-article pre:not(.mg *), .bd-article .pst-scrollable-table-container";
  document.querySelectorAll(boxes).forEach((box) => observer.observe(box));
})();
