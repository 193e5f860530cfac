/** The map of the course: its parts, its chapters, and how far the reader is. */

import { chapters, parts } from "../data/course.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count } from "../kit/format.js";
import { openStore } from "../kit/store.js";

/** @typedef {{ ready: number[] }} State */
/** @typedef {ReturnType<typeof compute>[number]["chapters"][number]} Chapter */

/**
 * What is kept of a chapter lies under ids that begin with its number.
 * @param {State} state
 * @param {import("../kit/store.js").Entry[]} [kept]
 */
export function compute({ ready }, kept = []) {
  const all = chapters.map((one) => {
    const label = String(one.number).padStart(2, "0");
    const mine = kept.filter(({ id }) => id === label || id.startsWith(`${label}-`));
    const answers = mine.filter(({ kind }) => kind !== "chapter").length;
    const read = mine.some(({ kind, value }) => kind === "chapter" && Boolean(value));
    const progress = [read && "read", answers && `${count(answers, "answer")} kept`]
      .filter(Boolean)
      .join(", ");
    return { ...one, label, ready: ready.includes(one.number), progress };
  });
  return parts.map((part) => ({ ...part, chapters: all.filter((one) => one.part === part.part) }));
}

/** @type {import("@anywidget/types").Render<State & { links?: Record<string, string> }>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["ready"],
    name: "Map of the course",
    reset: false,
    caption: "The names in code are regions of the program: after their chapter, they are yours.",
  });
  const store = openStore();
  const links = model.get("links") ?? {};

  /** @param {Chapter} chapter */
  function row({ number, label, title, line, regions, ready, progress }) {
    const address = ready && links[number];
    return h(
      "li",
      { class: ready ? "mg-course-ready" : "" },
      h("span", { class: "mg-course-number" }, label),
      h(
        "div",
        {},
        h(
          "p",
          { class: "mg-course-title" },
          address ? h("a", { href: address }, title) : title,
          ready ? null : h("span", { class: "mg-course-later" }, "to come"),
          progress && h("span", { class: "mg-course-kept" }, progress),
        ),
        h("p", { class: "mg-course-line" }, line),
      ),
      h("p", { class: "mg-course-side" }, ...regions.flatMap((name) => [h("code", {}, name), " "])),
    );
  }

  const draw = () =>
    view.body.replaceChildren(
      ...compute(view.read(), store.all()).map((part) =>
        h(
          "div",
          { class: "mg-course-part" },
          h(
            "p",
            { class: "mg-course-head" },
            h("span", {}, `Part ${part.part}`),
            h("b", {}, part.title),
          ),
          h("ol", { "aria-label": `Part ${part.part}, ${part.title}` }, ...part.chapters.map(row)),
        ),
      ),
    );
  store.watch(draw);
  return view.show(draw, store.close);
}

export default { render };
