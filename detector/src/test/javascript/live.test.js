import assert from "node:assert/strict";
import { test } from "node:test";
import { changedParts, delayAfter, pausedWords } from "../../main/resources/dev/tidewatch/detector/console/live.js";

test("the waits grow from a second to a minute", () => {
  assert.deepEqual([0, 1, 2, 5, 6, 40].map(delayAfter), [1000, 2000, 4000, 32_000, 60_000, 60_000]);
});

test("only parts that are written differently and have a place are replaced", () => {
  const before = new Map([["counts", "<p>3</p>"], ["lanes", "<table></table>"]]);
  const now = new Map([["counts", "<p>4</p>"], ["lanes", "<table></table>"], ["banner", "<p>new</p>"]]);
  assert.deepEqual(changedParts(before, now), ["counts"]);
});

test("the state says why parts are held back", () => {
  assert.equal(pausedWords(["read", "type"]), "paused while you type");
  assert.equal(pausedWords(["read"]), "paused while you read");
});
