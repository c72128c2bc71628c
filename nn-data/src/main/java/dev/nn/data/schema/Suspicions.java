package dev.nn.data.schema;

import dev.nn.data.read.Decimal;
import dev.nn.data.table.Quoted;
import java.util.List;

/** What about a target a person should look at before training. */
final class Suspicions {
  private Suspicions() {}

  static void ofTarget(
      TableFacts table, List<ColumnPlan> plans, String name, List<String> remarks) {
    ColumnFacts facts = table.column(name);
    Role.TargetKind kind =
        plans.stream()
            .filter(plan -> plan.name().equals(name) && plan.role() instanceof Role.Target)
            .map(plan -> ((Role.Target) plan.role()).kind())
            .findFirst()
            .orElseThrow();
    String shown = Quoted.text(name);
    if (facts.distinct() == 1) {
      remarks.add(
          "the target %s is %s in every row: there is nothing to learn"
              .formatted(shown, Quoted.text(facts.first())));
    } else if (facts.whole() && kind == Role.TargetKind.CLASSES) {
      remarks.add(
          "the target %s has %s different whole numbers, taken as classes; if it is a quantity, say %s=target(kind=number)"
              .formatted(shown, facts.distinct(), name));
    } else if (facts.whole() && kind == Role.TargetKind.NUMBER) {
      remarks.add(
          "the target %s has %s different whole numbers, taken as a quantity; if they are classes, say %s=target(kind=classes)"
              .formatted(shown, facts.distinct(), name));
    } else if (kind == Role.TargetKind.CLASSES && 2L * facts.distinct() > table.rows()) {
      remarks.add(
          "the target %s has %s classes in %s rows, too many to learn; is another column the target?"
              .formatted(shown, facts.distinct(), table.rows()));
    }
    Inference.commas(facts).ifPresent(remarks::add);
    for (ColumnPlan plan : plans) {
      boolean isFeature =
          !(plan.role() instanceof Role.Target) && !(plan.role() instanceof Role.Ignore);
      if (isFeature && table.equal().contains(new TableFacts.Pair(name, plan.name()))) {
        remarks.add(
            "column %s tells the target %s in every row; if it is not known before, say %s=ignore"
                .formatted(Quoted.text(plan.name()), shown, plan.name()));
      }
    }
    headerLikeData(table, remarks);
  }

  private static void headerLikeData(TableFacts table, List<String> remarks) {
    long numbers =
        table.names().stream().filter(column -> !Double.isNaN(Decimal.parse(column))).count();
    if (numbers > 0
        && table.notes().stream().anyMatch(note -> note.contains("names the columns"))) {
      remarks.add(
          "%s of the names of the columns are numbers: if the first row is data, say that there is no header (header(false), or --no-header)"
              .formatted(numbers));
    }
  }
}
