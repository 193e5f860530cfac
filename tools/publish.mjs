/**
 * What the theme and the widgets bring becomes few files, and small ones. `tools/finish_book.py` calls it, with the lists
 * as JSON on the standard input.
 *
 * The theme's sheets become `book.css`, without the rules that nothing in the book can match; its scripts become
 * `book.js`. Our own scripts and styles stay the files they are, and are minified.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import * as esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

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

/** Keep what a page or a script of the theme can match, and all that is ours. @param {string} css @param {string[]} content */
async function purge(css, content) {
  const raw = await Promise.all(content.map((file) => readFile(file, "utf-8")));
  const [{ css: kept }] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content: raw.map((text) => ({ raw: text, extension: "html" })),
    keyframes: true,
    variables: true,
    safelist: { greedy: [/^(mg|course)\b/], variables: [NOT_OF_THE_THEME] },
  });
  return kept;
}

/** @param {string} folder @param {string[]} sheets @param {string[]} content */
async function writeStyle(folder, sheets, content) {
  const { css, files } = await merge(folder, sheets);
  const { code } = await esbuild.transform(await purge(css, content), {
    loader: "css",
    minify: true,
  });
  await writeFile(join(folder, "book.css"), code);
  for (const { path, contents } of files) {
    if (!code.includes(path.slice(folder.length + 1))) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
}

/** Classic scripts one after the other: what they declare stays in common. @param {string} folder @param {string[]} scripts */
async function writeScript(folder, scripts) {
  const parts = await Promise.all(scripts.map((file) => readFile(join(folder, file), "utf-8")));
  const { code } = await esbuild.transform(parts.join("\n;\n"), {
    minify: true,
  });
  await writeFile(join(folder, "book.js"), code);
}

/** @param {string} folder @param {string[]} files @param {string} source where they can be read */
async function minify(folder, files, source) {
  const banner = `/* Made small from ${source}, where it can be read. */`;
  await esbuild.build({
    entryPoints: files,
    outdir: folder,
    outbase: folder,
    allowOverwrite: true,
    minify: true,
    banner: { js: banner, css: banner },
    logLevel: "warning",
  });
}

const { folder, sheets, scripts, content, ours, source } = JSON.parse(await text(process.stdin));
await writeStyle(folder, sheets, content);
await writeScript(folder, scripts);
await minify(folder, ours, source);
