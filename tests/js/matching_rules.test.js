import assert from "node:assert/strict";
import { test } from "node:test";
import { matchingRules } from "../../tools/matching_rules.mjs";

const PAGE = `<!DOCTYPE html><html data-theme="light"><head>
  <script>document.querySelector(".looked-for");</script>
  <script type="application/json">{"text": "in-data"}</script></head>
<body><nav id="menu" class="bar"><ul class="items"><li><a href="#">Home</a></li></ul></nav>
<dialog class="box"></dialog><main><h2>Title</h2><table class="plain"><tbody><tr><td>1</td></tr></tbody></table></main>
</body></html>`;
const OTHER = `<html><body><main><p class="note">Only here</p></main></body></html>`;
const THEME = `item.classList.add("given"); box.append(document.querySelector(".items"), make("mark"));
  list.innerHTML = '<ol class="found"></ol>';`;
const WIDGET = `h("figure", { class: "mg-chart" }, h("output"));`;

/** The selectors that stay of these, each in a rule of its own. @param {string[]} selectors */
function staying(selectors) {
  const rules = selectors.map((selector) => `${selector} { color: red }`);
  const kept = matchingRules(rules.join("\n"), [PAGE, OTHER], [THEME], [WIDGET]).split("\n");
  return selectors.filter((_, i) => kept.includes(rules[i]));
}

const STAYS = {
  "what a page shows": [
    "p.note",
    "#menu.bar > .items a",
    "h2 + table",
    "*",
    "main > h2 ~ .plain td",
  ],
  "states and pseudo-elements": [
    "a:hover",
    "a:focus-visible::before",
    ".bar:not(.small, .wide)",
    ":root",
    "::selection",
  ],
  "attributes that change": [
    'html[data-theme="dark"] .note',
    "dialog[open] > *",
    "[aria-expanded=true] li",
    ".box[open]",
  ],
  "classes that a script gives": [
    ".given",
    ".bar.given a",
    "main .given > .note",
    "nav.given + .plain",
  ],
  "elements that a script makes": [
    ".found li",
    "mark",
    ".note > mark",
    "figure output",
    "ol.found a",
  ],
  "what a script moves": [".box .items > li", "dialog > .items"],
  "the course's own classes": [".mg-chart", ".absent .mg-chart td", ".course-map"],
};
for (const [what, selectors] of Object.entries(STAYS))
  test(`stays: ${what}`, () => assert.deepEqual(staying(selectors), selectors));

const GOES = {
  "classes, ids and elements of no page": [
    ".absent",
    "#absent",
    "aside",
    "a.absent:hover",
    ".given.absent",
  ],
  "relations of no page": [".bar > a", ".note a", "p.bar", "#menu .plain", ".note ~ .plain"],
  "what a script looks for and no page has": [".looked-for", ".looked-for a:hover"],
  "what only data speak of": [".in-data"],
  "what a state would not bring": ["[data-theme=dark] .absent", ".absent[open]", ".absent::before"],
  "what is not ours though it begins alike": ["img.absent", ".mgabsent"],
};
for (const [what, selectors] of Object.entries(GOES))
  test(`goes: ${what}`, () => assert.deepEqual(staying(selectors), []));

test("of a list the selectors go one by one, and conditions and animations are kept", () => {
  const css = `.absent, a:is(.x, .y), #none { color: red }
@media print { .note { color: black } .absent { color: black } }
@keyframes turn { from { opacity: 0 } to { opacity: 1 } }
@font-face { font-family: F }
:root { --width: 1px }`;
  const expected = css
    .replace(".absent, a:is(.x, .y), #none", "a:is(.x, .y)")
    .replace(" .absent { color: black }", "");
  assert.equal(matchingRules(css, [PAGE, OTHER], [THEME], [WIDGET]), expected);
});
