/** The check of the first ten losses: the page's Python runs the file, and says what came of it. */

import { fillBar } from "../../cells/bar.js";
import { outputArea } from "../../cells/output.js";
import { h } from "../../kit/dom.js";
import { borrowPython } from "../../kit/page_python.js";
import { checkOf } from "./gather.js";

const ENDS = {
  ran: "",
  failed: "It stopped at an error.",
  stopped: "Stopped. The next run begins anew, and runs the cells above it again.",
};
const NOBODY = "Python did not come in this page. Load the page again.";

/** @param {() => string} source the file, as it stands when its turn comes */
export function judge(source) {
  const place = h("div", { class: "mg-mine-bar" });
  const output = outputArea({ showWidget: () => {} });
  let stop = () => {};
  const bar = fillBar(place, {
    label: "Check the first 10 losses",
    about: "my_microgpt.py",
    primary: true,
    onRun: run,
    onStop: () => stop(),
    onBack: () => {},
  });

  function run() {
    const stops = borrowPython({
      wait: bar.wait,
      begin() {
        output.clear();
        return checkOf(source());
      },
      say: bar.say,
      show: output.show,
      end: (how) => bar.rest(ENDS[how]),
      fail(sentence) {
        output.error("", sentence);
        bar.rest("");
      },
    });
    stop = stops ?? stop;
    if (!stops) bar.say(NOBODY);
  }
  return { els: [place, output.el], press: bar.press };
}
