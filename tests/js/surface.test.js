import assert from "node:assert/strict";
import { test } from "node:test";
import { arc } from "../../microgpt/widgets/draw/knob.js";
import { band, farFirst, projection, topOf } from "../../microgpt/widgets/draw/viewpoint.js";
import { along, led } from "../../microgpt/widgets/kit/keys.js";
import { snap } from "../../microgpt/widgets/kit/numbers.js";

const view = (azimuth, elevation) => projection({ azimuth, elevation, flat: false }).project;

test("height goes up on the page, and the back is above the front", () => {
  for (const azimuth of [0, 40, 130, 260]) {
    const at = view(azimuth, 30);
    const [x, y] = at(0, 0, 0);
    const [sameX, higher] = at(0, 0, 1);
    assert.ok(Math.abs(x - sameX) < 1e-9 && higher < y);
    const a = (azimuth * Math.PI) / 180;
    assert.ok(
      at(Math.sin(a), Math.cos(a), 0)[1] < at(-Math.sin(a), -Math.cos(a), 0)[1],
      "away from the reader is up",
    );
  }
});

test("a whole turn changes nothing", () => {
  const [x, y] = view(25, 30)(0.3, -0.7, 0.5);
  const [again, up] = view(385, 30)(0.3, -0.7, 0.5);
  assert.ok(Math.abs(x - again) < 1e-9 && Math.abs(y - up) < 1e-9);
});

test("the map is square and shows no height", () => {
  const { project } = projection({ azimuth: 77, elevation: 10, flat: true });
  assert.deepEqual(
    project(0.5, 0.5, 0).map((v) => v.toFixed(6)),
    project(0.5, 0.5, 1).map((v) => v.toFixed(6)),
  );
  const [ox, oy] = project(0, 0, 0);
  const [ex] = project(1, 0, 0);
  const [, ny] = project(0, 1, 0);
  assert.ok(ex > ox && ny < oy && Math.abs(ex - ox - (oy - ny)) < 1e-9);
});

test("painted from the farthest cell to the nearest, whichever way it is turned", () => {
  for (let azimuth = 5; azimuth < 360; azimuth += 30) {
    const { sin, cos } = projection({ azimuth, elevation: 30, flat: false });
    const depth = (i, j) => i * sin + j * cos;
    const rows = farFirst(4, cos > 0);
    const columns = farFirst(4, sin > 0);
    rows.slice(1).forEach((j, k) => assert.ok(depth(0, j) <= depth(0, rows[k]) + 1e-12));
    columns.slice(1).forEach((i, k) => assert.ok(depth(i, 0) <= depth(columns[k], 0) + 1e-12));
  }
});

test("the top of the scale has room for everything", () => {
  for (const highest of [0, 0.5, 2, 2.01, 17, 27, 100]) assert.ok(topOf(highest) >= highest);
  assert.deepEqual(
    [0, 1.99, 2, 4, 9].map((z) => band(z, 4)),
    [0, 4, 5, 9, 9],
  );
  assert.equal(band(-1, 4), 0);
});

test("a knob's arc starts at the top and turns to the side of the sign", () => {
  assert.equal(arc(0, 10), "");
  assert.match(arc(0.5, 10), /^M0 -10A10 10 0 0 1 9\.24 /);
  assert.match(arc(-0.5, 10), /0 0 0 -9\.24 /);
  assert.equal(arc(7, 10), arc(1, 10));
});

test("a knob's keys", () => {
  const key = (name, value) => {
    const scale = { at: value, step: 0.1, far: 0.5, low: -3, high: 3 };
    const to = led({ key: name, preventDefault() {} }, along(scale));
    return to === null ? null : snap(to, -3, 3, 0.1);
  };
  assert.deepEqual(
    ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft", "PageUp", "PageDown", "Home", "End"].map(
      (name) => key(name, 1),
    ),
    [1.1, 1.1, 0.9, 0.9, 1.5, 0.5, -3, 3],
  );
  assert.equal(key("ArrowUp", 3), 3);
  assert.equal(key("ArrowUp", 0.5347), 0.6);
  assert.equal(key("Tab", 1), null);
});
