/** The one script of every page. Live goes first: it compares with the page as the server wrote it. */
import "./live.js";
import "./theme.js";
import "./shortcuts.js";
import "./forms.js";
import { enhanceNowAndLater } from "./dom.js";

enhanceNowAndLater((root) => {
  if (root.querySelector("table[data-lanes]")) import("./lanes.js");
  if (root.querySelector("figure.chart[data-series]")) import("./chart.js");
});
if (typeof document !== "undefined") {
  // Where the bar is wider than the window, the page one is on is in sight.
  const here = document.querySelector(".top [aria-current]");
  const bar = here?.closest("nav");
  if (bar) bar.scrollLeft = here.offsetLeft + here.offsetWidth - bar.offsetLeft - bar.clientWidth;
}
