import assert from "node:assert/strict";
import { test } from "node:test";
import { cookieOf, knownTheme, nextTheme } from "../../main/resources/dev/tidewatch/detector/console/theme.js";

test("the themes go round", () => {
  assert.deepEqual(["auto", "light", "dark"].map(nextTheme), ["light", "dark", "auto"]);
});

test("what is no theme counts as auto", () => {
  assert.deepEqual([undefined, "", "pink"].map(knownTheme), ["auto", "auto", "auto"]);
  assert.equal(nextTheme("pink"), "light");
});

test("the cookie lasts a year, stays on this site, and is secure where the page is", () => {
  assert.equal(cookieOf("dark", false), "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax");
  assert.equal(cookieOf("dark", true), "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; Secure");
});
