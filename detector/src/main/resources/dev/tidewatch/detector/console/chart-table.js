/** The table under a chart: the same data in words, 25 rows a page. */
import { element } from "./dom.js";
import { columnNames, nearestIndex, row } from "./chart-data.js";

export const ROWS = 25;

/** First and last row (from 0, the last not included) of a page, the page kept within what there is. */
export function pageOf(count, page) {
  const pages = Math.max(1, Math.ceil(count / ROWS));
  const kept = Math.min(Math.max(page, 0), pages - 1);
  return { page: kept, pages, from: kept * ROWS, to: Math.min(count, (kept + 1) * ROWS) };
}

/** Fills the details when they are opened; what the server put there stays until then. */
export function tableIn(details, series, anomaly) {
  const count = series.times.length;
  let page = Math.floor(nearestIndex(series.times, anomaly?.from ?? Infinity) / ROWS);
  const body = element("tbody");
  const told = element("span", { role: "status" });
  const step = (by) => () => (page += by, fill());
  const earlier = element("button", { type: "button", click: step(-1) }, "Earlier");
  const later = element("button", { type: "button", click: step(1) }, "Later");

  function fill() {
    const now = pageOf(count, page);
    page = now.page;
    body.replaceChildren(...series.times.slice(now.from, now.to).map((time, i) =>
      element("tr", {}, ...row(series, now.from + i).map((text, column) =>
        element(column ? "td" : "th", column ? {} : { scope: "row" }, text)))));
    told.textContent = `Rows ${now.from + 1} to ${now.to} of ${count.toLocaleString("en")}`;
    // A button with the focus is not switched off, or the focus would be lost.
    earlier.setAttribute("aria-disabled", String(page === 0));
    later.setAttribute("aria-disabled", String(page === now.pages - 1));
  }

  function open() {
    if (!details.open) return;
    details.removeEventListener("toggle", open);
    const heads = columnNames(series).map((name) => element("th", { scope: "col" }, name));
    const table = element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body);
    const name = details.closest("figure")?.querySelector("figcaption")?.textContent.trim() ?? series.measure;
    details.replaceChildren(details.querySelector("summary"),
      element("div", { class: "chart-table", role: "region", tabindex: "0", "aria-label": `Table of ${name}` }, table),
      element("div", { class: "chart-pages" }, earlier, told, later));
    fill();
  }
  details.addEventListener("toggle", open);
  open();
}
