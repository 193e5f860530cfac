import assert from "node:assert/strict";
import { test } from "node:test";
import { openStore } from "../../microgpt/widgets/kit/store.js";
import { parseEntry, parseExport } from "../../microgpt/widgets/kit/store_entries.js";

/** A storage as a browser has it; `broken` refuses everything, `full` keeps nothing new. */
function fakeStorage({ broken = false, full = false } = {}) {
  const kept = new Map();
  const check = () => {
    if (broken) throw new Error("SecurityError");
  };
  return {
    get length() {
      check();
      return kept.size;
    },
    key: (i) => {
      check();
      return [...kept.keys()][i] ?? null;
    },
    getItem: (key) => {
      check();
      return kept.get(key) ?? null;
    },
    setItem: (key, value) => {
      check();
      if (full) throw new Error("QuotaExceededError");
      kept.set(key, String(value));
    },
    removeItem: (key) => {
      check();
      kept.delete(key);
    },
  };
}

test("what is written is read, listed in order and removed", () => {
  const storage = fakeStorage();
  const store = openStore({ storage, target: new EventTarget() });
  store.write("quiz", "01-b", { tried: [2] });
  store.write("explain", "01-linear", { text: "<b>" });
  store.write("quiz", "01-a", { tried: [] });
  assert.deepEqual(store.read("quiz", "01-b"), { tried: [2] });
  assert.equal(store.read("quiz", "01-c"), null);
  assert.deepEqual(
    store.all().map(({ kind, id }) => `${kind} ${id}`),
    ["explain 01-linear", "quiz 01-a", "quiz 01-b"],
  );
  assert.equal(storage.getItem("microgpt:quiz:01-b"), '{"v":1,"value":{"tried":[2]}}');
  store.remove("quiz", "01-b");
  assert.deepEqual(
    store.all("quiz").map(({ id }) => id),
    ["01-a"],
  );
});

test("clear forgets what is ours and nothing else", () => {
  const storage = fakeStorage();
  const store = openStore({ storage, target: new EventTarget() });
  storage.setItem("theme", "dark");
  storage.setItem("microgpt:quiz:old", "{"); // damaged, but ours
  store.write("quiz", "01-a", {});
  store.clear();
  assert.deepEqual(store.all(), []);
  assert.equal(storage.getItem("microgpt:quiz:old"), null);
  assert.equal(storage.getItem("theme"), "dark");
});

for (const [name, make] of [
  ["no storage", () => null],
  ["a blocked storage", () => fakeStorage({ broken: true })],
  ["a full storage", () => fakeStorage({ full: true })],
]) {
  test(`with ${name} entries last as long as the page, in all its views`, () => {
    const target = new EventTarget();
    const storage = make();
    const one = openStore({ storage, target });
    const two = openStore({ storage, target });
    assert.equal(one.lasting(), false);
    one.write("quiz", "01-a", { tried: [1] });
    assert.deepEqual(one.read("quiz", "01-a"), { tried: [1] });
    assert.deepEqual(two.read("quiz", "01-a"), { tried: [1] });
    assert.equal(two.all().length, 1);
    two.remove("quiz", "01-a");
    assert.equal(one.read("quiz", "01-a"), null);
    one.write("quiz", "01-a", {});
    two.clear();
    assert.deepEqual(one.all(), []);
  });
}

test("views hear of changes here and in other tabs, until they are closed", () => {
  const target = new EventTarget();
  const storage = fakeStorage();
  const one = openStore({ storage, target });
  const two = openStore({ storage, target });
  const heard = [];
  two.watch((kind, id) => heard.push(`${kind} ${id}`));
  one.write("quiz", "01-a", {});
  one.clear();
  target.dispatchEvent(Object.assign(new Event("storage"), { key: "microgpt:explain:01-linear" }));
  target.dispatchEvent(Object.assign(new Event("storage"), { key: "theme" }));
  target.dispatchEvent(Object.assign(new Event("storage"), { key: null }));
  assert.deepEqual(heard, ["quiz 01-a", "null null", "explain 01-linear", "null null"]);
  two.close();
  one.write("quiz", "01-a", {});
  assert.equal(heard.length, 4);
});

test("what was exported can be imported elsewhere", () => {
  const from = openStore({ storage: fakeStorage(), target: new EventTarget() });
  from.write("quiz", "01-a", { tried: [1], done: true });
  from.write("explain", "01-linear", { text: 'ä\n"' });
  const to = openStore({ storage: fakeStorage(), target: new EventTarget() });
  to.write("quiz", "00-a", { tried: [0] });
  assert.deepEqual(to.importJson(from.exportJson()), { count: 2, problem: "" });
  assert.deepEqual(to.read("explain", "01-linear"), { text: 'ä\n"' });
  assert.equal(to.all().length, 3);
});

test("an import takes only entries that make sense, and says why it takes none", () => {
  for (const text of [
    "",
    "nonsense",
    "null",
    "[]",
    "3",
    '{"course": "other"}',
    '{"course": "microgpt"}',
  ])
    assert.ok(parseExport(text).problem, text);
  assert.match(
    parseExport('{"course": "microgpt", "schema": 9, "entries": []}').problem,
    /another version/,
  );
  const entries = [
    null,
    3,
    {},
    { kind: "quiz", id: "../x", value: 1 },
    { kind: "other", id: "01-a", value: 1 },
    { kind: "quiz", id: "01-a" },
    { kind: "quiz", id: "a:b", value: 1 },
    { kind: "explain", id: "01-long", value: "x".repeat(30000) },
    { kind: "quiz", id: "01-a", value: { tried: [] }, extra: 1 },
  ];
  assert.deepEqual(parseExport(JSON.stringify({ course: "microgpt", schema: 1, entries })), {
    entries: [{ kind: "quiz", id: "01-a", value: { tried: [] } }],
    problem: "",
  });
});

test("other versions and damaged entries count as absent", () => {
  for (const text of ["", "{", "null", "1", '{"v":2,"value":1}', '{"v":1}'])
    assert.equal(parseEntry("microgpt:quiz:01-a", text), null);
  assert.equal(parseEntry("theme", "1"), null);
  assert.equal(parseEntry("microgpt:quiz", '{"v":1,"value":1}'), null);
  assert.deepEqual(parseEntry("microgpt:quiz:01-a", '{"v":1,"value":0}'), {
    kind: "quiz",
    id: "01-a",
    value: 0,
  });
});
