package dev.nn.report;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.data.BundledData;
import dev.nn.data.DataFile;
import dev.nn.data.TableSplit;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import dev.nn.math.CounterRandom;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A model with all that it was made of.
 *
 * @param table all rows
 * @param schema what the columns are for
 * @param split the rows for training, and the others
 * @param model trained on the former
 * @param result of the training
 */
record Trained(
    Table table, Schema schema, TableSplit split, TabularModel model, TrainingResult result) {
  private static final long SEED = 42;

  /** A report with every section. */
  ReportBuilder report(String title) {
    return Report.titled(title)
        .columns(schema, table)
        .judged(model, split)
        .history(result.history())
        .command("./nn train " + title + " --seed " + SEED)
        .seed(SEED);
  }

  /** Fisher's flowers: three classes, of which two are hard to tell apart. */
  static Trained flowers() throws IOException {
    Table table = bundled("iris.csv.gz");
    return of(table, "", "accuracy", 60, "dense(units=16, activation=tanh)");
  }

  /** Handwritten digits: ten classes, 64 columns. */
  static Trained digits() throws IOException {
    return of(
        bundled("digits.csv.gz"),
        "",
        "accuracy",
        12,
        "dense(units=64, activation=relu)",
        "dropout(rate=0.2)",
        "dense(units=32, activation=relu)");
  }

  /** Prices of houses that are made up: numbers, words, dates, and cells that are missing. */
  static Trained houses() {
    CounterRandom random = CounterRandom.of(SEED);
    int rows = 600;
    double[] area = new double[rows];
    double[] rooms = new double[rows];
    double[] price = new double[rows];
    long[] sold = new long[rows];
    List<String> places = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double size = 40 + 180 * random.nextDouble();
      int place = random.nextInt(4);
      places.add(List.of("harbour", "old town", "hills", "suburbs").get(place));
      area[row] = random.nextInt(20) == 0 ? Double.NaN : Math.round(size);
      rooms[row] = Math.max(1, Math.round(size / 28 + random.nextGaussian() * 0.6));
      sold[row] = 1_500_000_000_000L + random.nextInt(2000) * 86_400_000L;
      price[row] =
          Math.round(
              (size * (2600 + 500 * place) + 9000 * rooms[row] + random.nextGaussian() * 25_000)
                  / 1000);
    }
    Table table =
        Table.of(
            NumberColumn.of("living area", area),
            NumberColumn.of("rooms", rooms),
            TextColumn.of("place", places),
            DateColumn.of("sold", sold),
            NumberColumn.of("price", price));
    return of(table, "", "mean_absolute_error", 40, "dense(units=32, activation=relu)");
  }

  /** Two classes and columns with names that a page could take for its own. */
  static Trained hostile() {
    CounterRandom random = CounterRandom.of(SEED);
    int rows = 120;
    double[] numbers = new double[rows];
    List<String> words = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      numbers[row] = random.nextGaussian();
      words.add(row % 3 == 0 ? "<img src=x onerror=alert(2)>" : "\u2028 ]]> <!--");
      answers.add(
          numbers[row] + random.nextGaussian() * 0.5 > 0
              ? "</script><script>document.title='hacked'</script>"
              : "\"' onmouseover=\"alert(3) " + "averylongwordwithoutanyblank".repeat(4));
    }
    Table table =
        Table.of(
            NumberColumn.of("<script>alert(1)</script> {{script}}", numbers),
            TextColumn.of("$1 \\0 &amp; <b>", words),
            TextColumn.of("<b>answer</b>", answers));
    return of(table, "", "accuracy", 20, "dense(units=4, activation=sigmoid)");
  }

  /** 30 classes and 500 columns, of which 499 tell nothing. */
  static Trained crowd() {
    CounterRandom random = CounterRandom.of(SEED);
    int rows = 300;
    List<Column> columns = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      classes.add("a class with a long name, number " + row % 30);
    }
    for (int column = 0; column < 499; column++) {
      double[] numbers = new double[rows];
      for (int row = 0; row < rows; row++) {
        numbers[row] = column == 0 ? row % 30 : random.nextGaussian();
      }
      columns.add(NumberColumn.of("measurement number " + column, numbers));
    }
    columns.add(TextColumn.of("class", classes));
    return of(Table.of(columns.toArray(Column[]::new)), "", "accuracy", 3, "dense(units=16)");
  }

  /** Houses of which only one was kept aside for the test. */
  static Trained oneOfTheHouses() {
    Trained all = houses();
    TableSplit split = TableSplit.given(all.split.train(), all.split.test().select(new int[] {0}));
    return new Trained(all.table, all.schema, split, all.model, all.result);
  }

  /** Flowers of which only one was kept aside for the test, so that there is one class. */
  static Trained oneOfTheFlowers() throws IOException {
    Trained all = flowers();
    TableSplit split = TableSplit.given(all.split.train(), all.split.test().select(new int[] {0}));
    return new Trained(all.table, all.schema, split, all.model, all.result);
  }

  private static Table bundled(String name) throws IOException {
    try (InputStream in = BundledData.class.getResourceAsStream(name)) {
      return DataFile.of(name, in.readAllBytes()).read();
    }
  }

  private static Trained of(
      Table table, String columns, String metric, int epochs, String... hiddenLayers) {
    Schema schema = Schema.infer(table, columns);
    TableSplit split = TableSplit.of(table, schema, 0.8, SEED);
    FittedSchema fitted = schema.fit(split.train());
    Trainer trainer =
        Trainer.builder()
            .loss(fitted.loss())
            .optimizer("adam(learning_rate=0.01)")
            .epochs(epochs)
            .metric(metric)
            .validationSplit(0.2)
            .seed(SEED)
            .build();
    List<String> layers = new ArrayList<>(List.of(hiddenLayers));
    layers.add(fitted.outputLayer());
    Network network = Network.of(fitted.shape(), layers.toArray(String[]::new));
    TrainingResult result = trainer.fit(network, fitted.dataset(split.train()));
    return new Trained(table, schema, split, TabularModel.of(fitted, result.model()), result);
  }
}
