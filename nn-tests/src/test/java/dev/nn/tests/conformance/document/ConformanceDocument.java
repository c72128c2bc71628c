package dev.nn.tests.conformance.document;

import dev.nn.tests.conformance.document.Findings.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The findings as Markdown: the same text from the same findings, on every machine. */
final class ConformanceDocument {
  private static final String START =
      """
      # Conformance

      Every plugin, and what its numbers were compared with. The build computes this page and fails
      where it is out of date. This writes it anew:

      ```sh
      %s
      ```

      The golden numbers lie in the modules' `src/test/resources/golden`, each file with the
      script, the library's version and the seed that made it. They were computed in double precision
      from inputs that a float holds exactly; ours are floats. **An error is the difference divided by
      the unit in the table**, so rounding to a float alone makes 6.0e-8 of the wanted number; units
      below 1e-9 count as 1e-9, where the libraries' own rounding begins. Errors of distribution
      functions are plain differences of shares. Every option of every plugin has numbers that would
      be missed with its default value. Beside this, every plugin passes the contract tests of
      `nn-testkit`, and the gradients of all layers, activations and losses are compared with central
      differences.

      What is random, weights and dropped or noisy elements, is compared as a distribution; of dropout
      besides, what becomes of an element that is kept and of one that is dropped.

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
        "| kind | plugins | largest error | of distribution functions | unit of errors |\n"
            + "|---|---|---|---|---|\n");
    for (Subject subject : Subject.values()) {
      page.append(
          "| %s | %d | %s | %s | %s |\n"
              .formatted(
                  subject.title().toLowerCase(Locale.ROOT),
                  findings.names(subject).size(),
                  rounded(findings.largestError(subject, false)),
                  shares(findings.largestError(subject, true)),
                  subject.unit()));
    }
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
    if (error == 0) {
      return "0";
    }
    BigDecimal two = new BigDecimal(error).round(new MathContext(2, RoundingMode.UP));
    String digits = two.unscaledValue().toString();
    int exponent = two.precision() - two.scale() - 1;
    return digits.charAt(0) + "." + (digits.length() > 1 ? digits.charAt(1) : '0') + "e" + exponent;
  }
}
