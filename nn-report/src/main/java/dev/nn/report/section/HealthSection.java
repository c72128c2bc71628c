package dev.nn.report.section;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ul;

import dev.nn.core.LayerHealth;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import dev.nn.report.page.Svg;
import dev.nn.report.page.Words;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How many units of each layer can still learn, and what there is to say about it. */
public final class HealthSection {
  private HealthSection() {}

  /**
   * The health of the layers.
   *
   * @param noticed what was said during the training; what is wrong with the layers of the trained
   *     model is added
   */
  public static Section of(List<LayerHealth> layers, List<String> noticed) {
    List<String> remarks =
        Stream.concat(noticed.stream(), layers.stream().flatMap(each -> each.problem().stream()))
            .distinct()
            .toList();
    List<DomContent> body = new ArrayList<>();
    if (!remarks.isEmpty()) {
      body.add(ul(each(remarks, remark -> li(remark))).withClass("remarks"));
    }
    if (!layers.isEmpty()) {
      DataTable table =
          DataTable.of("Layer", "Units", "Learning", "Saturated", "Dead", "Share")
              .texts(5)
              .stacked();
      for (LayerHealth layer : layers) {
        int learning = layer.units() - layer.dead() - layer.saturated();
        table.lineOf(
            List.of(
                j2html.TagCreator.text(layer.layer() + " · " + layer.name()),
                cell(layer.units()),
                cell(learning),
                cell(layer.saturated()),
                cell(layer.dead()),
                bar(layer, learning)));
      }
      body.add(table.tag("Layer health"));
    }
    return new Section("health", "Layer health", lead(layers, remarks), body, List.of());
  }

  private static String lead(List<LayerHealth> layers, List<String> remarks) {
    int stuck = layers.stream().mapToInt(layer -> layer.dead() + layer.saturated()).sum();
    int units = layers.stream().mapToInt(LayerHealth::units).sum();
    if (layers.isEmpty()) {
      return "What was noticed during the training.";
    }
    String meaning =
        " A dead unit passes no gradient for any row, a saturated one almost none for nearly all.";
    return stuck == 0 && remarks.isEmpty()
        ? "All %s can still learn.".formatted(Words.count(units, "unit"))
        : "%s of %s can still learn."
                .formatted(Numbers.whole(units - stuck), Words.count(units, "unit"))
            + meaning;
  }

  private static DomContent cell(int number) {
    return j2html.TagCreator.text(Numbers.whole(number));
  }

  private static DomContent bar(LayerHealth layer, int learning) {
    double width = 120;
    double height = 10;
    double alive = width * learning / layer.units();
    double saturated = width * layer.saturated() / layer.units();
    return Svg.picture(
            width,
            height,
            Svg.rectangle(0, 0, alive, height).withClass("alive"),
            Svg.rectangle(alive, 0, saturated, height).withClass("saturated"),
            Svg.rectangle(alive + saturated, 0, width - alive - saturated, height)
                .withClass("dead"))
        .withClass("share")
        .attr("aria-hidden", "true");
  }
}
