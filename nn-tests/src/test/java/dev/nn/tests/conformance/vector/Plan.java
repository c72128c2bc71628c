package dev.nn.tests.conformance.vector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be done with a case. */
public sealed interface Plan {

  /**
   * Compares what we compute with what the other implementation computed.
   *
   * @param checked the plugins that take part
   */
  record Check(List<Need> checked, Body body) implements Plan {}

  /** Not now: something is not installed. */
  record Waiting(List<Need> needs) implements Plan {
    @Override
    public String toString() {
      List<Need> unmet = needs.stream().filter(need -> !need.isMet()).toList();
      return unmet.isEmpty()
          ? "no adapter has been written"
          : unmet.stream().map(Need::text).collect(Collectors.joining(", ", "not installed: ", ""));
    }
  }

  /** Never, for one of the few reasons that are none of ours. */
  record Excused(Excuse excuse) implements Plan {
    @Override
    public String toString() {
      return excuse.reason;
    }
  }

  /** Why a case of an installed operator may stay out. */
  enum Excuse {
    DTYPE("the data is not float32"),
    RANDOM("the expected numbers come from another random generator"),
    OTHER_RULE("the operator has a coefficient that no catalogue plugin of this name has");

    private final String reason;

    Excuse(String reason) {
      this.reason = reason;
    }
  }

  /** The comparison itself. */
  @FunctionalInterface
  interface Body {
    void run(Measure measure);
  }

  /** A check if all needs are met; it waits for them else. */
  static Plan when(List<Need> needs, Body body) {
    return needs.stream().allMatch(Need::isMet) ? new Check(needs, body) : new Waiting(needs);
  }

  /** No adapter has been written yet; from the day on which the needs are met that is an error. */
  static Plan withoutAdapter(Need... needs) {
    return new Waiting(Arrays.asList(needs));
  }
}
