"use strict";

// Draws each chart of the JSON in #charts into the element of its id, in the colours of the style sheet.
(() => {
  const charts = JSON.parse(document.getElementById("charts").textContent);
  const drawn = [];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const colors = () => {
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue("--" + name).trim();
    return {
      text: color("text"),
      quiet: color("quiet"),
      line: color("line"),
      surface: color("surface"),
      font: getComputedStyle(document.body).fontFamily,
      series: ["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"].map(color),
    };
  };

  const short = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
  const scientific = new Intl.NumberFormat("en", { notation: "scientific", maximumSignificantDigits: 3 });
  const number = (value) => {
    const size = Math.abs(value);
    return size !== 0 && (size < 1e-3 || size >= 1e7) ? scientific.format(value) : short.format(value);
  };
  const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);
  const escaped = (text) => text.replace(/[&<>"']/g, (c) => "&#" + c.charCodeAt(0) + ";");

  const axis = (given, color, isUpright, width, isFromZero) => {
    const isNamed = given.scale === "category";
    return {
      type: given.scale,
      data: isNamed ? given.categories : undefined,
      inverse: isNamed && isUpright,
      min: given.min,
      max: given.max,
      scale: !isFromZero,
      name: given.name,
      nameLocation: isUpright ? "end" : "middle",
      nameGap: isUpright ? 14 : 36,
      nameTextStyle: { color: color.quiet, fontSize: 12, align: isUpright ? "left" : "center", padding: 0 },
      axisLine: { show: !isUpright, onZero: false, lineStyle: { color: color.line } },
      axisTick: { show: false },
      splitLine: { show: isUpright && !isNamed, lineStyle: { color: color.line } },
      interval: given.min === 0 && given.max === 1 ? 0.25 : undefined,
      splitNumber: width < 480 ? 4 : 6,
      axisLabel: {
        color: color.quiet,
        fontSize: 12,
        margin: isUpright ? 8 : 14,
        hideOverlap: true,
        interval: isNamed ? 0 : undefined,
        formatter: (value) => (isNamed ? cut(value, width < 480 ? 14 : 26) : number(value)),
      },
    };
  };

  // Those of the legends, by the order of the series.
  const DASHES = ["solid", [6, 4], [2, 3], [9, 3, 2, 3], [14, 4], [4, 2]];

  const series = (chart, color) => {
    let place = 0;
    return chart.series.map((each) => {
      const isGuide = each.mark === "guide";
      const own = isGuide ? 0 : place++ % color.series.length;
      const paint = isGuide ? color.quiet : color.series[own];
      const isLine = each.mark === "line" || each.mark === "dotted" || isGuide;
      return {
        name: each.name,
        type: isLine ? "line" : each.mark === "bar" ? "bar" : "scatter",
        data: each.points,
        silent: isGuide,
        symbol: "circle",
        showSymbol: each.mark === "dotted" || each.points.length === 1,
        symbolSize: each.mark === "dot" ? 6 : 7,
        barCategoryGap: chart.y.scale === "category" ? "35%" : "6%",
        barMaxWidth: chart.y.scale === "category" ? 18 : undefined,
        lineStyle: {
          color: paint,
          width: isGuide ? 1 : 2,
          type: isGuide ? "dashed" : DASHES[own],
        },
        itemStyle: {
          color: paint,
          opacity: each.mark === "dot" ? 0.65 : 1,
          borderRadius: each.mark === "bar" ? 2 : 0,
        },
        emphasis: { disabled: isGuide },
      };
    });
  };

  const option = (chart, color, width, isStill) => {
    const isBars = chart.series.some((each) => each.mark === "bar");
    const isScatter = chart.series.some((each) => each.mark === "dot");
    return {
      animation: !isStill && !calm.matches,
      animationDuration: 400,
      textStyle: { fontFamily: color.font, color: color.text },
      grid: { left: 4, right: 18, top: chart.y.name ? 32 : 6, bottom: 32, containLabel: true },
      tooltip: {
        trigger: isScatter ? "item" : "axis",
        confine: true,
        backgroundColor: color.surface,
        borderColor: color.line,
        textStyle: { color: color.text, fontSize: 13 },
        axisPointer: { lineStyle: { color: color.quiet }, shadowStyle: { opacity: 0.15 } },
        formatter: (hit) => tooltip(chart, [hit].flat()),
      },
      xAxis: axis(chart.x, color, false, width, isBars && chart.y.scale === "category"),
      yAxis: axis(chart.y, color, true, width, isBars),
      series: series(chart, color),
    };
  };

  const tooltip = (chart, hits) => {
    const isRows = chart.y.scale === "category";
    const shown = hits.filter((hit) => hit.componentType === "series" && chart.series[hit.seriesIndex].mark !== "guide");
    if (shown.length === 0) {
      return "";
    }
    const [x, y] = shown[0].value;
    const head = isRows ? chart.y.categories[y] : chart.x.name + " " + number(x);
    const lines = shown.map((hit) => {
      const value = number(hit.value[isRows ? 0 : 1]);
      const name = chart.series[hit.seriesIndex].name || (isRows ? chart.x : chart.y).name;
      return escaped(name) + " <b>" + value + "</b>";
    });
    return escaped(head) + "<br>" + lines.join("<br>");
  };

  const draw = (isStill) => {
    const color = colors();
    drawn.forEach(({ chart, instance, element }) => {
      instance.resize();
      instance.setOption(option(chart, color, element.clientWidth, isStill), true);
    });
  };

  charts.forEach((chart) => {
    const element = document.getElementById(chart.id);
    drawn.push({ chart, element, instance: echarts.init(element, null, { renderer: "svg" }) });
  });
  draw(false);

  let waiting = 0;
  new ResizeObserver(() => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => draw(true));
  }).observe(document.getElementById("content"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw(true));
  matchMedia("print").addEventListener("change", () => draw(true));
  document.documentElement.dataset.drawn = "true";
})();
