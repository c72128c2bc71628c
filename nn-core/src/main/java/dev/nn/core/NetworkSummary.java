package dev.nn.core;

import dev.nn.api.Printable;
import dev.nn.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a network is made of. As text it is a table for people to read:
 *
 * <pre>{@code
 * System.out.println(model.summary());
 *
 * layer                                output shape  parameters
 * input                                (64)
 * dense(activation=relu, units=32)     (32)               2,080
 * dense(activation=softmax, units=10)  (10)                 330
 * total                                                   2,410
 * }</pre>
 *
 * @param input shape of one example
 * @param layers the layers in order
 * @param trainable how many parameters training changes
 */
public record NetworkSummary(Shape input, List<LayerSummary> layers, long trainable) {
  public NetworkSummary {
    layers = List.copyOf(layers);
  }

  /** Number of all parameters, trainable or not. */
  public long parameters() {
    return layers.stream().mapToLong(LayerSummary::parameters).sum();
  }

  /** The table, without a line break at its end. */
  @Override
  public String toString() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("layer", "output shape", "parameters"));
    rows.add(List.of("input", input.toString(), ""));
    for (LayerSummary layer : layers) {
      rows.add(
          List.of(
              Printable.line(layer.shortSpec()),
              layer.output().toString(),
              number(layer.parameters())));
    }
    rows.add(List.of("total", "", number(parameters())));
    if (trainable < parameters()) {
      rows.add(List.of("trainable", "", number(trainable)));
    }
    int first = width(rows, 0);
    int second = width(rows, 1);
    int third = width(rows, 2);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(
          (padded(row.get(0), first) + "  " + padded(row.get(1), second) + "  ")
              .concat(" ".repeat(third - row.get(2).length()) + row.get(2))
              .stripTrailing());
    }
    return String.join("\n", lines);
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
