package dev.nn.data.judge;

import dev.nn.api.DataException;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import dev.nn.math.CounterRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to part the rows of a table into k folds, each of which is judged once by a model that was
 * trained on all others.
 *
 * <pre>{@code
 * Folds folds = Folds.of(5, 42).repeated(3).grouped("patient");
 * }</pre>
 *
 * <p>Each class has its share of every fold: the folds differ by at most one row in each class, and
 * by at most one row in all. Several labels count as one class for each combination; numbers are
 * parted without regard to their size. Which row goes where follows from the seed, the same on
 * every machine and JDK.
 *
 * <p>Rows of one group are never parted, so that a model is not judged by patients, customers or
 * machines that it has met in training. Folds of groups are of about the same size and hold about
 * the same share of each class, as well as the groups allow.
 *
 * @param count the number of folds, at least 2
 * @param repeats how often the rows are parted anew, at least 1
 * @param group the column of the groups, if rows belong together
 * @param seed of the draws
 */
public record Folds(int count, int repeats, Optional<String> group, long seed) {
  /** "folds" in ASCII. */
  private static final long PURPOSE = 0x66_6f_6c_64_73L;

  /** Checks the numbers. */
  public Folds {
    Objects.requireNonNull(group, "group");
    if (count < 2 || repeats < 1) {
      throw new IllegalArgumentException(
          "at least 2 folds and 1 repeat are needed, got %s and %s".formatted(count, repeats));
    }
  }

  /** Folds of single rows, parted once. */
  public static Folds of(int count, long seed) {
    return new Folds(count, 1, Optional.empty(), seed);
  }

  /** The same, parted anew a number of times. */
  public Folds repeated(int times) {
    return new Folds(count, times, group, seed);
  }

  /** The same, where rows with the same cell in this column stay together. */
  public Folds grouped(String column) {
    return new Folds(count, repeats, Optional.of(column), seed);
  }

  /**
   * Parts the rows of a table.
   *
   * @param schema says which columns are the target
   * @return the folds of the first repeat, then those of the others
   * @throws DataException if there are fewer rows or groups than folds, or a row lacks its target
   *     or its group
   */
  public List<Fold> split(Table table, Schema schema) {
    List<Integer> classes = Strata.classes(table, schema);
    Optional<List<Integer>> groups = group.map(name -> groups(table, table.column(name)));
    long units = groups.map(each -> each.stream().distinct().count()).orElse((long) table.rows());
    if (units < count) {
      throw new DataException(
          "%s: %s %s cannot be parted into %s folds"
              .formatted(table.source(), units, group.isPresent() ? "groups" : "rows", count));
    }
    List<Fold> folds = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      CounterRandom random = CounterRandom.of(seed, PURPOSE, repeat);
      int[] chosen =
          groups.isPresent()
              ? Strata.grouped(classes, groups.get(), count, random)
              : Strata.dealt(classes, count, random);
      for (int number = 0; number < count; number++) {
        folds.add(fold(repeat, number, chosen));
      }
    }
    return folds;
  }

  private static Fold fold(int repeat, int number, int[] chosen) {
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int row = 0; row < chosen.length; row++) {
      (chosen[row] == number ? test : train).add(row);
    }
    return new Fold(repeat, number, train, test);
  }

  private static List<Integer> groups(Table table, Column column) {
    for (int row = 0; row < table.rows(); row++) {
      if (column.isMissing(row)) {
        throw new DataException(
            "%s: row %s, column %s: the group is missing; leave out the row or give it one"
                .formatted(table.source(), row + 1, Quoted.text(column.name())));
      }
    }
    return Strata.numbered(table.rows(), column::text);
  }
}
