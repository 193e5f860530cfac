/** The loss over the chance of the right letter, with the point to drag. */

import { curve, sample } from "../../draw/curve.js";
import { plot } from "../../draw/plot.js";
import { s } from "../../kit/dom.js";
import { nats, shown } from "./words.js";

/** @typedef {import("../loss_builder.js").Now} Now */

const SHOWN = /** @type {[number, number]} */ ([0, 7]); // nats
const LEAST = 0.001;
const PIECES = 800;

/**
 * @param {number} step
 * @param {(p: number) => void} onMove
 */
export function lossPicture(step, onMove) {
  const line = s("path", { class: "mg-built-curve" });
  let now = /** @type {Now | null} */ (null);
  const picture = plot({
    name: "the loss over the chance of the right letter",
    xName: "p",
    yName: "−ln p",
    pointName: "p, along the curve",
    low: 0,
    high: 1,
    step,
    colour: "loss",
    onMove,
    onDraw: draw,
  });
  picture.inside.append(line);

  function draw() {
    if (!now) return;
    const samples = sample((p) => -Math.log(p), LEAST, 1, PIECES);
    const { p, loss } = now;
    if (picture.frame(SHOWN)) line.setAttribute("d", curve(samples, picture.px, picture.py, SHOWN));
    picture.point(p, loss, `p ${shown(p)}, loss ${nats(loss)}`);
  }

  /** @param {Now} next */
  function set(next) {
    now = next;
    draw();
  }
  return { el: picture.el, set };
}
