/**
 * What a chart says about its series, apart from how it is drawn.
 * @typedef {{measure: string, scope: Record<string, string>, zone: string, interval: number, times: number[],
 *   value: (number|null)[], expected: (number|null)[], lower: (number|null)[], upper: (number|null)[],
 *   severity: number[], weekBefore: (number|null)[], anomalous: {from: number, to: number}[],
 *   events: {from: number, to: number, kind: string, title: string}[]}} Series
 */
import { clockOf } from "./clock.js";

/** The classes of severity, worst first. */
export const SEVERITIES = [
  { name: "critical", from: 75 },
  { name: "major", from: 50 },
  { name: "minor", from: 25 },
  { name: "warning", from: 3 },
];

/** The word for a severity; null where nothing is anomalous. */
export const severityClass = (severity) => SEVERITIES.find((s) => severity >= s.from)?.name ?? null;

/** Fills in what an answer left out; refuses what is no series, or has a zone nobody knows. */
export function checkedSeries(answer) {
  if (!Array.isArray(answer?.times)) throw new Error("the answer holds no times");
  const count = answer.times.length;
  const aligned = (list, nothing) => (list?.length === count ? list : Array(count).fill(nothing));
  const series = { measure: "value", scope: {}, zone: "UTC", interval: 300, anomalous: [], events: [], ...answer };
  for (const key of ["value", "expected", "lower", "upper", "weekBefore"]) series[key] = aligned(answer[key], null);
  series.severity = aligned(answer.severity, 0);
  clockOf(series.zone);
  return series;
}

/** The index of the time nearest to an instant. */
export function nearestIndex(times, instant) {
  let low = 0;
  let high = times.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times[middle] <= instant) low = middle;
    else high = middle;
  }
  return instant - times[low] <= times[high] - instant ? low : high;
}

/** The events that began between a point and the next; the first point has those that began before it, too. */
export const eventsAt = ({ times, events }, index) => events.filter(({ from }) =>
  (index === 0 || from >= times[index]) && (index === times.length - 1 || from < times[index + 1]));

/** "deploy shop-api 4.12, campaign Black Friday" */
export const eventWords = (events) => events.map(({ kind, title }) => `${kind} ${title}`).join(", ");

/** The first point of the next (step 1) or of an earlier (step -1) run of anomalous points; -1 if there is none. */
export function nextAnomaly(severity, from, step) {
  const starts = (i) => severityClass(severity[i]) && !(i > 0 && severityClass(severity[i - 1]));
  for (let i = from + step; i >= 0 && i < severity.length; i += step) if (starts(i)) return i;
  return -1;
}

/** A window moved and, if need be, cut so that it lies within the whole. */
export function within([from, to], [start, end]) {
  const length = Math.min(to - from, end - start);
  const begin = Math.min(Math.max(from, start), end - length);
  return [begin, begin + length];
}

/** A window of so many seconds around the anomaly, or at the end of the series where there is none. */
export function windowOf(seconds, whole, anomaly) {
  const middle = anomaly ? (anomaly.from + anomaly.to) / 2 : whole[1];
  return within([middle - seconds / 2, middle + seconds / 2], whole);
}

/** What a range is chosen around: the anomaly if it is in sight, the end if that is, else the middle of what is shown. */
export function middleOf([from, to], whole, anomaly) {
  if (anomaly && anomaly.to >= from && anomaly.from <= to) return anomaly;
  const middle = to >= whole[1] ? to : (from + to) / 2;
  return { from: middle, to: middle };
}

/** From the first time to the last, never of no length. */
export function wholeOf({ times, interval }) {
  const [first, last] = [times[0], times.at(-1)];
  return first < last ? [first, last] : [first - interval, last + interval];
}

const coarse = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
/** A number as people read it; a dash for none. */
export const number = (n) => (n == null ? "–" : (Math.abs(n) >= 1000 ? coarse : fine).format(n));

/** "marketplace uk · platform mobile_app" */
export const scopeWords = (scope) =>
  Object.entries(scope).map(([dimension, value]) => `${dimension} ${value}`).join(" · ") || "all values";

/**
 * One point as a sentence: "20 Nov 17:05 revenue 4,210, expected 9,800 to 11,900, critical 91; deploy shop-api 4.12".
 * @param {boolean} withEvents whether it tells what was noted
 */
export function sentence(series, index, withEvents = true) {
  const { times, value, lower, upper, severity, measure } = series;
  const words = clockOf(series.zone);
  const when = times.at(-1) - times[0] < 86_400 ? words.clock : series.interval < 86_400 ? words.both : words.day;
  const expected = lower[index] == null || upper[index] == null
    ? "no expectation yet" : `expected ${number(lower[index])} to ${number(upper[index])}`;
  const found = severityClass(severity[index]);
  const noted = withEvents ? eventWords(eventsAt(series, index)) : "";
  return `${when(times[index])} ${measure} ${value[index] == null ? "without value" : number(value[index])}, ${expected}`
    + (found ? `, ${found} ${Math.round(severity[index])}` : "") + (noted ? `; ${noted}` : "");
}

/** The heads and the cells of the table under the chart. */
export const columnNames = (series) =>
  [`Time (${series.zone})`, series.measure, "Expected", "From", "To", "Severity", "Week before",
    ...(series.events.length ? ["Events"] : [])];
export function row(series, i) {
  const found = severityClass(series.severity[i]);
  return [clockOf(series.zone).sortable(series.times[i]), number(series.value[i]), number(series.expected[i]),
    number(series.lower[i]), number(series.upper[i]), found ? `${found} ${Math.round(series.severity[i])}` : "",
    number(series.weekBefore[i]), ...(series.events.length ? [eventWords(eventsAt(series, i))] : [])];
}

/** A cell no spreadsheet takes for a formula and no comma splits. */
export function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The whole series as CSV (RFC 4180): every point, numbers as they are. */
export function csv(series) {
  const words = clockOf(series.zone);
  const heads = ["time", `local_time ${series.zone}`, series.measure, "expected", "lower", "upper", "severity",
    "severity_class", "week_before", ...(series.events.length ? ["events"] : []), ...Object.keys(series.scope)].map(cell).join(",");
  const scope = Object.values(series.scope).map(cell);
  const lines = series.times.map((seconds, i) => [new Date(seconds * 1000).toISOString().replace(".000Z", "Z"),
    words.sortable(seconds), series.value[i], series.expected[i], series.lower[i], series.upper[i], series.severity[i],
    severityClass(series.severity[i]), series.weekBefore[i],
    ...(series.events.length ? [cell(eventWords(eventsAt(series, i)))] : []), ...scope].map((one) => one ?? "").join(","));
  return [heads, ...lines, ""].join("\r\n");
}

/** "revenue-2026-11-20T1705.png": the measure and the time it is about. */
export const fileName = (series, seconds, ending) =>
  `${series.measure.replace(/[^\w-]+/g, "_")}-${new Date(seconds * 1000).toISOString().slice(0, 16).replace(":", "")}.${ending}`;
