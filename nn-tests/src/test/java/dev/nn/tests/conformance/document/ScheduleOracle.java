package dev.nn.tests.conformance.document;

import dev.nn.api.Schedule;
import dev.nn.core.PluginRegistry;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.List;
import java.util.stream.Stream;

/** The rates of the first steps; of epochs where a second line says what was monitored. */
final class ScheduleOracle implements Oracle {
  private final GoldenFile keras = GoldenFile.read("nn-optim", "keras_schedules.txt");
  private final GoldenFile torch = GoldenFile.read("nn-optim", "torch_schedules.txt");

  @Override
  public List<String> scripts() {
    return Oracle.scripts(keras, torch);
  }

  @Override
  public void check(PluginRegistry registry, Findings findings) {
    Stream.of(keras, torch)
        .flatMap(file -> file.sections().stream())
        .forEach(section -> check(section, registry.schedule(section.title()), findings));
  }

  private static void check(Section section, Schedule schedule, Findings findings) {
    Finding finding = findings.of(Subject.SCHEDULE, schedule.name(), section.oracle(), "rate");
    double[] want = section.lines().get(0);
    double[] state = new double[schedule.stateSize()];
    for (int step = 0; step < want.length; step++) {
      finding.compare(section.title() + ", step " + step, want[step], schedule.rate(step, state));
      if (section.lines().size() > 1) {
        schedule.epochEnded(section.lines().get(1)[step], state);
      }
    }
  }
}
