import assert from "node:assert/strict";
import { test } from "node:test";
import { makeModels } from "../../microgpt/widgets/page/model.js";

const saved = () => ({ m1: { state: { a: 1, list: [1, 2] } }, m2: { state: { b: 2 } } });
const never = () => assert.fail("nobody throws");

test("views of one model share its state, and each hears of a change once", () => {
  const models = makeModels(saved());
  const [one, two] = [models.handle("m1", never), models.handle("m1", () => never())];
  const heard = /** @type {string[]} */ ([]);
  one.on("change:a", () => heard.push(`one ${one.get("a")}`));
  two.on("change", () => heard.push(`two ${two.get("a")}`));
  two.set("a", 5);
  two.set("a", 5);
  assert.deepEqual(heard, ["one 5", "two 5"]);
  one.set("list", one.get("list"));
  assert.equal(heard.length, 2, "the same value is no change");
});

test("a view stops listening: to one event, or to all; another view goes on", () => {
  const models = makeModels(saved());
  const [one, two] = [models.handle("m1", never), models.handle("m1", () => never())];
  const heard = /** @type {string[]} */ ([]);
  const [a, b] = ["a", "b"].map((name) => () => heard.push(name));
  one.on("change:a", a);
  one.on("change:a", b);
  one.on("change", b);
  two.on("change", () => heard.push("two"));
  one.off("change:a", a);
  one.set("a", 2);
  assert.deepEqual(heard.splice(0), ["b", "b", "two"]);
  one.off();
  one.set("a", 3);
  assert.deepEqual(heard, ["two"]);
});

test("a listener that throws is told to its view; the others are called all the same", () => {
  const models = makeModels(saved());
  const errors = /** @type {unknown[]} */ ([]);
  const owner = (/** @type {unknown} */ error) => {
    errors.push(error);
    models.release(owner);
  };
  const bad = models.handle("m1", owner);
  const good = models.handle("m1", never);
  let calls = 0;
  bad.on("change:a", () => {
    throw new Error("on purpose");
  });
  bad.on("change:a", () => assert.fail("a view that failed hears no more"));
  good.on("change:a", () => calls++);
  good.set("a", 2);
  good.set("a", 3);
  assert.deepEqual([errors.length, calls], [1, 2]);
});

test("a widget finds another model of the page, and hears when there is none", async () => {
  const models = makeModels(saved());
  const { widget_manager } = models.handle("m1", never);
  const other = await widget_manager.get_model("m2");
  other.set("b", 7);
  assert.equal(models.handle("m2", never).get("b"), 7);
  await assert.rejects(widget_manager.get_model("m3"), /no model m3/);
  await assert.rejects(widget_manager.get_model("toString"), /no model/);
});

test("a model can be put back as it was stored, and the stored state is never changed", () => {
  const stored = saved();
  const models = makeModels(stored);
  const one = models.handle("m1", never);
  const heard = /** @type {unknown[]} */ ([]);
  one.on("change:a", () => heard.push(one.get("a")));
  one.get("list").push(3);
  one.set("a", 9);
  models.restore("m1");
  assert.deepEqual([one.get("a"), one.get("list"), heard], [1, [1, 2], [9, 1]]);
  assert.deepEqual(stored, saved());
});
