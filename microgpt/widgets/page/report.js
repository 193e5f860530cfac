/**
 * "Report an error", at the foot of a page, leads to a form. It is filled in with where the reader is, and with the
 * numbers and switches of the widget used last. No text goes along, which a reader may have typed, and nothing of a
 * quiz or a prediction. Nothing is sent before the reader presses the button of the form.
 */

const LONGEST = 1500; // characters of the whole address

/** @param {(id: string) => Record<string, unknown>} stateOf the state of the model with this id */
export function fillReport(stateOf) {
  const link = document.querySelector("a[data-report]");
  if (!(link instanceof HTMLAnchorElement)) return;
  let /** @type {HTMLElement | null} */ used = null;

  /** @param {Event} event */
  function note({ target }) {
    const view = target instanceof Element && target.closest(".mg-view[data-model]");
    if (view instanceof HTMLElement) used = view;
  }
  document.addEventListener("pointerdown", note, { capture: true, passive: true });
  // Tab only passes through.
  document.addEventListener("keydown", (event) => event.key === "Tab" || note(event), true);

  const fill = () => {
    const { model = "", widget = "" } = used?.dataset ?? {};
    const lines = used ? [widget, ...stateLines(widget, stateOf(model))] : [];
    link.href = filled(link.href, { where: whereIs(used), lines });
  };
  // Before it is followed, in whatever way; also before its address is copied.
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, fill);
}

/**
 * The address of the form with what fills it: as many lines of the state as there is room for.
 * @param {string} form
 * @param {{ where: string, lines: string[] }} what
 */
export function filled(form, { where, lines }) {
  const url = new URL(form);
  url.searchParams.set("where", where.slice(0, 300));
  let state = "";
  for (const line of lines) {
    const before = url.href;
    url.searchParams.set("state", (state += `${line}\n`));
    if (url.href.length > LONGEST) return before;
  }
  if (!state) url.searchParams.delete("state"); // of the time before
  return url.href;
}

/**
 * A line for each number, switch, and list of them. What readers answered is theirs.
 * @param {string} widget
 * @param {Record<string, unknown>} state
 */
export function stateLines(widget, state) {
  if (widget.startsWith("quiz/")) return [];
  return Object.entries(state)
    .filter(([name, value]) => !name.startsWith("_") && isPlain(value))
    .map(([name, value]) => `${name}: ${JSON.stringify(value, short)}`);
}

/** @param {unknown} value @returns {boolean} */
function isPlain(value) {
  if (Array.isArray(value)) return value.length > 0 && value.every(isPlain);
  return typeof value === "boolean" || Number.isFinite(value);
}

/** @param {string} _ @param {unknown} value */
const short = (_, value) => (typeof value === "number" ? Number(value.toPrecision(6)) : value);

/** The page, the heading that the widget stands under, and the address of both. @param {HTMLElement | null} used */
function whereIs(used) {
  const section = used?.closest("section[id]");
  const headings = [document.querySelector("h1"), section?.querySelector("h1, h2, h3, h4")];
  const words = [...new Set(headings)].map((one) => one && withoutLink(one)).filter(Boolean);
  return `${words.join(", ")}: ${addressOf(location)}${section ? `#${section.id}` : ""}`;
}

/** A heading's own words: the link to itself is no part of them. @param {Element} heading */
function withoutLink(heading) {
  const copy = /** @type {Element} */ (heading.cloneNode(true));
  copy.querySelector(".headerlink")?.remove();
  return copy.textContent?.trim();
}

/** Of a page that was opened from a file, no more than its folder and name. @param {Location} location */
function addressOf({ protocol, origin, pathname }) {
  return protocol === "file:" ? pathname.split("/").slice(-2).join("/") : origin + pathname;
}
