/** Names drawn at the temperature, each with what is known of it. */

import { h } from "../../kit/dom.js";
import { fmt } from "../../kit/format.js";
import { knownName, written } from "../known_names.js";

/** @typedef {import("../temperature.js").Now} Now */

/** @param {import("../known_names.js").List} list */
export function sampleList(list) {
  const title = h("p", { class: "mg-temperature-title" });
  const names = h("ol", { class: "mg-temperature-names" });

  /**
   * @param {Now} now
   * @param {string} prefix
   */
  function set(now, prefix) {
    title.textContent = `Ten names at T = ${fmt(now.temperature)}`;
    names.replaceChildren(...now.names.map((name) => item(name, prefix)));
  }

  /**
   * @param {string} name
   * @param {string} prefix
   */
  function item(name, prefix) {
    const drawn = name.slice(prefix.length);
    const letters = name ? [prefix, h("strong", {}, drawn)] : [written(name)];
    const { kind, label } = knownName(name, list);
    return h(
      "li",
      {},
      h("span", {}, ...letters),
      h("small", { class: `mg-temperature-${kind}` }, label),
    );
  }
  return { el: h("div", {}, title, names), set };
}
