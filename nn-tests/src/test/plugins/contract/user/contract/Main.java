package user.contract;

import dev.nn.testkit.RegistryContract;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** Runs every rule on every plugin without an engine, and prints a line for each. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("module " + RegistryContract.class.getModule().getName());
    RegistryContract contract = new RegistryContract() {};
    contract
        .everyPluginKeepsTheRules(entries -> {})
        .forEach(
            plugin ->
                ((DynamicContainer) plugin)
                    .getChildren()
                    .forEach(rule -> System.out.println(outcome(plugin, rule))));
  }

  private static String outcome(DynamicNode plugin, DynamicNode rule) {
    String name = plugin.getDisplayName() + " | " + rule.getDisplayName();
    try {
      ((DynamicTest) rule).getExecutable().execute();
      return name + " | passed";
    } catch (TestAbortedException skipped) {
      return name + " | skipped | " + skipped.getMessage();
    } catch (Throwable failure) {
      return name + " | failed | " + failure.toString().replace('\n', ' ');
    }
  }
}
