import assert from "node:assert/strict";
import { test } from "node:test";
import { giver, receive } from "../../microgpt/widgets/kit/handover.js";

/** @param {string} label @returns {any} */
const model = (label) => ({ checkpoint: {}, documents: ["a"], noun: "lines", seen: 1, label });

test("an offer reaches all who listen, and the giver hears whether anyone does", () => {
  const page = new EventTarget();
  const got = /** @type {string[]} */ ([]);
  const from = giver(page);
  assert.equal(from.offer(model("nobody")), false);
  const ends = [1, 2].map((n) => receive(({ label }) => got.push(`${n} ${label}`), page));
  assert.deepEqual(
    got,
    ["1 nobody", "2 nobody"],
    "who comes late asks, and only who has not had it takes the answer",
  );
  got.length = 0;
  assert.equal(from.offer(model("x")), true);
  assert.deepEqual(got, ["1 x", "2 x"]);
  ends[0]();
  from.offer(model("y"));
  assert.deepEqual(got.slice(2), ["2 y"]);
});

test("of two givers the later counts, also for who comes late", () => {
  const page = new EventTarget();
  const got = /** @type {string[]} */ ([]);
  const [one, two] = [giver(page), giver(page)];
  one.offer(model("one"));
  two.offer(model("two"));
  receive(({ label }) => got.push(label), page);
  assert.deepEqual(got, ["two"]);
  two.close();
  receive(({ label }) => got.push(`later ${label}`), page);
  assert.deepEqual(got, ["two"], "a giver that is gone answers no more");
});
