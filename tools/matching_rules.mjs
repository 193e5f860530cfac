/**
 * A sheet without the rules that no page can come to match.
 *
 * Of a selector, only what a built page must show is looked for in the pages: states and attributes are left out,
 * and names that a script may give. Where a script may have its hand, the selector is cut, and each part is looked
 * for by itself: elements are made, filled and moved there.
 */
import { compile } from "css-select";
import { isTraversal, parse } from "css-what";
import { getElementsByTagName, textContent } from "domutils";
import { parseDocument } from "htmlparser2";
import postcss from "postcss";

/**
 * @typedef {import("css-what").Selector} Token
 * @typedef {import("domhandler").Element} Element
 * @typedef {Map<string, Element[]>} Index elements under what a selector finds them by: `p`, `.class`, `#id`
 * @typedef {object} Hand what scripts do
 * @property {Set<string>} knows classes and ids that they look for or give
 * @property {Set<string>} gives classes and ids that they give
 * @property {Set<string>} makes the tags of elements that they may make
 */

/** Classes of the course: widgets give them, and all that is said of them stays. */
export const OURS = /^(mg|course)\b/;

const ANY = /** @type {Token} */ ({ type: "universal", namespace: null });
const SIBLING = /** @type {Token} */ ({ type: "sibling" });

/** All elements of the pages. @param {string[]} pages @returns {Index} */
function indexOf(pages) {
  const index = new Map();
  for (const element of pages.flatMap((page) => getElementsByTagName("*", parseDocument(page)))) {
    const { class: classes = "", id } = element.attribs;
    const names = (classes.match(/\S+/g) ?? []).map((name) => `.${name}`);
    for (const name of [element.name, ...names, ...(id ? [`#${id}`] : [])]) {
      if (!index.has(name)) index.set(name, []);
      index.get(name).push(element);
    }
  }
  return index;
}

/** @param {Index} index */
const inlineScripts = (index) =>
  (index.get("script") ?? [])
    .filter(({ attribs }) => !attribs.type?.endsWith("json"))
    .map((script) => textContent(script));

/**
 * A name that a script looks for stands after a dot or a hash; one that it gives stands bare.
 * @param {string[]} scripts the theme's @param {string[]} widgets whose classes are all ours @returns {Hand}
 */
function handOf(scripts, widgets) {
  const find = (/** @type {RegExp} */ pattern, /** @type {string[]} */ texts) =>
    new Set(texts.flatMap((text) => text.match(pattern) ?? []));
  return {
    knows: find(/[\w-]+/g, scripts),
    gives: find(/(?<![\w.#-])[\w-]+/g, scripts),
    makes: find(/(?<=(["'`]))[a-z]\w*(?=\1)|(?<=<)[a-z]\w*/g, [...scripts, ...widgets]),
  };
}

/** What an element is found by; null for a state, an attribute and the like. @param {Token} token */
function nameOf(token) {
  if (token.type === "tag") return token.name;
  if (token.type !== "attribute") return null;
  if (token.name === "class" && token.action === "element") return `.${token.value}`;
  return token.name === "id" && token.action === "equals" ? `#${token.value}` : null;
}

/** The names of each element that a selector speaks of, with the combinator before it. @param {Token[]} selector */
function compoundsOf(selector) {
  const compounds = [{ combinator: ANY, names: /** @type {Token[]} */ ([]) }];
  for (const token of selector)
    if (isTraversal(token))
      compounds.push({ combinator: token.type === "adjacent" ? SIBLING : token, names: [] });
    else if (nameOf(token)) compounds.at(-1)?.names.push(token);
  return compounds;
}

/**
 * The parts of a selector that the pages must show, each somewhere.
 * @param {Token[]} selector @param {Hand} hand @returns {Token[][]}
 */
function partsOf(selector, { knows, gives, makes }) {
  const has = (/** @type {Set<string>} */ set, /** @type {Token} */ token) =>
    token.type === "attribute" && set.has(token.value);
  const made = (/** @type {Token} */ token) => token.type === "tag" && makes.has(token.name);
  const parts = [/** @type {Token[]} */ ([])];
  for (const { combinator, names } of compoundsOf(selector)) {
    const built = names.filter((token) => !has(gives, token));
    const shown = built.every(made) ? [] : built;
    const part = parts[parts.length - 1];
    if (names.some((token) => has(knows, token)) || shown.length < built.length)
      parts.push(shown, []);
    else part.push(...(part.length ? [combinator] : []), ...(shown.length ? shown : [ANY]));
  }
  return parts.filter((part) => part.some(nameOf));
}

/** Whether an element of the pages matches. @param {Token[]} part @param {Index} index */
function isShown(part, index) {
  const last = part.findLastIndex(isTraversal) + 1;
  const found = part.map(nameOf).map((name) => (name ? (index.get(name) ?? []) : null));
  if (found.some((elements) => elements?.length === 0)) return false;
  const candidates = found.slice(last).find((elements) => elements);
  return !candidates || candidates.some(compile([part]));
}

/**
 * @param {string} css @param {string[]} pages as they were built
 * @param {string[]} scripts the theme's, without comments @param {string[]} widgets the widgets'
 */
export function matchingRules(css, pages, scripts, widgets) {
  const index = indexOf(pages);
  const hand = handOf([...scripts, ...inlineScripts(index)], widgets);
  const matches = (/** @type {string} */ selector) =>
    parse(selector).every(
      (tokens) =>
        tokens.some((token) => token.type === "attribute" && OURS.test(token.value)) ||
        partsOf(tokens, hand).every((part) => isShown(part, index)),
    );
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    if (rule.parent?.type === "atrule" && /keyframes$/.test(rule.parent.name)) return;
    const kept = rule.selectors.filter(matches);
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  return sheet.toString();
}
