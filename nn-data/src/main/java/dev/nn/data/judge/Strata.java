package dev.nn.data.judge;

import dev.nn.data.schema.ColumnPlan;
import dev.nn.data.schema.Role;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Column;
import dev.nn.data.table.Table;
import dev.nn.math.CounterRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Parts rows so that each fold is like the whole. */
final class Strata {
  private Strata() {}

  /** The number of the class of each row; 0 for all where numbers are predicted. */
  static List<Integer> classes(Table table, Schema schema) {
    List<Column> columns = new ArrayList<>();
    for (ColumnPlan plan : schema.columns()) {
      if (plan.role() instanceof Role.Target target) {
        Answers.checkPresent(table, plan.name());
        if (target.kind() != Role.TargetKind.NUMBER) {
          columns.add(table.column(plan.name()));
        }
      }
    }
    return numbered(table.rows(), row -> columns.stream().map(column -> column.text(row)).toList());
  }

  /** Numbers what rows have, in the order in which it comes first. */
  static List<Integer> numbered(int rows, IntFunction<Object> key) {
    Map<Object, Integer> known = new HashMap<>();
    List<Integer> numbers = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Object of = key.apply(row);
      int next = known.size();
      numbers.add(known.computeIfAbsent(of, unknown -> next));
    }
    return numbers;
  }

  /** The fold of each row: each class is shuffled, and all are dealt round and round. */
  static int[] dealt(List<Integer> classes, int folds, CounterRandom random) {
    int[] chosen = new int[classes.size()];
    int next = 0;
    for (List<Integer> rows : members(classes)) {
      shuffle(rows, random);
      for (int row : rows) {
        chosen[row] = next;
        next = (next + 1) % folds;
      }
    }
    return chosen;
  }

  /**
   * The fold of each row, where groups stay together: the largest group comes first, and each goes
   * where it makes the folds most alike, which is where the sum of the squares of the shares of
   * each class in each fold, and of the sizes of the folds, stays smallest.
   */
  static int[] grouped(
      List<Integer> classes, List<Integer> groups, int folds, CounterRandom random) {
    List<List<Integer>> members = members(groups);
    shuffle(members, random);
    members.sort(Comparator.comparingInt(rows -> -rows.size()));
    double[] sizes = members(classes).stream().mapToDouble(List::size).toArray();
    double[][] held = new double[folds][sizes.length];
    int[] rowsOf = new int[folds];
    int[] chosen = new int[classes.size()];
    for (List<Integer> rows : members) {
      double[] added = new double[sizes.length];
      rows.forEach(row -> added[classes.get(row)]++);
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int fold = 0; fold < folds; fold++) {
        double rise = rise(rowsOf[fold], rows.size(), classes.size());
        for (int i = 0; i < sizes.length; i++) {
          rise += rise(held[fold][i], added[i], sizes[i]);
        }
        if (rise < least) {
          least = rise;
          best = fold;
        }
      }
      for (int i = 0; i < sizes.length; i++) {
        held[best][i] += added[i];
      }
      rowsOf[best] += rows.size();
      for (int row : rows) {
        chosen[row] = best;
      }
    }
    return chosen;
  }

  /** By how much the square of a share rises. */
  private static double rise(double held, double added, double all) {
    return ((held + added) * (held + added) - held * held) / (all * all);
  }

  /** The rows with each number. */
  private static List<List<Integer>> members(List<Integer> numbers) {
    List<List<Integer>> members = new ArrayList<>();
    for (int row = 0; row < numbers.size(); row++) {
      if (numbers.get(row) == members.size()) {
        members.add(new ArrayList<>());
      }
      members.get(numbers.get(row)).add(row);
    }
    return members;
  }

  private static void shuffle(List<?> list, CounterRandom random) {
    for (int left = list.size(); left > 1; left--) {
      Collections.swap(list, random.nextInt(left), left - 1);
    }
  }
}
