package dev.nn.tests.conformance.document;

import dev.nn.tests.conformance.document.Findings.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings as Markdown: the same text from the same findings, on every machine. */
final class ConformanceDocument {
  private static final String START =
      """
      # Conformance

      Does a plugin compute what others compute under its name? This page says for each plugin which
      library's numbers it was compared with, and how far off the worst of them was. The build makes
      the comparison, and fails where a number is off by more than the tables allow or where this page
      is out of date. This writes it anew:

      ```sh
      %s
      ```

      ## Largest errors

      """;

  private static final String EXPLANATION =
      """

      ## How to read it

      An **error** is how far our number is from the library's, divided by a unit, so that errors of
      large and small numbers can be compared. The unit is the library's number itself, and then
      1.0e-6 means that six digits agree. The libraries computed in double precision, we compute in
      floats, which have about seven digits: rounding an exact number to a float alone makes an error
      of up to 6.0e-8, and a few operations after each other a few times as much. Schedules and
      metrics are computed in double precision, where that rounding is 1.2e-16.

      Where large numbers cancel to a small one, as in 1 − 0.9999999, the rounding of the large ones
      remains, and no float program can be close in units of the small one. There the unit is at least
      the size of those numbers; the list below says where. No unit is less than
      1.0e-9, where the libraries' own rounding begins.

      What is random, weights and dropped or noisy elements, is compared as a distribution: the error
      is the difference between our share of numbers up to some point and the library's distribution
      function there, 3.0e-3 being 0.3 % of all numbers. It shrinks with the number of draws and may
      be as large as one right program in a thousand would have it. Of dropout, what becomes of an
      element that is kept and of one that is dropped is compared number by number besides.

      The numbers lie in the modules' `src/test/resources/golden`, each file with the script, the
      library's version and the seed that made it; inputs are numbers that a float holds exactly. They
      cover every option of every plugin: a test takes each option away and sees that a number is
      missed. Beside this, every plugin passes the contract tests of `nn-testkit`, the gradients of
      all layers, activations and losses are compared with central differences, and whole trainings
      with PyTorch's (`TrainingGoldenTest`). The last section is about cases that other projects test
      themselves with.

      Units other than the wanted number:

      """;

  private ConformanceDocument() {}

  /**
   * Renders the page.
   *
   * @param command that writes the page
   */
  static String of(Findings findings, String command) {
    StringBuilder page = new StringBuilder(START.formatted(command));
    page.append(
        "| kind | plugins | largest error | allowed | of distributions |\n"
            + "|---|---|---|---|---|\n");
    for (Subject subject : Subject.values()) {
      page.append(
          "| %s | %d | %s | %s | %s |\n"
              .formatted(
                  subject.title().toLowerCase(Locale.ROOT),
                  findings.names(subject).size(),
                  rounded(findings.largestError(subject, false)),
                  rounded(subject.limit(), RoundingMode.HALF_EVEN),
                  shares(findings.largestError(subject, true))));
    }
    page.append(EXPLANATION);
    Stream.of(Subject.values())
        .filter(subject -> !subject.otherUnits().isEmpty())
        .forEach(
            subject -> page.append("- %s. %s\n".formatted(subject.title(), subject.otherUnits())));
    for (Subject subject : Subject.values()) {
      append(page, subject, findings);
    }
    return page.toString();
  }

  private static String shares(double error) {
    return error == 0 ? "" : rounded(error);
  }

  private static void append(StringBuilder page, Subject subject, Findings findings) {
    String scripts =
        Oracle.of(subject).scripts().stream()
            .map(script -> "`" + script + "`")
            .collect(Collectors.joining(", "));
    page.append("\n## %s\nNumbers by %s.\n\n".formatted(subject.title(), scripts));
    page.append("| plugin | checked against | numbers | largest error |\n|---|---|---|---|\n");
    for (Map.Entry<Row, Map<String, Finding>> row : findings.of(subject).entrySet()) {
      page.append(
          "| `%s` | %s | %d | %s |\n"
              .formatted(
                  row.getKey().name(),
                  row.getKey().oracle(),
                  row.getValue().values().stream().mapToLong(Finding::compared).sum(),
                  errors(row.getValue())));
    }
  }

  private static String errors(Map<String, Finding> quantities) {
    return quantities.entrySet().stream()
        .map(entry -> entry.getKey() + " " + rounded(entry.getValue().error()))
        .collect(Collectors.joining(", "));
  }

  /**
   * Two digits, rounded up from the exact binary value: {@code 1.3e-7}. Not by {@code
   * String.format}, whose digits differ between JDKs.
   */
  static String rounded(double error) {
    return rounded(error, RoundingMode.UP);
  }

  private static String rounded(double error, RoundingMode mode) {
    if (error == 0) {
      return "0";
    }
    BigDecimal two = new BigDecimal(error).round(new MathContext(2, mode));
    String digits = two.unscaledValue().toString();
    int exponent = two.precision() - two.scale() - 1;
    return digits.charAt(0) + "." + (digits.length() > 1 ? digits.charAt(1) : '0') + "e" + exponent;
  }
}
