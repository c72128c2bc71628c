package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.data.DataFile;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Prediction;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table's columns go in as they are, and its words come out. */
class TableExportTest {
  @TempDir private Path folder;

  private Table table() throws Exception {
    StringBuilder text = new StringBuilder("size,place,sold,kind,price\n");
    for (int i = 0; i < 120; i++) {
      text.append(
          "%s,%s,2024-0%s-1%s,%s,%s\n"
              .formatted(
                  i % 10 == 3 ? "" : String.valueOf(1e6 + i * 37 % 100),
                  i % 3 == 0 ? "town" : "farm",
                  1 + i % 9,
                  i % 10,
                  i * 37 % 100 > 50 ? "big" : i % 2 == 0 ? "small" : "tiny",
                  1000 + i * 37 % 100));
    }
    return DataFile.read(Files.writeString(folder.resolve("houses.csv"), text));
  }

  private static Map<String, Object> row(Table table, int row) {
    Map<String, Object> cells = new HashMap<>();
    table.columns().stream()
        .filter(column -> !column.isMissing(row))
        .forEach(column -> cells.put(column.name(), column.text(row)));
    return cells;
  }

  @Test
  void numbersCategoriesAndClassesTravelAlong() throws Exception {
    Table table = table();
    String roles = "kind=target, price=ignore, sold=ignore, size=number(missing=mean)";
    TabularModel model = TabularModel.train(table, Schema.infer(table, roles));
    byte[] bytes = OnnxExport.ofTable(model).toBytes();
    assertEquals(0, ModelProto.parseFrom(bytes).getMetadataPropsCount());
    assertEquals(
        "nn.labels",
        ModelProto.parseFrom(OnnxExport.ofTable(model).withLabels().toBytes())
            .getMetadataProps(0)
            .getKey());
    List<Prediction> ours = model.predict(table);
    try (Runtime runtime = new Runtime(bytes)) {
      for (int i = 0; i < table.rows(); i++) {
        Map<String, Object> cells = row(table, i);
        double size =
            cells.containsKey("size")
                ? Double.parseDouble(String.valueOf(cells.get("size")))
                : Double.NaN;
        try (OnnxTensor number =
                OnnxTensor.createTensor(
                    runtime.environment(),
                    DoubleBuffer.wrap(new double[] {size}),
                    new long[] {1, 1});
            OnnxTensor place =
                OnnxTensor.createTensor(
                    runtime.environment(), new String[][] {{String.valueOf(cells.get("place"))}});
            OrtSession.Result result =
                runtime.session().run(Map.of("size", number, "place", place))) {
          String label = ((String[][]) result.get("label").orElseThrow().getValue())[0][0];
          float[] shares = ((float[][]) result.get("output").orElseThrow().getValue())[0];
          assertEquals(ours.get(i).label(), label);
          assertEquals(
              ours.get(i).probabilities().get(label),
              Math.max(shares[0], Math.max(shares[1], shares[2])),
              2e-6);
        }
      }
    }
  }

  @Test
  void partsOfDatesAreNumbersAndPredictedOnesAreRestored() throws Exception {
    Table table = table();
    String roles = "price=target, kind=categorical, size=ignore, place=ignore, sold=date";
    TabularModel model = TabularModel.train(table, Schema.infer(table, roles));
    byte[] bytes = OnnxExport.ofTable(model).toBytes();
    ModelProto proto = ModelProto.parseFrom(bytes);
    assertTrue(
        proto.getGraph().getInputList().stream().anyMatch(i -> i.getName().startsWith("sold.")),
        proto::toString);
    try (Runtime runtime = new Runtime(bytes)) {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      for (String name : runtime.session().getInputNames()) {
        inputs.put(
            name,
            name.equals("kind")
                ? OnnxTensor.createTensor(runtime.environment(), new String[][] {{"big"}})
                : OnnxTensor.createTensor(
                    runtime.environment(),
                    DoubleBuffer.wrap(new double[] {part(name)}),
                    new long[] {1, 1}));
      }
      try (OrtSession.Result result = runtime.session().run(inputs)) {
        double price = ((double[][]) result.get("output").orElseThrow().getValue())[0][0];
        double ours =
            model.predict(Map.of("kind", "big", "sold", "2024-03-05")).values().get("price");
        assertEquals(ours, price, 1e-4);
      }
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  /** Of Tuesday, the 5th of March 2024. */
  private static double part(String name) {
    return switch (name) {
      case "sold.year" -> 2024;
      case "sold.month" -> 3;
      case "sold.day" -> 5;
      case "sold.weekday" -> 2;
      case "sold.time" -> LocalDate.of(2024, 3, 5).toEpochDay();
      default -> throw new AssertionError(name);
    };
  }

  /** More categories than a spec from elsewhere may have values. */
  @Test
  void aTableOfManyCategoriesIsExported() throws Exception {
    StringBuilder text = new StringBuilder("user,kind\n");
    for (int i = 0; i < 25_000; i++) {
      text.append("user").append(i).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    Table table = DataFile.read(Files.writeString(folder.resolve("users.csv"), text));
    Schema schema = Schema.infer(table, "user=categorical(encoding=ordinal), kind=target");
    FittedSchema fitted = schema.fit(table);
    Network network = Network.of(1, "dense(units=1, activation=sigmoid)");
    TabularModel model = TabularModel.of(fitted, Model.initial(network, 1));
    ModelProto exported = ModelProto.parseFrom(OnnxExport.ofTable(model).toBytes());
    assertTrue(exported.getGraph().toString().contains("user24999"));
  }
}
