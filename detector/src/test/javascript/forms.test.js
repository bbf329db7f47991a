import assert from "node:assert/strict";
import { test } from "node:test";
import { bounded, relativeWords } from "../../main/resources/dev/tidewatch/detector/console/forms.js";

test("times are told from now on, back and ahead", () => {
  const now = Date.UTC(2026, 10, 20, 17, 5);
  const words = (seconds) => relativeWords(now + seconds * 1000, now);
  assert.deepEqual([0, -59, -60, -119, -7200, -200_000, 3600].map(words),
    ["just now", "just now", "1 minute ago", "1 minute ago", "2 hours ago", "2 days ago", "in 1 hour"]);
});

test("a severity is a whole number within its bounds, and stays what it was where it is none", () => {
  assert.equal(bounded("250", 0, 100, "70"), 100);
  assert.equal(bounded("-3", 0, 100, "70"), 0);
  assert.equal(bounded("49.6", 0, 100, "70"), 50);
  assert.equal(bounded("", 0, 100, "70"), "70");
  assert.equal(bounded("many", 0, 100, "70"), "70");
});
