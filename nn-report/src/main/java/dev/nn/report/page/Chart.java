package dev.nn.report.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import com.fasterxml.jackson.core.JsonGenerator;
import j2html.tags.DomContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart with the table of its numbers.
 *
 * @param id unique on the page
 * @param title what it shows
 * @param description what a person would see in it, for those who do not see it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn, the first one at the bottom
 * @param table its numbers
 */
public record Chart(
    String id,
    String title,
    String description,
    Axis x,
    Axis y,
    List<Series> series,
    DataTable table) {
  private static final int COLORS = 6;

  /** The place where the script draws it, and the table. */
  DomContent figureTag() {
    return figure(
            figcaption(title),
            legend(),
            div()
                .withId(id)
                .withClass("chart" + (y.scale() == Axis.Scale.CATEGORY ? " rows" : ""))
                .withStyle(
                    y.scale() == Axis.Scale.CATEGORY ? "--rows:" + y.categories().size() : null)
                .attr("role", "img")
                .attr("aria-label", title + ". " + description),
            table.folded("The numbers of this chart", title))
        .withClass("card");
  }

  /** The names of the series, each beside a piece of its line. */
  private DomContent legend() {
    List<DomContent> items = new ArrayList<>();
    int place = 0;
    for (Series one : series) {
      if (one.mark() == Series.Mark.GUIDE) {
        continue;
      }
      place = place % COLORS + 1;
      if (!one.name().isEmpty()) {
        DomContent line = Svg.path(Svg.move(0, 5) + Svg.line(28, 5)).withClass("series-" + place);
        items.add(li(Svg.picture(28, 10, line).attr("aria-hidden", "true"), span(one.name())));
      }
    }
    return items.isEmpty() ? text("") : ul(each(items.stream())).withClass("legend");
  }

  /** What the script needs to draw it. */
  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeFieldName("x");
    write(json, x);
    json.writeFieldName("y");
    write(json, y);
    json.writeArrayFieldStart("series");
    for (Series each : series) {
      json.writeStartObject();
      json.writeStringField("name", each.name());
      json.writeStringField("mark", each.mark().name().toLowerCase(Locale.ROOT));
      json.writeArrayFieldStart("points");
      for (double[] point : each.points()) {
        json.writeStartArray();
        for (double number : point) {
          write(json, number);
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Axis axis) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", axis.name());
    json.writeStringField("scale", axis.scale().name().toLowerCase(Locale.ROOT));
    if (axis.min().isPresent()) {
      json.writeNumberField("min", axis.min().getAsDouble());
    }
    if (axis.max().isPresent()) {
      json.writeNumberField("max", axis.max().getAsDouble());
    }
    json.writeArrayFieldStart("categories");
    for (String category : axis.categories()) {
      json.writeString(category);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** JSON has no word for what is not finite; such a point leaves a gap. */
  private static void write(JsonGenerator json, double number) throws IOException {
    if (Double.isFinite(number)) {
      json.writeNumber(number);
    } else {
      json.writeNull();
    }
  }
}
