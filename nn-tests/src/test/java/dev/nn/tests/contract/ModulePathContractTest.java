package dev.nn.tests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.tests.project.OurModules;
import dev.nn.tests.project.Project;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rules in a virtual machine where all of our modules are named modules. */
class ModulePathContractTest {
  @TempDir private Path folder;

  @Test
  void allPluginsKeepTheRulesOnTheModulePath() throws Exception {
    List<Path> path = new ArrayList<>(OurModules.application());
    // JUnit's modules want it where something is compiled against them.
    path.add(Path.of(API.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    path.add(Project.sample("contract").jarForModulePath(path, folder));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                OurModules.joined(path),
                "--add-modules",
                "dev.nn.activations,dev.nn.init,dev.nn.optim",
                "--module",
                "user.contract/user.contract.Main")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("module dev.nn.testkit"), output);
    int passed = Integer.parseInt(output.replaceAll("(?s).*passed (\\d+).*", "$1"));
    assertTrue(passed > 1000, output);
  }
}
