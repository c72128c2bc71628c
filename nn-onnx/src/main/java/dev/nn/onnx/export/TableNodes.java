package dev.nn.onnx.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.dataset.Targets;
import dev.nn.data.schema.FittedSchema;
import dev.nn.onnx.spi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The nodes between the columns of a table and the features of a network, and between its
 * predictions and the words of the table. Each column is an input of its own: a number is a double,
 * standardised in double precision as in Java, and a category is a text.
 */
final class TableNodes {
  private static final Shape ONE = Shape.of(1);

  private final FittedSchema schema;
  private final Spec spec;
  private final GraphWriter graph;

  TableNodes(FittedSchema schema, GraphWriter graph) {
    this.schema = schema;
    this.spec = Spec.parseLarge(schema.text());
    this.graph = graph;
  }

  Value features() {
    List<Value> features = new ArrayList<>();
    for (SpecValue item : items(spec, "features")) {
      Spec feature = (Spec) item;
      switch (feature.name()) {
        case "number" -> features.add(number(feature, text(feature, "name"), true));
        case "date" ->
            items(feature, "parts")
                .forEach(
                    part ->
                        features.add(
                            number(
                                (Spec) part,
                                text(feature, "name") + "." + ((Spec) part).name(),
                                false)));
        default -> features.add(category(feature));
      }
    }
    return graph
        .operator("Concat")
        .with("axis", 1)
        .to(schema.shape(), features.toArray(Value[]::new));
  }

  private Value number(Spec feature, String name, boolean canBeMissing) {
    Value cell = graph.input(name, DataType.DOUBLE, ONE);
    if (canBeMissing && !(feature.options().get("missing") instanceof SpecValue.None)) {
      Value fill = graph.constant(decimal(feature, "missing"));
      cell = graph.operator("Where").to(ONE, graph.operator("IsNaN").to(cell), fill, cell);
    }
    Value centred = graph.operator("Sub").to(cell, graph.constant(decimal(feature, "mean")));
    Value scaled = graph.operator("Div").to(centred, graph.constant(decimal(feature, "deviation")));
    return toFloat(scaled);
  }

  private Value toFloat(Value value) {
    return graph.operator("Cast").with("to", DataType.FLOAT.getNumber()).to(value);
  }

  private Value category(Spec feature) {
    Value cell = graph.input(text(feature, "name"), DataType.STRING, ONE);
    String[] categories =
        items(feature, "categories").stream()
            .map(item -> ((SpecValue.Text) item).value())
            .toArray(String[]::new);
    String encoding = word(feature, "encoding");
    boolean refuses = word(feature, "unknown").equals("refuse");
    if (encoding.equals("one_hot")) {
      Value oneHot =
          graph
              .machineLearningOperator("OneHotEncoder")
              .with("cats_strings", categories)
              .with("zeros", refuses ? 0 : 1)
              .to(Shape.of(1, categories.length), cell);
      return graph.operator("Flatten").with("axis", 1).to(Shape.of(categories.length), oneHot);
    }
    if (refuses) {
      throw new NnException(
          "column %s refuses unknown categories, which no ONNX operator does for the encoding %s;"
                  .formatted(text(feature, "name"), encoding)
              + " train with unknown=zero or with encoding=one_hot");
    }
    float[] numbers = new float[categories.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          encoding.equals("ordinal") ? i / (float) Math.max(1, categories.length - 1) : i + 1;
    }
    return graph
        .machineLearningOperator("LabelEncoder")
        .with("keys_strings", categories)
        .with("values_floats", numbers)
        .with("default_float", 0f)
        .to(cell);
  }

  /** Numbers are restored to those of the table, and classes get a second output, their label. */
  void outputs(String name, Value prediction, boolean logits) {
    Spec target = (Spec) value(spec, "target");
    if (target.name().equals("numbers")) {
      graph.output(name, DataType.DOUBLE, restored(target, prediction));
      return;
    }
    graph.output(name, DataType.FLOAT, prediction);
    if (schema.targets() instanceof Targets.Classes classes) {
      Value index =
          graph.operator("ArgMax").with("axis", 1).with("keepdims", 1).to(ONE, prediction);
      graph.output("label", DataType.STRING, label(index, classes.labels()));
    } else if (schema.targets() instanceof Targets.Binary words && !logits) {
      Value isYes = graph.operator("Greater").to(prediction, graph.constant(0.5f));
      Value index = graph.operator("Cast").with("to", DataType.INT64.getNumber()).to(isYes);
      graph.output("label", DataType.STRING, label(index, List.of(words.no(), words.yes())));
    }
  }

  private Value label(Value index, List<String> labels) {
    return graph
        .machineLearningOperator("LabelEncoder")
        .with("keys_int64s", IntStream.range(0, labels.size()).asLongStream().toArray())
        .with("values_strings", labels.toArray(String[]::new))
        .to(index);
  }

  private Value restored(Spec target, Value prediction) {
    List<SpecValue> columns = items(target, "columns");
    double[] means = columns.stream().mapToDouble(c -> decimal((Spec) c, "mean")).toArray();
    double[] deviations =
        columns.stream().mapToDouble(c -> decimal((Spec) c, "deviation")).toArray();
    Value exact = graph.operator("Cast").with("to", DataType.DOUBLE.getNumber()).to(prediction);
    Value scaled = graph.operator("Mul").to(exact, graph.doubles(deviations));
    return graph.operator("Add").to(scaled, graph.doubles(means));
  }

  private static SpecValue value(Spec spec, String key) {
    SpecValue value = spec.options().get(key);
    if (value == null) {
      throw spec.error("the schema has no " + key);
    }
    return value;
  }

  private static List<SpecValue> items(Spec spec, String key) {
    return ((SpecValue.Items) value(spec, key)).values();
  }

  private static String text(Spec spec, String key) {
    return ((SpecValue.Text) value(spec, key)).value();
  }

  private static String word(Spec spec, String key) {
    return ((Spec) value(spec, key)).name();
  }

  private static double decimal(Spec spec, String key) {
    return ((SpecValue.Decimal) value(spec, key)).value().doubleValue();
  }
}
