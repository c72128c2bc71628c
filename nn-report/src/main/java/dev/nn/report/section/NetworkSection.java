package dev.nn.report.section;

import static j2html.TagCreator.div;

import dev.nn.core.LayerSummary;
import dev.nn.core.Network;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import j2html.tags.DomContent;
import java.util.List;

/** The network, as a picture and as a table. */
public final class NetworkSection {
  /** More layers than these do not fit side by side. */
  private static final int MOST_SIDE_BY_SIDE = 6;

  private NetworkSection() {}

  public static Section of(Network network) {
    DataTable table = DataTable.of("Layer", "Output shape", "Parameters", "With all options");
    table.texts(1, 3);
    table.line("input", network.inputShape().toString(), "", "");
    List<LayerSummary> layers = network.summary().layers();
    for (LayerSummary layer : layers) {
      table.line(
          layer.name(), layer.output().toString(), Numbers.whole(layer.parameters()), layer.spec());
    }
    boolean isShort = layers.size() <= MOST_SIDE_BY_SIDE;
    DomContent pictures =
        isShort
            ? div(NetworkPicture.wide(network), NetworkPicture.tall(network))
                .withClass("card pictures both")
            : div(NetworkPicture.tall(network)).withClass("card pictures");
    return new Section(
        "network",
        "The network",
        "%s with %s. Of many units only a few are drawn."
            .formatted(
                layers.size() == 1 ? "One layer" : Numbers.whole(layers.size()) + " layers",
                network.parameterCount() == 1
                    ? "one parameter"
                    : Numbers.whole(network.parameterCount()) + " parameters"),
        List.of(
            pictures,
            div(table.folded("The layers with all their options", "Layers")).withClass("below")),
        List.of());
  }
}
