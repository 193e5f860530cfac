/**
 * Writes the page's Python as four classic scripts: engine.js, wasm.js, stdlib.js, course.js.
 *
 *     node tools/in_page/make.mjs PACKAGE TRAITLETS OUT
 *
 * PACKAGE is the folder `microgpt`, TRAITLETS the installed package of that name. Pyodide comes from node_modules. The
 * work is done by pack.py inside Pyodide itself, because the standard library is compiled for the very Python that
 * will load it.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { loadPyodide } from "pyodide";

const here = dirname(fileURLToPath(import.meta.url));
const [course, traitlets, out] = process.argv.slice(2).map((path) => resolve(path));
const core = dirname(fileURLToPath(import.meta.resolve("pyodide")));
mkdirSync(out, { recursive: true });

const python = await loadPyodide({ indexURL: `${core}/` });
const folders = { core, course, traitlets, out, site: join(here, "site") };
for (const [name, root] of Object.entries(folders)) {
  python.FS.mkdirTree(`/in/${name}`);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, `/in/${name}`);
}
python.runPython(readFileSync(join(here, "pack.py"), "utf8"));
process.exit(0);
