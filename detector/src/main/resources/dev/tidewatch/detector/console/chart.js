/**
 * Turns `<figure class="chart" data-series="URL">` into a chart when it comes near the screen. `data-anomaly-from` and
 * `data-anomaly-to` (epoch seconds) shade an anomaly, `data-range` (seconds) is the part shown first,
 * `data-size="small"` leaves out all buttons but the ranges.
 */
import { element, enhanceNowAndLater } from "./dom.js";
import { checkedSeries } from "./chart-data.js";
import { ChartView } from "./chart-view.js";

/** Why a series could not be shown, in words. */
export const reasonOf = (failure) => (failure instanceof TypeError ? "the server could not be reached" : failure.message);

const views = new Map();

async function fetched(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return checkedSeries(await answer.json());
}

function build(figure, series) {
  const start = performance.mark("chart-data").startTime;
  let drawn = false;
  views.set(figure, new ChartView(figure, series, () => {
    if (!drawn) performance.measure("chart-draw", { start, end: performance.mark("chart-drawn").startTime });
    drawn = true;
  }));
}

async function load(figure) {
  const surface = figure.querySelector(".plot");
  const message = (...words) => surface.replaceChildren(element("p", { class: "chart-message", role: "status" }, ...words));
  // What an image holds is not told to those who listen; the message is to be.
  surface.setAttribute("role", "group");
  message("The series is being loaded …");
  let series;
  try {
    series = await fetched(figure.dataset.series);
  } catch (failure) {
    return message(`The series could not be shown: ${reasonOf(failure)}. `,
      element("button", { type: "button", click: () => load(figure) }, "Try again"));
  }
  if (!figure.isConnected) return;
  if (series.times.length > 0) build(figure, series);
  else message("This series has no points in this time: nothing was recorded. Choose a longer time.");
}

function watchTheme() {
  const repaint = () => views.forEach((view) => view.repaint());
  for (const query of ["(prefers-color-scheme: dark)", "print"]) matchMedia(query).addEventListener("change", repaint);
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

function watchFigures() {
  const seen = new WeakSet();
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      load(target);
    }
  }, { rootMargin: "300px" });
  enhanceNowAndLater((root) => {
    for (const [figure, view] of views) if (!figure.isConnected && views.delete(figure)) view.remove();
    for (const figure of root.querySelectorAll("figure.chart[data-series]")) {
      if (seen.has(figure)) continue;
      seen.add(figure);
      near.observe(figure);
    }
  });
}

if (typeof document !== "undefined") {
  watchTheme();
  watchFigures();
}
