// The controls, and the recipe that they stand for.

const KINDS = { activation: "activation", initializer: "initializer", output: "activation", loss: "loss", optimizer: "optimizer" };
const LABELS = { activation: "Activation", initializer: "Initializer", output: "Output activation", loss: "Loss", optimizer: "Optimizer" };
const RATES = ["0.0001", "0.0003", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3"];
const BATCHES = ["1", "2", "4", "8", "16", "32", "64", "128", "800"];
const PENALTIES = ["0.0001", "0.0003", "0.001", "0.003", "0.01", "0.03", "0.1"];
const AUTOMATIC = "";

const byId = (id) => document.getElementById(id);

function element(name, properties, ...children) {
  const result = Object.assign(document.createElement(name), properties);
  result.append(...children);
  return result;
}

// Has a select offer the values, and a value that is none of them too.
function offer(select, values, value, words = (text) => text) {
  const all = values.includes(value) ? values : [...values, value].sort((a, b) => a - b);
  select.replaceChildren(...all.map((each) => element("option", { value: each, textContent: words(each) })));
  select.value = value;
}

export class Controls {
  // changed is called after each change by the user.
  constructor(plugins, changed) {
    this.plugins = plugins;
    this.changed = changed;
    this.recipe = null;
    for (const key of Object.keys(KINDS)) {
      this.makePlugin(key);
    }
    this.onChange("learning-rate", (value) => {
      this.recipe.optimizer.options.learning_rate = value;
      this.showPlugin("optimizer");
    });
    this.onChange("batch", (value) => (this.recipe.batch = value));
    this.onChange("seed", (value) => (this.recipe.seed = value.trim() || "0"));
    this.onChange("noise", (value) => (this.recipe.noise = value));
    this.onChange("count", (value) => (this.recipe.count = value));
    for (const id of ["regularisation", "penalty"]) {
      this.onChange(id, () => {
        const penalty = byId("penalty").value || "0.001";
        const kind = byId("regularisation").value;
        this.recipe.l1 = kind === "l1" ? penalty : "0";
        this.recipe.l2 = kind === "l2" ? penalty : "0";
      });
    }
    for (const id of ["noise", "count"]) {
      byId(id).addEventListener("input", () => (byId(id + "-value").textContent = byId(id).value));
    }
    byId("dice").addEventListener("click", () => {
      this.recipe.seed = String(1 + Math.floor(Math.random() * 9999));
      this.tell();
    });
    for (const radio of document.querySelectorAll("input[name=data]")) {
      radio.addEventListener("change", () => {
        const wasDigits = this.recipe.data === "digits";
        this.recipe.data = radio.value;
        if (wasDigits !== (radio.value === "digits")) {
          this.recipe.loss = { name: wasDigits ? "binary_crossentropy" : "categorical_crossentropy", options: {} };
          this.recipe.noise = wasDigits ? "0.1" : "0";
          this.recipe.output = null;
        }
        this.tell();
      });
    }
  }

  onChange(id, take) {
    byId(id).addEventListener("change", (event) => {
      take(event.target.value);
      this.tell();
    });
  }

  tell() {
    this.show();
    this.changed();
  }

  // Takes over a recipe that the server has read.
  take(recipe, placed) {
    this.recipe = { ...recipe, output: recipe.output || null };
    for (const key of ["count", "noise", "batch", "l1", "l2"]) {
      this.recipe[key] = plain(recipe[key]);
    }
    this.recipe.placed = placed;
    this.show();
  }

  show() {
    const recipe = this.recipe;
    for (const radio of document.querySelectorAll("input[name=data]")) {
      radio.checked = radio.value === recipe.data;
    }
    byId("drawn").hidden = recipe.data === "points";
    byId("placing").hidden = recipe.data !== "points";
    for (const id of ["noise", "count"]) {
      byId(id).value = recipe[id];
      byId(id + "-value").textContent = recipe[id];
    }
    byId("seed").value = recipe.seed;
    Object.keys(KINDS).forEach((key) => this.showPlugin(key));
    this.showRate();
    offer(byId("batch"), BATCHES, String(recipe.batch), (each) => (each === "800" ? "all" : each));
    const kind = recipe.l2 !== "0" ? "l2" : recipe.l1 !== "0" ? "l1" : "";
    byId("regularisation").value = kind;
    byId("penalty").hidden = !kind;
    offer(byId("penalty"), PENALTIES, kind ? recipe[kind] : "0.001");
    this.showLayers();
  }

  prototype(key, name) {
    return this.plugins[KINDS[key]].find((plugin) => plugin.name === name);
  }

  showRate() {
    const optimizer = this.recipe.optimizer;
    const declared = this.prototype("optimizer", optimizer.name)?.options.find((option) => option.name === "learning_rate");
    byId("field-rate").hidden = !declared;
    if (declared) {
      const value = optimizer.options.learning_rate ?? declared.default;
      const isNumber = Number.isFinite(Number(value));
      offer(byId("learning-rate"), isNumber ? RATES : [...RATES, value], value);
    }
  }

  showLayers() {
    const box = byId("layers");
    const widths = this.recipe.layers;
    // While a width is being typed, its field stays.
    if (box.children.length === widths.length + 2) {
      widths.forEach((width, i) => (box.children[i + 1].value = width));
    } else {
      const more = element("button", { type: "button", className: "small", textContent: "+", title: "One hidden layer more" });
      more.setAttribute("aria-label", "One hidden layer more");
      more.disabled = widths.length >= 6;
      more.addEventListener("click", () => {
        const now = this.recipe.layers;
        now.push(now[now.length - 1] || 4);
        this.tell();
        box.lastChild.focus();
      });
      const less = element("button", { type: "button", className: "small", textContent: "−", title: "One hidden layer less" });
      less.setAttribute("aria-label", "One hidden layer less");
      less.disabled = widths.length === 0;
      less.addEventListener("click", () => {
        this.recipe.layers.pop();
        this.tell();
        box.firstChild.focus();
      });
      const fields = widths.map((width, i) => {
        const field = element("input", { type: "number", min: 1, max: 16, value: width, title: "Neurons in hidden layer " + (i + 1) });
        field.setAttribute("aria-label", "Neurons in hidden layer " + (i + 1));
        field.addEventListener("change", () => {
          this.recipe.layers[i] = Math.max(1, Math.min(16, Math.round(Number(field.value)) || 1));
          this.tell();
        });
        return field;
      });
      box.replaceChildren(less, ...fields, more);
    }
  }

  makePlugin(key) {
    const names = this.plugins[KINDS[key]].map((plugin) => plugin.name);
    const select = element("select", { id: key });
    if (key === "output") {
      select.append(element("option", { value: AUTOMATIC, textContent: "auto" }));
    }
    select.append(...names.map((name) => element("option", { value: name, textContent: name })));
    select.addEventListener("change", () => {
      const before = this.recipe[key];
      const keeps = key === "optimizer" && before.options.learning_rate && this.prototype(key, select.value).options.some((option) => option.name === "learning_rate");
      this.recipe[key] = select.value === AUTOMATIC ? null : { name: select.value, options: keeps ? { learning_rate: before.options.learning_rate } : {} };
      this.tell();
    });
    const label = element("label", { textContent: LABELS[key] });
    label.htmlFor = key;
    const options = element("div", { className: "options" });
    const details = element("details", {}, element("summary", { textContent: "options" }), options);
    details.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && details.open) {
        details.open = false;
        details.firstChild.focus();
      }
    });
    document.addEventListener("pointerdown", (event) => {
      if (!details.contains(event.target)) {
        details.open = false;
      }
    });
    byId("field-" + key).append(element("div", { className: "over" }, label, details), select);
  }

  showPlugin(key) {
    const chosen = this.recipe[key];
    const field = byId("field-" + key);
    const select = byId(key);
    select.value = chosen ? chosen.name : AUTOMATIC;
    const plugin = chosen && this.prototype(key, chosen.name);
    const details = field.querySelector("details");
    const options = plugin ? plugin.options : [];
    select.title = plugin ? plugin.name + ": " + plugin.description + (plugin.artifact ? " (" + plugin.artifact + ")" : "") : "";
    details.hidden = options.length === 0;
    const box = field.querySelector(".options");
    if (box.dataset.of !== (plugin && plugin.name)) {
      box.dataset.of = plugin ? plugin.name : "";
      box.replaceChildren(
        element("p", { className: "formula", textContent: plugin ? plugin.description : "" }),
        ...options.map((option) => this.optionField(key, option)),
      );
    }
    for (const input of box.querySelectorAll("[data-option]")) {
      const value = chosen.options[input.dataset.option] ?? input.dataset.default;
      if (input.type === "checkbox") {
        input.checked = value === "true";
      } else {
        input.value = value;
      }
    }
  }

  optionField(key, option) {
    const input = element("input", { type: option.flag ? "checkbox" : "text", spellcheck: false, title: option.type });
    input.dataset.option = option.name;
    input.dataset.default = option.default;
    input.addEventListener("change", () => {
      const value = option.flag ? String(input.checked) : input.value.trim();
      if (value === option.default && !option.required) {
        delete this.recipe[key].options[option.name];
      } else {
        this.recipe[key].options[option.name] = value;
      }
      this.tell();
    });
    return element("label", {}, element("span", { textContent: option.name }), input);
  }

  spec(key) {
    const { name, options } = this.recipe[key];
    const written = Object.entries(options).map(([option, value]) => option + "=" + value);
    return name + (written.length ? "(" + written.join(", ") + ")" : "");
  }

  // The recipe as an address.
  address() {
    const recipe = this.recipe;
    const parts = { data: recipe.data };
    if (recipe.data === "points") {
      parts.points = recipe.placed.map((point) => point.join(",")).join(";");
    } else {
      parts.count = recipe.count;
      parts.noise = recipe.noise;
    }
    parts.seed = recipe.seed;
    parts.layers = recipe.layers.join(",") || "none";
    for (const key of Object.keys(KINDS)) {
      if (recipe[key]) {
        parts[key] = this.spec(key);
      }
    }
    parts.batch = recipe.batch;
    for (const key of ["l1", "l2"]) {
      if (recipe[key] !== "0") {
        parts[key] = recipe[key];
      }
    }
    return Object.entries(parts).map(([key, value]) => key + "=" + encodeURIComponent(value)).join("&");
  }
}

// A number as people write it: 0.0001 and not 1e-4.
function plain(number) {
  return Number(number).toFixed(10).replace(/\.?0+$/, "");
}
