package dev.nn.report.section;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import dev.nn.data.judge.LabelledConfusionMatrix;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import dev.nn.report.page.Words;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Which classes are taken for which. */
public final class ConfusionSection {
  /** More classes than these are no picture any more. */
  private static final int MOST_CLASSES = 26;

  private static final int MOST_PAIRS = 20;

  /** Shares of a class above which the ground of its number asks for the other colour of text. */
  private static final double HALF = 0.55;

  private static final double MOST = 0.84;

  private ConfusionSection() {}

  public static Section of(JudgementSections.Target target, LabelledConfusionMatrix matrix) {
    int classes = matrix.labels().size();
    List<Pair> pairs = pairs(matrix);
    String lead =
        pairs.isEmpty()
            ? "No class was taken for another."
            : "The most common mistake is %s taken for %s, %s."
                .formatted(
                    matrix.labels().get(pairs.get(0).actual()),
                    matrix.labels().get(pairs.get(0).said()),
                    times(pairs.get(0).count()));
    String how =
        classes <= MOST_CLASSES
            ? " A line is a class, a column what the model said; the stronger its colour, the larger the"
                + " share of the line."
            : "";
    return new Section(
        "confusion" + target.id(),
        "Confusion matrix" + target.title(),
        lead + how,
        List.of(classes <= MOST_CLASSES ? picture(matrix) : list(matrix, pairs)),
        List.of());
  }

  private static String times(int count) {
    return switch (count) {
      case 1 -> "once";
      case 2 -> "twice";
      default -> Numbers.whole(count) + " times";
    };
  }

  /** How often one class was taken for another. */
  private record Pair(int actual, int said, int count) {}

  private static List<Pair> pairs(LabelledConfusionMatrix matrix) {
    int classes = matrix.labels().size();
    List<Pair> pairs = new ArrayList<>();
    for (int actual = 0; actual < classes; actual++) {
      for (int said = 0; said < classes; said++) {
        if (actual != said && matrix.count(actual, said) > 0) {
          pairs.add(new Pair(actual, said, matrix.count(actual, said)));
        }
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::count).reversed());
    return pairs;
  }

  private static DomContent list(LabelledConfusionMatrix matrix, List<Pair> pairs) {
    DataTable table = DataTable.of("Class", "Taken for", "Rows").texts(1);
    pairs.stream()
        .limit(MOST_PAIRS)
        .forEach(
            pair ->
                table.line(
                    matrix.labels().get(pair.actual()),
                    matrix.labels().get(pair.said()),
                    Numbers.whole(pair.count())));
    return table.tag("The most common confusions");
  }

  private static DomContent picture(LabelledConfusionMatrix matrix) {
    List<String> labels = matrix.labels();
    List<Integer> classes = IntStream.range(0, labels.size()).boxed().toList();
    return div(table(
                caption("Confusion matrix").withClass("unseen"),
                thead(
                    tr(
                        th("is ↓\u00a0said\u00a0→").withClass("corner").attr("scope", "col"),
                        each(labels, label -> label(label, "col")))),
                tbody(
                    each(
                        classes,
                        actual ->
                            tr(
                                label(labels.get(actual), "row"),
                                each(classes, said -> cell(matrix, actual, said))))))
            .withClass("confusion"))
        .withClass("scroll")
        .attr("role", "region")
        .attr("aria-label", "Confusion matrix")
        .attr("tabindex", "0");
  }

  /** The class table has long names in full. */
  private static DomContent label(String label, String scope) {
    return th(Words.shortened(label)).attr("scope", scope).withTitle(label);
  }

  private static DomContent cell(LabelledConfusionMatrix matrix, int actual, int said) {
    int count = matrix.count(actual, said);
    double share = count == 0 ? 0 : (double) count / matrix.support(actual);
    String kind =
        (actual == said ? "right" : "wrong")
            + (share > MOST ? " most" : share > HALF ? " half" : "");
    return td(Numbers.whole(count))
        .withClass(count == 0 ? "none" : kind)
        .withStyle(String.format(Locale.ROOT, "--share:%.3f", share));
  }
}
