package dev.nn.examples.training;

import dev.nn.data.MappedTable;
import dev.nn.data.TableSplit;
import dev.nn.data.judge.Folds;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.examples.tables.DataOptions;
import dev.nn.examples.tables.TableOptions;
import dev.nn.examples.tables.TestShareOption;
import dev.nn.examples.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say by which rows a model is judged. */
final class JudgingOptions {
  @Mixin private TestShareOption testShare = new TestShareOption();

  @Option(
      names = "--test-data",
      paramLabel = "FILE",
      description = "A table with the rows for the test; all rows of DATA are learnt from then.")
  private Optional<Path> testData = Optional.empty();

  @Option(
      names = "--folds",
      paramLabel = "K",
      description = {
        "Judge by cross-validation instead of one test: divide the rows into K parts, and test on each of"
            + " them a model that learns from the others. The model that is kept learns from all rows."
      })
  private Optional<Integer> folds = Optional.empty();

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description =
          "With --folds: keep rows with the same cell in this column together, such as those of one patient.")
  private Optional<String> group = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /**
   * Looks whether the options go together.
   *
   * @throws ParameterException if they do not
   */
  void check() {
    testShare.check();
    if (folds.isPresent() && folds.get() < 2) {
      throw given().wrong("--folds must be at least 2, got " + folds.get());
    }
    if (folds.isPresent() && (testData.isPresent() || testShare.isGiven())) {
      throw given()
          .wrong(
              "--folds tests every row once, so %s cannot be given with it; leave one of them out"
                  .formatted(testData.isPresent() ? "--test-data" : "--test"));
    }
    if (folds.isEmpty() && group.isPresent()) {
      throw given().wrong("--group keeps rows together in the parts of --folds; add --folds 5");
    }
  }

  /**
   * Looks whether the options go together with a converted table, whose cells are numbers for good.
   *
   * @throws ParameterException if they do not
   */
  void checkConverted(String data) {
    for (String option : List.of("--folds", "--target", "--columns", "--query")) {
      if (given().has(option)) {
        throw given()
            .wrong(
                "%s needs the table itself, but %s is a converted one; name the table that it was made of, or leave out %s"
                    .formatted(option, data, option));
      }
    }
  }

  boolean isByFolds() {
    return folds.isPresent();
  }

  Folds folds(long seed) {
    return new Folds(folds.orElseThrow(), 1, group, seed);
  }

  TableSplit split(Table rows, Schema schema, DataOptions data, long seed, Terminal chat)
      throws IOException {
    if (testData.isEmpty()) {
      return TableSplit.of(rows, schema, 1 - testShare.of(rows.rows()), seed);
    }
    Table test = data.readFile(testData.get(), chat);
    return TableSplit.given(rows, TableOptions.labelled(test, schema.targetColumns(), chat));
  }

  ConvertedTable converted(Path file, long seed) throws IOException {
    MappedTable table = MappedTable.open(file);
    return testData.isEmpty()
        ? ConvertedTable.divided(table, testShare.of(table.rows()), seed)
        : ConvertedTable.of(file, table, testData.get());
  }

  private Given given() {
    return new Given(command);
  }
}
