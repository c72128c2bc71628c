package dev.nn.testkit.check;

/**
 * The outcome of one rule for one plugin.
 *
 * @param rule the number of the rule, such as {@code A7}
 * @param name what the rule is about, such as {@code derivative}
 * @param outcome whether the plugin keeps the rule
 * @param message why the rule failed or was skipped, beginning with its number; if it passed, a
 *     warning or an empty text
 */
public record RuleResult(String rule, String name, Outcome outcome, String message) {

  /** The three ways in which a rule can end. */
  public enum Outcome {
    /** The plugin keeps the rule. */
    PASSED,
    /** The rule does not apply to the plugin, or cannot be decided for it. */
    SKIPPED,
    /** The plugin breaks the rule. */
    FAILED
  }
}
