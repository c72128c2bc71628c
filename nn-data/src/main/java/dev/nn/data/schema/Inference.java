package dev.nn.data.schema;

import static java.util.stream.Collectors.joining;

import dev.nn.api.DataException;
import dev.nn.api.Spec;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what the columns of a table are for, by the rules that {@link Schema} states. */
final class Inference {
  static final int MOST_CLASSES = 20;
  private static final int ROWS_A_CLASS = 5;
  private static final int FEW_CATEGORIES = 20;
  private static final int MOST_CATEGORIES = 1000;
  private static final int FEW_NUMBERS = 10;

  private final TableFacts table;
  private final Map<String, Spec> given;
  private final List<String> remarks = new ArrayList<>();

  private Inference(TableFacts table, Map<String, Spec> given) {
    this.table = table;
    this.given = given;
  }

  static Schema schema(TableBlocks rows, String columns) throws IOException {
    Map<String, Spec> given = RoleParser.parse(columns);
    TableFacts facts = TableFacts.of(rows, first -> targets(first, given));
    return new Inference(facts, given).schema();
  }

  /** The columns that are told to be targets, or else the last one that is told nothing. */
  private static List<String> targets(Table first, Map<String, Spec> given) {
    given.keySet().forEach(first::column);
    List<String> told =
        given.entrySet().stream()
            .filter(role -> role.getValue().name().equals("target"))
            .map(Map.Entry::getKey)
            .toList();
    List<String> untold = first.names().stream().filter(name -> !given.containsKey(name)).toList();
    return told.isEmpty() && !untold.isEmpty()
        ? untold.subList(untold.size() - 1, untold.size())
        : told;
  }

  private Schema schema() {
    List<String> names = table.names();
    boolean hasTarget = given.values().stream().anyMatch(spec -> spec.name().equals("target"));
    // The last column that nobody gave another role.
    @Nullable String last = null;
    for (String name : names) {
      last = given.containsKey(name) ? last : name;
    }
    List<ColumnPlan> plans = new ArrayList<>();
    for (ColumnFacts column : table.columns()) {
      Spec spec = given.get(column.name());
      if (spec != null) {
        Role role = role(column, spec);
        plans.add(new ColumnPlan(column.name(), column.kind(), role, "as told"));
      } else if (!hasTarget && column.name().equals(last)) {
        Role role = new Role.Target(targetKind(column));
        plans.add(new ColumnPlan(column.name(), column.kind(), role, "the last column"));
      } else {
        plans.add(feature(column));
      }
    }
    checkPlans(plans);
    for (ColumnPlan plan : plans) {
      if (plan.role() instanceof Role.Target) {
        Suspicions.ofTarget(table, plans, plan.name(), remarks);
      }
    }
    return new Schema(table.source(), plans, remarks);
  }

  private Role role(ColumnFacts column, Spec spec) {
    Role role = RoleParser.role(spec, targetKind(column));
    if (role instanceof Role.Date && !column.holdsDates()) {
      throw new DataException(
          "%s: column %s holds %s, not dates such as 2024-12-31"
              .formatted(table.source(), Quoted.text(column.name()), column.kind()));
    }
    return role;
  }

  private ColumnPlan feature(ColumnFacts column) {
    String name = column.name();
    long present = column.present();
    if (present == 0) {
      remarks.add(
          "column %s has no cell that is not missing; it is left out".formatted(Quoted.text(name)));
      return plan(column, new Role.Ignore(), "empty");
    }
    if (column.distinct() == 1) {
      remarks.add(
          "column %s is constant, %s in every row; it is left out"
              .formatted(Quoted.text(name), Quoted.text(column.first())));
      return plan(column, new Role.Ignore(), "constant");
    }
    if (column.holdsDates()) {
      return plan(column, Role.Date.DEFAULT, "dates");
    }
    if (column.holdsNumbers()) {
      if (column.counts() && column.rows() > FEW_NUMBERS) {
        remarks.add(
            "column %s counts the rows; it is left out (use it with %s=number)"
                .formatted(Quoted.text(name), name));
        return plan(column, new Role.Ignore(), "counts the rows");
      }
      if (column.whole()
          && column.distinct() > 2
          && column.distinct() <= Math.min(FEW_NUMBERS, present / 3)) {
        remarks.add(
            "column %s has %s different whole numbers; if they are codes, say %s=categorical"
                .formatted(Quoted.text(name), column.distinct(), name));
      }
      return plan(column, Role.Numeric.DEFAULT, "numbers");
    }
    if (column.decimalCommas()) {
      remarks.add(decimalCommas(name));
    }
    boolean isFew =
        (column.distinct() <= FEW_CATEGORIES && column.distinct() < Math.max(present, 3))
            || column.distinct() <= Math.min(MOST_CATEGORIES, present / 10);
    if (!isFew) {
      remarks.add(
          "column %s has %s different texts in %s rows, as names and ids do; it is left out%s"
              .formatted(
                  Quoted.text(name),
                  column.distinct() == ColumnFacts.MOST_COUNTED
                      ? column.distinct() + " or more"
                      : column.distinct(),
                  column.rows(),
                  column.distinct() == present
                      ? ""
                      : " (use it with %s=categorical)".formatted(name)));
      return plan(column, new Role.Ignore(), "too many different texts");
    }
    return plan(column, Role.Categorical.DEFAULT, column.distinct() + " categories");
  }

  static String decimalCommas(String column) {
    return "column %s holds numbers with a comma for the decimal point or points between thousands: read the table with --decimal-comma, in Java with DataFile.of(file).decimalComma()"
        .formatted(Quoted.text(column));
  }

  private static ColumnPlan plan(ColumnFacts column, Role role, String why) {
    return new ColumnPlan(column.name(), column.kind(), role, why);
  }

  private static Role.TargetKind targetKind(ColumnFacts column) {
    if (column.distinct() == 2 && (!column.holdsNumbers() || column.whole())) {
      return Role.TargetKind.BINARY;
    }
    if (!column.holdsNumbers()) {
      return Role.TargetKind.CLASSES;
    }
    boolean isClasses =
        column.whole()
            && column.distinct() <= MOST_CLASSES
            && (long) ROWS_A_CLASS * column.distinct() <= column.rows();
    return isClasses ? Role.TargetKind.CLASSES : Role.TargetKind.NUMBER;
  }

  private void checkPlans(List<ColumnPlan> plans) {
    List<ColumnPlan> targets =
        plans.stream().filter(plan -> plan.role() instanceof Role.Target).toList();
    if (targets.isEmpty()) {
      throw new DataException(table.source() + ": no column is the target; say NAME=target");
    }
    boolean single =
        targets.stream()
            .map(plan -> ((Role.Target) plan.role()).kind())
            .anyMatch(kind -> kind == Role.TargetKind.CLASSES || kind == Role.TargetKind.BINARY);
    boolean mixed =
        targets.stream().map(plan -> ((Role.Target) plan.role()).kind()).distinct().count() > 1;
    if (targets.size() > 1 && (single || mixed)) {
      throw new DataException(
          "%s: the targets %s are not all numbers or all labels; say %s=target(kind=number), or (kind=labels) for yes or no each"
              .formatted(
                  table.source(),
                  Quoted.list(targets.stream().map(ColumnPlan::name).toList()),
                  targets.get(0).name()));
    }
    if (plans.stream()
        .allMatch(p -> p.role() instanceof Role.Target || p.role() instanceof Role.Ignore)) {
      throw new DataException(
          "%s: no column is left to learn from; the roles are %s%s"
              .formatted(
                  table.source(),
                  Quoted.list(plans.stream().map(p -> p.name() + "=" + p.role().spec()).toList()),
                  remarks.stream().map(remark -> "\n" + remark).collect(joining())));
    }
  }
}
