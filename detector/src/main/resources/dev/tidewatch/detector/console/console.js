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
