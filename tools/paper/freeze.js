/**
 * Turns an opened page of the book into HTML that stands still: what its scripts have drawn and what its fields hold
 * is written into the HTML itself. Its ids get the page's name before them, so that many pages fit in one document.
 *
 * `tools/paper/stills.py` puts it into the page, and calls `links`, then `still`.
 */
globalThis.paper = (() => {
  const article = /** @type {HTMLElement} */ (document.querySelector("article.bd-article"));
  const links = () => [...article.querySelectorAll("a[href]")];
  const SHORT = 260; // a fifth of a page
  const ALL_ANSWERS = "Answers"; // to the whole page, not to the section that they stand in
  const ANSWERS = ["Show answer", ALL_ANSWERS];
  // Links without the number of the page that they lead to: where room is short, and to what the alphabet finds.
  const NO_NUMBER =
    ".mg-view, .mg-figure, svg, pre, dt, h1, h2:not(.one-card *), h3, h4, .course-term, .course-letters";
  const NOT_ON_PAPER = [
    ".headerlink, .copybtn, .mg-cell-bar, .mg-cell-field, .course-here, noscript, script, link",
    ".mg-button, .mg-reset, .mg-cell-output:empty",
  ].join();

  // A widget's folds are its own affair: its style says which of them paper shows.
  for (const fold of article.querySelectorAll("details")) fold.open ||= !fold.closest(".mg-view");
  // A short one stays whole: its first line does not stay with what follows otherwise.
  for (const fold of article.querySelectorAll("details"))
    if (fold.getBoundingClientRect().height < SHORT) fold.style.breakInside = "avoid";

  const left = leaveOut();

  /** Takes away what the styles keep for the screen. @returns {string[]} the ids that go with it */
  function leaveOut() {
    const hidden = [...article.querySelectorAll(".not-on-paper, section[id]")].filter(
      (one) => !one.checkVisibility() && !one.closest(".mg-view"),
    );
    const ids = hidden.flatMap((one) => [one, ...one.querySelectorAll("[id]")].map(({ id }) => id));
    for (const one of hidden) one.remove();
    return [...ids, ...replaced()].filter(Boolean);
  }

  /** A widget that paper shows in other words has its id there, where they follow it; the ids that are left. */
  function replaced() {
    const ids = [];
    for (const view of article.querySelectorAll(".mg-view[id]")) {
      const next = view.nextElementSibling;
      if (view.checkVisibility()) continue;
      if (next?.checkVisibility() && !next.id) [next.id, view.id] = [view.id, ""];
      else ids.push(view.id);
    }
    return ids;
  }

  /** What stands in an attribute that names ids of the page, one or several. */
  const NAMES_IDS = /^(id|for|headers|list|aria-(labelledby|describedby|controls|owns|details))$/;

  /** A field shows what it holds, not what its HTML says. */
  function writeFields() {
    for (const field of article.querySelectorAll("input, textarea, option, canvas")) {
      if (field instanceof HTMLCanvasElement) {
        const picture = new Image();
        for (const name of ["class", "style"])
          picture.setAttribute(name, field.getAttribute(name) ?? "");
        picture.src = field.toDataURL();
        picture.alt = field.getAttribute("aria-label") ?? "";
        picture.style.width = `${field.clientWidth}px`;
        field.replaceWith(picture);
      } else if (field instanceof HTMLTextAreaElement) field.textContent = field.value;
      else if (field instanceof HTMLOptionElement)
        field.toggleAttribute("selected", field.selected);
      else {
        field.setAttribute("value", field.value);
        field.toggleAttribute("checked", field.checked);
      }
    }
  }

  /** What would be rolled into view on a screen: its whole height is shown, and too wide a thing is made smaller. */
  function unroll() {
    const rolls = (/** @type {string} */ how) => how === "auto" || how === "scroll";
    const sizes = [...article.querySelectorAll("*")].map((box) => {
      const { overflowX, overflowY, display } = getComputedStyle(box);
      if (display === "none" || !(rolls(overflowX) || rolls(overflowY))) return {};
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = box;
      const tall = rolls(overflowY) && scrollHeight > clientHeight + 1;
      return { box, tall, wide: rolls(overflowX) ? clientWidth / scrollWidth : 1 };
    });
    // all is measured before anything changes, or the page would be laid out again for each of them
    for (const { box, tall, wide } of sizes) {
      if (!(box instanceof HTMLElement)) continue;
      if (tall) box.style.cssText += "; height: auto; max-height: none; overflow-y: visible";
      if (wide < 1)
        for (const child of box.children)
          if (child instanceof HTMLElement || child instanceof SVGElement)
            child.style.zoom = String(wide);
    }
  }

  /** @param {string} prefix */
  function prefixIds(prefix) {
    const own = (/** @type {string} */ id) => `${prefix}--${id}`;
    for (const one of article.querySelectorAll("*")) {
      for (const { name, value } of [...one.attributes]) {
        if (NAMES_IDS.test(name))
          one.setAttribute(name, value.trim().split(/\s+/).filter(Boolean).map(own).join(" "));
        else if (/url\(["']?#/.test(value))
          one.setAttribute(
            name,
            value.replace(/url\((["']?)#([^"')]+)\1\)/g, (_, __, id) => `url(#${own(id)})`),
          );
        else if (value.startsWith("#") && /href$/.test(name) && one.localName !== "a")
          one.setAttribute(name, `#${own(value.slice(1))}`);
      }
    }
  }

  /**
   * Radio buttons of two pages must not be of one group.
   * @param {string} prefix
   */
  function prefixNames(prefix) {
    for (const one of article.querySelectorAll("input[name]"))
      one.setAttribute("name", `${prefix}--${one.getAttribute("name")}`);
  }

  /**
   * @param {Element} link
   * @param {{ to?: string, href?: string, note?: number | null }} plan
   * @param {string} id for the number of the page that it leads to
   * @param {string} prefix
   */
  function lead(link, { to, href, note }, id, prefix) {
    for (const name of ["target", "download", "title"]) link.removeAttribute(name);
    if (to) link.setAttribute("href", `#${to}`);
    else if (href) link.setAttribute("href", href);
    else link.removeAttribute("href");
    if (to && link.checkVisibility() && link.textContent?.trim() && !link.closest(NO_NUMBER))
      link.insertAdjacentHTML(
        getComputedStyle(link).display === "inline" ? "afterend" : "beforeend",
        `<span class="paper-to" id="${id}" data-from="${id}" data-page="${to}"></span>`,
      );
    if (note)
      link.insertAdjacentHTML(
        "afterend",
        `<sup class="paper-mark"><a href="#${prefix}--note-${note}">${note}</a></sup>`,
      );
  }

  /** What a fold stands under: its section, or the page, and the title of that. @param {Element} fold */
  function over(fold) {
    const all = fold.querySelector("summary")?.textContent?.trim() === ALL_ANSWERS;
    const section = all ? article.querySelector("section") : fold.closest("section");
    const title = section?.querySelector("h1, h2, h3, h4");
    return { title: title?.innerHTML ?? "", asked: section?.id };
  }

  /**
   * Takes the folds that hold answers out of the page; in their place, and below each widget that asks, stands where
   * the answer is.
   * @param {string} prefix
   * @param {string[]} asking
   */
  function answers(prefix, asking) {
    const found = [];
    const folds = [...article.querySelectorAll("details")].filter((fold) =>
      ANSWERS.includes(fold.querySelector("summary")?.textContent?.trim() ?? ""),
    );
    const views = [...article.querySelectorAll(".mg-view[data-model]")].filter((view) =>
      asking.includes(view.getAttribute("data-model") ?? ""),
    );
    const places = [...folds, ...views].sort((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    for (const [i, one] of places.entries()) {
      const place = `${prefix}--place-${i}`;
      const where = document.createElement("p");
      where.className = "paper-where";
      where.id = place;
      where.innerHTML = `<a href="#${place}-answer">Answer: page <span data-page="${place}-answer"></span></a>`;
      if (one instanceof HTMLDetailsElement) {
        const above = over(one);
        one.querySelector("summary")?.remove();
        found.push({ place, ...above, body: one.innerHTML });
        one.replaceWith(where);
      } else {
        one.after(where);
        found.push({ place, model: one.getAttribute("data-model") });
      }
    }
    return found;
  }

  /**
   * @param {string} prefix
   * @param {object[]} plans one for each of the links
   * @param {string[]} asking the models whose widgets ask something
   */
  function still(prefix, plans, asking) {
    writeFields();
    unroll();
    globalThis.paperParts.fit(article);
    prefixIds(prefix);
    prefixNames(prefix);
    links().forEach((link, i) => lead(link, plans[i], `${prefix}--link-${i}`, prefix));

    // no longer from where the page lies
    for (const picture of article.querySelectorAll("img")) picture.setAttribute("src", picture.src);
    for (const one of article.querySelectorAll(NOT_ON_PAPER)) one.remove();
    const title = article.querySelector("h1")?.textContent?.trim();
    const heads = [...article.querySelectorAll("section > h2")].map((head) => ({
      id: head.parentElement?.id,
      title: head.textContent?.trim(),
    }));

    const found = answers(prefix, asking);
    const gone = left.map((id) => `${prefix}--${id}`);
    return { title, heads, answers: found, left: gone, html: article.innerHTML };
  }

  return {
    links: () => links().map((link) => [link.href, link.textContent ?? "", link.checkVisibility()]),
    still,
  };
})();
