package dev.nn.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.tests.conformance.Plan.Check;
import dev.nn.tests.conformance.Plan.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The tests over one file of vectors. */
final class VectorTests {
  private final String file;
  private final Optional<List<VectorCase>> cases;
  private final Measure measure = new Measure();

  /**
   * @param idKey the field that names a case
   * @param planner says what is to be done with a case
   */
  VectorTests(String file, String idKey, Function<JsonNode, Plan> planner) {
    this.file = file;
    this.cases =
        VectorFile.read(file)
            .map(
                vectors ->
                    vectors.stream().map(vector -> vectorCase(vector, idKey, planner)).toList());
  }

  /** A case that cannot be planned fails alone. */
  private static VectorCase vectorCase(
      JsonNode vector, String idKey, Function<JsonNode, Plan> planner) {
    String id = vector.path(idKey).asText();
    try {
      return new VectorCase(id, planner.apply(vector));
    } catch (RuntimeException e) {
      Plan failing =
          new Check(
              measure -> {
                throw e;
              });
      return new VectorCase(id, failing);
    }
  }

  /** A test for each case; one that is not run aborts with its reason. */
  Stream<DynamicTest> all() {
    return present().stream()
        .map(vector -> DynamicTest.dynamicTest(vector.id(), () -> run(vector.plan())));
  }

  private void run(Plan plan) {
    if (plan instanceof Check check) {
      check.body().run(measure);
    } else {
      abort(plan.toString());
    }
  }

  /** Lists what is skipped and why; fails if one of them could be run. */
  void listSkipped() {
    List<VectorCase> skipped =
        present().stream().filter(vector -> !(vector.plan() instanceof Check)).toList();
    System.out.printf("%s: %d cases, %d skipped%n", file, present().size(), skipped.size());
    skipped.forEach(vector -> System.out.printf("  %s: %s%n", vector.id(), vector.plan()));
    List<String> wrongly =
        skipped.stream().filter(VectorTests::couldRun).map(VectorCase::id).toList();
    assertEquals(
        List.of(), wrongly, "skipped, although what they need is installed: write their adapters");
  }

  private static boolean couldRun(VectorCase vector) {
    return vector.plan() instanceof Waiting waiting
        && waiting.needs().stream().allMatch(Need::isMet);
  }

  /** How far the numbers that were compared are apart. */
  void report() {
    cases.ifPresent(some -> System.out.println(file + ": " + measure));
  }

  private List<VectorCase> present() {
    assumeTrue(cases.isPresent(), () -> "there is no ../shared/conformance/" + file);
    return cases.orElseThrow();
  }
}
