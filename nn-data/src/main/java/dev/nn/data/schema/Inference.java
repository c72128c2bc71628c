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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what the columns of a table are for, by the rules that {@link Schema} states. */
final class Inference {
  static final int MOST_CLASSES = 20;
  private static final int ROWS_A_CLASS = 5;
  private static final int FEW_CATEGORIES = 20;
  private static final int MOST_CATEGORIES = 1000;
  private static final int FEW_NUMBERS = 10;
  private static final String COUNTS = "counts the rows";
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2100;

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
    keepOnlyFeature(plans);
    checkPlans(plans);
    for (ColumnPlan plan : plans) {
      if (plan.role() instanceof Role.Target) {
        Suspicions.ofTarget(table, plans, plan.name(), remarks);
      }
    }
    return new Schema(table.source(), plans, remarks);
  }

  /** What counts the rows is used where there is nothing else. */
  private void keepOnlyFeature(List<ColumnPlan> plans) {
    boolean hasFeature =
        plans.stream()
            .anyMatch(
                plan ->
                    !(plan.role() instanceof Role.Ignore || plan.role() instanceof Role.Target));
    for (int i = 0; i < plans.size() && !hasFeature; i++) {
      ColumnPlan plan = plans.get(i);
      if (plan.why().equals(COUNTS)) {
        plans.set(
            i, new ColumnPlan(plan.name(), plan.kind(), Role.Numeric.DEFAULT, "the only feature"));
        remarks.removeIf(remark -> remark.startsWith(counting(plan.name())));
        remarks.add(
            "%s it is used, since there is nothing else (leave it out with %s=ignore)"
                .formatted(counting(plan.name()), plan.name()));
        hasFeature = true;
      }
    }
  }

  private static String counting(String column) {
    return "column %s counts the rows;".formatted(Quoted.text(column));
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
      if (column.counts() && column.rows() > FEW_NUMBERS && !isYear(column)) {
        remarks.add("%s it is left out (use it with %s=number)".formatted(counting(name), name));
        return plan(column, new Role.Ignore(), COUNTS);
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
    commas(column).ifPresent(remarks::add);
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

  /** Rows of one year each say something of the time. */
  private static boolean isYear(ColumnFacts column) {
    double first = Double.parseDouble(column.first());
    return first >= FIRST_YEAR && first + column.rows() <= LAST_YEAR;
  }

  /** What to do about a column of numbers that are read as texts for their commas. */
  static Optional<String> commas(ColumnFacts column) {
    String name = Quoted.text(column.name());
    if (column.thousandsCommas()) {
      return Optional.of(
          "column %s holds numbers with commas, as %s: if these stand between thousands, take them out of the file (a spreadsheet does so with a plain format of numbers); only if they are decimal commas, read the table with --decimal-comma, in Java with DataFile.of(file).decimalComma()"
              .formatted(name, Quoted.text(column.first())));
    }
    return column.decimalCommas()
        ? Optional.of(
            "column %s holds numbers with a comma for the decimal point or points between thousands: read the table with --decimal-comma, in Java with DataFile.of(file).decimalComma()"
                .formatted(name))
        : Optional.empty();
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
