package dev.nn.tests.conformance.vector;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.tests.conformance.vector.Plan.Check;
import dev.nn.tests.conformance.vector.Plan.Waiting;
import java.util.List;
import java.util.Optional;

/** What the tests over one file of vectors assert. */
public final class VectorTests {
  private final String file;
  private final Optional<List<VectorCase>> cases;
  private final Measure all = new Measure();

  /**
   * @param file for messages
   * @param cases of the file, or nothing where it is missing
   */
  public VectorTests(String file, Optional<List<VectorCase>> cases) {
    this.file = file;
    this.cases = cases;
  }

  /** The cases of the file; aborts the test where there is no such file. */
  public List<VectorCase> cases() {
    assumeTrue(cases.isPresent(), () -> "there is no ../shared/conformance/" + file);
    return cases.orElseThrow();
  }

  /** The numbers of a case that we do not reproduce; aborts a case that is not run. */
  public List<String> misses(VectorCase vector) {
    Measure measure = new Measure();
    if (vector.plan() instanceof Check check) {
      check.body().run(measure);
    } else {
      abort(vector.plan().toString());
    }
    all.add(measure);
    return measure.misses();
  }

  /** The cases that are not run although what they need is installed. */
  public List<String> skippedWithoutReason() {
    return cases().stream().filter(VectorTests::couldRun).map(VectorCase::id).toList();
  }

  private static boolean couldRun(VectorCase vector) {
    return vector.plan() instanceof Waiting waiting
        && waiting.needs().stream().allMatch(Need::isMet);
  }

  /** Prints what is skipped and why, and how far the numbers that were compared are apart. */
  public void report() {
    cases.ifPresent(
        some -> {
          List<VectorCase> skipped =
              some.stream().filter(vector -> !(vector.plan() instanceof Check)).toList();
          System.out.printf(
              "%s: %d cases, %d skipped; %s%n", file, some.size(), skipped.size(), all);
          skipped.forEach(vector -> System.out.printf("  %s: %s%n", vector.id(), vector.plan()));
        });
  }
}
