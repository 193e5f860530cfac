/** The gradients of the inputs, beside what nudging finds; in a wrong order the right ones too. */

import { number } from "../draw/graph/words.js";
import { difference } from "../engine/graph.js";
import { h } from "../kit/dom.js";

/** @typedef {import("./moments.js").Life} Life */
/** @typedef {import("./shown.js").Described} Described */

export function comparison() {
  const el = h("div", { class: "mg-auto-compared" });

  /**
   * @param {Described} about
   * @param {Life} life
   * @param {boolean} done
   * @param {boolean} wrong whether it may not be the right order
   */
  function set(about, { grads, right }, done, wrong) {
    el.hidden = !done;
    if (!done) return;
    const inputs = about.graph.nodes.flatMap(({ op }, i) => (op ? [] : [i]));
    const heads = [
      "",
      wrong ? "this order" : "backward",
      ...(wrong ? ["right order"] : []),
      "finite difference",
    ];
    const rows = inputs.map((i) => {
      const numbers = [grads[i], ...(wrong ? [right[i]] : []), difference(about.graph, i)];
      return h(
        "tr",
        {},
        h("th", { scope: "row" }, `${about.names[i]}.grad`),
        ...numbers.map((x, k) => {
          const off = k === 0 && grads[i] !== right[i];
          return h("td", { class: off && "mg-auto-wrong" }, number(x), off ? " wrong" : "");
        }),
      );
    });
    el.replaceChildren(
      h(
        "table",
        { class: "mg-graph-table" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ...heads.map((text) => h(text ? "th" : "td", { scope: text && "col" }, text)),
          ),
        ),
        h("tbody", {}, ...rows),
      ),
    );
  }
  return { el, set };
}
