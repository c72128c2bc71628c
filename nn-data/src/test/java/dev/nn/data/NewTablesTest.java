package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.core.Trainer;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Prediction;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NewTablesTest {
  private static TabularModel model;

  private static Table read(String text) throws IOException {
    return DataFile.of("new.csv", text.getBytes(StandardCharsets.UTF_8)).read();
  }

  @BeforeAll
  static void train() throws IOException {
    Table table =
        read(
            "length,width,color,kind\n0,5,red,a\n0,6,red,a\n0,7,blue,a\n"
                + "5,0,blue,b\n6,0,red,b\n7,0,blue,b\n");
    FittedSchema schema = Schema.infer(table).fit(table);
    Trainer trainer =
        Trainer.builder()
            .loss(schema.loss())
            .optimizer("adam(learning_rate=0.1)")
            .epochs(50)
            .build();
    model = TabularModel.train(table, schema, trainer);
  }

  private static List<String> labels(Table table) {
    return model.predict(table).stream().map(Prediction::label).toList();
  }

  @Test
  void columnsAreMatchedByNameInAnyOrder() throws IOException {
    assertEquals(
        List.of("a", "a", "b", "b"),
        labels(read("width,color,length,kind\n5,red,0,a\n6,red,0,a\n0,blue,7,b\n0,blue,5,b\n")));
  }

  @Test
  void targetIsNotNeededToPredict() throws IOException {
    assertEquals(List.of("a", "b"), labels(read("color,width,length\nred,5,0\nblue,0,7\n")));
  }

  @Test
  void rowOfJavaIsPredicted() {
    Prediction prediction = model.predict(Map.of("length", 7, "width", 0.0, "color", "red"));

    assertEquals("b", prediction.label());
    assertEquals(
        1, prediction.probabilities().get("a") + prediction.probabilities().get("b"), 1e-6);
    assertTrue(prediction.probabilities().get("b") > 0.5);
  }

  @Test
  void whatARowOfJavaDoesNotGiveIsNamedAndNullIsNotKnown() {
    assertEquals(
        "row: nothing is given for \"length\", \"color\"; what is not known is given as null (in a"
            + " HashMap, since Map.of takes none)",
        assertThrows(DataException.class, () -> model.predict(Map.of("width", 5))).getMessage());

    Map<String, Object> row = new HashMap<>();
    row.put("width", 5);
    row.put("length", null);
    row.put("color", null);
    assertEquals("a", model.predict(row).label());
  }

  @Test
  void everyWayInWhichANewTableDiffersIsNamed() throws IOException {
    assertEquals(
        "new.csv: the model was trained with a column \"width\", which this table lacks; is its"
            + " \"Width\" meant? Names are matched as they are written, so rename it to \"width\"",
        fault("color,Width,length\nred,5,0\nblue,0,7\n"));
    assertEquals(
        "new.csv: the model was trained with a column \"width\", which this table lacks; it has"
            + " \"breadth\" besides: rename what is meant",
        fault("color,breadth,length\nred,5,0\nblue,0,7\n"));
    assertEquals(
        "new.csv: the model was trained with columns \"length\", \"width\", which this table lacks",
        fault("color,kind\nred,a\nred,b\nblue,a\n"));
    assertEquals(
        "row 1, column \"width\": \"wide\" is not a number, but one is needed; 1 more cell cannot be used: row 2, column \"width\"",
        fault("color,width,length\nred,wide,0\nblue,wide,7\n"));
    assertEquals(
        "row 1, column \"width\": holds dates, but numbers are needed",
        fault("color,width,length\nred,2024-01-01,0\nblue,2024-01-01,7\n"));
    assertEquals(
        List.of(
            "column \"more\" is not used: training had none of this name",
            "1 cell of column \"color\" with what training did not see, taken as none of the"
                + " categories: \"green\""),
        model.schema().differences(read("more,color,width,length\n1,green,5,0\n2,blue,0,7\n")));
    assertEquals(
        "row: the model knows no column \"size\"; its columns are \"length\", \"width\", \"color\"",
        assertThrows(DataException.class, () -> model.predict(Map.of("size", 1))).getMessage());
  }

  @Test
  void numbersAreRestored() {
    double[] x = new double[50];
    double[] y = new double[50];
    for (int i = 0; i < 50; i++) {
      x[i] = i * 7 % 50;
      y[i] = 1e9 + 1000 * x[i];
    }
    Table table = Table.of(NumberColumn.of("x", x), NumberColumn.of("y", y));
    Schema schema = Schema.infer(table);
    FittedSchema fitted = schema.fit(table);
    Trainer trainer =
        Trainer.builder()
            .loss(fitted.loss())
            .optimizer("adam(learning_rate=0.1)")
            .epochs(200)
            .build();

    Prediction prediction = TabularModel.train(table, fitted, trainer).predict(Map.of("x", 20));

    assertEquals(1e9 + 20_000, prediction.values().get("y"), 100);
  }

  @Test
  void unknownCategoryCanBeRefused() {
    Table table =
        Table.of(
            TextColumn.of("c", List.of("p", "q", "p", "q")), NumberColumn.of("y", 1, 2, 3, 4.5));
    FittedSchema fitted = Schema.infer(table, "c=categorical(unknown=refuse)").fit(table);

    assertEquals(
        "row 1, column \"c\": \"r\" is a category that training did not see; it saw \"p\", \"q\"",
        assertThrows(
                DataException.class,
                () -> fitted.features(Table.of(TextColumn.of("c", List.of("r")))))
            .getMessage());
  }

  @Test
  void allCellsThatCannotBeUsedAreNamedInTheOrderOfTheRows() {
    Table table =
        Table.of(
            TextColumn.of("c", List.of("p", "q", "p", "q")),
            TextColumn.of("d", List.of("v", "w", "v", "w")),
            NumberColumn.of("y", 1, 2, 3, 4.5));
    FittedSchema fitted =
        Schema.infer(table, "c=categorical(unknown=refuse), d=categorical(unknown=refuse)")
            .fit(table);
    Table bad =
        Table.of(
            TextColumn.of("c", List.of("p", "q", "r", "q", "s")),
            TextColumn.of("d", List.of("v", "u", "w", "v", "x")));

    assertEquals(
        "row 2, column \"d\": \"u\" is a category that training did not see; it saw \"v\", \"w\";"
            + " 3 more cells cannot be used: row 3, column \"c\"; row 5, column \"c\";"
            + " row 5, column \"d\"",
        assertThrows(DataException.class, () -> fitted.features(bad)).getMessage());
    List<String> many = Collections.nCopies(20, "r");
    String message =
        assertThrows(
                DataException.class,
                () -> fitted.features(Table.of(TextColumn.of("c", many), TextColumn.of("d", many))))
            .getMessage();
    assertTrue(message.contains("; 39 more cells cannot be used: row 1, "), message);
    assertTrue(message.endsWith("row 3, column \"d\"; …"), message);
    List<String> endless = Collections.nCopies(1_000_000, "r");
    String bounded =
        assertThrows(
                DataException.class,
                () ->
                    fitted.features(
                        Table.of(TextColumn.of("c", endless), TextColumn.of("d", endless))))
            .getMessage();
    assertTrue(bounded.contains("; at least 999 more cells cannot be used: row 2, "), bounded);
  }

  private static String fault(String text) throws IOException {
    Table table = read(text);
    return assertThrows(DataException.class, () -> model.predict(table)).getMessage();
  }
}
