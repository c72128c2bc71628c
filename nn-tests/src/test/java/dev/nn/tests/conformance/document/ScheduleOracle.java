package dev.nn.tests.conformance.document;

import dev.nn.api.Schedule;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.List;
import java.util.stream.Stream;

/** The rates of the first steps; of epochs where a second line says what was monitored. */
final class ScheduleOracle implements Oracle {
  private final List<GoldenFile> golden =
      GoldenFile.read("nn-optim", "keras_schedules.txt", "torch_schedules.txt");

  @Override
  public List<String> scripts() {
    return Oracle.scripts(golden.stream());
  }

  @Override
  public Stream<GoldenCase> cases(PluginRegistry registry) {
    return golden.stream()
        .flatMap(file -> file.sections().stream())
        .map(
            section ->
                GoldenCase.of(
                    section.title(),
                    (spec, findings) -> check(section, registry.schedule(spec), findings)));
  }

  private static void check(Section section, Schedule schedule, Findings findings) {
    Finding finding = findings.of(Subject.SCHEDULE, schedule.name(), section.oracle(), "rate");
    double[] want = section.lines().get(0);
    double[] state = new double[schedule.stateSize()];
    for (int step = 0; step < want.length; step++) {
      String where = section.title() + ", step " + step;
      finding.compare(where, want[step], schedule.rate(step, state));
      if (section.lines().size() > 1) {
        schedule.epochEnded(section.lines().get(1)[step], state);
      }
    }
  }
}
