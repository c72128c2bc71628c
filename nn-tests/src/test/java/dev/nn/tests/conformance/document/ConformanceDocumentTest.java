package dev.nn.tests.conformance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn.api.Composite;
import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.VectorResult;
import dev.nn.tests.conformance.document.Findings.Row;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every plugin computes what its oracle does, and {@code docs/conformance.md} says how exactly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceDocumentTest {
  private static final String WRITE = "nn.conformance.write";
  private static final String COMMAND =
      "mvn verify -pl nn-tests -am -Dtest=ConformanceDocumentTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE;

  private final PluginRegistry registry = PluginRegistry.load();
  private final Findings findings = new Findings();
  private final Optional<List<VectorResult>> vectors = VectorResult.all(registry);

  @BeforeAll
  void find() throws IOException {
    for (Subject subject : Subject.values()) {
      Oracle.of(subject).cases(registry).forEach(golden -> golden.compare(findings));
    }
    if (Boolean.getBoolean(WRITE)) {
      String own = ConformanceDocument.of(findings, COMMAND);
      new Page(own, vectors.map(VectorTable::of).orElse(Page.read().vectors())).write();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyNumberIsThatOfTheOracle() {
    return Stream.of(Subject.values())
        .flatMap(subject -> findings.of(subject).entrySet().stream())
        .flatMap(row -> tests(row.getKey(), row.getValue()));
  }

  private static Stream<DynamicTest> tests(Row row, Map<String, Finding> quantities) {
    return quantities.entrySet().stream()
        .map(
            quantity ->
                DynamicTest.dynamicTest(
                    row.name() + " against " + row.oracle() + ", " + quantity.getKey(),
                    () -> assertWithinLimit(quantity.getValue())));
  }

  private static void assertWithinLimit(Finding finding) {
    assertTrue(finding.compared() > 0, "nothing was compared");
    assertTrue(
        finding.error() <= finding.limit(),
        () -> finding.where() + ": off by " + finding.error() + ", allowed " + finding.limit());
  }

  /**
   * Layers made of layers have theirs in a document of their own, which BlocksGoldenTest compares.
   */
  @ParameterizedTest
  @EnumSource(Subject.class)
  void everyPluginHasAnOracle(Subject subject) {
    Set<String> installed =
        subject == Subject.METRIC
            ? new TreeSet<>(Metrics.all().keySet())
            : registry.plugins(Kind.valueOf(subject.name())).stream()
                .filter(plugin -> !(plugin instanceof Composite))
                .map(Plugin::name)
                .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        installed,
        findings.names(subject),
        "a plugin without golden numbers: add them to the module's scripts in src/test/scripts");
  }

  @Test
  void theDocumentIsWhatTheBuildComputes() throws IOException {
    assertUpToDate(Page.read().own(), ConformanceDocument.of(findings, COMMAND));
  }

  @Test
  void itsSectionOnCasesOfOtherProjectsIsWhatTheBuildComputes() throws IOException {
    assumeTrue(vectors.isPresent(), "the cases of other projects are not on this machine");
    assertUpToDate(Page.read().vectors(), VectorTable.of(vectors.orElseThrow()));
  }

  private static void assertUpToDate(String committed, String computed) {
    assertTrue(
        committed.equals(computed),
        () ->
            "docs/conformance.md is out of date, run "
                + COMMAND
                + "\n"
                + change(committed, computed));
  }

  /** The lines of one text that the other lacks, those to go with a minus, the new with a plus. */
  private static String change(String committed, String page) {
    List<String> before = committed.lines().toList();
    List<String> after = page.lines().toList();
    return Stream.concat(
            before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
            after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
        .reduce((some, line) -> some + "\n" + line)
        .orElse("the same lines, but in another order or number");
  }

  @Test
  void everyLineThatChangesIsNamed() {
    assertEquals("- b\n- d\n+ e\n+ f", change("a\nb\nc\nd\n", "a\ne\nc\nf\n"));
    assertEquals("the same lines, but in another order or number", change("a\nb\n", "b\na\n"));
  }

  @Test
  void whatIsNoNumberIsInfinitelyFarOff() {
    Finding finding = new Finding(1);
    finding.compare("here", 2, 2.5);
    finding.compare("there", 2, Double.NaN);
    finding.compare("elsewhere", Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    assertEquals(Double.POSITIVE_INFINITY, finding.error());
    assertTrue(finding.where().startsWith("there"), finding.where());
    assertEquals(3, finding.compared());
  }

  @Test
  void errorsAreInUnitsOfTheWantedNumberOrOfWhatIsGiven() {
    assertEquals(0.5, errorOf(2e-3, 3e-3, 0), 1e-12);
    assertEquals(1e-3, errorOf(2e-3, 3e-3, 1), 1e-12);
    assertEquals(0.5, errorOf(-2, -3, 1), 1e-12);
    assertEquals(0.001, errorOf(0, 1e-12, 0), 1e-12);
  }

  private static double errorOf(double want, double got, double unit) {
    Finding finding = new Finding(1);
    finding.compare("here", want, got, unit);
    return finding.error();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.25e-7, 1.3e-7", "9.99e-8, 1.0e-7", "0.5, 5.0e-1", "2, 2.0e0"})
  void errorsAreRoundedUpToTwoDigits(double error, String text) {
    assertEquals(text, ConformanceDocument.rounded(error));
  }
}
