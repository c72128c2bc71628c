// The network: a picture for each neuron, and a line for each weight.

import { NEURON_SIDE, SIDE, answersTile, drawNeuron, fitted, theme } from "./pictures.js";
import { short } from "./curves.js";

const MOST_TILE = 46;
const LEAST_TILE = 16;
const HEIGHT = 430;

export class NetworkDrawing {
  // show is called with the neuron that is pointed at, as [layer, unit], or null.
  constructor(box, canvas, buttons, show) {
    this.box = box;
    this.canvas = canvas;
    this.buttons = buttons;
    this.show = show;
    this.atlas = document.createElement("canvas");
    this.widths = [];
    this.outputs = 1;
  }

  // Prepares for a network with hidden layers of these widths.
  begin(widths, outputs) {
    const isSame = String(widths) === String(this.widths) && outputs === this.outputs;
    this.widths = widths;
    this.outputs = outputs;
    this.frame = null;
    this.atlas.width = NEURON_SIDE * Math.max(1, ...widths);
    this.atlas.height = NEURON_SIDE * Math.max(1, widths.length);
    this.image = this.atlas.getContext("2d").createImageData(this.atlas.width, this.atlas.height);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.layout();
    if (!isSame) {
      this.makeButtons();
    }
    this.placeButtons();
  }

  layout() {
    const width = this.box.clientWidth;
    const columns = this.widths.length + 2;
    const most = Math.max(2, this.outputs, ...this.widths);
    const across = width / columns;
    this.tile = Math.max(LEAST_TILE, Math.min(MOST_TILE, Math.floor(across * 0.62), Math.floor(HEIGHT / most) - 6));
    const gap = Math.min(14, Math.max(4, this.tile * 0.28));
    this.width = width;
    this.height = Math.max(120, Math.round(most * (this.tile + gap) + 8));
    const inner = width - this.tile - 4;
    const column = (index, count) => {
      const x = 2 + (inner * index) / (columns - 1);
      const total = count * this.tile + (count - 1) * gap;
      return Array.from({ length: count }, (_, i) => [x, (this.height - total) / 2 + i * (this.tile + gap)]);
    };
    this.places = [2, ...this.widths, this.outputs].map((count, index) => column(index, count));
  }

  makeButtons() {
    this.buttons.replaceChildren();
    this.widths.forEach((width, layer) => {
      for (let unit = 0; unit < width; unit++) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "neuron";
        button.setAttribute("aria-label", "Layer " + (layer + 1) + ", neuron " + (unit + 1));
        button.dataset.layer = layer;
        button.dataset.unit = unit;
        const show = () => this.show([layer, unit]);
        const leave = () => this.show(null);
        button.addEventListener("pointerenter", show);
        button.addEventListener("pointerleave", leave);
        button.addEventListener("focus", show);
        button.addEventListener("blur", leave);
        button.addEventListener("click", show);
        button.addEventListener("keydown", (event) => this.move(event, layer, unit));
        button.tabIndex = layer === 0 && unit === 0 ? 0 : -1;
        this.buttons.append(button);
      }
    });
  }

  // The arrows go from neuron to neuron, so that Tab passes all of them at once.
  move(event, layer, unit) {
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] || [0, 0];
    const to = layer + dx;
    if ((dx || dy) && this.widths[to] !== undefined) {
      const next = Math.max(0, Math.min(this.widths[to] - 1, unit + dy));
      for (const button of this.buttons.children) {
        const isNext = Number(button.dataset.layer) === to && Number(button.dataset.unit) === next;
        button.tabIndex = isNext ? 0 : -1;
        if (isNext) {
          button.focus();
        }
      }
      event.preventDefault();
    }
  }

  placeButtons() {
    for (const button of this.buttons.children) {
      const [x, y] = this.places[Number(button.dataset.layer) + 1][Number(button.dataset.unit)];
      button.style.left = x + "px";
      button.style.top = y + "px";
      button.style.width = button.style.height = this.tile + "px";
    }
  }

  resize() {
    this.layout();
    this.placeButtons();
    if (this.frame) {
      this.draw(this.frame);
    }
  }

  // Draws a frame whose answers are drawn already.
  draw(frame) {
    this.frame = frame;
    const context = fitted(this.canvas, this.width, this.height);
    context.clearRect(0, 0, this.width, this.height);
    this.drawWeights(context, frame);
    this.fillAtlas(frame);
    this.drawInputs(context);
    frame.neurons.forEach((_, layer) => {
      for (let unit = 0; unit < this.widths[layer]; unit++) {
        const [x, y] = this.places[layer + 1][unit];
        this.tileAt(context, x, y, this.atlas, unit * NEURON_SIDE, layer * NEURON_SIDE, NEURON_SIDE);
      }
    });
    this.drawOutputs(context);
  }

  drawWeights(context, frame) {
    const half = this.tile / 2;
    context.lineCap = "round";
    frame.weights.forEach(({ kernel }, layer) => {
      const from = this.places[layer];
      const to = this.places[layer + 1];
      for (let i = 0; i < from.length; i++) {
        for (let j = 0; j < to.length; j++) {
          const weight = kernel[i * to.length + j];
          const size = Math.abs(weight);
          context.strokeStyle = weight < 0 ? theme.zero : theme.one;
          context.globalAlpha = Math.min(0.9, 0.12 + 0.5 * size);
          context.lineWidth = Math.min(6, 0.4 + 1.6 * size);
          const [x0, y0] = [from[i][0] + this.tile, from[i][1] + half];
          const [x1, y1] = [to[j][0], to[j][1] + half];
          const bend = (x1 - x0) * 0.45;
          context.beginPath();
          context.moveTo(x0, y0);
          context.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
          context.stroke();
        }
      }
    });
    context.globalAlpha = 1;
  }

  fillAtlas(frame) {
    const across = this.atlas.width;
    frame.neurons.forEach((values, layer) => {
      let at = 0;
      for (let unit = 0; unit < this.widths[layer]; unit++) {
        for (let row = 0; row < NEURON_SIDE; row++) {
          let to = (layer * NEURON_SIDE + row) * across + unit * NEURON_SIDE;
          for (let column = 0; column < NEURON_SIDE; column++) {
            this.pixels[to++] = theme.sides[values[at++]];
          }
        }
      }
    });
    this.atlas.getContext("2d").putImageData(this.image, 0, 0);
  }

  tileAt(context, x, y, source, sx, sy, side) {
    const radius = Math.min(7, this.tile / 5);
    context.save();
    context.beginPath();
    context.roundRect(x, y, this.tile, this.tile, radius);
    context.clip();
    context.fillStyle = theme.surface;
    context.fill();
    context.drawImage(source, sx, sy, side, side, x, y, this.tile, this.tile);
    context.restore();
    context.beginPath();
    context.roundRect(x + 0.5, y + 0.5, this.tile - 1, this.tile - 1, radius);
    context.strokeStyle = theme.quiet;
    context.globalAlpha = 0.55;
    context.lineWidth = 1;
    context.stroke();
    context.globalAlpha = 1;
  }

  drawInputs(context) {
    if (!this.inputs || this.inputs.theme !== theme.sides) {
      this.inputs = { theme: theme.sides, canvases: [0, 1].map(inputPicture) };
    }
    this.places[0].forEach(([x, y], i) => {
      this.tileAt(context, x, y, this.inputs.canvases[i], 0, 0, NEURON_SIDE);
      label(context, "x" + "₁₂"[i], x + this.tile / 2, y + this.tile / 2, this.tile * 0.42);
    });
  }

  drawOutputs(context) {
    const last = this.places[this.places.length - 1];
    last.forEach(([x, y], i) => {
      if (this.outputs === 1) {
        this.tileAt(context, x, y, answersTile, 0, 0, SIDE);
      } else {
        context.beginPath();
        context.arc(x + this.tile / 2, y + this.tile / 2, this.tile / 2 - 1, 0, 2 * Math.PI);
        context.fillStyle = this.outputs === 2 ? [theme.zero, theme.one][i] : theme.classColors[i % 10];
        context.fill();
        label(context, String(i), x + this.tile / 2, y + this.tile / 2, this.tile * 0.5);
      }
    });
  }

  // What there is to say of a neuron.
  words([layer, unit]) {
    const { kernel, bias } = this.frame.weights[layer];
    const width = this.widths[layer];
    const weights = [];
    for (let i = unit; i < kernel.length; i += width) {
      weights.push(short(kernel[i]));
    }
    return "Layer " + (layer + 1) + ", neuron " + (unit + 1) + ": weights " + weights.join(", ") + "; bias " + short(bias[unit]);
  }

  drawLarge(canvas, size, [layer, unit]) {
    const area = NEURON_SIDE * NEURON_SIDE;
    drawNeuron(canvas, size, this.frame.neurons[layer].subarray(unit * area, (unit + 1) * area));
  }
}

function label(context, text, x, y, size) {
  context.font = "600 " + Math.round(size) + "px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = theme.surface;
  context.strokeText(text, x, y);
  context.fillStyle = theme.text;
  context.fillText(text, x, y);
}

function inputPicture(which) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = NEURON_SIDE;
  const context = canvas.getContext("2d");
  const image = context.createImageData(NEURON_SIDE, NEURON_SIDE);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i++) {
    const column = i % NEURON_SIDE;
    const row = Math.floor(i / NEURON_SIDE);
    const share = which === 0 ? column / (NEURON_SIDE - 1) : 1 - row / (NEURON_SIDE - 1);
    pixels[i] = theme.sides[1 + Math.round(254 * share)];
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
