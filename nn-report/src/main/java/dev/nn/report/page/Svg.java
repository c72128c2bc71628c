package dev.nn.report.page;

import static j2html.TagCreator.tag;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.Locale;

/** The few shapes of inline pictures; their colours come from the style sheet by class. */
public final class Svg {
  private Svg() {}

  public static ContainerTag<?> picture(double width, double height, DomContent... shapes) {
    return tag("svg").attr("viewBox", "0 0 " + number(width) + " " + number(height)).with(shapes);
  }

  public static ContainerTag<?> rectangle(double x, double y, double width, double height) {
    return tag("rect")
        .attr("x", number(x))
        .attr("y", number(y))
        .attr("width", number(width))
        .attr("height", number(height));
  }

  public static ContainerTag<?> circle(double x, double y, double radius) {
    return tag("circle").attr("cx", number(x)).attr("cy", number(y)).attr("r", number(radius));
  }

  /** Many lines as one shape. */
  public static ContainerTag<?> path(String commands) {
    return tag("path").attr("d", commands);
  }

  public static String move(double x, double y) {
    return "M" + number(x) + " " + number(y);
  }

  public static String line(double x, double y) {
    return "L" + number(x) + " " + number(y);
  }

  public static ContainerTag<?> text(double x, double y, String text) {
    return tag("text").attr("x", number(x)).attr("y", number(y)).withText(text);
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
