package dev.nn.lecture;

import dev.nn.lecture.picture.PictureFile;
import dev.nn.lecture.result.Check;
import dev.nn.lecture.result.Experiment;
import dev.nn.lecture.result.Figures;
import dev.nn.lecture.result.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code docs/lecture.md} from the statements and from what the experiments find. */
final class LecturePage {
  private static final long SEED = 1;
  private static final String INTRO =
      """
      # The lecture, executable

      The framework does what a lecture on neural networks says. Here is each statement with the code that does it, the test that
      proves it, the command that shows it, and the figures that the command gives. `./nn lecture` lists the statements,
      `./nn lecture NAME` runs an experiment (with another `--seed`, or with `--picture FILE`), and `./nn explain` writes out a
      training step of a network of your own in these symbols.

      The input layer is not counted. Layer l = 1..L has weights W[l], with a row for each of its n[l] neurons and a column for each
      neuron of layer l−1, and biases b[l]; it computes z[l] and a[l] = g(z[l]). a[0] = x, ŷ = a[L], and α is the learning rate. The
      engine has one example a row, so that it keeps the transpose of W[l]: Z = A·W + b.

      This page is written by a test from the experiments' own figures, and the build fails if it is not what they give:
      `mvn -pl nn-lecture -am test -Dtest=LecturePageTest -Dsurefire.failIfNoSpecifiedTests=false -Dnn.lecture.write=true`
      writes it anew.
      """;

  private final Map<String, Finding> findings = new TreeMap<>();
  private final Set<String> shown = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder(INTRO);

  LecturePage() {
    for (Experiment experiment : Lecture.experiments()) {
      findings.put(experiment.name(), experiment.run(SEED));
    }
    Lecture.statements().forEach(this::add);
  }

  String text() {
    return text.toString();
  }

  static String picture(String experiment) {
    return "pictures/lecture-" + experiment + ".png";
  }

  /** Writes the page and its pictures into the folder of the guides. */
  void write(Path docs) throws IOException {
    Files.createDirectories(docs.resolve("pictures"));
    Files.writeString(docs.resolve("lecture.md"), text());
    for (Map.Entry<String, Finding> finding : findings.entrySet()) {
      PictureFile.write(finding.getValue().picture(), docs.resolve(picture(finding.getKey())));
    }
  }

  private void add(Statement statement) {
    line("");
    line("## " + statement.number());
    line("");
    line("`" + statement.words() + "`");
    line("");
    for (Source source : Source.ALL) {
      if (source.statement() == statement.number()) {
        line("- done by " + link(source.code(), source.method()));
        line("- proved by " + link(source.test(), source.proof()));
      }
    }
    line(
        "- shown by "
            + statement.experiments().stream()
                .map(name -> "`./nn lecture " + name + "`")
                .collect(Collectors.joining(" and ")));
    for (String name : statement.experiments()) {
      if (shown.add(name)) {
        add(Lecture.experiment(name), findings.get(name));
      } else {
        line("- figures: [" + name + "](#" + name + ")");
      }
    }
  }

  private static String link(String file, String method) {
    return "[`%s.%s`](../%s)".formatted(Source.className(file), method, file);
  }

  private void add(Experiment experiment, Finding finding) {
    line("");
    line("### " + experiment.name());
    line("");
    experiment.claim().forEach(claim -> line("> " + claim + "\n>"));
    for (Figures figures : finding.figures()) {
      line("");
      line(figures.title() + ":");
      line("");
      row(figures.headers());
      row(Collections.nCopies(figures.headers().size(), "---"));
      figures.rows().forEach(this::row);
    }
    line("");
    for (Check check : finding.checks()) {
      line((check.holds() ? "- " : "- **No:** ") + check.words());
    }
    line("");
    line("![" + experiment.title() + "](" + picture(experiment.name()) + ")");
  }

  private void row(List<String> cells) {
    line(
        cells.stream()
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
