package dev.nn.data.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {
  private static final String ROLES = "x=number, group=ignore, kind=target";

  /** Classes of about 60, 30 and 10 %, and groups of different sizes. */
  private static Table table(int rows, int groups, long seed) {
    Random random = new Random(seed);
    List<String> kinds = new ArrayList<>();
    List<String> members = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double draw = random.nextDouble();
      kinds.add(draw < 0.6 ? "a" : draw < 0.9 ? "b" : "c");
      double place = random.nextDouble();
      members.add("g" + (i < groups ? i : (int) (groups * place * place)));
    }
    return Table.of(
        NumberColumn.of("x", IntStream.range(0, rows).asDoubleStream().map(Math::sin).toArray()),
        TextColumn.of("group", members),
        TextColumn.of("kind", kinds));
  }

  private static int count(Table table, List<Integer> rows, String kind) {
    return (int) rows.stream().filter(r -> table.column("kind").text(r).equals(kind)).count();
  }

  @ParameterizedTest
  @CsvSource({"100, 5, 1", "101, 7, 2", "53, 10, 3", "20, 20, 4", "3, 2, 5"})
  void everyRowIsTestedOnceAndEachClassHasItsShare(int rows, int count, long seed) {
    Table table = table(rows, rows, seed);
    List<Fold> folds = Folds.of(count, seed).split(table, Schema.infer(table, ROLES));
    assertEquals(count, folds.size());
    Set<Integer> tested = new HashSet<>();
    for (Fold fold : folds) {
      assertTrue(tested.addAll(fold.testRows()));
      Set<Integer> both = new HashSet<>(fold.trainRows());
      both.addAll(fold.testRows());
      assertEquals(rows, both.size());
      assertEquals(rows, fold.trainRows().size() + fold.testRows().size());
      assertTrue(Math.abs(fold.testRows().size() - (double) rows / count) < 1, fold::toString);
      for (String kind : List.of("a", "b", "c")) {
        int all = count(table, IntStream.range(0, rows).boxed().toList(), kind);
        double share = (double) all / count;
        assertTrue(Math.abs(count(table, fold.testRows(), kind) - share) < 1, fold::toString);
      }
      assertEquals(fold.testRows().size(), fold.test(table).rows());
      assertEquals(
          table.column("x").text(fold.trainRows().get(0)), fold.train(table).column("x").text(0));
    }
    assertEquals(rows, tested.size());
  }

  /** At most one largest group more or less than the share of a fold. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void groupsStayTogetherAndFoldsAreAlike(long seed) {
    Table table = table(400, 40, seed);
    List<Fold> folds = Folds.of(4, seed).grouped("group").split(table, Schema.infer(table, ROLES));
    Set<String> seen = new HashSet<>();
    for (Fold fold : folds) {
      Set<String> groups = new HashSet<>();
      fold.testRows().forEach(row -> groups.add(table.column("group").text(row)));
      groups.forEach(group -> assertTrue(seen.add(group), group));
      assertEquals(100, fold.testRows().size(), 12);
      assertEquals(60, count(table, fold.testRows(), "a"), 12);
      assertEquals(30, count(table, fold.testRows(), "b"), 12);
      assertEquals(10, count(table, fold.testRows(), "c"), 8);
    }
    assertEquals(40, seen.size());
  }

  @Test
  void repeatsPartAnewAndTheSeedDecides() {
    Table table = table(60, 10, 1);
    Schema schema = Schema.infer(table, ROLES);
    List<Fold> folds = Folds.of(3, 9).repeated(2).split(table, schema);
    assertEquals(6, folds.size());
    assertEquals(List.of(0, 0, 0, 1, 1, 1), folds.stream().map(Fold::repeat).toList());
    assertEquals(folds, Folds.of(3, 9).repeated(2).split(table, schema));
    assertEquals(folds.subList(0, 3), Folds.of(3, 9).split(table, schema));
    assertNotEquals(folds.get(0).testRows(), folds.get(3).testRows());
    assertNotEquals(folds, Folds.of(3, 10).repeated(2).split(table, schema));
  }

  /** A row is in any of four folds with the same probability, whatever its neighbours are. */
  @Test
  void whereARowGoesIsDrawn() {
    Table table = table(40, 40, 7);
    Schema schema = Schema.infer(table, ROLES);
    int[] firstIn = new int[4];
    int together = 0;
    for (int seed = 0; seed < 400; seed++) {
      for (Fold fold : Folds.of(4, seed).split(table, schema)) {
        if (fold.testRows().contains(0)) {
          firstIn[fold.number()]++;
          together += fold.testRows().contains(1) ? 1 : 0;
        }
      }
    }
    // Four standard deviations of a binomial with n = 400 and p = 1/4 are 35.
    for (int count : firstIn) {
      assertEquals(100, count, 35);
    }
    assertEquals(400 * 9.0 / 39, together, 40);
  }

  @Test
  void numbersArePartedEvenly() {
    Table table = table(50, 10, 1).without("kind");
    Schema schema = Schema.infer(table, "group=categorical, x=target(kind=number)");
    for (Fold fold : Folds.of(5, 1).split(table, schema)) {
      assertEquals(10, fold.testRows().size());
    }
  }

  @Test
  void whatCannotBePartedSaysWhy() {
    Table table = table(10, 3, 1);
    Schema schema = Schema.infer(table, ROLES);
    assertEquals(
        "table: 10 rows cannot be parted into 11 folds",
        assertThrows(DataException.class, () -> Folds.of(11, 1).split(table, schema)).getMessage());
    Folds grouped = Folds.of(4, 1).grouped("group");
    assertEquals(
        "table: 3 groups cannot be parted into 4 folds",
        assertThrows(DataException.class, () -> grouped.split(table, schema)).getMessage());
    Folds unknown = Folds.of(4, 1).grouped("grup");
    assertTrue(
        assertThrows(DataException.class, () -> unknown.split(table, schema))
            .getMessage()
            .contains("no column is named \"grup\""));
    assertThrows(IllegalArgumentException.class, () -> Folds.of(1, 1));
    assertThrows(IllegalArgumentException.class, () -> Folds.of(2, 1).repeated(0));
    Table lacking =
        Table.of(
            NumberColumn.of("x", 1, 2, 3, 4),
            TextColumn.of("group", List.of("p", "q", "", "q")),
            TextColumn.of("kind", List.of("a", "b", "a", "b")));
    assertEquals(
        "table: row 3, column \"group\": the group is missing; leave out the row or give it one",
        assertThrows(
                DataException.class, () -> Folds.of(2, 1).grouped("group").split(lacking, schema))
            .getMessage());
  }
}
