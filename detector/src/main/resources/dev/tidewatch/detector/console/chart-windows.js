/** Which part of a series is shown, and which were before it. */
import { middleOf, windowOf, within, wholeOf } from "./chart-data.js";

export class Windows {
  #past = [];

  /**
   * @param {import("./chart-data.js").Series} series
   * @param {{from: number, to: number} | null} anomaly
   * @param {number} range seconds shown first; Infinity for all
   */
  constructor(series, anomaly, range) {
    this.whole = wholeOf(series);
    this.anomaly = anomaly;
    this.interval = series.interval;
    this.first = windowOf(range, this.whole, anomaly);
    this.shown = this.first;
  }

  get length() {
    return this.shown[1] - this.shown[0];
  }

  /** Keeps what is shown now, to come back to. */
  remember() {
    this.#past.push(this.shown);
  }

  /** Shows what was asked for as far as it exists, never less than two intervals. */
  choose([from, to]) {
    const half = Math.max(to - from, 2 * this.interval) / 2;
    const middle = (from + to) / 2;
    this.shown = within([middle - half, middle + half], this.whole);
  }

  range(seconds) {
    this.choose(windowOf(seconds, this.whole, middleOf(this.shown, this.whole, this.anomaly)));
  }

  /** Whether what is shown is as long as a range, or as all there is where that is shorter. */
  isRange(seconds) {
    return Math.abs(this.length - Math.min(seconds, this.whole[1] - this.whole[0])) < this.interval / 2;
  }

  /** Whether a range would show less than all there is. */
  has(seconds) {
    return seconds === Infinity || seconds < this.whole[1] - this.whole[0];
  }

  /** Goes back by one; false if there was nothing to go back to. */
  back() {
    const had = this.#past.length > 0;
    this.shown = this.#past.pop() ?? this.first;
    return had;
  }

  reset() {
    this.#past = [];
    this.shown = this.first;
  }
}
