import assert from "node:assert/strict";
import { test } from "node:test";
import { SHORTCUTS, follow, isFree } from "../../main/resources/dev/tidewatch/detector/console/shortcuts.js";

const pressed = (more = {}) => ({ key: "m", target: { closest: () => null }, ...more });

test("a single key is a shortcut at once", () => {
  assert.deepEqual(follow("", "m"), { found: "m", pending: "" });
});

test("g waits for the key after it", () => {
  assert.deepEqual(follow("", "g"), { pending: "g" });
  assert.deepEqual(follow("g", "d"), { found: "g d", pending: "" });
});

test("a key that ends no sequence counts by itself", () => {
  assert.deepEqual(follow("g", "m"), { found: "m", pending: "" });
  assert.deepEqual(follow("g", "g"), { pending: "g" });
  assert.deepEqual(follow("g", "x"), { pending: "" });
});

test("no shortcut begins another", () => {
  const keys = SHORTCUTS.map(([one]) => one);
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(!keys.some((one) => keys.some((other) => other.startsWith(`${one} `))));
});

test("keys are left alone with modifiers, where another has used them, and while someone types", () => {
  assert.ok(isFree(pressed()));
  for (const modifier of ["ctrlKey", "altKey", "metaKey", "isComposing", "defaultPrevented"]) {
    assert.ok(!isFree(pressed({ [modifier]: true })), modifier);
  }
  assert.ok(!isFree(pressed({ target: { closest: (selector) => (selector.includes("textarea") ? {} : null) } })));
  assert.ok(isFree(pressed({ target: {} })), "the document itself takes keys");
});
