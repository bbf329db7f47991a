/**
 * Turns `<figure class="chart" data-series="URL">` into a chart when it comes near the screen. `data-anomaly-from` and
 * `data-anomaly-to` (epoch seconds) shade an anomaly, `data-range` (seconds) is the part shown first,
 * `data-size="small"` leaves out all but the ranges.
 */
import { download, element, enhanceNowAndLater } from "./dom.js";
import { LOWER, UPPER, WEEK, coloursAt, draw } from "./chart-plot.js";
import { brushFor } from "./chart-brush.js";
import { picture } from "./chart-picture.js";
import { tableIn } from "./chart-table.js";
import {
  SEVERITIES, checkedSeries, clockOf, csv, fileName, middleOf, nearestIndex, nextAnomaly, sentence, severityClass, wholeOf,
  windowOf, within,
} from "./chart-data.js";

const HOUR = 3600;
const RANGES = [["6 h", "6 hours", 6 * HOUR], ["12 h", "12 hours", 12 * HOUR], ["1 day", "1 day", 24 * HOUR],
  ["7 days", "7 days", 168 * HOUR], ["Max", "All there is", Infinity]];
let charts = 0;

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

function build(figure, series, started) {
  const surface = figure.querySelector(".plot");
  const small = figure.dataset.size === "small";
  const title = figure.querySelector("figcaption")?.textContent.replace(/\s+/g, " ").trim() || series.measure;
  const { anomalyFrom, anomalyTo, range } = figure.dataset;
  const anomaly = anomalyFrom ? { from: +anomalyFrom, to: +(anomalyTo || anomalyFrom) } : null;
  const whole = wholeOf(series);
  const first = windowOf(+range || Infinity, whole, anomaly);
  const words = clockOf(series.zone);
  const hasWeek = series.weekBefore.some((one) => one != null);
  const hasBand = series.upper.some((one) => one != null);
  const past = [];
  let window = first;
  let index = null;
  let colours = coloursAt(figure);
  let drawn = false;

  const readout = element("p", { class: "readout", "aria-hidden": "true" });
  const spoken = element("p", { class: "visually-hidden", "aria-live": "polite" });
  const say = (said) => (spoken.textContent = said);
  const sayWindow = () => say(`Shown: ${words.both(window[0])} to ${words.both(window[1])}`);
  const tell = (at) => (readout.textContent = at == null ? hint : sentence(series, at));
  const found = series.severity.filter((one, i) => severityClass(one) && !severityClass(series.severity[i - 1])).length;
  const hint = `${found || "No"} anomal${found === 1 ? "y" : "ies"} from ${words.both(whole[0])} to ${words.both(whole[1])}`;

  surface.id ||= `chart-${++charts}`;
  surface.setAttribute("role", "application");
  surface.setAttribute("aria-roledescription", "chart");
  if (!surface.hasAttribute("aria-label")) surface.setAttribute("aria-label", title);
  surface.setAttribute("aria-description",
    "Left and right arrows go to other points, with Shift ten at a time; a and Shift a to the next and the previous anomaly; plus and minus zoom; Escape goes back.");
  surface.replaceChildren();

  const plot = draw(surface, series, {
    width: surface.clientWidth, height: surface.clientHeight || (small ? 160 : 300), window: first, anomaly, week: hasWeek && !small,
    colours: () => colours,
    onDrawn: () => {
      if (!drawn) performance.measure("chart-draw", { start: started, end: performance.mark("chart-drawn").startTime });
      drawn = true;
    },
    onSelect: (chosen) => show(chosen),
    onBack: back,
    onCursor: (at) => {
      index = at ?? index;
      tell(at);
    },
  });
  const brush = brushFor(series, {
    controls: surface.id, colours: () => colours, onGrab: () => past.push(window), onMove: (chosen) => show(chosen, false),
  });

  function show(chosen, remember = true) {
    if (remember) past.push(window);
    const shortest = 2 * series.interval;
    const middle = (chosen[0] + chosen[1]) / 2;
    window = within(chosen[1] - chosen[0] < shortest ? [middle - shortest / 2, middle + shortest / 2] : chosen, whole);
    plot.setScale("x", { min: window[0], max: window[1] });
    brush.show(window);
    const length = window[1] - window[0];
    for (const [button, seconds] of ranges) {
      const same = Math.abs(length - Math.min(seconds, whole[1] - whole[0])) < series.interval / 2;
      button.setAttribute("aria-pressed", String(same && !button.disabled));
    }
  }

  function back() {
    show(past.pop() ?? first, false);
    sayWindow();
  }

  function goTo(at) {
    index = at;
    const time = series.times[at];
    const length = window[1] - window[0];
    if (time < window[0] || time > window[1]) show([time - length / 2, time + length / 2], false);
    // Zooming is drawn a moment later, and only then the cursor has a place.
    queueMicrotask(() => {
      plot.setCursor({ left: plot.valToPos(time, "x"), top: 10 });
      tell(at);
      say(sentence(series, at));
    });
  }

  const toggle = (label, on, enabled, press) => element("button", {
    type: "button", "aria-pressed": String(on), disabled: !enabled,
    click: ({ currentTarget }) => {
      const now = currentTarget.getAttribute("aria-pressed") !== "true";
      currentTarget.setAttribute("aria-pressed", String(now));
      press(now);
      legend();
    },
  }, label);
  const setBand = (on) => {
    plot.setSeries(UPPER, { show: on });
    plot.setSeries(LOWER, { show: on });
  };
  const setWeek = (on) => plot.setSeries(WEEK, { show: on });
  const band = toggle("Band", hasBand, hasBand, setBand);
  const week = toggle("Last week", hasWeek && !small, hasWeek, setWeek);
  const ranges = RANGES.map(([label, name, seconds]) => [element("button", {
    type: "button", title: name, disabled: seconds !== Infinity && seconds >= whole[1] - whole[0] + series.interval,
    click: () => {
      show(windowOf(seconds, whole, middleOf(window, whole, anomaly)));
      sayWindow();
    },
  }, label), seconds]);
  const button = (label, click) => element("button", { type: "button", click }, label);
  const group = (name, ...children) => element("div", { role: "group", "aria-label": name }, ...children);
  const nameOf = (ending) => fileName(series, anomaly?.from ?? window[0], ending);
  const tools = element("div", { class: "chart-tools" });
  if (!small) tools.append(group("Lines", band, week));
  tools.append(group("Range", ...ranges.map(([one]) => one), button("Reset", () => {
    past.length = 0;
    index = null;
    plot.setCursor({ left: -10, top: -10 });
    for (const [one, usual, set] of [[band, hasBand, setBand], [week, hasWeek && !small, setWeek]]) {
      one.setAttribute("aria-pressed", String(usual));
      set(usual);
    }
    legend();
    show(first, false);
    sayWindow();
  })));
  if (!small) {
    tools.append(group("Save", button("PNG", async () =>
      download(await picture(plot.ctx.canvas, series, { title, window, legend: shownParts(), colours }), nameOf("png"))),
    button("CSV", () => download(new Blob([csv(series)], { type: "text/csv" }), nameOf("csv")))));
  }

  const key = element("ul", { class: "chart-legend" });
  const shownParts = () => [
    { name: series.measure, kind: "line" },
    ...(band.getAttribute("aria-pressed") === "true" ? [{ name: "expected", kind: "band" }] : []),
    ...(week.getAttribute("aria-pressed") === "true" ? [{ name: "last week", kind: "week" }] : []),
    ...SEVERITIES.filter(({ name }) => series.severity.some((one) => severityClass(one) === name))
      .map(({ name }) => ({ name, kind: name })),
  ];
  const legend = () => key.replaceChildren(...shownParts().map(({ name, kind }) => element("li", { class: kind }, name)));

  surface.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const length = window[1] - window[0];
    const middle = index == null ? (window[0] + window[1]) / 2 : series.times[index];
    if (event.key === "+" || event.key === "-") {
      const half = length * (event.key === "+" ? 0.25 : 1);
      show([middle - half, middle + half]);
      if (index != null) goTo(index);
      sayWindow();
    } else if (event.key === "Escape") {
      if (past.length > 0) back();
      else {
        index = null;
        plot.setCursor({ left: -10, top: -10 });
      }
    } else {
      const edges = window.map((time) => nearestIndex(series.times, time));
      const start = index ?? nearestIndex(series.times, anomaly?.from ?? window[1]);
      const fresh = index == null && event.key.startsWith("Arrow") ? start : null;
      const next = indexAfter(event.key, event.shiftKey, start, edges, series.severity);
      if (next == null) return;
      goTo(fresh ?? next);
    }
    event.preventDefault();
  });

  surface.before(tools);
  surface.after(brush.root, readout, spoken, key);
  legend();
  tell(null);
  show(first, false);
  brush.paint();
  const table = figure.querySelector("details");
  if (table) tableIn(table, series, anomaly);
  if (series.value.every((one) => one == null)) say(readout.textContent = "No value arrived in this time.");

  const resized = new ResizeObserver(() => {
    if (surface.clientWidth === plot.width) return;
    plot.setSize({ width: surface.clientWidth, height: plot.height });
    brush.paint();
  });
  resized.observe(surface);
  return {
    repaint() {
      colours = coloursAt(figure);
      plot.redraw(false, true);
      brush.paint();
    },
    remove() {
      resized.disconnect();
      plot.destroy();
    },
  };
}

const built = new Map();

async function load(figure) {
  const surface = figure.querySelector(".plot");
  const message = (text, ...more) => surface.replaceChildren(element("p", { class: "chart-message", role: "status" }, text, ...more));
  message("The series is being loaded …");
  try {
    const answer = await fetch(figure.dataset.series, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    const series = checkedSeries(await answer.json());
    const started = performance.mark("chart-data").startTime;
    if (!figure.isConnected) return;
    if (series.times.length === 0) message("This series has no points in this time: nothing was recorded. Choose a longer time.");
    else built.set(figure, build(figure, series, started));
  } catch (failure) {
    const why = failure instanceof TypeError ? "the server could not be reached" : failure.message;
    message(`The series could not be shown: ${why}. `, element("button", { type: "button", click: () => load(figure) }, "Try again"));
  }
}

function watchTheme() {
  const repaint = () => built.forEach((chart) => chart.repaint());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

if (typeof document !== "undefined") {
  const seen = new WeakSet();
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      load(target);
    }
  }, { rootMargin: "300px" });
  watchTheme();
  enhanceNowAndLater((root) => {
    for (const [figure, chart] of built) {
      if (figure.isConnected) continue;
      chart.remove();
      built.delete(figure);
    }
    for (const figure of root.querySelectorAll("figure.chart[data-series]")) {
      if (seen.has(figure)) continue;
      seen.add(figure);
      near.observe(figure);
    }
  });
}
