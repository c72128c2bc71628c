// The loss and the accuracy, step by step. However long a run is, the memory for it stays the same.

import { fitted, theme } from "./pictures.js";

const MOST = 600;

export class Curve {
  constructor(canvas, { percent }) {
    this.canvas = canvas;
    this.percent = percent;
    this.clear();
  }

  clear() {
    this.points = [];
    this.every = 1;
    this.last = null;
  }

  // Adds a point, unless there is nothing new; when there are many, every second one is dropped.
  add(step, train, test) {
    if (this.last && step <= this.last[0]) {
      if (step === this.last[0]) {
        return;
      }
      this.clear();
    }
    this.last = [step, train, test];
    if (this.points.length && step - this.points[this.points.length - 1][0] < this.every) {
      return;
    }
    this.points.push(this.last);
    if (this.points.length > MOST) {
      this.points = this.points.filter((_, i) => i % 2 === 0);
      this.every = Math.max(1, this.last[0] / (MOST / 2) / 1.5);
    }
  }

  draw() {
    const width = this.canvas.parentElement.clientWidth;
    const height = 104;
    const context = fitted(this.canvas, width, height);
    context.clearRect(0, 0, width, height);
    if (!this.last) {
      return;
    }
    const all = [...this.points, this.last];
    const left = 48;
    const bottom = height - 18;
    const top = 6;
    const values = all.flatMap(([, train, test]) => [train, test]).filter((value) => value !== null);
    const high = this.percent ? 1 : Math.max(1e-6, ...values);
    const low = this.percent ? Math.min(0.5, ...values) : 0;
    const end = Math.max(1, this.last[0]);
    const x = (step) => left + ((width - left - 2) * step) / end;
    const y = (value) => bottom - ((bottom - top) * (value - low)) / (high - low || 1);
    context.font = "11px system-ui, sans-serif";
    context.textAlign = "right";
    context.textBaseline = "middle";
    context.lineWidth = 1;
    for (const value of [low, (low + high) / 2, high]) {
      context.strokeStyle = theme.line;
      context.beginPath();
      context.moveTo(left, Math.round(y(value)) + 0.5);
      context.lineTo(width - 1, Math.round(y(value)) + 0.5);
      context.stroke();
      context.fillStyle = theme.quiet;
      const label = this.percent ? Math.round(100 * value) + "%" : short(value);
      context.fillText(label, left - 5, Math.min(bottom - 4, Math.max(top + 4, y(value))));
    }
    context.fillStyle = theme.quiet;
    context.fillText(end.toLocaleString("en") + " steps", width - 2, height - 7);
    context.textAlign = "left";
    context.fillText("0", left, height - 7);
    this.line(context, all, 2, theme.test, [5, 4], x, y);
    this.line(context, all, 1, theme.train, [], x, y);
  }

  line(context, all, index, color, dash, x, y) {
    context.strokeStyle = color;
    context.lineWidth = 2;
    context.lineJoin = "round";
    context.setLineDash(dash);
    context.beginPath();
    let isDrawing = false;
    for (const point of all) {
      if (point[index] === null) {
        isDrawing = false;
      } else if (isDrawing) {
        context.lineTo(x(point[0]), y(point[index]));
      } else {
        context.moveTo(x(point[0]), y(point[index]));
        isDrawing = true;
      }
    }
    context.stroke();
    context.setLineDash([]);
  }
}

export function short(value) {
  if (value === null || value === undefined) {
    return "–";
  }
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 10000)) {
    return value.toExponential(1).replace("e+", "e");
  }
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(size < 0.1 && size > 0 ? 4 : 3);
}
