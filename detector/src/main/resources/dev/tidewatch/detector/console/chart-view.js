/** One chart: its drawing, its brush, its sentence, and the part of time that is shown. */
import { element } from "./dom.js";
import { brushFor } from "./chart-brush.js";
import { sentence, severityClass } from "./chart-data.js";
import { clockOf } from "./clock.js";
import { HINT, onKey } from "./chart-keys.js";
import { EVENTS_SHOWN } from "./chart-events.js";
import { coloursAt, draw } from "./chart-plot.js";
import { tableIn } from "./chart-table.js";
import { toolsFor } from "./chart-tools.js";
import { Windows } from "./chart-windows.js";

let charts = 0;

function anomalyOf({ anomalyFrom, anomalyTo }, interval) {
  return anomalyFrom ? { from: +anomalyFrom, to: Math.max(+anomalyTo || 0, +anomalyFrom + interval) } : null;
}

/** "2 anomalies from 13 Nov 20:00 to 20 Nov 19:55" */
function summary({ severity, value, zone }, whole) {
  if (value.every((one) => one == null)) return "No value arrived in this time.";
  const found = severity.filter((one, i) => severityClass(one) && !severityClass(severity[i - 1])).length;
  const both = clockOf(zone).both;
  return `${found || "No"} anomal${found === 1 ? "y" : "ies"} from ${both(whole[0])} to ${both(whole[1])}`;
}

export class ChartView {
  #surface;
  #readout = element("p", { class: "readout", "aria-hidden": "true" });
  #spoken = element("p", { class: "unseen", "aria-live": "polite" });
  #figure;
  #brush;
  #tools;
  #resized;

  /**
   * @param {HTMLElement} figure
   * @param {import("./chart-data.js").Series} series
   * @param {() => void} onDrawn
   */
  constructor(figure, series, onDrawn) {
    this.#figure = figure;
    this.#surface = figure.querySelector(".plot");
    this.series = series;
    this.small = figure.dataset.size === "small";
    this.hasWeek = series.weekBefore.some((one) => one != null);
    this.title = figure.querySelector("figcaption")?.textContent.replace(/\s+/g, " ").trim() || series.measure;
    this.windows = new Windows(series, anomalyOf(figure.dataset, series.interval), +figure.dataset.range || Infinity);
    this.colours = coloursAt(figure);
    this.index = null;
    this.events = figure.dataset.events !== "off";
    this.#describe();
    this.#draw(onDrawn);
    this.#tools = toolsFor(this);
    this.#surface.before(this.#tools.tools);
    this.#surface.after(this.#brush.root, this.#readout, this.#spoken, this.#tools.legend);
    this.#surface.addEventListener("keydown", (event) => onKey(this, event));
    this.#tell(null);
    this.#show();
    this.#brush.paint();
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(this.#surface);
    document.addEventListener(EVENTS_SHOWN, this.#onEvents);
  }

  #onEvents = ({ detail }) => {
    this.events = detail;
    this.plot.redraw(false);
    this.#tools.update();
  };

  #describe() {
    const surface = this.#surface;
    const details = this.#figure.querySelector("details");
    surface.id ||= `chart-${++charts}`;
    surface.setAttribute("role", "application");
    surface.setAttribute("aria-roledescription", "chart");
    surface.setAttribute("aria-description", HINT);
    if (!surface.hasAttribute("aria-label")) surface.setAttribute("aria-label", this.title);
    if (!details) return;
    details.id ||= `${surface.id}-table`;
    surface.setAttribute("aria-details", details.id);
    tableIn(details, this.series, this.windows.anomaly);
  }

  #draw(onDrawn) {
    const surface = this.#surface;
    surface.replaceChildren();
    this.plot = draw(surface, this.series, {
      width: surface.clientWidth, height: surface.clientHeight || 300, window: this.windows.first,
      anomaly: this.windows.anomaly, week: this.hasWeek && !this.small, events: () => this.events, colours: () => this.colours, onDrawn,
      onSelect: (chosen) => this.choose(chosen),
      onBack: () => this.back(),
      onCursor: (at) => {
        this.index = at ?? this.index;
        this.#tell(at);
      },
    });
    this.#brush = brushFor(this.series, {
      controls: surface.id, colours: () => this.colours, onGrab: () => this.windows.remember(),
      onMove: (chosen) => {
        this.windows.choose(chosen);
        this.#show();
      },
    });
  }

  #tell(index) {
    this.#readout.textContent = index == null ? summary(this.series, this.windows.whole) : sentence(this.series, index, this.events);
  }

  #show() {
    const [min, max] = this.windows.shown;
    this.plot.setScale("x", { min, max });
    this.#brush.show(this.windows.shown);
    this.#tools.update();
    this.#figure.toggleAttribute("data-busy", this.windows.shown !== this.windows.first);
  }

  #showAndSay() {
    this.#show();
    const [from, to] = this.windows.shown.map(clockOf(this.series.zone).both);
    this.#spoken.textContent = `Shown: ${from} to ${to}`;
  }

  #resize() {
    if (this.#surface.clientWidth === this.plot.width) return;
    this.plot.setSize({ width: this.#surface.clientWidth, height: this.plot.height });
    this.#brush.paint();
  }

  #leave() {
    this.index = null;
    this.plot.setCursor({ left: -10, top: -10 });
  }

  choose(window) {
    this.windows.remember();
    this.windows.choose(window);
    this.#showAndSay();
  }

  range(seconds) {
    this.windows.remember();
    this.windows.range(seconds);
    this.#showAndSay();
  }

  /** Zooms around the point one is at, or the middle. */
  zoom(factor) {
    const [from, to] = this.windows.shown;
    const middle = this.index == null ? (from + to) / 2 : this.series.times[this.index];
    const half = ((to - from) * factor) / 2;
    this.choose([middle - half, middle + half]);
    if (this.index != null) this.#point(this.index);
  }

  /** Goes back by one part that was shown; where there is none, leaves the point one is at. */
  back() {
    if (this.windows.back()) this.#showAndSay();
    else this.#leave();
  }

  reset() {
    this.windows.reset();
    this.#leave();
    this.#showAndSay();
  }

  /** Goes to a point and says it. */
  goTo(index) {
    const time = this.series.times[index];
    const { shown, length } = this.windows;
    if (time < shown[0] || time > shown[1]) {
      this.windows.choose([time - length / 2, time + length / 2]);
      this.#show();
    }
    this.index = index;
    this.#point(index);
    this.#spoken.textContent = sentence(this.series, index, this.events);
  }

  #point(index) {
    // A new scale is taken over a moment later, and only then the point has its place.
    queueMicrotask(() => {
      this.plot.setCursor({ left: this.plot.valToPos(this.series.times[index], "x"), top: 10 });
      this.#tell(index);
    });
  }

  repaint() {
    this.colours = coloursAt(this.#figure);
    this.plot.redraw(false, true);
    this.#brush.paint();
  }

  remove() {
    this.#resized.disconnect();
    document.removeEventListener(EVENTS_SHOWN, this.#onEvents);
    this.plot.destroy();
  }
}
