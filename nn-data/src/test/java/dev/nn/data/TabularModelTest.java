package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Targets;
import dev.nn.data.judge.Judgement;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Prediction;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabularModelTest {
  private static final long SEED = 4;

  private static Table table(String text) throws IOException {
    return DataFile.of("data.csv", text.getBytes(StandardCharsets.UTF_8)).read();
  }

  /** Expensive ones are old and of the town, or large; ids and dates come along. */
  private static Table mixed(int rows) throws IOException {
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder("id,size,place,built,kind\n");
    for (int i = 0; i < rows; i++) {
      double size = 20 + 80 * random.nextDouble();
      String place = List.of("town", "village", "farm").get(random.nextInt(3));
      String kind = size > 70 || (place.equals("town") && size > 40) ? "dear" : "cheap";
      text.append("h").append(i).append(',').append(random.nextInt(20) == 0 ? "?" : size);
      text.append(',').append(place).append(',');
      text.append("19%02d-0%d-1%d".formatted(random.nextInt(100), 1 + i % 9, i % 10));
      text.append(',').append(kind).append('\n');
    }
    return table(text.toString());
  }

  @Test
  void aTableOfMixedColumnsIsLearntWithoutAWord() throws IOException {
    Table rows = mixed(600);
    Schema schema = Schema.infer(rows);
    TableSplit split = TableSplit.of(rows, schema, 0.8, SEED);
    assertEquals(480, split.train().rows());
    TabularModel model = TabularModel.train(split.train(), schema);
    Judgement judgement = Judgement.of(model, split.train(), split.test());
    assertEquals("accuracy", judgement.measure());
    assertTrue(judgement.value() > 0.85, judgement::toString);
    assertTrue(judgement.baseline() < 0.75, judgement::toString);
    assertTrue(judgement.isBetterThanGuessing());
    assertEquals(List.of("id"), model.schema().ignoredColumns());
  }

  @Test
  void whatWasSavedPredictsTheSameBits(@TempDir Path folder) throws IOException {
    Table rows = mixed(200);
    TabularModel model = TabularModel.train(rows, Schema.infer(rows));
    Path file = folder.resolve("model.safetensors");
    model.save(file);
    TabularModel loaded = TabularModel.load(file);
    assertEquals(model.schema(), loaded.schema());
    assertEquals(model.predict(rows), loaded.predict(rows));
    assertEquals(model.schema().features(), Model.load(file).featureNames());
    Path again = folder.resolve("again.safetensors");
    loaded.save(again);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
  }

  @Test
  void rowByRowEqualsAllAtOnceWhateverTheOrderOfColumns() throws IOException {
    Table rows = mixed(100);
    TabularModel model = TabularModel.train(rows, Schema.infer(rows));
    List<Prediction> all = model.predict(rows);
    assertEquals(all, model.predict(rows.columns("built", "place", "size")));
    List<Prediction> one = new ArrayList<>();
    for (int i = 0; i < rows.rows(); i++) {
      one.addAll(model.predict(rows.select(i)));
    }
    assertEquals(all, one);
    Map<String, Object> cells = new HashMap<>();
    cells.put("size", Double.valueOf(rows.column("size").text(1)));
    cells.put("place", rows.column("place").text(1));
    cells.put("built", rows.column("built").text(1));
    assertEquals(all.get(1).label(), model.predict(cells).label());
  }

  @Test
  void aNewTableThatDoesNotFitIsRefusedByName() throws IOException {
    Table rows = mixed(60);
    TabularModel model = TabularModel.train(rows, Schema.infer(rows));
    String missing =
        assertThrows(DataException.class, () -> model.predict(rows.without("size"))).getMessage();
    assertTrue(missing.contains("size"), missing);
    Table words = table("size,place,built\nlarge,town,1950-01-01\n");
    String kind = assertThrows(DataException.class, () -> model.predict(words)).getMessage();
    assertTrue(kind.contains("size"), kind);
    String unknown =
        assertThrows(DataException.class, () -> model.predict(Map.of("sise", 5))).getMessage();
    assertTrue(unknown.contains("sise") && unknown.contains("size"), unknown);
    Table extra = table("size,place,built,colour\n50,moon,1950-01-01,red\n");
    String differences = model.schema().differences(extra).toString();
    assertTrue(differences.contains("moon") && differences.contains("colour"), differences);
  }

  /** Mean 20, standard deviation √(200/3): (10 − 20) / 8.16 = −1.2247. */
  @Test
  void numbersAreStandardisedInDoubleAndTargetsComeBackInTheirUnit() throws IOException {
    Table rows = table("t,y\n1700000000010,10\n1700000000020,20\n1700000000030,30\n");
    FittedSchema schema = Schema.infer(rows, "y=target(kind=number), t=number").fit(rows);
    float[][] features = schema.features(rows);
    assertEquals(-1.2247449, features[0][0], 1e-6);
    assertEquals(0, features[1][0], 1e-6);
    assertEquals(20, schema.prediction(new float[] {0}).values().get("y"), 1e-9);
    assertEquals(30, schema.prediction(new float[] {1.2247449f}).values().get("y"), 1e-5);
    assertEquals(schema, FittedSchema.parse(schema.text()));
  }

  @Test
  void guessingTheMeanIsTheBaselineOfNumbers() throws IOException {
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i < 200; i++) {
      double x = random.nextDouble();
      text.append(x).append(',').append(1000 * x * x).append('\n');
    }
    Table rows = table(text.toString());
    Schema schema = Schema.infer(rows);
    TableSplit split = TableSplit.of(rows, schema, 0.75, SEED);
    TabularModel model = TabularModel.train(split.train(), schema);
    Judgement judgement = Judgement.of(model, split.train(), split.test());
    assertEquals("rmse", judgement.measure());
    assertTrue(judgement.value() < 40, judgement::toString);
    assertEquals(300, judgement.baseline(), 40);
  }

  @Test
  void suspiciousColumnsAreToldInWords() throws IOException {
    Table constant = table("a,b,y\n1,5,x\n1,6,z\n1,7,x\n1,8,z\n");
    assertTrue(
        Schema.infer(constant).remarks().stream().anyMatch(r -> r.contains("\"a\"")),
        () -> Schema.infer(constant).remarks().toString());
    Table leak = table("a,b,y\n1,x,x\n2,z,z\n3,x,x\n4,z,z\n");
    assertTrue(
        Schema.infer(leak).remarks().stream().anyMatch(r -> r.contains("\"b\"")),
        () -> Schema.infer(leak).remarks().toString());
  }

  @Test
  void numbersWithADecimalCommaAreRecognisedAndTheAdviceHelps() throws IOException {
    byte[] text = "x;y\n1,5;a\n2,5;b\n3;a\n4,25;b\n".getBytes(StandardCharsets.UTF_8);
    Table read = DataFile.of("data.csv", text).read();
    String refused = assertThrows(DataException.class, () -> Schema.infer(read)).getMessage();
    assertTrue(refused.contains("--decimal-comma"), refused);
    Table advised = DataFile.of("data.csv", text).decimalComma().read();
    assertEquals("4.25", advised.column("x").text(3));
    assertFalse(Schema.infer(advised).remarks().toString().contains("decimal"));
  }

  @Test
  void aModelWithoutASchemaSaysSo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plain.safetensors");
    Model.initial(Network.of(Shape.of(1), "dense(units=1)"), 0).save(file);
    String message = assertThrows(DataException.class, () -> TabularModel.load(file)).getMessage();
    assertTrue(message.contains("without a schema"), message);
    assertFalse(message.contains("null"), message);
  }

  /** Each number column takes several of the 20,000 values that a text from elsewhere may have. */
  @Test
  void aSchemaOfThousandsOfColumnsAndCategoriesIsReadAgain(@TempDir Path folder)
      throws IOException {
    int columns = 6_000;
    StringBuilder text = new StringBuilder("user");
    for (int i = 0; i < columns; i++) {
      text.append(",x").append(i);
    }
    text.append(",kind\n");
    for (int row = 0; row < 12; row++) {
      text.append('u').append(row);
      for (int i = 0; i < columns; i++) {
        text.append(',').append((row * 7 + i) % 5 + 0.5);
      }
      text.append(row % 2 == 0 ? ",a\n" : ",b\n");
    }
    Table rows = table(text.toString());
    TabularModel model = TabularModel.train(rows, Schema.infer(rows, "user=categorical"));
    Path file = folder.resolve("wide.safetensors");
    model.save(file);
    assertEquals(model.predict(rows), TabularModel.load(file).predict(rows));

    StringBuilder users = new StringBuilder("user,kind\n");
    for (int i = 0; i < 25_000; i++) {
      users.append("user").append(i).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    Table many = table(users.toString());
    FittedSchema schema =
        Schema.infer(many, "user=categorical(encoding=embedding), kind=target").fit(many);
    assertEquals(schema, FittedSchema.parse(schema.text()));
  }

  /** In a file of words 1.0 is a text, in one of numbers it is 1. */
  @Test
  void categoriesAreFoundAsTheSameNumberToo() throws IOException {
    Table mixed = table("code,kind\n1.0,2.0\n2.0,2.0\nn/k,no\n007,no\n2.0,no\nn/k,2.0\n");
    FittedSchema schema =
        Schema.infer(mixed, "code=categorical, kind=target(kind=classes)").fit(mixed);
    Table numbers = table("code,kind\n1,2\n2,2\n7,2\n");
    float[][] features = schema.features(numbers);
    assertEquals(List.of("code=007", "code=1.0", "code=2.0", "code=n/k"), schema.features());
    assertArrayEquals(new float[] {0, 1, 0, 0}, features[0]);
    assertArrayEquals(new float[] {0, 0, 1, 0}, features[1]);
    assertArrayEquals(new float[] {0, 0, 0, 0}, features[2], "a code with zeros is no number");
    assertArrayEquals(schema.targets(mixed)[0], schema.targets(numbers)[0]);
    TabularModel model = TabularModel.train(mixed, Schema.infer(mixed, "code=categorical"));
    assertEquals(3, Judgement.of(model, mixed, numbers).rows());

    Table both = table("code,y\n1,a\n1.0,b\nx,a\n");
    FittedSchema ambiguous = Schema.infer(both, "code=categorical").fit(both);
    assertArrayEquals(
        new float[] {0, 0, 0}, ambiguous.features(table("code\n1.5\n2\n"))[1], "unknown");
    assertArrayEquals(
        new float[] {1, 0, 0}, ambiguous.features(table("code\n1\n2\n"))[0], "as written");

    Table numbered = table("code,y\n1,a\n2,b\n3,a\n");
    FittedSchema ofNumbers = Schema.infer(numbered, "code=categorical").fit(numbered);
    assertArrayEquals(new float[] {0, 1, 0}, ofNumbers.features(table("code\nx\n2.0\n"))[1]);
  }

  /** Versions, hashes and codes only look like numbers. */
  @Test
  void amongWordsCategoriesAreWhatIsWritten() throws IOException {
    Table rows = table("version,sha,y\n1.1,1e3,a\n1.2,ab,b\ndev,cd,a\n");
    FittedSchema schema =
        Schema.infer(rows, "version=categorical(unknown=refuse), sha=categorical").fit(rows);
    Table others = table("version,sha,y\n1.10,1e3,a\ndev,10e2,b\nx,y,a\n");
    assertThrows(DataException.class, () -> schema.features(others));
    FittedSchema lenient = Schema.infer(rows, "version=categorical, sha=categorical").fit(rows);
    assertArrayEquals(new float[] {0, 0, 0, 1, 0, 0}, lenient.features(others)[0]);
    assertArrayEquals(new float[] {0, 0, 1, 0, 0, 0}, lenient.features(others)[1]);
  }

  @Test
  void labelsThatOccurTwiceKeepTheirPlaces() {
    FittedSchema schema = FittedSchema.of(new Targets.Classes(List.of("a", "a", "b")));
    Prediction prediction = schema.prediction(new float[] {0.1f, 0.2f, 0.7f});
    assertEquals("b", prediction.label());
    assertEquals(0.7f, prediction.probabilities().get("b"), 1e-6);
    assertEquals(2, prediction.probabilities().size());
    assertEquals(Set.of("a", "b"), prediction.probabilities().keySet());
  }

  @Test
  void whatIsNoAnswerIsSaid() {
    FittedSchema numbers = FittedSchema.of(new Targets.Real(1));
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      DataException e =
          assertThrows(DataException.class, () -> numbers.prediction(new float[] {bad}));
      assertTrue(e.getMessage().startsWith("the network predicts " + bad), e.getMessage());
    }
  }

  @Test
  void oneLabelIsYesOrNo() throws IOException {
    StringBuilder text = new StringBuilder("x,ill\n");
    for (int i = 0; i < 60; i++) {
      text.append(i).append(i > 30 ? ",yes\n" : ",no\n");
    }
    Table rows = table(text.toString());
    TabularModel model =
        TabularModel.train(rows, Schema.infer(rows, "x=number, ill=target(kind=labels)"));
    Judgement judgement = Judgement.of(model, rows, rows);
    assertEquals("accuracy", judgement.measure());
    assertTrue(judgement.value() > 0.9, judgement::toString);
    Prediction last = model.predict(rows).get(59);
    assertEquals("yes", last.label());
    assertEquals(List.of("no", "yes"), List.copyOf(last.probabilities().keySet()));
    FittedSchema old =
        FittedSchema.parse(model.schema().text().replace("target=binary(", "target=labels("));
    assertEquals(last, old.prediction(model.model().predict(old.features(rows)[59])));
  }
}
