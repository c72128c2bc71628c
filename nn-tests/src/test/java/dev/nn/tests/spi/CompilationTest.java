package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.tests.project.CompilationError;
import dev.nn.tests.project.OurModules;
import dev.nn.tests.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the samples are compiled with nothing in sight but nn-api and nn-math. */
class CompilationTest {
  @TempDir private Path folder;

  @Test
  void aPluginCannotNameTheEngineOrAnyLibrary() throws IOException {
    for (String type :
        new String[] {
          "dev.nn.core.Network",
          "dev.nn.activations.Relu",
          "com.google.common.base.Joiner",
          "org.slf4j.Logger",
          "org.jspecify.annotations.Nullable",
          "org.junit.jupiter.api.Test"
        }) {
      assertRefused(type, type.substring(0, type.lastIndexOf('.')));
    }
  }

  @Test
  void aPluginCompilesWithTheApiAlone() throws IOException {
    Project project = plugin("dev.nn.api.Activation");
    assertTrue(Files.exists(project.jarForClassPath(OurModules.api(), folder)));
    assertTrue(Files.exists(project.jarForModulePath(OurModules.api(), folder)));
  }

  @Test
  void aPluginInAModuleCannotUseOurKernels() throws IOException {
    Project project = plugin("dev.nn.math.kernel.Kernels");
    CompilationError error =
        assertThrows(
            CompilationError.class, () -> project.jarForModulePath(OurModules.api(), folder));
    assertTrue(error.getMessage().contains("not export"), error::getMessage);
  }

  private void assertRefused(String type, String packageName) throws IOException {
    Project project = plugin(type);
    for (boolean isModule : new boolean[] {false, true}) {
      CompilationError error =
          assertThrows(
              CompilationError.class,
              () -> {
                if (isModule) {
                  project.jarForModulePath(OurModules.api(), folder);
                } else {
                  project.jarForClassPath(OurModules.api(), folder);
                }
              },
              type);
      assertTrue(
          error.getMessage().contains("package " + packageName + " does not exist"),
          error::getMessage);
    }
  }

  private Project plugin(String type) throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.writeString(
        project.resolve("module-info.java"), "module acme.bad { requires dev.nn.api; }");
    Path source = Files.createDirectories(project.resolve("acme")).resolve("Uses.java");
    Files.writeString(source, "package acme; class Uses { " + type + " field; }");
    return new Project(project);
  }
}
