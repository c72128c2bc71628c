// Colours, and what is drawn with them: the answers over the plane, the points, the boundary.

export const SIDE = 64;
export const NEURON_SIDE = 32;
export const REACH = 1.6;

// Ten colours that people who confuse colours tell apart (after Paul Tol); the points are numerals besides.
const CLASSES = ["#cc6677", "#5b4fb8", "#ddcc77", "#117733", "#88ccee", "#99375f", "#44aa99", "#999933", "#bb66aa", "#808790"];

const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const mix = (a, b, share) => a.map((value, i) => Math.round(value + (b[i] - value) * share));
const packed = ([r, g, b]) => (255 << 24) | (b << 16) | (g << 8) | r;

const media = matchMedia("(prefers-color-scheme: dark)");

export const theme = {};

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(name).trim();
  for (const name of ["zero", "one", "neutral", "surface", "text", "quiet", "line", "train", "test"]) {
    theme[name] = color("--" + name);
  }
  const [zero, one, neutral] = [theme.zero, theme.one, theme.neutral].map(rgb);
  // From byte to colour: 1 is all of class 0, 128 the boundary, 255 all of class 1.
  theme.sides = Uint32Array.from({ length: 256 }, (_, byte) => {
    const t = (byte - 128) / 127;
    return packed(mix(neutral, t < 0 ? zero : one, Math.min(1, Math.abs(t)) ** 0.8 * 0.62)) >>> 0;
  });
  theme.classes = CLASSES.map((hex) =>
    Uint32Array.from({ length: 256 }, (_, byte) => packed(mix(neutral, rgb(hex), 0.12 + 0.5 * Math.max(0, (byte - 128) / 127))) >>> 0));
  theme.classColors = CLASSES;
}
readTheme();

export function onThemeChange(redraw) {
  media.addEventListener("change", () => {
    readTheme();
    redraw();
  });
}

export function bytes(base64) {
  const text = atob(base64);
  const result = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    result[i] = text.charCodeAt(i);
  }
  return result;
}

export const floats = (base64) => new Float32Array(bytes(base64).buffer);

// Makes the canvas as fine as the screen, and returns its context in CSS pixels.
export function fitted(canvas, width, height) {
  const ratio = Math.min(2, devicePixelRatio || 1);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = width + "px";
    canvas.style.height = height + "px";
  }
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

function square(side) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  const image = context.createImageData(side, side);
  return { canvas, context, image, pixels: new Uint32Array(image.data.buffer) };
}

const small = square(SIDE);
const ofNeuron = square(NEURON_SIDE);

// What the network answers, a pixel for each point of the grid.
export const answersTile = small.canvas;

export function fillAnswers(answers, leads) {
  const { pixels, context, image } = small;
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = leads ? theme.classes[answers[i]][leads[i]] : theme.sides[answers[i]];
  }
  context.putImageData(image, 0, 0);
}

// Draws the answers and, between two classes, the boundary.
export function drawAnswers(canvas, size, answers, leads) {
  fillAnswers(answers, leads);
  const context = fitted(canvas, size, size);
  context.drawImage(small.canvas, 0, 0, size, size);
  if (!leads) {
    context.strokeStyle = theme.text;
    context.lineWidth = 1.6;
    context.globalAlpha = 0.85;
    contour(context, answers, size / SIDE);
    context.globalAlpha = 1;
  }
}

// Draws the picture of one neuron large.
export function drawNeuron(canvas, size, values) {
  for (let i = 0; i < ofNeuron.pixels.length; i++) {
    ofNeuron.pixels[i] = theme.sides[values[i]];
  }
  ofNeuron.context.putImageData(ofNeuron.image, 0, 0);
  fitted(canvas, size, size).drawImage(ofNeuron.canvas, 0, 0, size, size);
}

// Marching squares: the line on which the answers are between both classes.
function contour(context, values, scale) {
  const level = 128;
  context.beginPath();
  for (let row = 0; row < SIDE - 1; row++) {
    for (let column = 0; column < SIDE - 1; column++) {
      const at = row * SIDE + column;
      const [a, b, c, d] = [values[at], values[at + 1], values[at + SIDE + 1], values[at + SIDE]];
      const kind = (a > level) | ((b > level) << 1) | ((c > level) << 2) | ((d > level) << 3);
      if (kind === 0 || kind === 15) {
        continue;
      }
      const between = (from, to) => (level + 0.5 - from) / (to - from);
      const x = column + 0.5;
      const y = row + 0.5;
      const top = () => [x + between(a, b), y];
      const right = () => [x + 1, y + between(b, c)];
      const bottom = () => [x + between(d, c), y + 1];
      const left = () => [x, y + between(a, d)];
      const lines = [null, [left, top], [top, right], [left, right], [right, bottom], [left, top, right, bottom],
        [top, bottom], [left, bottom], [bottom, left], [top, bottom], [top, right, bottom, left], [right, bottom],
        [left, right], [top, right], [left, top]][kind];
      for (let i = 0; i < lines.length; i += 2) {
        const [fromX, fromY] = lines[i]();
        const [toX, toY] = lines[i + 1]();
        context.moveTo(fromX * scale, fromY * scale);
        context.lineTo(toX * scale, toY * scale);
      }
    }
  }
  context.stroke();
}

const place = (value, size) => ((value / REACH + 1) / 2) * size;

// Draws the points: discs and triangles for two classes, numerals for more; those to test with are hollow.
export function drawPoints(canvas, size, train, test, classes, cross) {
  const context = fitted(canvas, size, size);
  context.clearRect(0, 0, size, size);
  const radius = Math.max(2.6, size / 95);
  for (const [points, hollow] of [[test, true], [train, false]]) {
    for (const [x, y, label] of points) {
      const left = place(x, size);
      const top = size - place(y, size);
      if (classes > 2) {
        numeral(context, left, top, label, hollow, radius);
      } else {
        shape(context, left, top, label, hollow, radius);
      }
    }
  }
  if (cross) {
    const [left, top] = [place(cross[0], size), size - place(cross[1], size)];
    context.strokeStyle = theme.text;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(left - 9, top);
    context.lineTo(left + 9, top);
    context.moveTo(left, top - 9);
    context.lineTo(left, top + 9);
    context.stroke();
  }
}

function shape(context, left, top, label, hollow, radius) {
  context.beginPath();
  if (label === 0) {
    context.arc(left, top, radius, 0, 2 * Math.PI);
  } else {
    const r = radius * 1.3;
    context.moveTo(left, top - r);
    context.lineTo(left + r * 0.92, top + r * 0.62);
    context.lineTo(left - r * 0.92, top + r * 0.62);
    context.closePath();
  }
  const color = label === 0 ? theme.zero : theme.one;
  context.lineWidth = hollow ? 1.3 : 1.1;
  context.fillStyle = hollow ? theme.surface : color;
  context.strokeStyle = hollow ? color : theme.surface;
  context.fill();
  context.stroke();
}

function numeral(context, left, top, label, hollow, radius) {
  context.font = (hollow ? "400 " : "700 ") + Math.round(radius * 3.2) + "px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 2.4;
  context.lineJoin = "round";
  context.strokeStyle = theme.surface;
  context.globalAlpha = hollow ? 0.75 : 1;
  context.strokeText(label, left, top);
  context.fillStyle = theme.text;
  context.fillText(label, left, top);
  context.globalAlpha = 1;
}
