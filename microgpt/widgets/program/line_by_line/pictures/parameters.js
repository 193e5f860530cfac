/** The matrices as the run draws them: each number a cell, tinted by its size and sign. */

import { paint } from "../../../draw/cells.js";
import { modelBefore } from "../../../engine/model_before.js";
import { attributes, h } from "../../../kit/dom.js";
import { count } from "../../../kit/format.js";

/**
 * @typedef {import("../stage.js").Step & { numbers: Float64Array, cols: number, name: string }}
 *   MatrixStep
 */

const FULL = 0.24; // three times the spread
const thousands = (/** @type {number} */ n) => n.toLocaleString("en");

/** The line of the program that makes a matrix. @param {string} name */
function lineOf(name) {
  if (!name.includes(".")) return `"${name}": matrix(`;
  const part = name.split(".")[1];
  return `state_dict[f"layer{i}.${part.startsWith("attn") ? "{name}" : part}"]`;
}

/** @returns {MatrixStep[]} */
export function parameterSteps() {
  const model = modelBefore();
  let total = 0;
  const steps = model.shapes.map(({ name, rows, cols }) => {
    total += rows * cols;
    const soFar = `${thousands(total)} numbers so far`;
    return {
      numbers: model.state_dict[name],
      cols,
      name,
      line: lineOf(name),
      says: `\`${name}\`: ${count(rows, "row")} of ${cols}, drawn at random around 0. ${soFar}.`,
    };
  });
  const last = { ...steps[steps.length - 1], line: "params = [p for" };
  return [
    ...steps,
    { ...last, says: `All in one list: ${thousands(total)} numbers to be learned.` },
  ];
}

export function parameterPicture() {
  const grid = h("div", { class: "mg-lines-matrix", role: "img" });
  /** @param {MatrixStep} step */
  function show({ numbers, cols, name }) {
    attributes(grid, {
      "aria-label": `${name}: ${numbers.length / cols} rows of ${cols} small random numbers`,
    });
    grid.style.setProperty("--columns", String(cols));
    grid.replaceChildren(
      ...Array.from(numbers, (x) => {
        const cell = h("span", { class: "mg-lines-cell" });
        paint(cell, x, FULL);
        return cell;
      }),
    );
  }
  return { el: grid, show };
}
