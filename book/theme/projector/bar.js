/** The line at the foot of the stage: where one is, and a button for each key. And the dark screen. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, string>} attributes @param {...(Node | string)} children
 */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {string} sign */
const unsaid = (sign) => make("span", { "aria-hidden": "true" }, sign);

/** @param {string} keys @param {() => void} onPress @param {...(Node | string)} shown */
function button(keys, onPress, ...shown) {
  const element = make("button", { type: "button", "aria-keyshortcuts": keys }, ...shown);
  element.addEventListener("click", onPress);
  return element;
}

/**
 * @param {string} title of the page: a heading that is there when the page's own is hidden
 * @param {{ next: () => void, back: () => void, blank: () => void, leave: () => void }} does
 */
export function makeBar(title, does) {
  const back = button("PageUp ArrowLeft", does.back, unsaid("‹"), "Back");
  const next = button("PageDown ArrowRight", does.next, "Next", unsaid("›"));
  const place = make("b", {});
  const name = make("span", {});
  const status = make("p", { role: "status" }, place, " ", name);
  const more = make("span", { class: "projector-more", hidden: "" }, "↓ more");
  const hint = make(
    "span",
    { class: "projector-hint", hidden: "" },
    "Keys go to the widget. Escape takes them back.",
  );
  const element = make(
    "nav",
    { class: "projector-bar", "aria-label": "Projector", "data-projector": "bar" },
    make("h1", {}, title),
    make("div", {}, back, next),
    make("div", { class: "projector-where" }, status, more, hint),
    make("div", {}, button("B .", does.blank, "Blank"), button("Escape", does.leave, "Leave")),
  );

  /** @param {number} at @param {number} of @param {string} section */
  function tell(at, of, section) {
    place.textContent = `${at + 1} of ${of}`;
    name.textContent = section;
    // A button that is disabled would lose the focus.
    back.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === of - 1));
  }
  /** @param {boolean} yes */
  const tellMore = (yes) => more.toggleAttribute("hidden", !yes);
  /** @param {boolean} yes whether a widget has the keys */
  const tellKeys = (yes) => hint.toggleAttribute("hidden", !yes);
  return { element, tell, tellMore, tellKeys };
}

/** All dark, until a key or a press: a dialog, so nothing behind it can be reached meanwhile. */
export function makeBlank() {
  const again = make("button", { type: "button" }, "Press a key to show the screen again");
  const element = make(
    "dialog",
    { class: "projector-blank", "aria-label": "Blank screen", "data-projector": "bar" },
    again,
  );
  element.addEventListener("click", () => element.close());
  element.addEventListener("keydown", (event) => {
    if (event.repeat || event.key === "Tab" || event.ctrlKey || event.altKey || event.metaKey)
      return;
    event.preventDefault();
    element.close();
  });
  return { element, show: () => element.showModal() };
}
