package dev.nn.examples.terminal;

import com.github.freva.asciitable.Column;
import dev.nn.core.LayerSummary;
import dev.nn.core.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows the layers of a network, with the output shape and the number of parameters of each. */
public final class NetworkTable {
  private static final int OTHER_COLUMNS = 32;

  private NetworkTable() {}

  /** Returns the table, at most {@code width} characters wide unless the numbers need more. */
  public static String of(Network network, int width) {
    List<Column> columns =
        List.of(
            Tables.left("layer").maxWidth(width - OTHER_COLUMNS).footer("total"),
            Tables.left("output shape"),
            Tables.right("parameters").footer(number(network.parameterCount())));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("input", network.inputShape().toString(), ""));
    for (LayerSummary layer : network.summary().layers()) {
      rows.add(List.of(layer.shortSpec(), layer.output().toString(), number(layer.parameters())));
    }
    return Tables.of(columns, rows);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
