package dev.nn.data.judge;

import dev.nn.data.table.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the report on labels. */
final class LabelReport {
  private LabelReport() {}

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
        CalibrationBins.of(answers),
        remarks(answers, confusion));
  }

  private static List<String> remarks(LabelAnswers answers, LabelledConfusionMatrix confusion) {
    List<String> remarks = new ArrayList<>();
    List<String> labels = confusion.labels();
    int known = answers.known();
    List<String> absent =
        IntStream.range(0, known)
            .filter(label -> confusion.support(label) == 0)
            .mapToObj(labels::get)
            .toList();
    if (!absent.isEmpty()) {
      remarks.add(
          "no row is of %s: how well such rows are found is not known"
              .formatted(Quoted.list(absent)));
    }
    int strange = IntStream.range(known, labels.size()).map(confusion::support).sum();
    if (strange > 0) {
      remarks.add(
          "%s of classes that training did not see, and counted as %s: %s"
              .formatted(
                  strange == 1 ? "1 row is" : strange + " rows are",
                  strange == 1 ? "a mistake" : "mistakes",
                  Quoted.list(labels.subList(known, labels.size()))));
    }
    if (!answers.areProbabilities()) {
      remarks.add(
          "the outputs of the network are no probabilities, so there is no log loss and no calibration; a last layer with activation=%s gives probabilities"
              .formatted(known == 2 ? "sigmoid" : "softmax"));
    }
    return remarks;
  }
}
