/**
 * What the theme and the widgets bring becomes few files, and small ones. `tools/finish_book.py` calls it,
 * with the lists as JSON on the standard input.
 *
 * The theme's sheets become `book.css`, without the rules that nothing in the book can match; its scripts become
 * `book.js`. Our own scripts and styles stay the files they are, and are minified.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import * as esbuild from "esbuild";
import { PurgeCSS } from "purgecss";
import { matchingRules, OURS } from "./matching_rules.mjs";

/** The theme's own variables; all others are ours, and ours are also used by the widgets' scripts. */
const NOT_OF_THE_THEME = /^--(?!pst-|sbt-|bs-|fa-)/;

/**
 * One sheet of many. What they name by `url` lies beside it, under `fonts/`.
 * @param {string} folder @param {string[]} sheets
 */
async function merge(folder, sheets) {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: sheets.map((sheet) => `@import "./${sheet}";`).join("\n"),
      loader: "css",
      resolveDir: folder,
    },
    bundle: true,
    write: false,
    outdir: folder,
    loader: { ".woff": "file", ".woff2": "file", ".png": "file", ".svg": "file" },
    assetNames: "fonts/[name]-[hash]",
  });
  const [[sheet], files] = [
    outputFiles.filter(({ path }) => path.endsWith(".css")),
    outputFiles.filter(({ path }) => !path.endsWith(".css")),
  ];
  return { css: sheet.text, files };
}

/**
 * What a sheet's rules may match: in a page, the words inside its tags, which are names of elements,
 * classes, ids; in the scripts of our widgets, the elements that they make (their classes are all kept);
 * in others' scripts, every word.
 */
const EXTRACTORS = [
  {
    extensions: ["html"],
    extractor: (/** @type {string} */ page) =>
      (page.match(/<[a-z][^>]*>/g) ?? []).flatMap((tag) => tag.match(/[\w-]+/g) ?? []),
  },
  {
    extensions: ["widget"],
    extractor: (/** @type {string} */ script) =>
      [...script.matchAll(/\b(?:[hs]|widgetRoot)\(\s*"(\w+)"/g)].map(([, element]) => element),
  },
];

/**
 * Keep what a page or what a script makes can match, and all that is ours.
 * @param {string} css @param {string[]} pages @param {string[]} scripts @param {string[]} widgets
 */
async function purge(css, pages, scripts, widgets) {
  const read = (/** @type {string[]} */ files, /** @type {string} */ extension) =>
    files.map(async (file) => ({ raw: await readFile(file, "utf-8"), extension }));
  const content = [...read(pages, "html"), ...read(scripts, "js"), ...read(widgets, "widget")];
  const [{ css: kept }] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content: await Promise.all(content),
    extractors: EXTRACTORS,
    keyframes: true,
    variables: true,
    safelist: { greedy: [OURS], variables: [NOT_OF_THE_THEME] },
  });
  return kept;
}

/** @param {string[]} files */
const readAll = (files) => Promise.all(files.map((file) => readFile(file, "utf-8")));

/** @param {string} script */
const withoutComments = (script) => esbuild.transformSync(script, { minifyWhitespace: true }).code;

/**
 * First what has no element in any page goes, as selectors are read; then what no word of a page names:
 * animations, variables, attributes.
 * @param {Order} order
 */
async function writeStyle({ folder, sheets, pages, makers, widgets }) {
  const { css, files } = await merge(folder, sheets);
  const matching = matchingRules(
    css,
    await readAll(pages),
    (await readAll(makers)).map(withoutComments),
    await readAll(widgets),
  );
  const kept = await purge(matching, pages, makers, widgets);
  const { code } = await esbuild.transform(kept, { loader: "css", minify: true });
  await writeFile(join(folder, "book.css"), code);
  for (const { path, contents } of files) {
    if (!code.includes(path.slice(folder.length + 1))) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
}

/** Classic scripts one after the other: what they declare stays in common. @param {Order} order */
async function writeScript({ folder, scripts }) {
  const parts = await Promise.all(scripts.map((file) => readFile(join(folder, file), "utf-8")));
  const { code } = await esbuild.transform(parts.join("\n;\n"), { minify: true });
  await writeFile(join(folder, "book.js"), code);
}

/** What a script imports goes into it: a module is refused on `file://`. */
const OF_MODULES = /\/projector\/mode\.js$/;

/**
 * The drawings that a style names go into it: a mask from another file is refused on `file://`.
 * @param {Order} order
 */
async function minify({ folder, ours, source }) {
  const banner = `/* Made small from ${source}, where it can be read. */`;
  const kinds = [/(?<!\/projector\/mode)\.js$/, OF_MODULES, /\.css$/];
  for (const kind of kinds)
    await esbuild.build({
      entryPoints: ours.filter((file) => kind.test(file)),
      outdir: folder,
      outbase: folder,
      allowOverwrite: true,
      bundle: kind !== kinds[0],
      loader: { ".svg": "dataurl" },
      minify: true,
      banner: { js: banner, css: banner },
      logLevel: "warning",
    });
}

/**
 * @typedef {object} Order
 * @property {string} folder where the files lie, and where the small ones go
 * @property {string[]} sheets the styles that become one, in their order
 * @property {string[]} scripts the scripts that become one, in their order
 * @property {string[]} pages the book's pages
 * @property {string[]} makers scripts that make elements, beside the widgets'
 * @property {string[]} widgets the scripts of the widgets, as they were written
 * @property {string[]} ours what is only minified
 * @property {string} source where all this can be read
 */
const order = /** @type {Order} */ (JSON.parse(await text(process.stdin)));
await writeStyle(order);
await writeScript(order);
await minify(order);
