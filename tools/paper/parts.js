/**
 * Makes what is tall fit the pages of paper: a widget may be parted between its large parts, never within one; one
 * whose parts are still too tall is made a little smaller. `freeze.js` calls it, before anything else has moved.
 */
globalThis.paperParts = (() => {
  const ROOM = 1060; // of the 1265 px that a page has; the rest is for the question above it
  const HALF = 520; // what is not taller leaves no page half empty, wherever it comes
  const LEAST = 0.7; // of its size: below that its letters are too small
  const LITTLE = 0.85; // so much smaller is hardly seen
  const LARGE = 150; // a part that may begin a page: a picture, a table
  const LABEL = 36; // one line: it stays with what it is the title of

  const LINE = ".mg-line-button"; // a line of the program

  /** @typedef {{ boxes: Element[], first: number, top: number, bottom: number }} Band what stands side by side:
   * `first` of its boxes begin at its top */

  /** @param {Element[]} boxes @returns {Band[]} from the top of the page to its end */
  function bands(boxes) {
    const sized = boxes.map((box) => ({ box, ...edges(box) })).filter(({ tall }) => tall > 0);
    const found = /** @type {Band[]} */ ([]);
    for (const { box, top, bottom } of sized.sort((a, b) => a.top - b.top)) {
      const last = found.at(-1);
      if (last && top < last.bottom - 1) {
        last.boxes.push(box);
        if (top < last.top + LABEL) last.first = last.boxes.length;
        last.bottom = Math.max(last.bottom, bottom);
      } else found.push({ boxes: [box], first: 1, top, bottom });
    }
    return found;
  }

  /** @param {Element} box */
  function edges(box) {
    const { top, bottom, height } = box.getBoundingClientRect();
    return { top, bottom, tall: height };
  }

  /**
   * The bands of a box, and of what fills a band of its own and is tall: of everything that paper may part.
   * @param {Element} box
   * @returns {Band[]}
   */
  function parts(box) {
    const { top, bottom, tall } = edges(box);
    const whole = [{ boxes: [box], first: 1, top, bottom }];
    if (tall < 2 * LARGE || !(box instanceof HTMLElement) || box instanceof HTMLTableElement)
      return whole;
    const text = [...box.childNodes].some((one) => one instanceof Text && one.data.trim());
    const inside = text ? [] : bands([...box.children]);
    if (!inside.length) return whole;
    if (box.querySelector(`:scope > ${LINE}`)) return pieces(inside);
    return inside.flatMap((band) => (band.boxes.length > 1 ? [band] : parts(band.boxes[0])));
  }

  /**
   * A listing of the program in pieces; what is said of a line stays with it.
   * @param {Band[]} rows
   * @returns {Band[]}
   */
  function pieces(rows) {
    const found = /** @type {Band[]} */ ([]);
    for (const row of rows) {
      const { boxes, top, bottom } = row;
      const last = found.at(-1);
      const left = (rows.at(-1)?.bottom ?? 0) - top;
      if (last && (!isLarge(last) || left < LARGE || !boxes[0].matches(LINE))) {
        last.boxes.push(...boxes);
        last.bottom = bottom;
      } else found.push({ ...row, boxes: [...boxes] });
    }
    return found;
  }

  /** The bands that stay on one page, as runs. @param {Band[]} all */
  function runs(all) {
    const found = /** @type {Band[][]} */ ([[]]);
    for (const band of all) {
      const run = found[found.length - 1];
      const label = run.length > 1 && tallOf(run.slice(-1)) <= LABEL ? run.splice(-1) : [];
      if (run.some(isLarge) && isLarge(band)) found.push([...label, band]);
      else run.push(...label, band);
    }
    return found;
  }

  /** @param {Band} band */
  const isLarge = (band) => band.bottom - band.top >= LARGE;

  /** @param {Band[]} run */
  const tallOf = (run) => (run.at(-1)?.bottom ?? 0) - run[0].top;

  /** How much smaller a height has to be. @param {number} height */
  function zoomOf(height) {
    const little = height > HALF ? Math.max(LITTLE, HALF / height) : 1;
    return height * little > ROOM ? ROOM / height : little;
  }

  /** @param {HTMLElement} view @param {Band[][]} whole */
  function part(view, whole) {
    view.classList.add("paper-parts");
    for (const run of whole) {
      const boxes = run.flatMap((band) => band.boxes);
      for (const box of boxes) box.classList.add("paper-part");
      for (const box of boxes.slice(run[0].first)) box.classList.add("paper-with-last");
    }
  }

  /** @param {Element} article */
  function fit(article) {
    const views = [...article.querySelectorAll(".mg-view")].filter(
      (view) => view instanceof HTMLElement && edges(view).tall > HALF,
    );
    const found = views.map((view) => ({ view, whole: runs(parts(view)) }));
    const long = [...article.querySelectorAll("div.highlight")].filter(
      (code) => edges(code).tall > HALF,
    );
    // all is measured before anything changes, or the page would be laid out again for each of them
    for (const { view, whole } of found) {
      if (!(view instanceof HTMLElement)) continue;
      const zoom = zoomOf(Math.max(...whole.map(tallOf)));
      if (zoom >= LEAST) view.style.zoom = String(zoom);
      if (zoom < LEAST) view.style.breakInside = "auto";
      else if (whole.length > 1) part(view, whole);
    }
    for (const code of long) code.classList.add("paper-long");
  }

  return { fit };
})();
