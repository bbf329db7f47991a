/** A chart as a picture that explains itself: title, scope, range and legend around what is drawn. */
import { scopeWords } from "./chart-data.js";
import { clockOf } from "./clock.js";
import { paint, shape } from "./chart-plot.js";

/**
 * @param {HTMLCanvasElement} drawn
 * @param {import("./chart-data.js").Series} series
 * @param {{title: string, window: number[], legend: {name: string, kind: string}[], colours: Record<string, string>}} wishes
 * @returns {Promise<Blob>}
 */
export function picture(drawn, series, { title, window, legend, colours }) {
  const ratio = drawn.width / drawn.clientWidth;
  const margin = 16;
  const canvas = document.createElement("canvas");
  canvas.width = drawn.width + 2 * margin * ratio;
  canvas.height = drawn.height + (112 + margin) * ratio;
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const words = clockOf(series.zone);
  const text = (said, y, font, colour) => {
    context.font = `${font} system-ui, sans-serif`;
    context.fillStyle = colour;
    context.fillText(said, margin, y, drawn.clientWidth);
  };
  text(title, 32, "600 18px", colours.text);
  text(scopeWords(series.scope), 54, "14px", colours.text);
  text(`${words.sortable(window[0])} to ${words.sortable(window[1])} ${series.zone}`, 74, "13px", colours.quiet);
  let x = margin;
  context.font = "13px system-ui, sans-serif";
  for (const { name, kind } of legend) {
    if (["line", "band", "week"].includes(kind)) {
      context.setLineDash(kind === "week" ? [4, 3] : []);
      context.lineWidth = kind === "band" ? 10 : 2;
      context.strokeStyle = colours[kind === "week" ? "quiet" : kind];
      context.stroke(new Path2D(`M${x} 92h18`));
      context.setLineDash([]);
    } else if (kind === "event") {
      context.setLineDash([2, 3]);
      context.lineWidth = 1;
      context.strokeStyle = colours.text;
      context.stroke(new Path2D(`M${x + 9} 84v16`));
      context.setLineDash([]);
    } else {
      const mark = new Path2D();
      shape(mark, kind, x + 9, 92, 6);
      paint(context, mark, kind, colours, 1);
    }
    context.fillStyle = colours.text;
    context.fillText(name, x + 24, 96);
    x += 40 + context.measureText(name).width;
  }
  context.drawImage(drawn, margin, 108, drawn.clientWidth, drawn.clientHeight);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
