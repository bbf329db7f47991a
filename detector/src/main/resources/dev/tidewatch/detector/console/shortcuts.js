/** Keys for those who look at many anomalies: see the table. They can be switched off in the help (WCAG 2.1.4). */
import { element } from "./dom.js";
import { switchTheme } from "./theme.js";

/** Keys, what they do in words, and the element they press; where there is no element, the address they lead to. */
export const SHORTCUTS = [
  ["?", "This help"],
  ["/", "Search", '[data-shortcut="/"], input[type="search"]'],
  ["g o", "Overview", '[data-shortcut="g o"]', "/"],
  ["g d", "Detectors", '[data-shortcut="g d"]', "/detectors"],
  ["g a", "Alerts", '[data-shortcut="g a"]', "/alerts"],
  ["g e", "Events", '[data-shortcut="g e"]', "/events"],
  ["j", "Next row; Enter opens it"],
  ["k", "Previous row"],
  ["1", "Feedback: first choice", '[data-feedback="1"]'],
  ["2", "Feedback: second choice", '[data-feedback="2"]'],
  ["3", "Feedback: third choice", '[data-feedback="3"]'],
  ["4", "Feedback: fourth choice", '[data-feedback="4"]'],
  ["m", "Mute", '[data-shortcut="m"]'],
  ["[", "Earlier time", '[data-shortcut="["]'],
  ["]", "Later time", '[data-shortcut="]"]'],
  ["t", "Theme"],
];

/** Whether a key stands for a letter of a text or has a meaning of its own where it was pressed. */
export function isFree(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
  const typing = 'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';
  return !event.target.closest?.(`${typing}, textarea, select, dialog, [contenteditable]`);
}

/**
 * The keys so far and one more as a shortcut.
 * @returns {{found?: string, pending: string}} the shortcut that is complete, or what may become one
 */
export function follow(pending, key, shortcuts = SHORTCUTS) {
  const keys = pending ? `${pending} ${key}` : key;
  if (shortcuts.some(([one]) => one === keys)) return { found: keys, pending: "" };
  if (shortcuts.some(([one]) => one.startsWith(`${keys} `))) return { pending: keys };
  return pending ? follow("", key, shortcuts) : { pending: "" };
}

const isOff = () => localStorage.getItem("shortcuts") === "off";

function help() {
  document.querySelector("dialog.shortcuts")?.remove();
  const row = ([keys, words]) => element("tr", {},
    element("th", { scope: "row" }, ...keys.split(" ").map((key) => element("kbd", {}, key))), element("td", {}, words));
  const on = element("input", { type: "checkbox", change: () => localStorage.setItem("shortcuts", on.checked ? "on" : "off") });
  on.checked = !isOff();
  const dialog = element("dialog", { class: "shortcuts", "aria-labelledby": "shortcuts-title", close: () => dialog.remove() },
    element("h2", { id: "shortcuts-title" }, "Keyboard shortcuts"),
    element("table", {}, element("tbody", {}, ...SHORTCUTS.map(row))),
    element("label", {}, on, " Shortcuts of single keys are on"),
    element("form", { method: "dialog" }, element("button", { autofocus: true }, "Close")));
  document.body.append(dialog);
  dialog.showModal();
}

function step(by) {
  const rows = [...document.querySelectorAll("table[data-rows] > tbody > *, [data-rows]:not(table) > *")].filter((row) => row.querySelector("a[href]"));
  if (rows.length === 0) return;
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[here < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(here + by, 0), rows.length - 1)];
  row.querySelector("a[href]").focus();
  row.scrollIntoView({ block: "nearest" });
}

function act(keys) {
  if (keys === "?") return help();
  if (keys === "j" || keys === "k") return step(keys === "j" ? 1 : -1);
  if (keys === "t") return switchTheme();
  const [, , selector, address] = SHORTCUTS.find(([one]) => one === keys);
  const target = document.querySelector(selector);
  if (keys === "/") target?.focus();
  else if (target) target.click();
  else if (address) location.href = address;
}

if (typeof document !== "undefined") {
  let pending = "";
  let timer = 0;
  document.addEventListener("keydown", (event) => {
    if (isOff() || !isFree(event) || event.key === "Shift") return;
    const next = follow(pending, event.key);
    pending = next.pending;
    clearTimeout(timer);
    timer = setTimeout(() => (pending = ""), 1500);
    if (!next.found) return;
    event.preventDefault();
    act(next.found);
  });
  document.addEventListener("click", ({ target }) => target.closest?.("[data-shortcuts-help]") && help());
}
