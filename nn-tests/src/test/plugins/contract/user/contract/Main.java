package user.contract;

import dev.nn.testkit.RegistryContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** Runs every rule on every plugin without an engine, and prints what failed and how many held. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("module " + RegistryContract.class.getModule().getName());
    int passed = 0;
    int failed = 0;
    RegistryContract contract = new RegistryContract() {};
    for (DynamicNode plugin :
        contract.everyPluginKeepsTheRules(entries -> System.out.println(entries)).toList()) {
      for (DynamicNode rule : tests(plugin).toList()) {
        try {
          ((DynamicTest) rule).getExecutable().execute();
          passed++;
        } catch (TestAbortedException skipped) {
          continue;
        } catch (Throwable failure) {
          failed++;
          System.out.println(plugin.getDisplayName() + ": " + failure);
        }
      }
    }
    System.out.println("passed " + passed);
    System.exit(failed == 0 ? 0 : 1);
  }

  private static Stream<? extends DynamicNode> tests(DynamicNode plugin) {
    return ((DynamicContainer) plugin).getChildren();
  }
}
