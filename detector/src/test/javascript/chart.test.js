import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cell, checkedSeries, columnNames, csv, eventsAt, fileName, middleOf, nearestIndex, nextAnomaly, number, row, sentence, severityClass,
  windowOf, wholeOf, within,
} from "../../main/resources/dev/tidewatch/detector/console/chart-data.js";
import { clockOf } from "../../main/resources/dev/tidewatch/detector/console/clock.js";
import { dragged } from "../../main/resources/dev/tidewatch/detector/console/chart-brush.js";
import { pageOf } from "../../main/resources/dev/tidewatch/detector/console/chart-table.js";
import { indexAfter } from "../../main/resources/dev/tidewatch/detector/console/chart-keys.js";
import { Windows } from "../../main/resources/dev/tidewatch/detector/console/chart-windows.js";
import { addressWith } from "../../main/resources/dev/tidewatch/detector/console/chart-events.js";
import { reasonOf } from "../../main/resources/dev/tidewatch/detector/console/chart.js";

const start = Date.UTC(2026, 10, 20, 17) / 1000;
const series = checkedSeries({
  measure: "revenue", scope: { marketplace: "uk" }, zone: "Europe/Berlin", interval: 300,
  times: [start, start + 300, start + 600], value: [10500, 4210, null], expected: [10800, 10900, 11000],
  lower: [9700, 9800, null], upper: [11800, 11900, null], severity: [0, 91.4, 2],
});

test("a severity has the word of its class, and none below three", () => {
  assert.deepEqual([100, 75, 74.9, 50, 25, 3, 2.9, 0].map(severityClass),
    ["critical", "critical", "major", "major", "minor", "warning", null, null]);
});

test("a point is told as a sentence in the zone of the series", () => {
  assert.equal(sentence(series, 0), "18:00 revenue 10,500, expected 9,700 to 11,800");
  assert.equal(sentence(series, 1), "18:05 revenue 4,210, expected 9,800 to 11,900, critical 91");
  assert.equal(sentence(series, 2), "18:10 revenue without value, no expectation yet");
});

test("the sentence names the day where the series is longer than one", () => {
  const more = { times: [start, start + 86_400], value: [1, 2], lower: [0, 0], upper: [3, 3], severity: [0, 0] };
  const long = checkedSeries({ ...series, ...more });
  assert.equal(sentence(long, 1), "21 Nov 18:00 revenue 2, expected 0 to 3");
});

test("what an answer leaves out is filled in, and what is no series is refused", () => {
  assert.deepEqual(series.weekBefore, [null, null, null]);
  assert.throws(() => checkedSeries({ message: "gone" }), /holds no times/);
  assert.throws(() => checkedSeries({ times: [], zone: "Atlantis/Port" }), /time zone.*Atlantis/);
});

test("numbers are short and keep what matters", () => {
  assert.deepEqual([4210, 0.034567, 12.3456, -1234567.8, null].map(number), ["4,210", "0.03457", "12.35", "-1,234,568", "–"]);
});

test("the nearest point is found before, between and after the points", () => {
  assert.deepEqual([-5, 0, 149, 151, 599, 9000].map((t) => nearestIndex([0, 300, 600], t)), [0, 0, 0, 1, 2, 2]);
  assert.equal(nearestIndex([300], 5), 0);
});

test("the next anomaly is the first point of the next run", () => {
  const severity = [0, 60, 60, 0, 0, 30, 2];
  assert.equal(nextAnomaly(severity, 0, 1), 1);
  assert.equal(nextAnomaly(severity, 1, 1), 5);
  assert.equal(nextAnomaly(severity, 5, 1), -1);
  assert.equal(nextAnomaly(severity, 5, -1), 1);
});

test("a window is moved into the whole, and never longer than it", () => {
  assert.deepEqual(within([-10, 20], [0, 100]), [0, 30]);
  assert.deepEqual(within([90, 130], [0, 100]), [60, 100]);
  assert.deepEqual(within([-50, 300], [0, 100]), [0, 100]);
});

test("a range lies around the anomaly in sight, or at the end", () => {
  const whole = [0, 1000];
  const anomaly = { from: 400, to: 420 };
  assert.deepEqual(windowOf(100, whole, anomaly), [360, 460]);
  assert.deepEqual(windowOf(100, whole, null), [900, 1000]);
  assert.deepEqual(windowOf(Infinity, whole, anomaly), whole);
  assert.equal(middleOf([300, 500], whole, anomaly), anomaly);
  assert.deepEqual(middleOf([600, 800], whole, anomaly), { from: 700, to: 700 });
  assert.deepEqual(middleOf([600, 1000], whole, anomaly), { from: 1000, to: 1000 });
});

test("a series of one point still has a length", () => {
  assert.deepEqual(wholeOf({ times: [600], interval: 300 }), [300, 900]);
});

test("keys lead to points and stop at the ends", () => {
  const severity = Array(30).fill(0);
  severity[20] = 80;
  assert.equal(indexAfter("ArrowRight", false, 5, [0, 29], severity), 6);
  assert.equal(indexAfter("ArrowRight", true, 25, [0, 29], severity), 29);
  assert.equal(indexAfter("ArrowLeft", true, 5, [0, 29], severity), 0);
  assert.equal(indexAfter("Home", false, 5, [3, 9], severity), 3);
  assert.equal(indexAfter("End", false, 5, [3, 9], severity), 9);
  assert.equal(indexAfter("a", false, 5, [0, 29], severity), 20);
  assert.equal(indexAfter("A", true, 25, [0, 29], severity), 20);
  assert.equal(indexAfter("a", false, 25, [0, 29], severity), 25);
  assert.equal(indexAfter("x", false, 5, [0, 29], severity), null);
});

test("zooming can be taken back step by step, and at once", () => {
  const day = checkedSeries({ times: Array.from({ length: 289 }, (none, i) => start + i * 300), interval: 300 });
  const windows = new Windows(day, { from: start + 43_200, to: start + 43_500 }, Infinity);
  assert.deepEqual(windows.shown, [start, start + 86_400]);
  windows.remember();
  windows.range(21_600);
  assert.deepEqual(windows.shown, [start + 32_550, start + 54_150]);
  assert.ok(windows.isRange(21_600) && !windows.isRange(Infinity));
  windows.remember();
  windows.choose([start + 600, start + 601]);
  assert.equal(windows.length, 600);
  assert.ok(windows.back());
  assert.equal(windows.length, 21_600);
  assert.ok(windows.back());
  assert.ok(!windows.back());
  assert.ok(windows.isRange(Infinity));
  windows.range(3600);
  windows.reset();
  assert.deepEqual(windows.shown, windows.first);
});

test("ranges longer than the series are told apart from those it has", () => {
  const windows = new Windows(checkedSeries({ times: [start, start + 86_400], interval: 300 }), null, Infinity);
  assert.deepEqual([21_600, 86_400, Infinity].map((seconds) => windows.has(seconds)), [true, false, true]);
});

test("a failure is told in words", () => {
  assert.equal(reasonOf(new TypeError("fetch failed")), "the server could not be reached");
  assert.equal(reasonOf(new Error("the server answered 503")), "the server answered 503");
});

test("the window of the brush is moved and stretched within bounds", () => {
  const whole = [0, 100];
  assert.deepEqual(dragged([20, 40], undefined, 90, whole, 5), [80, 100]);
  assert.deepEqual(dragged([20, 40], "start", -90, whole, 5), [0, 40]);
  assert.deepEqual(dragged([20, 40], "start", 90, whole, 5), [35, 40]);
  assert.deepEqual(dragged([20, 40], "end", -90, whole, 5), [20, 25]);
});

test("the table turns its pages within what there is", () => {
  assert.deepEqual(pageOf(60, 1), { page: 1, pages: 3, from: 25, to: 50 });
  assert.deepEqual(pageOf(60, 9), { page: 2, pages: 3, from: 50, to: 60 });
  assert.deepEqual(pageOf(0, -1), { page: 0, pages: 1, from: 0, to: 0 });
  assert.deepEqual(row(series, 1), ["2026-11-20 18:05", "4,210", "10,900", "9,800", "11,900", "critical 91", "–"]);
});

test("the export holds every point with its numbers as they are", () => {
  const lines = csv(series).split("\r\n");
  assert.equal(lines[0],
    "time,local_time Europe/Berlin,revenue,expected,lower,upper,severity,severity_class,week_before,marketplace");
  assert.equal(lines[2], "2026-11-20T17:05:00Z,2026-11-20 18:05,4210,10900,9800,11900,91.4,critical,,uk");
  assert.equal(lines[3], "2026-11-20T17:10:00Z,2026-11-20 18:10,,11000,,,2,,,uk");
  assert.equal(lines.length, 5);
});

test("no cell becomes a formula or breaks its line", () => {
  assert.equal(cell("=1+1"), "'=1+1");
  assert.equal(cell('a "b", c'), '"a ""b"", c"');
});

test("a file is named for measure and time", () => {
  assert.equal(fileName({ measure: "net revenue/€" }, start, "png"), "net_revenue_-2026-11-20T1700.png");
});

test("clocks follow the change of summer time", () => {
  const before = Date.UTC(2026, 9, 25, 0, 30) / 1000;
  assert.deepEqual([before, before + 3600].map(clockOf("Europe/Berlin").clock), ["02:30", "02:30"]);
  assert.equal(clockOf("UTC").both(before), "25 Oct 00:30");
});

test("an event is told at the point after which it began, in sentence, table and file", () => {
  const deploy = { from: start + 420, to: start + 420, kind: "deploy", title: "=shop, api" };
  const campaign = { from: start - 9000, to: start + 9000, kind: "campaign", title: "Black Friday" };
  const noted = checkedSeries({ ...series, events: [deploy, campaign] });
  assert.deepEqual([0, 1, 2].map((i) => eventsAt(noted, i)), [[campaign], [deploy], []]);
  assert.match(sentence(noted, 1), /critical 91; deploy =shop, api$/);
  assert.match(sentence(noted, 1, false), /critical 91$/);
  assert.equal(columnNames(noted).at(-1), "Events");
  assert.equal(columnNames(series).length, 7);
  assert.equal(row(noted, 1).at(-1), "deploy =shop, api");
  const lines = csv(noted).split("\r\n");
  assert.match(lines[0], /,week_before,events,/);
  assert.match(lines[2], /"deploy =shop, api"/);
});

test("whether events are shown stands in the address", () => {
  assert.equal(addressWith("http://x/d/a?tz=UTC", false), "http://x/d/a?tz=UTC&events=off");
  assert.equal(addressWith("http://x/d/a?events=off&tz=UTC#f", true), "http://x/d/a?tz=UTC#f");
});
