/** A chapter counts as read when its reader reaches the end of the page. */

import { openStore } from "../kit/store.js";

export function markRead() {
  const named = /** @type {HTMLElement | null} */ (document.querySelector("[data-chapter]"));
  const chapter = named?.dataset.chapter;
  const end = document.querySelector(".prev-next-area");
  if (!chapter || !end) return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    const store = openStore();
    store.write("chapter", chapter, true);
    store.close();
  });
  observer.observe(end);
}
