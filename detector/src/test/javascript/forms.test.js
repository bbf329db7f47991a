import assert from "node:assert/strict";
import { test } from "node:test";
import { bounded } from "../../main/resources/dev/tidewatch/detector/console/forms.js";

test("a severity is a whole number within its bounds, and stays what it was where it is none", () => {
  assert.equal(bounded("250", 0, 100, "70"), 100);
  assert.equal(bounded("-3", 0, 100, "70"), 0);
  assert.equal(bounded("49.6", 0, 100, "70"), 50);
  assert.equal(bounded("", 0, 100, "70"), "70");
  assert.equal(bounded("many", 0, 100, "70"), "70");
});
