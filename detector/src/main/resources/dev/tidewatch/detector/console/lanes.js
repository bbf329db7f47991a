/**
 * The swim lanes of the overview, `<table class="lanes" data-lanes data-start="epoch s" data-width="seconds a column">`:
 * one tab stop, arrows between cells, and a span of columns chosen by Shift and arrows or by the mouse.
 */
import { element, enhanceNowAndLater } from "./dom.js";
import { clockOf } from "./clock.js";

/** Which of some columns is nearest; the earlier of two as near. */
export const nearest = (columns, column) =>
  columns.reduce((best, one) => (Math.abs(one - column) < Math.abs(best - column) ? one : best), columns[0]);

/**
 * Where a key leads from a cell.
 * @param {number[][]} lanes the columns with a cell, in order, lane by lane
 * @param {{lane: number, column: number}} from
 * @returns {{lane: number, column: number} | null} null where the key leads nowhere
 */
export function cellAfter(key, lanes, { lane, column }) {
  const row = lanes[lane];
  const at = (target) => (target === undefined ? null : { lane, column: target });
  if (key === "ArrowRight") return at(row.find((one) => one > column));
  if (key === "ArrowLeft") return at(row.findLast((one) => one < column));
  if (key === "Home") return at(row[0]);
  if (key === "End") return at(row.at(-1));
  const step = { ArrowUp: -1, ArrowDown: 1 }[key];
  for (let i = lane + step; i >= 0 && i < lanes.length; i += step) {
    if (lanes[i].length > 0) return { lane: i, column: nearest(lanes[i], column) };
  }
  return null;
}

/** The address of the page with another time; a page of results no longer counts. */
export function addressOf(address, start, width, [first, last]) {
  const url = new URL(address);
  const instant = (column) => new Date((start + column * width) * 1000).toISOString().replace(".000Z", "Z");
  url.searchParams.set("from", instant(first));
  url.searchParams.set("to", instant(last + 1));
  url.searchParams.delete("page");
  return url.href;
}

const number = (classes, letter) => Number([...classes].find((name) => name[0] === letter && /^.\d+$/.test(name))?.slice(1));

function enhance(table) {
  const start = Number(table.dataset.start);
  const width = Number(table.dataset.width);
  const words = clockOf(table.dataset.zone || "UTC");
  const lanes = [...table.querySelectorAll(".lane")];
  const count = Math.max(1, ...lanes.map((lane) => number(lane.classList, "n") || 1));
  const cells = lanes.map((lane) =>
    new Map([...lane.querySelectorAll(".cell")].map((cell) => [number(cell.classList, "c"), cell])));
  const columns = cells.map((lane) => [...lane.keys()].sort((a, b) => a - b));
  const all = cells.flatMap((lane) => [...lane.values()]);
  let chosen = null;
  let anchor = null;

  const told = element("span", { role: "status" });
  const open = element("button", { type: "button", click: go }, "Show this time");
  const drop = element("button", { type: "button", click: clear }, "Clear");
  const bar = element("p", { class: "lanes-choice" }, told, open, drop);
  const shade = lanes.map(() => element("div", { class: "chosen" }));
  table.after(bar);

  function go() {
    location.href = addressOf(location.href, start, width, chosen);
  }

  function choose(range) {
    const had = chosen;
    chosen = range;
    open.hidden = drop.hidden = !range;
    bar.toggleAttribute("data-busy", Boolean(range));
    lanes.forEach((lane, i) => {
      if (!range) return shade[i].remove();
      shade[i].style.gridColumn = `${range[0] + 1} / ${range[1] + 2}`;
      lane.append(shade[i]);
    });
    if (range) {
      const [from, to] = [range[0], range[1] + 1].map((column) => words.both(start + column * width));
      told.textContent = `${from} to ${to} chosen`;
    } else {
      anchor = null;
      told.textContent = had ? "Nothing chosen" : "";
    }
  }
  choose(null);

  function clear() {
    choose(null);
    all.find((cell) => cell.tabIndex === 0)?.focus();
  }

  const stopAt = (cell) => all.forEach((one) => (one.tabIndex = one === cell ? 0 : -1));
  stopAt(all.at(-1));

  function place(cell) {
    const lane = lanes.indexOf(cell.closest(".lane"));
    return { lane, column: number(cell.classList, "c") };
  }

  table.addEventListener("focusin", ({ target }) => target.matches(".cell") && stopAt(target));
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest(".cell");
    if (!cell || event.ctrlKey || event.altKey || event.metaKey) return;
    const here = place(cell);
    if (event.key === "Escape" && chosen) choose(null);
    else if (event.key === "Enter" && chosen) go();
    else if (event.shiftKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      anchor ??= { from: here.column, to: here.column };
      anchor.to = Math.min(Math.max(anchor.to + (event.key === "ArrowLeft" ? -1 : 1), 0), count - 1);
      choose([Math.min(anchor.from, anchor.to), Math.max(anchor.from, anchor.to)]);
    } else if (/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)) {
      const next = cellAfter(event.key, columns, here);
      if (next) cells[next.lane].get(next.column).focus();
    } else return;
    event.preventDefault();
  });

  table.addEventListener("pointerdown", (event) => {
    const lane = event.target.closest(".lane");
    if (!lane || event.button !== 0 || event.pointerType === "touch") return;
    const { left, width: wide } = lane.getBoundingClientRect();
    const columnAt = (x) => Math.min(Math.max(Math.floor(((x - left) / wide) * count), 0), count - 1);
    const origin = event.clientX;
    let moved = false;
    const move = ({ clientX }) => {
      moved ||= Math.abs(clientX - origin) > 4;
      if (!moved) return;
      const [a, b] = [columnAt(origin), columnAt(clientX)];
      choose([Math.min(a, b), Math.max(a, b)]);
    };
    const over = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointercancel", over);
      if (!moved) return;
      // The click that ends a drag opens nothing.
      const swallow = (click) => table.contains(click.target) && click.preventDefault();
      addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", over, { once: true });
    addEventListener("pointercancel", over, { once: true });
  });
  table.addEventListener("dragstart", (event) => event.preventDefault());
}

/** Where not all columns fit, the newest are in sight. */
function scrollToNewest(table) {
  const scroller = table.parentElement;
  if (scroller.scrollLeft === 0) scroller.scrollLeft = scroller.scrollWidth;
}

const seen = new WeakSet();
enhanceNowAndLater((root) => {
  for (const table of root.querySelectorAll("table[data-lanes]")) {
    if (seen.has(table)) continue;
    seen.add(table);
    enhance(table);
    scrollToNewest(table);
  }
});
