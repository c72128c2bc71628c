package dev.nn.report.section;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import dev.nn.data.schema.ColumnPlan;
import dev.nn.data.schema.Role;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.ColumnSummary;
import dev.nn.data.table.Table;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import dev.nn.report.page.Words;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** What the columns hold, and what they are taken for. */
public final class ColumnsSection {
  private ColumnsSection() {}

  public static Section of(Schema schema, Table table) {
    DataTable lines =
        DataTable.of("Column", "Role", "Why", "Values", "Range", "Missing")
            .texts(1, 2, 3, 4)
            .stacked();
    for (ColumnPlan plan : schema.columns()) {
      ColumnSummary summary = ColumnSummary.of(table.column(plan.name()));
      String missing =
          summary.missing() == 0
              ? "none"
              : Numbers.percent((double) summary.missing() / table.rows());
      lines.lineOf(
          List.of(
              text(plan.name()),
              role(plan.role()),
              text(plan.why()),
              ColumnGlance.of(summary),
              text(summary.distinct() == 0 ? "empty" : summary.values()),
              text(missing)));
    }
    List<DomContent> body = new ArrayList<>();
    body.add(lines.tag("Columns"));
    if (!schema.remarks().isEmpty()) {
      body.add(ul(each(schema.remarks(), remark -> li(remark))).withClass("remarks"));
    }
    return new Section(
        "columns",
        "The columns",
        "%s of %s. Pictures show how often each value occurs."
            .formatted(
                Words.count(table.rows(), "row"), Words.count(schema.columns().size(), "column")),
        body,
        List.of());
  }

  private static DomContent role(Role role) {
    String name = role.spec().name();
    return span(name).withClass("role " + name);
  }
}
