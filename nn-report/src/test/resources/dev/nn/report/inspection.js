// Returns what is wrong with the layout of the page: a list of sentences.
const faults = [];
const SLACK = 1.5;
const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen, .skip");
const name = (element) => {
  const text = (element.textContent || "").trim().slice(0, 40);
  const kind = element.getAttribute("class");
  return element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") + (kind ? "." + kind : "") + ' "' + text + '"';
};
const box = (element) => element.getBoundingClientRect();

// The page itself never scrolls sideways.
const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) {
  faults.push("the page is " + root.scrollWidth + " wide, the screen " + root.clientWidth);
}

// Nothing reaches over the edge of the screen, but for what lies in a box that scrolls.
for (const element of document.querySelectorAll("body *")) {
  if (!shown(element) || element.closest(".scroll, svg")) {
    continue;
  }
  const { left, right, width } = box(element);
  if (width > 0 && (left < -SLACK || right > root.clientWidth + SLACK)) {
    faults.push(name(element) + " reaches over the edge of the screen");
  }
}

// No text is cut off: boxes are as large as what they hold, or scroll.
for (const element of document.querySelectorAll("body *:not(svg *)")) {
  if (!shown(element) || element.closest("svg")) {
    continue;
  }
  const style = getComputedStyle(element);
  const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
  if (style.display.startsWith("inline") || element.matches(".chart, .chart *")) {
    continue;
  }
  if (element.scrollWidth > element.clientWidth + SLACK && element.clientWidth > 0 && !scrolls(style.overflowX)) {
    faults.push(name(element) + " holds more than its width");
  }
  if (element.scrollHeight > element.clientHeight + SLACK && element.clientHeight > 0 && !scrolls(style.overflowY) && style.overflowY !== "visible") {
    faults.push(name(element) + " holds more than its height");
  }
}

// Neighbours do not lie over each other.
const overlap = (a, b) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;
for (const parent of document.querySelectorAll("body, body *:not(svg, svg *)")) {
  const children = [...parent.children].filter((child) => shown(child) && box(child).width > 0 && box(child).height > 0);
  if (parent.closest(".chart")) {
    continue;
  }
  children.forEach((child, i) => {
    for (const other of children.slice(i + 1)) {
      if (overlap(box(child), box(other))) {
        faults.push(name(child) + " lies over " + name(other));
      }
    }
  });
}

// Texts of pictures and charts lie within them and not over each other.
for (const svg of document.querySelectorAll("svg")) {
  if (!shown(svg)) {
    continue;
  }
  const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim() !== "" && box(text).width > 0);
  const frame = box(svg);
  texts.forEach((text, i) => {
    const inner = box(text);
    if (inner.left < frame.left - SLACK || inner.right > frame.right + SLACK || inner.top < frame.top - SLACK || inner.bottom > frame.bottom + SLACK) {
      faults.push(name(text) + " leaves its picture");
    }
    for (const other of texts.slice(i + 1)) {
      if (overlap(inner, box(other))) {
        faults.push(name(text) + " is written over " + name(other));
      }
    }
  });
}

// Each chart is drawn, is told to those who do not see it, and has its table.
for (const chart of document.querySelectorAll(".chart")) {
  if (!chart.querySelector("svg path")) {
    const state = document.documentElement.dataset.drawn ? "the script has run" : "the script has not run to its end";
    faults.push(`${name(chart)} is not drawn: ${state}, and it is ${chart.clientWidth} pixels wide`);
  }
  if (chart.getAttribute("role") !== "img" || !(chart.getAttribute("aria-label") || "").trim()) {
    faults.push(name(chart) + " has no words");
  }
  const table = chart.closest("figure")?.querySelector("details table");
  if (!table || table.querySelectorAll("tbody tr").length === 0) {
    faults.push(name(chart) + " has no table");
  }
}

// What is there for screen readers holds together.
const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => faults.push("two elements have the id " + id));
for (const link of document.querySelectorAll('a[href^="#"]')) {
  if (!document.getElementById(link.getAttribute("href").slice(1))) {
    faults.push(name(link) + " leads nowhere");
  }
}
for (const table of document.querySelectorAll("table")) {
  if (!table.caption || table.querySelectorAll("th:not([scope])").length > 0) {
    faults.push(name(table) + " lacks a caption or the scope of a head");
  }
}
for (const region of document.querySelectorAll("[role=region], [role=img], nav")) {
  if (!(region.getAttribute("aria-label") || "").trim()) {
    faults.push(name(region) + " has no name");
  }
}

// Text can be read: its contrast with what lies behind it is at least 4.5 (WCAG 2.2, 1.4.3).
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgba = (color) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const luminance = ([r, g, b]) => {
  const linear = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
};
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const color = rgba(getComputedStyle(at).backgroundColor);
    if (color[3] === 255) {
      return color;
    }
  }
  return [255, 255, 255, 255];
};
const told = new Set();
for (const element of document.querySelectorAll("body *")) {
  const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
  if (!hasText || !shown(element) || element.closest("svg, script, style")) {
    continue;
  }
  const back = ground(element);
  const front = rgba(getComputedStyle(element).color);
  const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
  const contrast = (light + 0.05) / (dark + 0.05);
  const key = front + "/" + back;
  if (contrast < 4.5 && !told.has(key)) {
    told.add(key);
    faults.push(name(element) + " has a contrast of " + contrast.toFixed(2) + ": " + key);
  }
}
return faults;
