package dev.nn.report.section;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ul;

import dev.nn.data.judge.ClassAverage;
import dev.nn.data.judge.ClassScore;
import dev.nn.data.judge.ClassificationReport;
import dev.nn.data.judge.Estimate;
import dev.nn.data.judge.Judgement;
import dev.nn.data.judge.RegressionReport;
import dev.nn.data.judge.Score;
import dev.nn.data.judge.TargetReport;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** How good the model is, for each column that it predicts. */
public final class JudgementSections {
  private JudgementSections() {}

  public static List<Section> of(Judgement judgement) {
    List<Section> sections = new ArrayList<>();
    boolean isOne = judgement.reports().size() == 1;
    for (int i = 0; i < judgement.reports().size(); i++) {
      TargetReport report = judgement.reports().get(i);
      Target target = isOne ? new Target("", "") : new Target("-" + i, ": " + report.target());
      if (report instanceof ClassificationReport classes) {
        sections.add(measures(target, classes, List.of(classTable(classes))));
        sections.add(ConfusionSection.of(target, classes.confusion()));
        if (!classes.rocCurves().isEmpty() || !classes.calibration().bins().isEmpty()) {
          sections.add(ProbabilitiesSection.of(target, classes));
        }
      } else if (report instanceof RegressionReport numbers) {
        sections.add(measures(target, numbers, List.of()));
        sections.add(ResidualsSection.of(target, numbers));
      }
    }
    return sections;
  }

  /**
   * Which column a section is about, where there are several.
   *
   * @param id appended to the ids
   * @param title appended to the titles
   */
  public record Target(String id, String title) {}

  private static Section measures(Target target, TargetReport report, List<DomContent> more) {
    DataTable table =
        DataTable.of("Measure", "Model", "95 % interval", "Guessing", "Better by", "95 % interval")
            .stacked();
    DoubleFunction<String> text =
        report instanceof ClassificationReport ? Numbers::share : Numbers::text;
    for (Score score : report.scores()) {
      table.line(
          MeasureNames.of(score.measure()),
          text.apply(score.model().value()),
          interval(score.model(), text),
          text.apply(score.guess().value()),
          text.apply(score.gain().value()),
          interval(score.gain(), text));
    }
    List<DomContent> body = new ArrayList<>();
    body.add(table.tag("Measures"));
    body.addAll(more);
    if (!report.remarks().isEmpty()) {
      body.add(ul(each(report.remarks(), remark -> li(remark))).withClass("remarks"));
    }
    return new Section(
        "measures" + target.id(),
        "How good it is" + target.title(),
        "Each measure beside what guessing gets on the same rows. When as many rows are drawn from"
            + " them again and again, 95 of 100 draws lie in the interval: the fewer the rows, the"
            + " wider it is.",
        body,
        List.of());
  }

  private static String interval(Estimate estimate, DoubleFunction<String> text) {
    return Double.isNaN(estimate.value())
        ? "–"
        : text.apply(estimate.low()) + " to " + text.apply(estimate.high());
  }

  private static DomContent classTable(ClassificationReport report) {
    DataTable table = DataTable.of("Class", "Precision", "Recall", "F1", "ROC AUC", "Rows");
    for (ClassScore score : report.classes()) {
      table.line(
          score.label(),
          Numbers.share(score.precision()),
          Numbers.share(score.recall()),
          Numbers.share(score.f1()),
          Numbers.share(score.rocAuc()),
          Numbers.whole(score.support()));
    }
    average(table, "mean of the classes", report.macro(), report.rows());
    average(table, "mean of the rows", report.weighted(), report.rows());
    return table.tag("Classes");
  }

  private static void average(DataTable table, String name, ClassAverage average, int rows) {
    table.line(
        name,
        Numbers.share(average.precision()),
        Numbers.share(average.recall()),
        Numbers.share(average.f1()),
        "–",
        Numbers.whole(rows));
  }
}
