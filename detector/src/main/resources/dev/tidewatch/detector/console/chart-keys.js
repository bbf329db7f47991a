/** Walking through a chart by keys. */
import { nearestIndex, nextAnomaly } from "./chart-data.js";

export const HINT = "Left and right arrows go to other points, with Shift ten at a time; Home and End to the ends; "
  + "a and Shift a to the next and the previous anomaly; plus and minus zoom; Escape goes back.";

/** Where a key leads: an index to go to, or null if the key means nothing here. */
export function indexAfter(key, shift, index, [first, last], severity) {
  const step = shift ? 10 : 1;
  const kept = (i) => Math.min(Math.max(i, 0), severity.length - 1);
  if (key === "ArrowLeft") return kept(index - step);
  if (key === "ArrowRight") return kept(index + step);
  if (key === "Home") return first;
  if (key === "End") return last;
  if (key.toLowerCase() === "a") {
    const found = nextAnomaly(severity, index, shift ? -1 : 1);
    return found < 0 ? index : found;
  }
  return null;
}

/**
 * @param {import("./chart-view.js").ChartView} view
 * @param {KeyboardEvent} event
 */
export function onKey(view, event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const { times, severity } = view.series;
  const { shown, anomaly } = view.windows;
  const zoom = { "+": 0.5, "=": 0.5, "-": 2 }[event.key];
  if (zoom) view.zoom(zoom);
  else if (event.key === "Escape") view.back();
  else {
    // The first arrow only enters the chart, where the anomaly is.
    const start = view.index ?? nearestIndex(times, anomaly?.from ?? shown[1]);
    const edges = shown.map((time) => nearestIndex(times, time));
    const next = indexAfter(event.key, event.shiftKey, start, edges, severity);
    if (next == null) return;
    view.goTo(view.index == null && event.key.startsWith("Arrow") ? start : next);
  }
  event.preventDefault();
}
