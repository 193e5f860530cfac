/*
 * A chapter is long, and nothing in it can be used until it is laid out. So what is far below waits
 * until the page is loaded, or the reader does something before: course.css says how. Not where
 * the browser itself is about to go further down: to a place that the address names, or back to
 * where a reader was.
 */
(() => {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType("navigation")
  );
  if (location.hash || visit?.type !== "navigate") return;
  const { classList } = document.documentElement;
  classList.add("course-first");
  const layOutAll = () => classList.remove("course-first");
  for (const event of ["load", "pointerdown", "keydown", "wheel"])
    addEventListener(event, layOutAll, { passive: true, once: true });
})();
