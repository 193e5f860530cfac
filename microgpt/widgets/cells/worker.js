/** The worker's side of the page's Python. */

/** @typedef {{ module: WebAssembly.Module, stdlib: ArrayBuffer, course: ArrayBuffer }} Parts */

/**
 * Everything that the worker does, as one function: the worker is made from its source, so it uses nothing around it.
 * @param {(name: string) => any} need gives the engine
 */
export function work(need) {
  // A list that grows without end then raises MemoryError, and the page lives on.
  const LARGEST = 512 * 2 ** 20; // bytes
  const PAGE = 65536; // bytes of one page of WebAssembly's memory
  const STACK = 128 * 2 ** 10; // bytes of WebAssembly's memory for calls inside calls, of the 10 MB that there are
  const NOWHERE = "http://page.invalid/"; // nothing is fetched from it
  const post = (/** @type {any} */ message) => self.postMessage(message);
  /** @type {any} */ let python;
  /** @type {any} */ let cells;
  /** @type {any} */ let json;

  function limitMemory() {
    const grow = WebAssembly.Memory.prototype.grow;
    WebAssembly.Memory.prototype.grow = function (/** @type {number} */ pages) {
      const wanted = this.buffer.byteLength + pages * PAGE;
      if (wanted > LARGEST) throw new RangeError("no more memory");
      return grow.call(this, pages);
    };
  }

  /**
   * Python counts what its calls take of WebAssembly's memory. The browser's own stack, which it cannot see, ends much
   * sooner, and Python with it: by a + that calls itself 470 times. With less to count on, Python raises RecursionError
   * in time. Functions that call each other in Python alone take nothing of it.
   */
  function limitStack() {
    const { _module: machine } = python;
    const start = machine._emscripten_stack_get_base() - STACK; // it grows downwards
    const thread = machine._PyThreadState_Get();
    machine._PyUnstable_ThreadState_SetStackProtection(thread, start, STACK);
  }

  /** Pyodide fetches two files. Both are here already. @param {Parts} parts */
  function answerFetches({ module, stdlib }) {
    self.fetch = async (address) => {
      return new Response(String(address).endsWith("stdlib.zip") ? stdlib : null);
    };
    WebAssembly.instantiateStreaming = async (_, imports) => {
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    };
  }

  /** @param {Parts} parts */
  async function start(parts) {
    const { createPyodideModule, loadPyodide, lock } = need("python/engine.js");
    limitMemory();
    answerFetches(parts);
    python = await loadPyodide({
      createPyodideModule,
      lockFileContents: lock,
      packageBaseUrl: NOWHERE,
      indexURL: NOWHERE,
      stdLibURL: `${NOWHERE}stdlib.zip`,
    });
    limitStack();
    self.fetch = () => Promise.reject(new TypeError("The Python in this page has no network."));
    // Python now looks into this buffer from time to time, which takes it out of WebAssembly for a moment. Only then
    // does WebKit end a worker that was told to: an endless loop would go on, unseen, until the page is left.
    python.setInterruptBuffer(new Uint8Array(1));
    const site = python.runPython("import site; site.getsitepackages()[0]");
    python.unpackArchive(parts.course, "zip", { extractDir: site });
    cells = python.pyimport("page.cells");
    // as JSON, so that None is null on both sides, and not undefined
    json = python.pyimport("json");
    cells.begin((/** @type {any} */ message) => post(JSON.parse(json.dumps(message))));
    post({ type: "ready" });
  }

  /** @param {{ type: string, source: string, name: string, silent: boolean, exercise: string }} order */
  function run({ type, source, name, silent, exercise }) {
    try {
      const ok = type === "check" ? cells.check(exercise) : cells.run(source, name, silent);
      post({ type: "done", ok });
    } catch (error) {
      // Python itself broke, such as by a stack that is too deep for the browser.
      post({ type: "broken", text: String(error).slice(0, 200) });
    }
  }

  self.onmessage = async ({ data }) => {
    if (data.type === "start") {
      await start(data).catch((error) =>
        post({ type: "failed", text: String(error).slice(0, 500) }),
      );
    } else if (data.type === "run" || data.type === "check") run(data);
    else if (data.type === "state") {
      python.pyimport("anywidget").hear(data.model, json.loads(JSON.stringify(data.state)));
    }
  };
}
