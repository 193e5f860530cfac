/** The same as a table: a row for each matrix. */

import { h, setText } from "../../kit/dom.js";
import { brief } from "../../kit/format.js";
import { MATRICES } from "../../model/parameter_matrices/meaning.js";
import { thousands } from "./words.js";

/** @typedef {import("../gradient_field.js").Matrix} Matrix */

const HEADS = ["matrix", "shape", "with a gradient", "rows without", "columns without", "largest"];

export function matrixTable() {
  const cells = MATRICES.map(() => HEADS.slice(1).map(() => h("td")));
  const heads = HEADS.map((head) => h("th", { scope: "col" }, head));
  const el = h(
    "details",
    { class: "mg-field-fold" },
    h("summary", {}, "The same as a table"),
    h(
      "div",
      { class: "mg-field-scroll", role: "region", tabindex: 0, "aria-label": "all matrices" },
      h(
        "table",
        { class: "mg-field-table" },
        h("thead", {}, h("tr", {}, ...heads)),
        h(
          "tbody",
          {},
          ...MATRICES.map((name, i) => h("tr", {}, h("th", { scope: "row" }, name), ...cells[i])),
        ),
      ),
    ),
  );
  /** @param {Matrix[]} matrices */
  const set = (matrices) =>
    matrices.forEach((matrix, i) =>
      textsOf(matrix).forEach((text, k) => setText(cells[i][k], text)),
    );
  return { el, set };
}

/** @param {Matrix} matrix */
function textsOf({ rows, cols, gradients, taking, emptyRows, emptyColumns }) {
  const most = gradients.reduce((max, g) => Math.max(max, Math.abs(g)), 0);
  return [
    `${rows} × ${cols}`,
    `${thousands(taking)} of ${thousands(gradients.length)}`,
    String(emptyRows.length),
    String(emptyColumns.length),
    brief(most),
  ];
}
