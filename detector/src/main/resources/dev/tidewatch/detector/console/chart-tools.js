/** What is around a chart: the buttons above it and the legend below. */
import { download, element } from "./dom.js";
import { SEVERITIES, csv, fileName, severityClass } from "./chart-data.js";
import { LOWER, UPPER, WEEK } from "./chart-plot.js";
import { showEvents } from "./chart-events.js";
import { picture } from "./chart-picture.js";

const HOUR = 3600;
const RANGES = [["6 h", "6 hours", 6 * HOUR], ["12 h", "12 hours", 12 * HOUR], ["1 day", "1 day", 24 * HOUR],
  ["7 days", "7 days", 168 * HOUR], ["Max", "All there is", Infinity]];

const pressed = (button) => button.getAttribute("aria-pressed") === "true";
const button = (label, click, more = {}) => element("button", { type: "button", click, ...more }, label);
const group = (name, ...children) => element("div", { role: "group", "aria-label": name }, ...children);

/**
 * @param {import("./chart-view.js").ChartView} view
 * @returns {{tools: HTMLElement, legend: HTMLElement, update: () => void}} update presses the button of the range shown
 */
export function toolsFor(view) {
  const { series, windows, plot, small } = view;
  const legend = element("ul", { class: "chart-legend" });
  const line = (label, enabled, usual, indices) => {
    const set = (on) => {
      indices.forEach((index) => plot.setSeries(index, { show: on }));
      made.setAttribute("aria-pressed", String(on));
      explain();
    };
    const made = button(label, () => set(!pressed(made)), { "aria-pressed": String(usual), disabled: !enabled });
    return { button: made, reset: () => set(usual) };
  };
  const hasBand = series.upper.some((one) => one != null);
  const band = line("Band", hasBand, hasBand, [UPPER, LOWER]);
  const week = line("Last week", view.hasWeek, view.hasWeek && !small, [WEEK]);

  const hasEvents = series.events.length > 0;
  const events = button("Events", () => showEvents(!pressed(events)),
    { "aria-pressed": String(hasEvents && view.events), disabled: !hasEvents });

  const shown = () => [
    { name: series.measure, kind: "line" },
    ...(pressed(band.button) ? [{ name: "expected", kind: "band" }] : []),
    ...(pressed(week.button) ? [{ name: "last week", kind: "week" }] : []),
    ...(hasEvents && view.events ? [{ name: "events", kind: "event" }] : []),
    ...SEVERITIES.filter(({ name }) => series.severity.some((one) => severityClass(one) === name))
      .map(({ name }) => ({ name, kind: name })),
  ];
  const explain = () => legend.replaceChildren(...shown().map(({ name, kind }) => element("li", { class: kind }, name)));

  const ranges = RANGES.map(([label, title, seconds]) => ({
    seconds,
    button: button(label, () => view.range(seconds), { title, disabled: !windows.has(seconds) }),
  }));
  const reset = button("Reset", () => {
    band.reset();
    week.reset();
    if (hasEvents && !view.events) showEvents(true);
    view.reset();
  });
  const save = (blob, ending) => download(blob, fileName(series, windows.anomaly?.from ?? windows.shown[0], ending));
  const png = button("PNG", async () => save(await picture(plot.ctx.canvas, series,
    { title: view.title, window: windows.shown, legend: shown(), colours: view.colours }), "png"));

  const tools = element("div", { class: "chart-tools" }, group("Range", ...ranges.map((one) => one.button), reset));
  if (!small) {
    tools.prepend(group("Lines", band.button, week.button, events));
    tools.append(group("Save", png, button("CSV", () => save(new Blob([csv(series)], { type: "text/csv" }), "csv"))));
  }
  explain();
  return {
    tools,
    legend,
    update: () => {
      ranges.forEach(({ button: one, seconds }) =>
        one.setAttribute("aria-pressed", String(!one.disabled && windows.isRange(seconds))));
      if (pressed(events) !== (hasEvents && view.events)) {
        events.setAttribute("aria-pressed", String(hasEvents && view.events));
        explain();
      }
    },
  };
}
