package dev.nn.testkit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One rule for one plugin, which can be run and then says whether the plugin keeps it. */
public final class Rule {
  private final String number;
  private final String name;
  private final Consumer<Consumer<String>> check;

  Rule(String number, String name, Consumer<Consumer<String>> check) {
    this.number = number;
    this.name = name;
    this.check = check;
  }

  /** Returns the number by which documents and messages call it, such as {@code A7}. */
  public String number() {
    return number;
  }

  /** Returns in one word what the rule is about, such as {@code derivative}. */
  public String name() {
    return name;
  }

  /**
   * Runs the check in the way of test frameworks, so it returns if the plugin keeps the rule and
   * throws if it does not.
   *
   * @param warnings receives what there is to say although the plugin keeps the rule
   * @throws AssertionError if the plugin breaks the rule; the message begins with the number
   * @throws TestAbortedException if the rule cannot be decided; the message begins with the number
   *     and says why
   */
  public void run(Consumer<String> warnings) {
    numbered(number, () -> check.accept(warnings));
  }

  /** Runs the check and returns its outcome. Nothing that the plugin throws gets out. */
  public RuleResult result() {
    List<String> warnings = new ArrayList<>();
    try {
      run(warnings::add);
      return result(RuleResult.Outcome.PASSED, String.join("; ", warnings));
    } catch (TestAbortedException skipped) {
      return result(RuleResult.Outcome.SKIPPED, String.valueOf(skipped.getMessage()));
    } catch (AssertionError failed) {
      return result(RuleResult.Outcome.FAILED, String.valueOf(failed.getMessage()));
    }
  }

  private RuleResult result(RuleResult.Outcome outcome, String message) {
    return new RuleResult(number, name, outcome, message);
  }

  /**
   * Runs a check under the number of its rule. The message of whatever it throws begins with that
   * number, even if the plugin itself threw it.
   *
   * @throws AssertionError if the check fails, or if the plugin throws anything
   * @throws TestAbortedException if the check cannot decide
   */
  public static void numbered(String number, Runnable check) {
    try {
      check.run();
    } catch (Throwable thrown) {
      if (String.valueOf(thrown.getMessage()).startsWith(number + ": ")) {
        throw thrown;
      }
      throw new AssertionFailedError(number + ": it threw " + thrown, thrown);
    }
  }

  /** Returns the number and the name. */
  @Override
  public String toString() {
    return number + " " + name;
  }
}
