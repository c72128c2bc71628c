package dev.nn.data.judge;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Models whose weights are given, so that a hand can tell what they say. */
final class Models {
  private Models() {}

  /** Numbers x and words, in a table. */
  static Table table(double[] x, String... kinds) {
    return Table.of(NumberColumn.of("x", x), TextColumn.of("kind", List.of(kinds)));
  }

  /**
   * One layer over features that are standardised by these rows.
   *
   * @param weights row after row, a row for each feature
   */
  static TabularModel linear(
      Table rows, String roles, String activation, float[] weights, float... bias) {
    FittedSchema schema = Schema.infer(rows, roles).fit(rows);
    return TabularModel.of(schema, linear(schema.features().size(), activation, weights, bias));
  }

  /** One layer. */
  static Model linear(int inputs, String activation, float[] weights, float... bias) {
    Network network =
        Network.of(inputs, "dense(units=%s, activation=%s)".formatted(bias.length, activation));
    Map<String, float[]> parameters = new HashMap<>();
    for (String name : Model.initial(network, 0).parameterNames()) {
      parameters.put(name, name.endsWith("bias") ? bias : weights);
    }
    return Model.of(network, parameters);
  }
}
