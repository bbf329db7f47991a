import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, cellAfter, nearest } from "../../main/resources/dev/tidewatch/detector/console/lanes.js";

const lanes = [[3, 10, 40], [], [12], [0, 95]];

test("left and right lead to the next cell of the lane, and nowhere past its ends", () => {
  assert.deepEqual(cellAfter("ArrowRight", lanes, { lane: 0, column: 3 }), { lane: 0, column: 10 });
  assert.deepEqual(cellAfter("ArrowLeft", lanes, { lane: 0, column: 40 }), { lane: 0, column: 10 });
  assert.equal(cellAfter("ArrowRight", lanes, { lane: 0, column: 40 }), null);
  assert.equal(cellAfter("ArrowLeft", lanes, { lane: 3, column: 0 }), null);
});

test("up and down lead to the nearest column of the next lane that has cells", () => {
  assert.deepEqual(cellAfter("ArrowDown", lanes, { lane: 0, column: 40 }), { lane: 2, column: 12 });
  assert.deepEqual(cellAfter("ArrowUp", lanes, { lane: 2, column: 12 }), { lane: 0, column: 10 });
  assert.deepEqual(cellAfter("ArrowDown", lanes, { lane: 2, column: 12 }), { lane: 3, column: 0 });
  assert.equal(cellAfter("ArrowUp", lanes, { lane: 0, column: 3 }), null);
});

test("home and end lead to the ends of the lane", () => {
  assert.deepEqual(cellAfter("Home", lanes, { lane: 3, column: 95 }), { lane: 3, column: 0 });
  assert.deepEqual(cellAfter("End", lanes, { lane: 0, column: 3 }), { lane: 0, column: 40 });
});

test("of two columns as near the earlier is taken", () => {
  assert.equal(nearest([2, 6], 4), 2);
});

test("a span of columns becomes a time in the address and keeps the rest of it", () => {
  const start = Date.UTC(2026, 10, 20, 17) / 1000;
  const address = addressOf("http://host/?from=-7d&to=now&sev=50&page=3", start, 900, [0, 3]);
  assert.equal(address, "http://host/?from=2026-11-20T17%3A00%3A00Z&to=2026-11-20T18%3A00%3A00Z&sev=50");
});
