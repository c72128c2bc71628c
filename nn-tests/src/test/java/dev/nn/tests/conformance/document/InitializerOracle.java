package dev.nn.tests.conformance.document;

import dev.nn.api.Initializer;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The share of weights up to a point against the distribution function; matrices that are not
 * random, and an orthogonal one made of recorded normal deviates, number by number.
 */
final class InitializerOracle implements Oracle {
  private static final long SEED = 11;

  private final List<GoldenFile> distributions = GoldenFile.read("nn-init", "distributions.txt");
  private final List<GoldenFile> orthogonal = GoldenFile.read("nn-init", "orthogonal.txt");

  /** Draws what the other implementation drew. */
  private record Recorded(Iterator<Double> normals) implements RandomGenerator {
    @Override
    public long nextLong() {
      throw new UnsupportedOperationException("only normal deviates were recorded");
    }

    @Override
    public double nextGaussian() {
      return normals.next();
    }
  }

  @Override
  public List<String> scripts() {
    return Oracle.scripts(Stream.of(distributions, orthogonal).flatMap(List::stream));
  }

  @Override
  public Stream<GoldenCase> cases(PluginRegistry registry) {
    Section factors = orthogonal.get(0).sections().get(0);
    return Stream.concat(
        distributions.get(0).sections().stream()
            .map(
                section ->
                    GoldenCase.of(
                        section.title(),
                        (spec, findings) -> check(section, registry.initializer(spec), findings))),
        Stream.of(
            GoldenCase.of(
                "orthogonal",
                (spec, findings) -> factors(factors, registry.initializer(spec), findings))));
  }

  private static void check(Section section, Initializer initializer, Findings findings) {
    if (section.lines().size() == 1) {
      matrix(section, initializer, findings);
    } else {
      distribution(section, initializer, findings);
    }
  }

  private static void matrix(Section section, Initializer initializer, Findings findings) {
    Matrix weights = Matrix.zeros(3, 4);
    initializer.initialize(weights, 3, 4, CounterRandom.of(SEED));
    findings
        .of(Subject.INITIALIZER, initializer.name(), section.oracle(), "weights")
        .compare(section.title(), section.lines().get(0), weights.data(), 0);
  }

  private static void distribution(Section section, Initializer initializer, Findings findings) {
    int fanIn = (int) section.lines().get(0)[0];
    int fanOut = (int) section.lines().get(0)[1];
    Matrix weights = Matrix.zeros(fanIn, fanOut);
    initializer.initialize(weights, fanIn, fanOut, CounterRandom.of(SEED));
    float[] sorted = weights.data().clone();
    Arrays.sort(sorted);
    Finding finding =
        findings.distribution(
            Subject.INITIALIZER, initializer.name(), section.oracle(), sorted.length);
    double[] points = section.lines().get(1);
    for (int i = 0; i < points.length; i++) {
      int below = 0;
      while (below < sorted.length && sorted[below] <= points[i]) {
        below++;
      }
      double share = (double) below / sorted.length;
      String where = section.title() + " up to " + points[i] + ", seed " + SEED;
      finding.compare(where, section.lines().get(2)[i], share, 1);
    }
  }

  private static void factors(Section section, Initializer initializer, Findings findings) {
    Finding finding =
        findings.of(Subject.INITIALIZER, initializer.name(), section.oracle() + " qr", "weights");
    List<double[]> lines = section.lines();
    for (int i = 0; i < lines.size(); i += 3) {
      int rows = (int) lines.get(i)[0];
      int columns = (int) lines.get(i)[1];
      Matrix weights = Matrix.zeros(rows, columns);
      initializer.initialize(
          weights, rows, columns, new Recorded(Arrays.stream(lines.get(i + 1)).iterator()));
      finding.compare(rows + " × " + columns, lines.get(i + 2), weights.data(), 0);
    }
  }
}
