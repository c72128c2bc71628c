package dev.nn.tests.conformance.document;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.Map;

/**
 * Golden numbers of one plugin with one set of options.
 *
 * @param spec of the plugin that the numbers are of
 * @param check compares what a plugin computes with them
 */
record GoldenCase(Spec spec, Check check) {

  /** Compares what the plugin of a spec computes with the numbers of the case. */
  @FunctionalInterface
  interface Check {
    void compare(String spec, Findings findings);
  }

  static GoldenCase of(String spec, Check check) {
    return new GoldenCase(Spec.parse(spec), check);
  }

  /** Adds what it finds. */
  void compare(Findings findings) {
    check.compare(spec.toString(), findings);
  }

  /**
   * Adds what it finds where one option has its default value.
   *
   * @param option that the spec has
   */
  void compareWithout(String option, Findings findings) {
    Spec rest = Spec.of(spec.name());
    for (Map.Entry<String, SpecValue> written : spec.options().entrySet()) {
      if (!written.getKey().equals(option)) {
        rest = rest.with(written.getKey(), written.getValue());
      }
    }
    check.compare(rest.toString(), findings);
  }
}
