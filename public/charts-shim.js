// The canvas chart: Chart.js draws the bars or lines, this file paints the picture around them and keeps
// both in step with the page's width, colours and pixels.
//
// Imported by the page when the first canvas figure is shown (src/web/chart.rs). The picture, with
// every place and word in it, comes from the page (src/chart/wire.rs), the configuration of the
// bars from the charts part (src/bin/charts.rs): nothing is computed or worded here. Colours are
// read from the canvas's custom properties, whose names are the classes of the SVG, so that
// style/60-figure.css dresses both.

import start, { config, line_config } from "./byspejl-charts.js";
import { BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from "./vendor/chart.js";

await start();
Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);

// The mark at each moment of a line, as in src/chart/svg.rs.
const MARKS = {
  main: { pointStyle: "circle", pointRadius: 3.5 },
  plain: { pointStyle: "rect", pointRadius: 4 },
  needed: { pointStyle: "rectRot", pointRadius: 5 },
};

// What may change the colours without a change of the figure.
const SCHEMES = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"];
const STILL = "(prefers-reduced-motion: reduce)";

const drawn = new Map();
let last = 0;

/** Draws on the canvas, as wide as its parent. `pictureOf(width)` gives the JSON of the picture and is
 * called again when the width or the look changes. Returns a handle. */
export function draw(canvas, pictureOf) {
  const handle = (last += 1);
  drawn.set(handle, new Figure(canvas, pictureOf));
  return handle;
}

/** Draws again, because the picture has changed. */
export function update(handle) {
  const shown = drawn.get(handle);
  if (shown) {
    shown.place();
  }
}

/** Points at a row, as hovering does; at none when the row is negative. */
export function select(handle, row) {
  const shown = drawn.get(handle);
  if (shown && shown.chart) {
    const sets = shown.chart.data.datasets;
    const active = row < 0 ? [] : sets.map((_, datasetIndex) => ({ datasetIndex, index: row }));
    shown.chart.setActiveElements(active);
    shown.chart.tooltip.setActiveElements(active, { x: 0, y: 0 });
    shown.chart.update("none");
  }
}

/** Takes the figure off its canvas and forgets it. */
export function destroy(handle) {
  const shown = drawn.get(handle);
  if (shown) {
    drawn.delete(handle);
    shown.end();
  }
}

class Figure {
  constructor(canvas, pictureOf) {
    this.canvas = canvas;
    this.pictureOf = pictureOf;
    this.chart = null;
    this.width = 0;
    this.ending = new AbortController();
    const signal = this.ending.signal;
    const place = () => this.place();
    SCHEMES.forEach((scheme) => matchMedia(scheme).addEventListener("change", place, { signal }));
    // Zooming and moving to another screen change the pixels of a canvas.
    this.pixels = devicePixelRatio;
    addEventListener("resize", () => {
      if (this.pixels !== devicePixelRatio) {
        this.pixels = devicePixelRatio;
        place();
      }
    }, { signal });
    this.observer = new ResizeObserver(() => {
      if (this.room() !== this.width) {
        place();
      }
    });
    this.observer.observe(canvas.parentElement);
    place();
  }

  end() {
    this.ending.abort();
    this.observer.disconnect();
    if (this.chart) {
      this.chart.destroy();
    }
  }

  room() {
    return Math.floor(this.canvas.parentElement.clientWidth);
  }

  place() {
    const width = this.room();
    if (width === 0) {
      return; // Not shown yet; the observer calls again.
    }
    this.width = width;
    const picture = JSON.parse(this.pictureOf(width));
    const { shares, max, padding, height } = picture.bars;
    const { traces } = picture;
    const still = matchMedia(STILL).matches;
    const edges = Uint32Array.from(padding);
    const lines = Uint32Array.from(traces.flatMap((trace) => trace.shares));
    const setup = JSON.parse(traces.length > 0
      ? line_config(lines, traces[0].shares.length, max, edges, still)
      : config(Uint32Array.from(shares), max, edges, height, still));
    this.picture = picture;
    this.look = getComputedStyle(this.canvas);
    this.dress(setup);
    const [w, h] = [picture.width / 10, picture.height / 10];
    if (this.chart) {
      this.chart.data = setup.data;
      this.chart.options = setup.options;
      this.chart.resize(w, h);
      this.chart.update();
      this.chart.tooltip.update(true); // An open one keeps its old colours otherwise.
    } else {
      this.canvas.width = w;
      this.canvas.height = h;
      const painter = {
        id: "picture",
        beforeDatasetsDraw: ({ ctx }) => this.paint(ctx, this.picture.back),
        afterDatasetsDraw: ({ ctx }) => this.paint(ctx, this.picture.front),
      };
      this.chart = new Chart(this.canvas, { ...setup, plugins: [painter] });
    }
  }

  // Colours, patterns and words into a configuration that has only numbers.
  dress(setup) {
    const { traces } = this.picture;
    this.fills = {};
    this.picture.fills.forEach((fill) => {
      this.fills[fill.tone] = this.filling(fill);
    });
    const tones = this.picture.bars.tones;
    const fills = tones.map((tone) => this.fills[tone] || "transparent");
    const outlines = tones.map((tone) => (this.fills[tone] ? this.color("fig-hatch") : "transparent"));
    traces.forEach((trace, number) => Object.assign(setup.data.datasets[number], this.tracing(trace)));
    Object.assign(traces.length > 0 ? {} : setup.data.datasets[0], {
      backgroundColor: fills,
      hoverBackgroundColor: fills,
      borderColor: outlines,
      hoverBorderColor: outlines,
      borderWidth: 1,
      hoverBorderWidth: 2,
      borderSkipped: false,
    });
    const tooltip = setup.options.plugins.tooltip;
    const family = this.look.fontFamily;
    Object.assign(tooltip, {
      backgroundColor: this.color("fig-ink"),
      titleColor: this.color("fig-page"),
      bodyColor: this.color("fig-page"),
      titleFont: { family, size: 15, weight: "600" },
      bodyFont: { family, size: 14 },
      padding: 10,
      cornerRadius: 4,
      // Every line has the same tip: what the table says of the year.
      filter: (item) => item.datasetIndex === 0,
      callbacks: {
        title: (items) => items.map((item) => this.picture.tips[item.dataIndex].title),
        label: (item) => this.picture.tips[item.dataIndex].lines,
      },
    });
  }

  tracing({ name, class: look, width, dash }) {
    const color = this.color(look);
    const ground = name === "plain" ? this.color("fig-page") : color;
    return {
      ...MARKS[name],
      borderColor: color,
      borderWidth: pixels(width),
      borderDash: dash.map(pixels),
      borderJoinStyle: "round",
      backgroundColor: ground,
      pointBackgroundColor: ground,
      pointBorderColor: color,
      pointBorderWidth: 1,
      pointHoverRadius: 7,
      clip: false,
    };
  }

  color(name) {
    return this.look.getPropertyValue("--" + name).trim() || "currentcolor";
  }

  filling({ class: name, pattern, gap, weight }) {
    if (pattern === "plain") {
      return this.color(name);
    }
    // Turned by 45 degrees and as fine as the screen, so that it is as sharp as the SVG.
    const side = gap / 10;
    const scale = Math.max(1, Math.ceil(devicePixelRatio)) * 2;
    const tile = document.createElement("canvas");
    tile.width = Math.round(side * scale);
    tile.height = tile.width;
    const ctx = tile.getContext("2d");
    ctx.scale(tile.width / side, tile.height / side);
    ctx.fillStyle = this.color(name);
    ctx.fillRect(0, 0, side, side);
    ctx.fillStyle = this.color("fig-hatch");
    if (pattern === "hatch") {
      ctx.fillRect(0, 0, weight / 10, side);
    } else {
      ctx.beginPath();
      ctx.arc(side / 2, side / 2, weight / 10, 0, 2 * Math.PI);
      ctx.fill();
    }
    const repeated = ctx.createPattern(tile, "repeat");
    repeated.setTransform(new DOMMatrix().rotate(45).scale(side / tile.width));
    return repeated;
  }

  paint(ctx, marks) {
    ctx.save();
    marks.forEach((mark) => {
      this[mark.kind](ctx, mark);
    });
    ctx.restore();
  }

  ground(ctx, { area, class: name }) {
    ctx.fillStyle = this.color(name);
    ctx.fillRect(...area.map(pixels));
  }

  sample(ctx, { area, tone }) {
    const fill = this.fills[tone];
    if (fill) {
      ctx.fillStyle = fill;
      ctx.fillRect(...area.map(pixels));
      ctx.strokeStyle = this.color("fig-hatch");
      ctx.lineWidth = 1;
      ctx.strokeRect(...area.map(pixels));
    }
  }

  outline(ctx, { area }) {
    const [x, y, width, height] = area.map(pixels);
    ctx.strokeStyle = this.color("fig-outline");
    ctx.lineWidth = 1.5;
    ctx.setLineDash([5, 3]);
    ctx.strokeRect(x, y + 0.75, width, height - 1.5);
    ctx.setLineDash([]);
  }

  band(ctx, { corners }) {
    ctx.fillStyle = this.color("fig-band");
    ctx.beginPath();
    corners.forEach((corner) => ctx.lineTo(...corner.map(pixels)));
    ctx.fill();
  }

  line(ctx, { from, to, class: name, weight }) {
    ctx.strokeStyle = this.color(name);
    ctx.lineWidth = pixels(weight);
    ctx.beginPath();
    ctx.moveTo(...from.map(pixels));
    ctx.lineTo(...to.map(pixels));
    ctx.stroke();
  }

  text(ctx, { at, anchor, class: name, size, bold, halo, words }) {
    const [x, y] = at.map(pixels);
    ctx.font = (bold ? "600 " : "") + pixels(size) + "px " + this.look.fontFamily;
    ctx.textAlign = anchor;
    if (halo) {
      ctx.strokeStyle = this.color("fig-ground");
      ctx.lineWidth = 6;
      ctx.lineJoin = "round";
      ctx.strokeText(words, x, y);
    }
    ctx.fillStyle = this.color(name);
    ctx.fillText(words, x, y);
  }
}

function pixels(tenths) {
  return tenths / 10;
}
