package dev.nn.data.judge;

import dev.nn.data.table.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How well classes, or yes and no, are told from each other.
 *
 * <p>The measures are {@code accuracy}; {@code f1}, the macro average; {@code log_loss}, the mean
 * of {@code −ln p} of the class that it was, with p at least 2⁻²³; and {@code roc_auc}, that of the
 * second of two classes, else the mean over the classes, without an interval if they are more than
 * 20. The guess always says the most common class of training, with the shares of training for
 * probabilities. Log loss and calibration are NaN if the outputs of the network are no
 * probabilities, as those of a layer without softmax or sigmoid.
 *
 * @param target the column that is predicted
 * @param rows how many rows were predicted
 * @param scores accuracy, f1, log_loss and roc_auc
 * @param classes each class by itself, in the order of the model; classes that it does not know
 *     come last
 * @param macro the average in which each class that occurs counts the same
 * @param weighted the average in which each class counts as much as it has rows
 * @param confusion how often each class was taken for each
 * @param rocCurves of each class that some rows are of, and others not
 * @param calibration whether the probabilities mean what they say
 * @param remarks such as a class that the model does not know, or that no row is of
 */
public record ClassificationReport(
    String target,
    int rows,
    List<Score> scores,
    List<ClassScore> classes,
    ClassAverage macro,
    ClassAverage weighted,
    LabelledConfusionMatrix confusion,
    List<RocCurve> rocCurves,
    Calibration calibration,
    List<String> remarks)
    implements TargetReport {

  /** Copies the lists. */
  public ClassificationReport {
    scores = List.copyOf(scores);
    classes = List.copyOf(classes);
    rocCurves = List.copyOf(rocCurves);
    remarks = List.copyOf(remarks);
    Objects.requireNonNull(confusion, "confusion");
  }

  static ClassificationReport of(LabelAnswers answers, Bootstrap bootstrap) {
    LabelledConfusionMatrix confusion = answers.confusion();
    List<RocRanking> rankings =
        IntStream.range(0, answers.known())
            .mapToObj(label -> RocRanking.of(answers, label))
            .toList();
    int[] once = new int[answers.actual().length];
    Arrays.fill(once, 1);
    List<ClassScore> classes = new ArrayList<>();
    List<RocCurve> curves = new ArrayList<>();
    for (int label = 0; label < confusion.labels().size(); label++) {
      double area = label < rankings.size() ? rankings.get(label).of(once) : Double.NaN;
      classes.add(confusion.score(label, area));
      if (!Double.isNaN(area)) {
        curves.add(rankings.get(label).curve(confusion.labels().get(label), area));
      }
    }
    return new ClassificationReport(
        answers.target(),
        answers.actual().length,
        bootstrap.scores(LabelStatistics.contests(answers, rankings)),
        classes,
        ClassAverage.macro(classes),
        ClassAverage.weighted(classes),
        confusion,
        curves,
        Calibration.of(answers),
        answers.remarks(confusion));
  }

  /** The share of the rows whose class was said. */
  public Score accuracy() {
    return score("accuracy");
  }

  /** The mean of −ln p of the class that it was. */
  public Score logLoss() {
    return score("log_loss");
  }

  /** The area under the receiver operating characteristic. */
  public Score rocAuc() {
    return score("roc_auc");
  }

  /** All of it but the curves, as tables. */
  @Override
  public String toString() {
    TextTable table =
        TextTable.ofNumbers(List.of(target, "precision", "recall", "f1", "support", "roc_auc"));
    for (ClassScore score : classes) {
      table.add(
          score.label(),
          share(score.precision()),
          share(score.recall()),
          share(score.f1()),
          String.valueOf(score.support()),
          Estimate.text(score.rocAuc()));
    }
    add(table, "macro average", macro);
    add(table, "weighted average", weighted);
    StringBuilder text = new StringBuilder();
    text.append(Score.table(scores)).append('\n').append(table).append('\n').append(confusion);
    text.append('\n').append(calibration);
    remarks.forEach(remark -> text.append("note: ").append(remark).append('\n'));
    return text.toString();
  }

  private void add(TextTable table, String name, ClassAverage average) {
    table.add(
        name,
        share(average.precision()),
        share(average.recall()),
        share(average.f1()),
        String.valueOf(rows),
        "");
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
