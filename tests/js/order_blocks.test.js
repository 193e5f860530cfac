import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compute } from "../../microgpt/widgets/program/order_blocks.js";
import {
  moved,
  placeAt,
  placed,
  without,
} from "../../microgpt/widgets/program/order_blocks/moves.js";
import { BLOCKS, brokenRules, counted } from "../../microgpt/widgets/program/order_blocks/rules.js";
import {
  firstLines,
  hasLines,
  programText,
  putBelow,
} from "../../microgpt/widgets/program/order_blocks/text.js";
import { nameOf, verdict } from "../../microgpt/widgets/program/order_blocks/words.js";

// by test_order_blocks.py
const [{ blocks, answer, right }, ...cases] = JSON.parse(
  readFileSync(new URL("./cases/order_blocks.json", import.meta.url), "utf8"),
);
const said = (order) => verdict(order, blocks).text;
const late = ["import", "read", "shuffle", "seed", "letters", "bos", "size", "encode", "print"];

test("the rules are Python's", () => {
  assert.deepEqual(BLOCKS, right);
  for (const { order, broken } of cases) assert.deepEqual(brokenRules(order), broken);
});

test("how many orders work", () => {
  assert.deepEqual(counted(), { right: 540, all: 362_880 });
  assert.equal(said(right), "This order works. 540 of the 362,880 orders do.");
});

test("an error is what Python would say, with the line", () => {
  assert.equal(
    said(["import", "letters", "read"]),
    "Python stops in line 3: NameError. `docs` is not defined there. It comes from line 5, further down.",
  );
  assert.match(
    said(["seed"]),
    /line 1: NameError. `random` .* No line of your program makes it yet\.$/,
  );
});

test("what runs and is wrong", () => {
  assert.match(said(late), /^Python runs this without an error/);
  assert.match(said([...right, "zero"]), /BOS would have the id of `a`/);
  assert.match(said(["import", "read", "set", "bos"]), /A set has no order/);
  assert.equal(said([]), "Your program is empty. 9 blocks are still missing.");
  assert.match(said(right.slice(0, 8)), / 1 block is still missing\.$/);
});

test("lines that run may go into the exercise", () => {
  const runs = (order) => compute({ order, content: { blocks } }).runs;
  assert.ok(runs(right) && runs(late));
  assert.ok(!runs([]) && !runs(["zero", ...right]) && !runs([...right].reverse()));
});

test("the lines of the right order are the answer", () => {
  assert.equal(`${programText(right, blocks)}\n`, answer);
  assert.equal(programText([], blocks), "");
  assert.deepEqual(firstLines(["import", "encode", "seed"], blocks), {
    import: 1,
    encode: 3,
    seed: 6,
  });
});

test("they stand below the line with begin, in place of what was there", () => {
  assert.equal(putBelow("begin(1, globals())\n# the lines", "a = 1"), "begin(1, globals())\na = 1");
  assert.equal(putBelow("x = 2", "a = 1"), "begin(1, globals())\na = 1");
  assert.ok(
    !hasLines("begin(1, globals())\n  # mine\n\n") && hasLines("begin(1, globals())\nx = 2"),
  );
});

test("moves leave the old order as it was", () => {
  const order = ["a", "b", "c"];
  assert.deepEqual(moved(order, "a", 1), ["b", "a", "c"]);
  assert.deepEqual(moved(order, "a", -1), order);
  assert.deepEqual(moved(order, "c", 99), order);
  assert.deepEqual(moved(order, "d", -1), ["a", "b", "c", "d"]);
  assert.deepEqual(placed(order, "c", 0), ["c", "a", "b"]);
  assert.deepEqual(without(order, "b"), ["a", "c"]);
  assert.equal(placeAt(5, []), 0);
  assert.equal(placeAt(25, [10, 20, 30]), 2);
  assert.deepEqual(order, ["a", "b", "c"]);
});

test("a block has a name that can be said", () => {
  assert.equal(nameOf("zero", blocks), "A: BOS = 0");
  assert.equal(nameOf("import", blocks), "B: import os and 1 more line");
});
