package dev.nn.dflib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.DataException;
import dev.nn.data.DataFile;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.Prediction;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dflib.DataFrame;
import org.dflib.Extractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of data frames. */
class DataFrameTrainingTest {
  private static final long SEED = 12;

  private enum Place {
    TOWN,
    FARM
  }

  private record House(
      int rooms,
      long number,
      Double size,
      boolean garden,
      Place place,
      LocalDate built,
      String kind) {

    static House random(Random random) {
      int rooms = 1 + random.nextInt(6);
      Place place = Place.values()[random.nextInt(2)];
      return new House(
          rooms,
          1_000_000_000_000L + random.nextInt(1_000_000),
          random.nextInt(20) == 0 ? null : 20 * rooms + random.nextDouble(),
          random.nextBoolean(),
          place,
          LocalDate.of(1900 + random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28)),
          rooms > 3 || place == Place.TOWN ? "dear" : "cheap");
    }

    String line() {
      return "%s,%s,%s,%s,%s,%s,%s%n"
          .formatted(rooms, number, size == null ? "" : size, garden, place, built, kind);
    }
  }

  private static List<House> houses() {
    Random random = new Random(SEED);
    List<House> houses = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      houses.add(House.random(random));
    }
    return houses;
  }

  private static DataFrame frame() {
    return DataFrame.byRow(
            Extractor.$int(House::rooms),
            Extractor.$long(House::number),
            Extractor.$col(House::size),
            Extractor.$bool(House::garden),
            Extractor.$col(House::place),
            Extractor.$col(House::built),
            Extractor.$col(House::kind))
        .columnNames("rooms", "number", "size", "garden", "place", "built", "kind")
        .ofIterable(houses());
  }

  private static TabularModel train(Table table, String columns) {
    return TabularModel.train(table, Schema.infer(table, columns));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind=target
          garden=target(kind=labels), place=target(kind=labels)
          rooms=target(kind=number)
          """)
  void aDataFrameGivesTheModelOfTheSameCsv(String columns, @TempDir Path folder)
      throws IOException {
    StringBuilder text = new StringBuilder("rooms,number,size,garden,place,built,kind\n");
    houses().forEach(house -> text.append(house.line()));
    Table csv = DataFile.of("houses.csv", text.toString().getBytes(StandardCharsets.UTF_8)).read();
    Path ofCsv = folder.resolve("csv.safetensors");
    train(csv, columns).save(ofCsv);
    Path ofFrame = folder.resolve("frame.safetensors");
    train(DataFrames.table(frame()), columns).save(ofFrame);
    assertArrayEquals(Files.readAllBytes(ofCsv), Files.readAllBytes(ofFrame));
  }

  @Test
  void classesStandBesideTheColumnsThatTheyFollowFrom() {
    DataFrame frame = frame();
    TabularModel model = train(DataFrames.table(frame), "kind=target");
    DataFrame predicted = DataFrames.predict(model, frame);
    assertEquals(
        List.of("predicted_kind", "probability_cheap", "probability_dear"),
        added(frame, predicted));
    assertSame(frame.getColumn("place"), predicted.getColumn("place"));
    List<Prediction> predictions = model.predict(DataFrames.table(frame));
    assertEquals(
        predictions.stream().map(Prediction::label).toList(),
        predicted.getColumn("predicted_kind").toList());
    assertEquals(
        predictions.stream().map(prediction -> prediction.probabilities().get("dear")).toList(),
        predicted.getColumn("probability_dear").toList());
  }

  @Test
  void numbersStandInTheirUnit() {
    DataFrame frame = frame();
    TabularModel model = train(DataFrames.table(frame), "rooms=target(kind=number)");
    DataFrame predicted = DataFrames.predict(model, frame);
    assertEquals(List.of("predicted_rooms"), added(frame, predicted));
    assertEquals(
        model.predict(DataFrames.table(frame)).stream()
            .map(prediction -> prediction.values().get("rooms"))
            .toList(),
        predicted.getColumn("predicted_rooms").toList());
  }

  @Test
  void severalLabelsHaveAColumnEach() {
    DataFrame frame = frame();
    TabularModel model =
        train(DataFrames.table(frame), "garden=target(kind=labels), place=target(kind=labels)");
    DataFrame predicted = DataFrames.predict(model, frame);
    assertEquals(
        List.of("predicted_garden", "predicted_place", "probability_garden", "probability_place"),
        added(frame, predicted));
    for (int row = 0; row < frame.height(); row++) {
      double town = (double) predicted.get("probability_place", row);
      assertEquals(town > 0.5 ? "TOWN" : "FARM", predicted.get("predicted_place", row));
    }
  }

  @Test
  void aNameThatIsTakenGetsAnUnderscore() {
    DataFrame frame = frame();
    TabularModel model = train(DataFrames.table(frame), "rooms=target(kind=number)");
    DataFrame twice = DataFrames.predict(model, DataFrames.predict(model, frame));
    assertEquals(List.of("predicted_rooms", "predicted_rooms_"), added(frame, twice));
    assertEquals(
        twice.getColumn("predicted_rooms").toList(), twice.getColumn("predicted_rooms_").toList());
  }

  @Test
  void noRowsHaveNoPredictionsButTheirColumns() {
    DataFrame frame = frame();
    TabularModel model = train(DataFrames.table(frame), "kind=target");
    DataFrame none = DataFrames.predict(model, frame.rows(row -> false).select());
    assertEquals(0, none.height());
    assertEquals(
        List.of("predicted_kind", "probability_cheap", "probability_dear"), added(frame, none));
  }

  @Test
  void aColumnThatTheModelNeedsIsNamed() {
    DataFrame frame = frame();
    TabularModel model = train(DataFrames.table(frame), "kind=target");
    DataFrame without = frame.colsExcept("size").select();
    assertEquals(
        "data frame: the model was trained with a column \"size\", which this table lacks",
        assertThrows(DataException.class, () -> DataFrames.predict(model, without)).getMessage());
  }

  private static List<String> added(DataFrame before, DataFrame after) {
    List<String> names = List.of(after.getColumnsIndex().toArray());
    assertEquals(List.of(before.getColumnsIndex().toArray()), names.subList(0, before.width()));
    return names.subList(before.width(), names.size());
  }
}
