/** The bar under a chart: the whole series small, and a window on it to move and to stretch. */
import { element } from "./dom.js";
import { severityClass, within, wholeOf } from "./chart-data.js";
import { clockOf } from "./clock.js";

/** Where a drag leaves the window: a handle stretches it, anything else moves it. */
export function dragged([from, to], part, by, whole, shortest) {
  if (part === "start") return [Math.min(Math.max(from + by, whole[0]), to - shortest), to];
  if (part === "end") return [from, Math.max(Math.min(to + by, whole[1]), from + shortest)];
  return within([from + by, to + by], whole);
}

/**
 * @param {import("./chart-data.js").Series} series
 * @param {{controls: string, colours: () => Record<string, string>, onGrab: () => void,
 *   onMove: (window: number[]) => void}} wishes
 */
export function brushFor(series, wishes) {
  const whole = wholeOf(series);
  const words = clockOf(series.zone);
  const canvas = element("canvas", { "aria-hidden": "true" });
  const pane = element("div", {
    class: "brush-window", role: "scrollbar", tabindex: "0", "aria-label": "Part of the time that is shown",
    "aria-controls": wishes.controls, "aria-orientation": "horizontal", "aria-valuemin": "0", "aria-valuemax": "100",
  }, element("span", { "data-part": "start" }), element("span", { "data-part": "end" }));
  const root = element("div", { class: "brush" }, canvas, pane);
  let shown = whole;

  const share = (time) => (time - whole[0]) / (whole[1] - whole[0]);

  function show(window) {
    shown = window;
    pane.style.left = `min(${share(window[0]) * 100}%, 100% - 24px)`;
    pane.style.width = `${(share(window[1]) - share(window[0])) * 100}%`;
    const free = whole[1] - whole[0] - (window[1] - window[0]);
    pane.setAttribute("aria-valuenow", String(free > 0 ? Math.round(((window[0] - whole[0]) / free) * 100) : 0));
    pane.setAttribute("aria-valuetext", `${words.both(window[0])} to ${words.both(window[1])}`);
  }

  function paint() {
    const ratio = devicePixelRatio;
    const [width, height] = [canvas.clientWidth * ratio, canvas.clientHeight * ratio];
    Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    const colours = wishes.colours();
    const known = series.value.filter((one) => one != null);
    const low = known.reduce((a, b) => Math.min(a, b), Infinity);
    const high = known.reduce((a, b) => Math.max(a, b), -Infinity);
    const line = new Path2D();
    let pen = false;
    series.value.forEach((one, i) => {
      const x = share(series.times[i]) * width;
      const name = severityClass(series.severity[i]);
      if (name) {
        context.fillStyle = colours[name];
        context.fillRect(x - ratio, 0, 2 * ratio, 5 * ratio);
      }
      if (one != null) {
        const y = height - 2 * ratio - ((one - low) / (high - low || 1)) * (height - 9 * ratio);
        if (pen) line.lineTo(x, y);
        else line.moveTo(x, y);
      }
      pen = one != null;
    });
    context.strokeStyle = colours.quiet;
    context.lineWidth = ratio;
    context.stroke(line);
  }

  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    pane.focus({ preventScroll: true });
    const { left, width } = root.getBoundingClientRect();
    const perPixel = (whole[1] - whole[0]) / width;
    wishes.onGrab();
    if (!pane.contains(event.target)) {
      const time = whole[0] + (event.clientX - left) * perPixel;
      const half = (shown[1] - shown[0]) / 2;
      wishes.onMove(within([time - half, time + half], whole));
    }
    const [begin, origin] = [shown, event.clientX];
    const part = event.target.dataset?.part;
    const move = (moved) =>
      wishes.onMove(dragged(begin, part, (moved.clientX - origin) * perPixel, whole, 2 * series.interval));
    root.setPointerCapture(event.pointerId);
    root.addEventListener("pointermove", move);
    root.addEventListener("lostpointercapture", () => root.removeEventListener("pointermove", move), { once: true });
  });

  pane.addEventListener("keydown", (event) => {
    const length = shown[1] - shown[0];
    const far = whole[1] - whole[0];
    const steps = { ArrowLeft: -length / 10, ArrowRight: length / 10, PageUp: -length, PageDown: length, Home: -far, End: far };
    const by = steps[event.key];
    if (!by || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    wishes.onMove(within([shown[0] + by, shown[1] + by], whole));
  });

  return { root, show, paint };
}
