/** The losses of the rounds so far, as a line. */

import { attributes, s } from "../kit/dom.js";
import { fixed } from "../kit/format.js";

const WIDTH = 300;
const HEIGHT = 96;
const LEFT = 32;
const BASE = 80;
const FEWEST = 10; // rounds that have room

export function lossCurve() {
  const path = s("path", { class: "mg-loop-line" });
  const dot = s("circle", { r: 4, class: "mg-loop-dot" });
  const value = s("text", { class: "mg-value" });
  const top = s("text", { x: 0, y: 14 });
  const el = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", class: "mg-loop-curve" },
    s("path", { class: "mg-axis", d: `M${LEFT} 6V${BASE}H${WIDTH}` }),
    top,
    s("text", { x: 0, y: BASE + 4 }, "0"),
    s("text", { x: WIDTH, y: HEIGHT - 1, "text-anchor": "end" }, "rounds"),
    s("text", { x: 0, y: 47 }, "loss"),
    path,
    dot,
    value,
  );

  /** @param {number[]} losses */
  function set(losses) {
    const most = Math.max(1, Math.ceil(Math.max(0, ...losses)));
    const pitch = (WIDTH - LEFT - 50) / (Math.max(FEWEST, losses.length) - 1);
    const points = losses.map((loss, i) => [
      LEFT + 12 + i * pitch,
      BASE - (loss / most) * (BASE - 10),
    ]);
    const [x, y] = points.at(-1) ?? [0, 0];
    const texts = losses.map((loss) => fixed(loss));
    const line = points.map((point) => point.join(" ")).join("L");
    path.setAttribute("d", line && `M${line}`);
    attributes(dot, { cx: x, cy: y, hidden: !points.length });
    attributes(value, { x: x + 8, y: y - 5 });
    value.textContent = texts.at(-1) ?? "";
    top.textContent = String(most);
    const said = `loss of each round so far: ${texts.join(", ")}`;
    el.setAttribute("aria-label", losses.length ? said : "no loss yet");
  }
  return { el, set };
}
