/** Every matrix with its shape and its count, group by group. */

import { h } from "../../kit/dom.js";
import { percent, thousands } from "./words.js";

/** @typedef {import("./words.js").Counted} Counted */
/** @typedef {import("../parameter_counter.js").Matrix} Matrix */

/** How the sizes make a shape: [rows, columns]. @type {Record<string, [string, string]>} */
const MADE_OF = {
  wte: ["vocab_size", "n_embd"],
  wpe: ["block_size", "n_embd"],
  lm_head: ["vocab_size", "n_embd"],
  mlp_fc1: ["4 n_embd", "n_embd"],
  mlp_fc2: ["n_embd", "4 n_embd"],
};

/** layer0.attn_wq, of several layers layer0…1.attn_wq @param {string} name @param {number} layers */
export function written(name, layers) {
  return layers === 1 ? name : name.replace("layer0", `layer0…${layers - 1}`);
}

export function countTable() {
  const el = h("table", { class: "mg-count-table" });
  el.append(
    h(
      "caption",
      { class: "mg-hidden" },
      "Every matrix, its rows and columns, and how many numbers",
    ),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, "matrix"),
        h("th", { scope: "col" }, "rows × columns"),
        h("th", { scope: "col" }, "numbers"),
      ),
    ),
  );

  /**
   * @param {Counted} counted
   * @param {number} layers
   */
  function set({ matrices, groups, total }, layers) {
    el.querySelectorAll("tbody, tfoot").forEach((one) => one.remove());
    for (const group of groups) {
      const mine = matrices.filter((one) => one.group === group.name);
      el.append(h("tbody", {}, groupRow(group), ...mine.map((one) => matrixRow(one, layers))));
    }
    el.append(
      h(
        "tfoot",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "row", colspan: 2 }, "all together"),
          h("td", {}, thousands(total)),
        ),
      ),
    );
  }
  return { el, set };
}

/** @param {Counted["groups"][number]} group */
function groupRow({ name, count, share }) {
  return h(
    "tr",
    { class: "mg-count-group" },
    h(
      "th",
      { scope: "rowgroup" },
      h("span", { class: `mg-count-swatch mg-count-${name.toLowerCase()}` }),
      name,
    ),
    h("td", {}, percent(share)),
    h("td", {}, thousands(count)),
  );
}

/** On a small screen a name goes on below after its dot. @param {string} name */
function breakable(name) {
  const [layer, matrix] = name.split(".");
  return matrix ? [`${layer}.`, h("wbr"), matrix] : [name];
}

/**
 * @param {Matrix} matrix
 * @param {number} layers
 */
function matrixRow({ name, rows, cols, times, count }, layers) {
  const [down, across] = MADE_OF[name.replace("layer0.", "")] ?? ["n_embd", "n_embd"];
  const shape = `${thousands(rows)} × ${thousands(cols)}`;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, h("code", {}, ...breakable(written(name, layers)))),
    h(
      "td",
      {},
      h("span", {}, times === 1 ? shape : `${thousands(times)} × (${shape})`),
      h("small", {}, `${down} × ${across}`),
    ),
    h("td", {}, thousands(count)),
  );
}
