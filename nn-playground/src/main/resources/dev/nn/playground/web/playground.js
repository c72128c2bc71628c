// The page: begins runs, shows their frames, and hands on what the user wants.

import { Controls } from "./controls.js";
import { Curve, short } from "./curves.js";
import { NetworkDrawing } from "./network.js";
import { REACH, bytes, drawAnswers, drawPoints, fillAnswers, floats, onThemeChange } from "./pictures.js";

const byId = (id) => document.getElementById(id);
const CALM_MILLIS = 120;

// What tests and the measurement of speed read.
export const seen = { frames: 0, steps: 0 };
window.playground = seen;

let controls;
let run = null;
let source = null;
let latest = null;
let shown = null;
let isPlaying = false;
let inspected = null;
let lastCalm = 0;
let cross = null;
let attempt = 0;
let orders = Promise.resolve();
let isOrdered = false;
let ownHash = null;
let asking = new AbortController();

const lossCurve = new Curve(byId("loss-curve"), { percent: false });
const accuracyCurve = new Curve(byId("accuracy-curve"), { percent: true });
const network = new NetworkDrawing(byId("network"), byId("network-canvas"), byId("neurons"), inspect);

// --- Requests ---

async function ask(path, body, signal) {
  const response = await fetch(path, body === undefined ? { signal } : { method: "POST", body });
  if (!response.ok) {
    throw new Error((await response.text()).trim());
  }
  return response;
}

// Orders go one after the other, so that a pause cannot overtake the order to run.
function tell(order) {
  if (run) {
    showReplay(0);
    const { id } = run;
    isOrdered = order.startsWith("run");
    orders = orders.then(() => ask("runs/" + id, order)).catch((error) => say(error.message));
  }
}

function say(message, canBegin = false) {
  byId("message-text").textContent = message;
  byId("message").hidden = !message;
  byId("message-default").hidden = !canBegin;
}

// --- Runs ---

// Begins the run of an address, in the place of the one that there is.
async function begin(address, { play = false } = {}) {
  const mine = ++attempt;
  end();
  let answer;
  try {
    answer = await (await ask("runs", address)).json();
  } catch (error) {
    if (mine === attempt) {
      setPlaying(false);
      say(error instanceof TypeError ? "The playground does not answer: start it again with ./nn playground." : error.message, !controls.recipe);
    }
    return;
  }
  if (mine !== attempt) {
    fetch("runs/" + answer.id, { method: "POST", body: "end" });
    return;
  }
  say("");
  run = answer;
  showReplay(play ? 0 : answer.steps);
  // Until there is a recipe, the fields would show choices that nobody has made.
  byId("recipe").hidden = false;
  controls.take(answer.recipe, answer.recipe.data === "points" ? answer.train : controls.recipe?.placed || []);
  network.begin(answer.recipe.layers, answer.outputs);
  lossCurve.clear();
  accuracyCurve.clear();
  latest = shown = null;
  clearWords();
  byId("field-output").querySelector("option").textContent = "auto: " + answer.outputActivation;
  showAddress(answer.address);
  redrawPoints();
  listen();
  setPlaying(play);
  if (play) {
    tell(byId("speed").value);
  }
}

// While the run goes to the step of its address, what is shown is on its way there.
function showReplay(steps) {
  byId("replay").textContent = steps ? "Replaying to step " + steps.toLocaleString("en") + " …" : "";
  byId("replay").hidden = !steps;
}

function end() {
  source?.close();
  source = null;
  if (run) {
    // What was asked of the run would be answered by an error when it has ended.
    asking.abort();
    asking = new AbortController();
    fetch("runs/" + run.id, { method: "POST", body: "end", keepalive: true }).catch(() => {});
    run = null;
  }
}

function listen() {
  const mine = run;
  source = new EventSource("runs/" + run.id + "/frames");
  source.onmessage = (event) => {
    if (latest === null) {
      requestAnimationFrame(draw);
    }
    latest = event.data;
  };
  source.addEventListener("fault", (event) => {
    source.close();
    setPlaying(false);
    say(JSON.parse(event.data).message);
  });
  source.onerror = () => {
    // A run ends when its page was away for a while, as after a sleep of the machine; then it begins anew where it was.
    if (mine === run && source.readyState === EventSource.CLOSED) {
      run = null;
      begin(mine.address + (seen.steps ? "&steps=" + seen.steps : ""));
    }
  };
}

function setPlaying(value) {
  isPlaying = value;
  const play = byId("play");
  play.classList.toggle("playing", value);
  play.setAttribute("aria-label", value ? "Pause" : "Train");
  byId("reproduce-hint").hidden = !value;
  if (value) {
    clearWords();
  }
}

function showAddress(address) {
  history.replaceState(null, "", "#" + address);
  ownHash = location.hash;
}

// --- Frames ---

function draw() {
  const text = latest;
  latest = null;
  if (!run || text === null) {
    return;
  }
  const frame = JSON.parse(text);
  frame.answers = bytes(frame.answers);
  frame.leads = frame.leads && bytes(frame.leads);
  frame.neurons = frame.neurons.map(bytes);
  frame.weights = frame.weights.map(({ kernel, bias }) => ({ kernel: floats(kernel), bias: floats(bias) }));
  shown = frame;
  seen.frames++;
  seen.steps = frame.steps;
  drawPicture();
  network.draw(frame);
  lossCurve.add(frame.steps, frame.trainLoss, frame.testLoss);
  accuracyCurve.add(frame.steps, frame.trainAccuracy, frame.testAccuracy);
  const now = performance.now();
  if (now - lastCalm > CALM_MILLIS || frame.state !== "running") {
    lastCalm = now;
    drawCalm(frame);
  }
  if (frame.layers) {
    showHealth(frame.layers);
  }
  if (frame.state === "running") {
    isOrdered = false;
  } else {
    stopped(frame);
  }
}

// What need not move thirty times a second.
function drawCalm(frame) {
  byId("steps").textContent = frame.steps.toLocaleString("en");
  byId("epoch").textContent = frame.epoch.toLocaleString("en");
  byId("rate").textContent = frame.state === "running" && frame.speed ? Math.round(frame.speed).toLocaleString("en") : "–";
  byId("train-loss").textContent = short(frame.trainLoss);
  byId("test-loss").textContent = short(frame.testLoss);
  byId("train-accuracy").textContent = percent(frame.trainAccuracy);
  byId("test-accuracy").textContent = percent(frame.testAccuracy);
  if (frame.state === "running") {
    // Where it waits, the hash comes with the command that gives it.
    byId("sha256").textContent = frame.sha256;
  }
  lossCurve.draw();
  accuracyCurve.draw();
}

const percent = (share) => (share === null ? "–" : (100 * share).toFixed(1) + "%");

function stopped(frame) {
  if (isOrdered && frame.state === "paused") {
    // The order to run is still on its way.
    return;
  }
  showReplay(0);
  const wasPlaying = isPlaying;
  setPlaying(false);
  if (frame.message) {
    say(frame.message);
  }
  showWords();
  if (wasPlaying && !isPlaying) {
    byId("status").textContent = "Paused at step " + frame.steps + ": train loss " + short(frame.trainLoss) + ", test accuracy " + percent(frame.testAccuracy);
  }
}

function pictureSize() {
  return byId("picture").clientWidth;
}

function drawPicture() {
  if (!shown) {
    return;
  }
  if (inspected) {
    fillAnswers(shown.answers, shown.leads);
    network.drawLarge(byId("answers"), pictureSize(), inspected);
  } else {
    drawAnswers(byId("answers"), pictureSize(), shown.answers, shown.leads);
  }
}

function redrawPoints() {
  if (controls?.recipe && (run || controls.recipe.data === "points")) {
    const isPlacing = controls.recipe.data === "points";
    const train = isPlacing ? controls.recipe.placed : run.train;
    const test = run && !isPlacing && byId("show-test").checked ? run.test : [];
    drawPoints(byId("points"), pictureSize(), train, test, run ? run.classes : 2, isPlacing && document.activeElement === byId("picture") ? cross : null);
  }
}

function inspect(neuron) {
  inspected = neuron;
  byId("output-title").textContent = neuron ? "Layer " + (neuron[0] + 1) + ", neuron " + (neuron[1] + 1) : "Decision";
  byId("inspected").textContent = neuron && shown ? network.words(neuron) : "Point at a neuron to see what it has learnt.";
  drawPicture();
}

function showHealth(layers) {
  const body = byId("health");
  if (body.children.length !== layers.length) {
    body.replaceChildren(...layers.map(() => document.createElement("tr")));
    for (const row of body.children) {
      row.innerHTML = '<th scope="row"></th><td><span class="number"></span><span class="meter" aria-hidden="true"><i></i></span></td><td></td><td></td>';
    }
  }
  const widths = [...run.recipe.layers, run.outputs];
  let problem = "";
  layers.forEach((layer, i) => {
    const cells = body.children[i].children;
    const isLast = i === layers.length - 1;
    const of = (count) => (count === undefined ? "–" : count + " of " + widths[i]);
    cells[0].textContent = i + 1 + (isLast ? ", output" : "");
    cells[1].firstChild.textContent = layer.gradient === null ? "∞" : short(layer.gradient);
    // From 1e-8 to 100, each power of ten as long as the next.
    const power = layer.gradient === null ? 2 : Math.log10(Math.max(1e-8, layer.gradient));
    cells[1].lastChild.firstChild.style.width = Math.min(100, (power + 8) * 10) + "%";
    cells[2].textContent = of(layer.saturated);
    cells[3].textContent = of(layer.dead);
    problem = problem || layer.problem || "";
  });
  byId("problem").textContent = problem;
  byId("problem").hidden = !problem;
}

// --- The same weights without the page ---

function clearWords() {
  for (const id of ["link", "command", "java"]) {
    byId(id).textContent = "";
  }
  document.querySelector(".reproduce").classList.add("waiting");
}

async function showWords() {
  const mine = run;
  let answer;
  try {
    answer = await (await ask("runs/" + run.id + "/words", undefined, asking.signal)).json().catch(() => null);
  } catch (error) {
    if (mine === run && error.name !== "AbortError") {
      say(error.message);
    }
    return;
  }
  if (!answer || mine !== run || isPlaying) {
    return;
  }
  showAddress(answer.address);
  byId("link").textContent = location.href;
  byId("command").textContent = answer.command;
  byId("java").textContent = answer.java;
  byId("sha256").textContent = answer.sha256;
  document.querySelector(".reproduce").classList.remove("waiting");
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(byId(button.dataset.copy).textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1200);
  });
}

// --- What the user does ---

byId("play").addEventListener("click", () => {
  setPlaying(!isPlaying);
  tell(isPlaying ? byId("speed").value : "pause");
});
byId("step").addEventListener("click", () => {
  setPlaying(false);
  tell("advance 1");
});
byId("reset").addEventListener("click", () => controls.recipe && change());
byId("speed").addEventListener("change", () => isPlaying && tell(byId("speed").value));
byId("show-test").addEventListener("change", redrawPoints);
byId("message-default").addEventListener("click", () => begin(""));

function change() {
  if (controls.recipe.data === "points" && controls.recipe.placed.length === 0) {
    attempt++;
    end();
    setPlaying(false);
    say("Click into the picture to place points: a few discs and a few triangles.");
    redrawPoints();
    return;
  }
  begin(controls.address(), { play: isPlaying });
}

// Begins the run of an address; one that asks for points by hand and has none leads to where they are placed.
async function open(address, options) {
  const parts = new URLSearchParams(address);
  if (parts.get("data") !== "points" || parts.get("points")) {
    return begin(address, options);
  }
  await begin(address.replace(/(^|&)data=points/, "$1data=circles"));
  if (run) {
    controls.recipe.data = "points";
    controls.recipe.placed = [];
    controls.tell();
  }
}

let soon = 0;
function place(x, y, label) {
  const clean = (value) => Number(Math.max(-REACH, Math.min(REACH, value)).toFixed(2)) + 0;
  if (controls.recipe.placed.length < 500) {
    controls.recipe.placed = [...controls.recipe.placed, [clean(x), clean(y), label]];
    placedChanged();
  }
}

function placedChanged() {
  redrawPoints();
  clearTimeout(soon);
  soon = setTimeout(change, 200);
}

const brush = () => Number(document.querySelector("input[name=brush]:checked").value);

byId("picture").addEventListener("pointerdown", (event) => {
  if (controls?.recipe?.data === "points") {
    const box = byId("picture").getBoundingClientRect();
    const share = (value, from, size) => (2 * (value - from)) / size - 1;
    place(REACH * share(event.clientX, box.left, box.width), -REACH * share(event.clientY, box.top, box.height), event.shiftKey ? 1 - brush() : brush());
  }
});
byId("picture").addEventListener("keydown", (event) => {
  if (controls?.recipe?.data !== "points") {
    return;
  }
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key] || [0, 0];
  if (dx || dy) {
    const [x, y] = cross || [0, 0];
    const keep = (value) => Math.max(-1.55, Math.min(1.55, value));
    cross = [keep(x + 0.1 * dx), keep(y + 0.1 * dy)];
    event.preventDefault();
  } else if (event.key === " " || event.key === "Enter") {
    cross = cross || [0, 0];
    place(cross[0], cross[1], event.shiftKey ? 1 - brush() : brush());
    event.preventDefault();
  } else if (event.key === "Backspace") {
    undo();
  }
  redrawPoints();
});
for (const name of ["focus", "blur"]) {
  byId("picture").addEventListener(name, () => {
    cross = cross || [0, 0];
    redrawPoints();
  });
}

function undo() {
  controls.recipe.placed = controls.recipe.placed.slice(0, -1);
  placedChanged();
}
byId("undo").addEventListener("click", undo);
byId("clear").addEventListener("click", () => {
  controls.recipe.placed = [];
  placedChanged();
});

// --- The window ---

function redrawAll() {
  network.resize();
  drawPicture();
  redrawPoints();
  lossCurve.draw();
  accuracyCurve.draw();
}
new ResizeObserver(redrawAll).observe(document.querySelector(".board"));
onThemeChange(redrawAll);
addEventListener("hashchange", () => {
  if (location.hash !== ownHash) {
    ownHash = location.hash;
    open(location.hash.slice(1));
  }
});
addEventListener("pagehide", end);
addEventListener("pageshow", (event) => event.persisted && open(location.hash.slice(1)));

try {
  controls = new Controls(await (await ask("plugins")).json(), change);
  const isFirst = location.hash.length < 2 && !matchMedia("(prefers-reduced-motion: reduce)").matches;
  await open(location.hash.slice(1), { play: isFirst });
} catch (error) {
  say(error.message);
}
