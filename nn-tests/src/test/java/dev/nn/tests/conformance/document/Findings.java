package dev.nn.tests.conformance.document;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All findings: by subject, plugin, oracle and quantity. */
final class Findings {
  private static final String DISTRIBUTION = "distribution function";

  private final Map<Subject, Map<Row, Map<String, Finding>>> all = new TreeMap<>();

  /**
   * A row of the document.
   *
   * @param name of the plugin
   * @param oracle what it was compared with
   */
  record Row(String name, String oracle) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : oracle.compareTo(other.oracle);
    }
  }

  /** The finding of a quantity, new or begun. */
  Finding of(Subject subject, String name, String oracle, String quantity) {
    return of(subject, name, oracle, quantity, subject.limit());
  }

  /**
   * The finding of a distribution function, new or begun. With n draws it is off by more than its
   * limit with a probability of about 0.001, by Kolmogorov's distribution.
   */
  Finding distribution(Subject subject, String name, String oracle, int draws) {
    return of(subject, name, oracle, DISTRIBUTION, 1.95 / Math.sqrt(draws));
  }

  private Finding of(Subject subject, String name, String oracle, String quantity, double limit) {
    return all.computeIfAbsent(subject, any -> new TreeMap<>())
        .computeIfAbsent(new Row(name, oracle), any -> new TreeMap<>())
        .computeIfAbsent(quantity, any -> new Finding(limit));
  }

  /** Whether nothing is off by more than its limit. */
  boolean areWithinLimits() {
    return all.values().stream()
        .flatMap(rows -> rows.values().stream())
        .flatMap(quantities -> quantities.values().stream())
        .allMatch(finding -> finding.error() <= finding.limit());
  }

  /** The findings of a subject by row and quantity, sorted. */
  Map<Row, Map<String, Finding>> of(Subject subject) {
    return all.getOrDefault(subject, Map.of());
  }

  /** The names of the plugins that something was found of. */
  Set<String> names(Subject subject) {
    Set<String> names = new TreeSet<>();
    of(subject).keySet().forEach(row -> names.add(row.name()));
    return names;
  }

  /**
   * The largest error of a subject.
   *
   * @param distributions whether of distribution functions, else of all other numbers
   */
  double largestError(Subject subject, boolean distributions) {
    return of(subject).values().stream()
        .flatMap(quantities -> quantities.entrySet().stream())
        .filter(quantity -> quantity.getKey().equals(DISTRIBUTION) == distributions)
        .mapToDouble(quantity -> quantity.getValue().error())
        .max()
        .orElse(0);
  }
}
