/** The drawing of a series: line, band, week before, marks of severity and the shaded span of an anomaly. */
import uPlot from "./vendor/uPlot-1.6.32/uPlot.esm.js";
import { SEVERITIES, nearestIndex, severityClass } from "./chart-data.js";
import { clockOf } from "./clock.js";

export const [UPPER, LOWER, WEEK, VALUE] = [1, 2, 3, 4];
const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const NAMES = [...SEVERITIES.map(({ name }) => name), "band", "line", "text", "quiet", "ground", "edge"];

/**
 * The colours of the page as they are at an element now. They are read through a probe, for the computed value of a custom
 * property is the text `light-dark(…)` itself.
 */
export function coloursAt(parent) {
  const probe = document.createElement("span");
  parent.append(probe);
  const colours = {};
  for (const name of NAMES) {
    probe.style.color = `var(--${name})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return colours;
}

/** Adds the shape of a class of severity to a path: ▲ critical, ◆ major, ● minor, ○ warning. */
export function shape(path, name, x, y, size) {
  if (name === "critical") {
    path.moveTo(x, y - size);
    path.lineTo(x + size, y + size * 0.8);
    path.lineTo(x - size, y + size * 0.8);
    path.closePath();
  } else if (name === "major") {
    path.moveTo(x, y - size);
    path.lineTo(x + size, y);
    path.lineTo(x, y + size);
    path.lineTo(x - size, y);
    path.closePath();
  } else {
    path.moveTo(x + size * 0.75, y);
    path.arc(x, y, size * 0.75, 0, 2 * Math.PI);
  }
}

/** Fills shapes with their colour; ○ stays hollow. An edge of the ground's colour keeps them apart from the line. */
export function paint(context, path, name, colours, ratio) {
  const edge = name === "warning" ? "fill" : "stroke";
  context.lineWidth = 2 * ratio;
  context.fillStyle = context.strokeStyle = colours.ground;
  context[edge](path);
  context.fillStyle = context.strokeStyle = colours[name];
  context[edge === "fill" ? "stroke" : "fill"](path);
}

function drawMarks(plot, series, colours) {
  const { ctx, bbox, scales } = plot;
  const ratio = uPlot.pxRatio;
  const paths = Object.fromEntries(SEVERITIES.map(({ name }) => [name, new Path2D()]));
  const last = nearestIndex(series.times, scales.x.max);
  for (let i = nearestIndex(series.times, scales.x.min); i <= last; i++) {
    const name = severityClass(series.severity[i]);
    if (!name) continue;
    // A point that is anomalous because its value is missing is marked at the foot of the plot.
    const y = series.value[i] == null ? bbox.top + bbox.height - 6 * ratio : plot.valToPos(series.value[i], "y", true);
    shape(paths[name], name, plot.valToPos(series.times[i], "x", true), y, 6 * ratio);
  }
  ctx.save();
  for (const { name } of [...SEVERITIES].reverse()) paint(ctx, paths[name], name, colours, ratio);
  ctx.restore();
}

/** A line where an event began, a bar at the top as long as it lasted, and its title where there is room. */
function drawEvents(plot, events, colours) {
  const { ctx, bbox, scales } = plot;
  const ratio = uPlot.pxRatio;
  let free = bbox.left;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colours.text;
  ctx.lineWidth = ratio;
  ctx.font = `${11 * ratio}px system-ui, sans-serif`;
  ctx.textBaseline = "top";
  ctx.textAlign = "left";
  for (const { from, to, kind, title } of [...events].sort((one, other) => one.from - other.from)) {
    if (from > scales.x.max || to < scales.x.min) continue;
    const x = plot.valToPos(Math.max(from, scales.x.min), "x", true);
    const end = plot.valToPos(Math.min(to, scales.x.max), "x", true);
    ctx.fillRect(x, bbox.top, Math.max(end - x, ratio), 3 * ratio);
    if (from >= scales.x.min) {
      ctx.setLineDash([2 * ratio, 3 * ratio]);
      ctx.stroke(new Path2D(`M${x} ${bbox.top}V${bbox.top + bbox.height}`));
      ctx.setLineDash([]);
    }
    const words = `${kind} ${title}`;
    const label = words.length > 28 ? `${words.slice(0, 27)}…` : words;
    const width = ctx.measureText(label).width + 10 * ratio;
    const left = x + width > bbox.left + bbox.width ? x - width : x; // before its line, where none is after it
    if (left < free) continue;
    ctx.fillText(label, left + 5 * ratio, bbox.top + 5 * ratio);
    free = left + width;
  }
  ctx.restore();
}

function shadeSpan(plot, from, to, colour) {
  const { ctx, bbox } = plot;
  const edge = (time) => Math.min(Math.max(plot.valToPos(time, "x", true), bbox.left), bbox.left + bbox.width);
  const left = edge(from);
  const width = edge(to) - left;
  if (width <= 0) return;
  ctx.save();
  ctx.globalAlpha = 0.2;
  ctx.fillStyle = colour;
  ctx.fillRect(left, bbox.top, Math.max(width, 2), bbox.height);
  ctx.restore();
}

/** The hour, and under it the day where a new one begins: two lines, as the analysts know it. */
function timeLabels(zone) {
  const words = clockOf(zone);
  return (plot, splits, axis, space, increment) => {
    let before = null;
    return splits.map((seconds) => {
      const day = words.day(seconds);
      const label = increment >= 86_400 ? day : day === before ? words.clock(seconds) : `${words.clock(seconds)}\n${day}`;
      before = day;
      return label;
    });
  };
}

const plain = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 3 });
const valueLabels = (plot, splits) => {
  const format = splits.some((n) => Math.abs(n) >= 100_000) ? short : plain;
  return splits.map((n) => format.format(n));
};

/**
 * @param {HTMLElement} parent takes the canvas
 * @param {import("./chart-data.js").Series} series
 * @param {{width: number, height: number, window: number[], anomaly: {from: number, to: number} | null, week: boolean,
 *   events: () => boolean, colours: () => Record<string, string>, onDrawn: () => void, onSelect: (window: number[]) => void,
 *   onBack: () => void, onCursor: (index: number | null) => void}} wishes
 */
export function draw(parent, series, wishes) {
  const colour = (name) => () => wishes.colours()[name];
  const axis = {
    font: FONT, stroke: colour("quiet"), grid: { stroke: colour("edge"), width: 1 },
    ticks: { stroke: colour("edge"), width: 1, size: 4 }, gap: 4,
  };
  const point = document.createElement("div");
  return new uPlot({
    width: wishes.width,
    height: wishes.height,
    legend: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), series.zone),
    scales: { x: { range: (plot, min, max) => (min < max ? [min, max] : wishes.window) } },
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false, dist: 5 },
      points: { show: (plot, index) => (index === VALUE ? point : null), size: 9, fill: colour("line") },
      bind: { dblclick: () => () => (wishes.onBack(), null) },
    },
    axes: [
      { ...axis, values: timeLabels(series.zone), size: 40, space: 64 },
      { ...axis, values: valueLabels, space: 36,
        size: (plot, labels) => 16 + 7 * Math.max(3, ...(labels ?? []).map((label) => label.length)) },
    ],
    series: [
      {},
      { stroke: null, width: 0, points: { show: false } },
      { stroke: null, width: 0, points: { show: false } },
      { stroke: colour("quiet"), width: 1.25, dash: [5, 4], points: { show: false }, show: wishes.week },
      {
        stroke: colour("line"), width: wishes.width < 500 ? 1.25 : 1.75,
        points: { show: (plot, index, from, to) => to - from < 40, size: 4 },
      },
    ],
    bands: [{ series: [UPPER, LOWER], fill: colour("band") }],
    hooks: {
      drawClear: [(plot) => {
        if (wishes.anomaly) shadeSpan(plot, wishes.anomaly.from, wishes.anomaly.to, wishes.colours().critical);
      }],
      draw: [(plot) => {
        if (wishes.events()) drawEvents(plot, series.events, wishes.colours());
        drawMarks(plot, series, wishes.colours());
      }, wishes.onDrawn],
      setCursor: [(plot) => wishes.onCursor(plot.cursor.idx)],
      setSelect: [(plot) => {
        const { left, width } = plot.select;
        if (width < 5) return;
        plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        wishes.onSelect([plot.posToVal(left, "x"), plot.posToVal(left + width, "x")]);
      }],
    },
  }, [series.times, series.upper, series.lower, series.weekBefore, series.value], parent);
}
