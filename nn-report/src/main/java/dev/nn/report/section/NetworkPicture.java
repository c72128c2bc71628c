package dev.nn.report.section;

import dev.nn.core.LayerSummary;
import dev.nn.core.Network;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Svg;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/**
 * A network as a picture: a column of units for each layer that has some of its own, a block for
 * each that changes those of the layer before it, and lines for what is connected. Of many units a
 * few are drawn, with a gap.
 */
public final class NetworkPicture {
  private static final int MOST_UNITS = 7;
  private static final int UNITS_BESIDE_THE_GAP = 3;
  private static final double RADIUS = 7;
  private static final double PITCH = 22;
  private static final double ACROSS = MOST_UNITS * PITCH;
  private static final double MARGIN = 12;
  private static final double BLOCK = 12;

  /** Where captions begin in a picture from top to bottom, and how wide one may be. */
  private static final double CAPTION_AT = ACROSS + 2 * MARGIN + 10;

  private static final double CAPTION_WIDTH = 150;

  /**
   * Between layers: side by side with captions below, and below each other with captions beside.
   */
  private static final double WIDE_STEP = 190;

  private static final double TALL_STEP = 74;
  private static final double LINE_HEIGHT = 17;

  private final List<Stage> stages;
  private final boolean isWide;

  /** A column of the picture. */
  private record Stage(String name, String detail, String parameters, int units, boolean isOwn) {
    List<Double> places() {
      int shown = Math.min(units, MOST_UNITS);
      boolean hasGap = units > MOST_UNITS;
      List<Double> places = new ArrayList<>();
      for (int i = 0; i < shown; i++) {
        if (!hasGap || i != UNITS_BESIDE_THE_GAP) {
          places.add(MARGIN + ACROSS / 2 + (i - (shown - 1) / 2.0) * PITCH);
        }
      }
      return places;
    }
  }

  private NetworkPicture(List<Stage> stages, boolean isWide) {
    this.stages = stages;
    this.isWide = isWide;
  }

  /** From left to right. */
  public static DomContent wide(Network network) {
    return new NetworkPicture(stages(network), true).draw();
  }

  /** From top to bottom. */
  public static DomContent tall(Network network) {
    return new NetworkPicture(stages(network), false).draw();
  }

  private static List<Stage> stages(Network network) {
    List<Stage> stages = new ArrayList<>();
    int inputs = network.inputShape().size();
    stages.add(new Stage("input", Numbers.whole(inputs) + " features", "", inputs, true));
    List<LayerSummary> layers = network.summary().layers();
    for (int i = 0; i < layers.size(); i++) {
      LayerSummary layer = layers.get(i);
      int units = layer.output().size();
      boolean isOwn = layer.name().equals("dense") || layer.name().equals("embedding");
      String detail =
          LayerWords.activation(network.layers().get(i))
              .map(activation -> Numbers.whole(units) + " × " + activation)
              .orElse(Numbers.whole(units) + " numbers");
      String parameters =
          layer.parameters() == 0 ? "" : Numbers.whole(layer.parameters()) + " parameters";
      stages.add(new Stage(layer.name(), detail, parameters, units, isOwn));
    }
    return stages;
  }

  private DomContent draw() {
    StringBuilder lines = new StringBuilder();
    List<DomContent> shapes = new ArrayList<>();
    for (int i = 1; i < stages.size(); i++) {
      connect(i, lines);
    }
    shapes.add(Svg.path(lines.toString()).withClass("wires"));
    for (int i = 0; i < stages.size(); i++) {
      units(i, shapes);
      captions(i, shapes);
    }
    double along = (stages.size() - 1) * (isWide ? WIDE_STEP : TALL_STEP);
    double width = isWide ? along + WIDE_STEP : CAPTION_AT + CAPTION_WIDTH;
    double height = isWide ? ACROSS + 2 * MARGIN + 3 * LINE_HEIGHT + MARGIN : along + TALL_STEP;
    return Svg.picture(width, height, shapes.toArray(DomContent[]::new))
        .withClass(isWide ? "network wide" : "network tall")
        .withStyle("--natural:" + Math.round(width) + "px")
        .attr("role", "img")
        .attr("aria-label", words());
  }

  private String words() {
    List<String> words = new ArrayList<>();
    for (Stage stage : stages) {
      words.add(stage.name() + ", " + stage.detail());
    }
    return "The network: " + String.join("; then ", words) + ".";
  }

  private double along(int stage) {
    return isWide ? WIDE_STEP / 2 + stage * WIDE_STEP : TALL_STEP / 2 + stage * TALL_STEP;
  }

  private void connect(int to, StringBuilder lines) {
    List<Double> ends = stages.get(to).places();
    for (double start : stages.get(to - 1).places()) {
      if (stages.get(to).isOwn()) {
        ends.forEach(end -> wire(to, start, end, lines));
      } else if (ends.contains(start)) {
        wire(to, start, start, lines);
      }
    }
  }

  private void wire(int to, double start, double end, StringBuilder lines) {
    double from = along(to - 1);
    lines.append(isWide ? Svg.move(from, start) : Svg.move(start, from));
    lines.append(isWide ? Svg.line(along(to), end) : Svg.line(end, along(to)));
  }

  private void units(int index, List<DomContent> shapes) {
    Stage stage = stages.get(index);
    List<Double> places = stage.places();
    double at = along(index);
    if (!stage.isOwn()) {
      double from = places.get(0) - RADIUS;
      double length = places.get(places.size() - 1) + RADIUS - from;
      shapes.add(
          (isWide
                  ? Svg.rectangle(at - BLOCK / 2, from, BLOCK, length)
                  : Svg.rectangle(from, at - BLOCK / 2, length, BLOCK))
              .attr("rx", 4)
              .withClass("block"));
      return;
    }
    String kind = index == 0 ? "unit input" : index == stages.size() - 1 ? "unit output" : "unit";
    for (double place : places) {
      shapes.add(
          (isWide ? Svg.circle(at, place, RADIUS) : Svg.circle(place, at, RADIUS)).withClass(kind));
    }
    if (stage.units() > MOST_UNITS) {
      for (int dot = -1; dot <= 1; dot++) {
        double place = MARGIN + ACROSS / 2 + dot * RADIUS * 0.8;
        shapes.add(
            (isWide ? Svg.circle(at, place, 1.5) : Svg.circle(place, at, 1.5)).withClass("gap"));
      }
    }
  }

  private void captions(int index, List<DomContent> shapes) {
    Stage stage = stages.get(index);
    double x = isWide ? along(index) : CAPTION_AT;
    int lines = stage.parameters().isEmpty() ? 2 : 3;
    double y =
        isWide
            ? ACROSS + 2 * MARGIN + LINE_HEIGHT
            : along(index) - (lines - 1) * LINE_HEIGHT / 2 + 4;
    String anchor = isWide ? "middle" : "start";
    shapes.add(Svg.text(x, y, stage.name()).withClass("name").attr("text-anchor", anchor));
    shapes.add(Svg.text(x, y + LINE_HEIGHT, stage.detail()).attr("text-anchor", anchor));
    if (!stage.parameters().isEmpty()) {
      shapes.add(Svg.text(x, y + 2 * LINE_HEIGHT, stage.parameters()).attr("text-anchor", anchor));
    }
  }
}
