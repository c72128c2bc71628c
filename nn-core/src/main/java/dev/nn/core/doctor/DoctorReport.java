package dev.nn.core.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is installed, what it runs on, and what is wrong with it.
 *
 * @param facts what it runs on, by name and in the order to show them in
 * @param plugins all plugins, by kind and name; of those whose names clash, all
 * @param findings what was found, the worst first
 */
public record DoctorReport(
    Map<String, String> facts, List<InstalledPlugin> plugins, List<Finding> findings) {
  public DoctorReport {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    plugins = List.copyOf(plugins);
    findings = List.copyOf(findings);
  }

  /** Returns whether nothing is wrong. */
  public boolean isHealthy() {
    return findings.stream().noneMatch(Finding::isWrong);
  }

  /**
   * Returns the report as a JSON object with {@code healthy}, {@code facts}, {@code findings} and
   * {@code plugins}.
   */
  public String toJson() {
    return ReportJson.of(this);
  }

  /** Returns the report as text to read, or to paste into a report of a bug. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    facts.forEach((name, fact) -> lines.add("%-12s %s".formatted(name, fact)));
    lines.add("");
    places().forEach((place, kinds) -> addPlace(place, kinds, lines));
    if (findings.isEmpty()) {
      lines.add("Nothing is wrong.");
    }
    for (Finding finding : findings) {
      lines.add((finding.isWrong() ? "WRONG  " : "note   ") + finding.topic());
      finding.problem().lines().forEach(line -> lines.add("  " + line));
      lines.add("  → " + finding.advice());
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void addPlace(String place, Map<String, TreeSet<String>> kinds, List<String> to) {
    to.add(place);
    kinds.forEach((kind, names) -> to.add("  %s: %s".formatted(kind, String.join(", ", names))));
    to.add("");
  }

  /** The names of the plugins by kind, of each place. */
  private Map<String, Map<String, TreeSet<String>>> places() {
    Map<String, Map<String, TreeSet<String>>> places = new LinkedHashMap<>();
    for (InstalledPlugin plugin : plugins) {
      places
          .computeIfAbsent(plugin.place(), place -> new LinkedHashMap<>())
          .computeIfAbsent(plugin.kind().toString(), kind -> new TreeSet<>())
          .add(plugin.name());
    }
    return places;
  }
}
