package acme.broken;

import dev.nn.api.Plugin;
import dev.nn.testkit.check.Rule;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Holds each broken plugin against the rule that it breaks. */
public final class Verdicts implements Supplier<Map<String, String>> {

  /** By the number of the rule, what it says. */
  @Override
  public Map<String, String> get() {
    Map<String, String> verdicts = new TreeMap<>();
    Broken.byRule().forEach((number, plugin) -> verdicts.put(number, verdict(number, plugin)));
    return verdicts;
  }

  private static String verdict(String number, Plugin plugin) {
    for (Rule rule : Broken.rules(plugin)) {
      if (rule.number().equals(number)) {
        try {
          rule.run(warning -> {});
        } catch (Throwable failure) {
          return failure.getClass().getName() + " " + failure.getMessage();
        }
      }
    }
    return "nothing";
  }
}
