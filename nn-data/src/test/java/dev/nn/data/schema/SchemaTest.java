package dev.nn.data.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.data.DataFile;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  private static final TextColumn COLOR = TextColumn.of("color", List.of("red", "blue", "red", ""));
  private static final NumberColumn SIZE = NumberColumn.of("size", 1, 2, Double.NaN, 6);
  private static final TextColumn KIND = TextColumn.of("kind", List.of("no", "yes", "yes", "no"));
  private static final Table SMALL = Table.of(COLOR, SIZE, KIND);

  private static double[] range(int count, int modulus) {
    return IntStream.range(0, count).mapToDouble(i -> i * 7 % modulus).toArray();
  }

  private static List<String> roles(Schema schema) {
    return schema.columns().stream()
        .map(plan -> plan.name() + "=" + plan.role().spec().name())
        .toList();
  }

  private static String kind(Table table) {
    return Schema.infer(table).columns().get(table.columns().size() - 1).role().spec().toString();
  }

  @Test
  void rolesAreFoundOut() {
    assertEquals(
        List.of("color=categorical", "size=number", "kind=target"), roles(Schema.infer(SMALL)));
    assertEquals(List.of(), Schema.infer(SMALL).remarks());
  }

  @Test
  void rolesCanBeGivenAndTheRestIsFoundOut() {
    assertEquals(
        List.of("color=ignore", "size=target", "kind=categorical"),
        roles(Schema.infer(SMALL, "color=ignore, \"size\"=target(kind=number)")));
    assertEquals(
        List.of("color=categorical", "size=target", "kind=ignore"),
        roles(Schema.infer(SMALL, "kind = ignore")));
  }

  @Test
  void rowsWithoutATargetCanBeLeftOut() {
    Table table =
        Table.of(
            NumberColumn.of("a", 1, Double.NaN, 3, 4),
            NumberColumn.of("b", 1.5, 2, Double.NaN, 7),
            NumberColumn.of("c", 1.5, 2, 3, Double.NaN));
    Schema schema = Schema.infer(table, "b=target(kind=number), c=target(kind=number)");
    assertEquals(List.of("b", "c"), schema.targetColumns());
    assertEquals(2, table.withoutMissing(schema.targetColumns()).rows());
    assertSame(table, table.withoutMissing(List.of()));
    assertThrows(DataException.class, () -> table.withoutMissing(List.of("d")));
  }

  @Test
  void schemaIsPrintedAsATable() {
    assertEquals(
        """
        column  holds    role                                         why
        color   texts    categorical(encoding=one_hot, unknown=zero)  2 categories
        size    numbers  number(missing=median)                       as told
        kind    texts    target(kind=binary)                          the last column
        """,
        Schema.infer(SMALL, "size=number(missing=median)").toString());
  }

  @Test
  void targetIsYesOrNoClassesOrANumber() {
    NumberColumn x = NumberColumn.of("x", range(60, 59));

    assertEquals("target(kind=binary)", kind(Table.of(x, NumberColumn.of("y", range(60, 2)))));
    assertEquals("target(kind=classes)", kind(Table.of(x, NumberColumn.of("y", range(60, 12)))));
    assertEquals("target(kind=number)", kind(Table.of(x, NumberColumn.of("y", range(60, 13)))));
  }

  @Test
  void suspiciousThingsAreSaid() {
    List<String> ids = new ArrayList<>();
    IntStream.range(0, 60).forEach(i -> ids.add("p" + i));
    double[] ones = new double[60];
    Arrays.fill(ones, 1);
    double[] rows = IntStream.rangeClosed(1, 60).asDoubleStream().toArray();
    double[] nothing = new double[60];
    Arrays.fill(nothing, Double.NaN);
    Table table =
        Table.of(
            NumberColumn.of("row", rows),
            TextColumn.of("id", ids),
            NumberColumn.of("one", ones),
            NumberColumn.of("void", nothing),
            NumberColumn.of("code", range(60, 5)),
            NumberColumn.of("copy", range(60, 3)),
            NumberColumn.of("y", range(60, 3)));

    assertEquals(
        List.of(
            "column \"row\" counts the rows; it is left out (use it with row=number)",
            "column \"id\" has 60 different texts in 60 rows, as names and ids do; it is left out",
            "column \"one\" is constant, \"1\" in every row; it is left out",
            "column \"void\" has no cell that is not missing; it is left out",
            "column \"code\" has 5 different whole numbers; if they are codes, say"
                + " code=categorical",
            "column \"copy\" has 3 different whole numbers; if they are codes, say"
                + " copy=categorical",
            "the target \"y\" has 3 different whole numbers, taken as classes; if it is a quantity,"
                + " say y=target(kind=number)",
            "column \"copy\" tells the target \"y\" in every row; if it is not known before, say"
                + " copy=ignore"),
        Schema.infer(table).remarks());
  }

  @Test
  void aTargetThatMayBeMeantOtherwiseIsSaid() throws IOException {
    NumberColumn x = NumberColumn.of("x", range(458, 457));
    assertEquals(
        List.of(
            "the target \"y\" has 229 different whole numbers, taken as a quantity; if they are"
                + " classes, say y=target(kind=classes)"),
        Schema.infer(Table.of(x, NumberColumn.of("y", range(458, 229)))).remarks());
    assertEquals(
        List.of("the target \"y\" is \"a\" in every row: there is nothing to learn"),
        Schema.infer(Table.of(SIZE, TextColumn.of("y", List.of("a", "a", "a", "a")))).remarks());
    byte[] text = "1.5,2,a\n2.5,3,b\n3.5,9,a\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        List.of(
            "2 of the names of the columns are numbers: if the first row is data, say that there is"
                + " no header (header(false), or --no-header)"),
        Schema.infer(DataFile.of("t", text).header(true).read()).remarks());
  }

  @Test
  void featuresAreStandardisedNumbersAndOneHotCategories() {
    FittedSchema fitted = Schema.infer(SMALL).fit(SMALL);

    assertEquals(List.of("color=", "color=blue", "color=red", "size"), fitted.features());
    // Mean 3 and variance (4 + 1 + 9) / 3; the missing size is the mean, the missing color a color.
    float deviation = (float) Math.sqrt(14 / 3.0);
    float[][] features = fitted.features(SMALL);
    assertArrayEquals(new float[] {0, 0, 1, -2 / deviation}, features[0], 1e-6f);
    assertArrayEquals(new float[] {0, 1, 0, -1 / deviation}, features[1], 1e-6f);
    assertArrayEquals(new float[] {0, 0, 1, 0}, features[2], 1e-6f);
    assertArrayEquals(new float[] {1, 0, 0, 3 / deviation}, features[3], 1e-6f);
  }

  @Test
  void missingNumbersAreMedianConstantOrRefused() {
    // (2 − 3) / √(14/3) and (12 − 3) / √(14/3).
    assertEquals(-1 / Math.sqrt(14 / 3.0), filled("size=number(missing=median)"), 1e-6);
    assertEquals(9 / Math.sqrt(14 / 3.0), filled("size=number(missing=12)"), 1e-6);
    assertEquals(
        "row 3, column \"size\": is missing, and the schema refuses missing cells here; fill it or"
            + " train with size=number(missing=mean)",
        assertThrows(DataException.class, () -> filled("size=number(missing=refuse)"))
            .getMessage());
  }

  private static float filled(String columns) {
    return Schema.infer(SMALL, "color=ignore, " + columns).fit(SMALL).features(SMALL)[2][0];
  }

  /**
   * The squares of the tiniest of these numbers are 0 in double, and those of the hugest infinite.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-200, 1e-30, 1, 1e200, 1e305})
  void tinyAndHugeNumbersAreStandardisedAsOthersAre(double unit) {
    double[] numbers = IntStream.range(0, 200).mapToDouble(i -> unit * i).toArray();
    Table table = Table.of(NumberColumn.of("t", numbers), NumberColumn.of("y", range(200, 59)));
    float[][] features = Schema.infer(table, "t=number").fit(table).features(table);
    for (int i = 0; i < 200; i++) {
      assertEquals((i - 99.5) / Math.sqrt(3333.25), features[i][0], 1e-6);
    }
  }

  @Test
  void largeOffsetsSurvive() {
    double[] millis = IntStream.range(0, 200).mapToDouble(i -> 1.7e12 + i).toArray();
    Table table = Table.of(NumberColumn.of("t", millis), NumberColumn.of("y", range(200, 59)));
    float[][] features = Schema.infer(table, "t=number").fit(table).features(table);

    // The variance of 0 … 199 is (200² − 1) / 12 = 3333.25.
    for (int i = 0; i < 200; i++) {
      assertEquals((i - 99.5) / Math.sqrt(3333.25), features[i][0], 1e-6);
    }
  }

  @Test
  void ordinalAndEmbeddingAreOneColumn() {
    Table table =
        Table.of(
            TextColumn.of("a", List.of("x", "y", "z")),
            TextColumn.of("b", List.of("p", "q", "p")),
            NumberColumn.of("y", 1, 2.5, 7));
    FittedSchema fitted =
        Schema.infer(table, "a=categorical(encoding=ordinal), b=categorical(encoding=embedding)")
            .fit(table);

    assertArrayEquals(new float[][] {{0, 1}, {0.5f, 2}, {1, 1}}, fitted.features(table));
    Table other = Table.of(TextColumn.of("b", List.of("new")), TextColumn.of("a", List.of("z")));
    assertArrayEquals(new float[][] {{1, 0}}, fitted.features(other));
  }

  @Test
  void datesBecomeThePartsThatVary() {
    // 2024-01-01 was a Monday, 2024-02-01 a Thursday.
    DateColumn dates = DateColumn.of("d", 1704067200000L, 1706745600000L, DateColumn.MISSING);
    Table table = Table.of(dates, NumberColumn.of("y", 1, 2.5, 7));
    FittedSchema fitted = Schema.infer(table).fit(table);

    assertEquals(List.of("d.month", "d.weekday", "d.time"), fitted.features());
    assertArrayEquals(new float[][] {{-1, -1, -1}, {1, 1, 1}, {0, 0, 0}}, fitted.features(table));
  }

  @Test
  void targetsAreClassesWordsOrStandardisedNumbers() {
    FittedSchema words = Schema.infer(SMALL).fit(SMALL);
    FittedSchema classes = Schema.infer(SMALL, "kind=target(kind=classes)").fit(SMALL);
    Table numbers =
        Table.of(COLOR, NumberColumn.of("a", 1, 3, 1, 3), NumberColumn.of("b", 5, 5, 9, 9));
    FittedSchema two =
        Schema.infer(numbers, "a=target(kind=number), b=target(kind=number)").fit(numbers);

    assertEquals(new Targets.Binary("no", "yes"), words.targets());
    assertArrayEquals(new float[][] {{0}, {1}, {1}, {0}}, targets(words.dataset(SMALL)));
    assertEquals(new Targets.Classes(List.of("no", "yes")), classes.targets());
    assertArrayEquals(
        new float[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}}, targets(classes.dataset(SMALL)));
    assertArrayEquals(
        new float[][] {{-1, -1}, {1, -1}, {-1, 1}, {1, 1}}, targets(two.dataset(numbers)));
    assertEquals(Map.of("a", 3.0, "b", 6.0), two.prediction(new float[] {1, -0.5f}).values());
    assertEquals("yes", words.prediction(new float[] {0.75f}).label());
    assertEquals(
        Map.of("no", 0.25, "yes", 0.75), words.prediction(new float[] {0.75f}).probabilities());
  }

  @Test
  void severalLabelsAtOnce() {
    Table table =
        Table.of(
            SIZE,
            TextColumn.of("a", List.of("f", "t", "t", "f")),
            NumberColumn.of("b", 0, 0, 1, 1));
    FittedSchema fitted =
        Schema.infer(table, "a=target(kind=labels), b=target(kind=labels)").fit(table);

    assertArrayEquals(
        new float[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}}, targets(fitted.dataset(table)));
    assertEquals("binary_crossentropy", fitted.loss());
    assertEquals("a b", fitted.prediction(new float[] {0.6f, 0.7f}).label());
  }

  @Test
  void textOfAFittedSchemaIsAllOfIt() {
    Table table =
        Table.of(
            COLOR,
            SIZE,
            DateColumn.of("d", 1704067200000L, 1706745600000L, 5, 7),
            TextColumn.of("odd \"name\", =", List.of("a", "b\n", "ü", "a")),
            KIND);
    FittedSchema fitted = Schema.infer(table).fit(table);
    FittedSchema again = FittedSchema.parse(fitted.text());

    assertEquals(fitted.text(), again.text());
    assertArrayEquals(fitted.features(table), again.features(table));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "size|the columns \"size\": \"size\" needs = and a role behind it: ignore, number,"
            + " categorical, date, target",
        "Size=ignore|table: no column is named \"Size\". Did you mean size? The columns are \"color\", \"size\","
            + " \"kind\"",
        "kind=ignore, size=ignore, color=ignore|table: no column is the target; say NAME=target",
        "size=ignore, color=ignore|table: no column is left to learn from; the roles are"
            + " \"color=ignore\", \"size=ignore\", \"kind=target(kind=binary)\"",
        "size=date|table: column \"size\" holds numbers, not dates such as 2024-12-31",
        "size=ignore, size=number|the columns \"size=ignore, size=number\": column \"size\" has two"
            + " roles",
      })
  void badRolesAreRefused(String columns, String message) {
    assertEquals(
        message,
        assertThrows(DataException.class, () -> Schema.infer(SMALL, columns)).getMessage());
  }

  private static float[][] targets(Dataset data) {
    Matrix targets = Matrix.zeros(data.rows(), data.targets().columns());
    for (int row = 0; row < data.rows(); row++) {
      data.readTarget(row, targets, row);
    }
    return targets.toArray();
  }
}
