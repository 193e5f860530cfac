/** When the tasks of chapter 09 are met: from the watched widget's own state. */

import { adamVisits, sgdVisits } from "../../engine/descents.js";
import { LANDSCAPES } from "../../engine/landscapes.js";
import { taskOf } from "../task.js";

const NEAR = 0.01; // of the lowest loss

/** @type {import("../task.js").Goals} */
const goals = {
  "09-ten": { met: ({ p }) => Math.abs(p - 0.1) < 0.0005 },
  "09-bowl": {
    met({ view, landscape, start, lr_sgd, lr_adam, steps }) {
      if (view !== "landscape" || landscape !== "bowl") return false;
      const land = LANDSCAPES.bowl;
      const [sgd, adam] = [
        sgdVisits(land, start, lr_sgd, steps),
        adamVisits(land, start, lr_adam, steps),
      ];
      const isDown = (/** @type {typeof sgd} */ visits) =>
        visits[visits.length - 1].loss <= land.lowest + NEAR;
      return land.loss(start[0], start[1]) > 1 && isDown(sgd) && !isDown(adam);
    },
  },
};

export default { render: taskOf(goals), goals };
