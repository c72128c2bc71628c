package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import dev.nn.api.Plugin;
import dev.nn.core.witness.Witness;
import dev.nn.math.Matrix;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** From where a program can have its plugins. */
enum Place {
  CLASS_PATH {
    @Override
    List<String> command(Path witness, List<Path> jars) {
      return List.of("--class-path", path(with(witness, jars)), MAIN, "path", "");
    }
  },
  MODULE_PATH {
    @Override
    List<String> command(Path witness, List<Path> jars) {
      return List.of("--module-path", path(with(witness, jars)), "-m", MODULE, "path", "");
    }
  },
  /** The framework is on the module path. */
  MODULE_LAYER {
    @Override
    List<String> command(Path witness, List<Path> jars) {
      String modules = path(with(witness, List.of()));
      return List.of("--module-path", modules, "-m", MODULE, "layer", path(jars));
    }
  },
  /** The framework is on the class path, and its plugins are in a loader above it. */
  CHILD_FIRST_LOADER {
    @Override
    List<String> command(Path witness, List<Path> jars) {
      String classes = path(with(witness, List.of()));
      return List.of("--class-path", classes, MAIN, "child-first", path(jars));
    }
  },
  /** The framework is there a second time, in the loader of the program and its plugins. */
  CHILD_FIRST_LOADER_WITH_THE_FRAMEWORK {
    @Override
    List<String> command(Path witness, List<Path> jars) {
      String classes = path(with(witness, List.of()));
      String all = path(with(witness, jars));
      return List.of("--class-path", classes, MAIN, "child-first", all);
    }
  };

  private static final String MAIN = Witness.class.getName();
  private static final String MODULE = "witness/" + MAIN;
  private static final List<Path> OURS =
      Stream.of(Plugin.class, Matrix.class, PluginRegistry.class, Logger.class, JsonFactory.class)
          .map(PluginJars::locationOf)
          .toList();

  /**
   * What java is given.
   *
   * @param witness the program's jar
   * @param jars those of the plugins
   */
  abstract List<String> command(Path witness, List<Path> jars);

  /** Whether each jar is a module, so that its services file names providers of a module. */
  boolean hasModules() {
    return this == MODULE_PATH || this == MODULE_LAYER;
  }

  /** What the program says in a virtual machine of its own. */
  List<String> tell(Path witness, List<Path> jars, List<String> questions) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(command(witness, jars));
    command.addAll(questions);
    Path errors = Files.createTempFile(witness.getParent(), "errors", ".txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String failed = Files.readString(errors);
    assertEquals(0, process.waitFor(), said + failed);
    return said.lines().toList();
  }

  /** Packs the program, which is a module where it is on a module path. */
  static Path witness(Path folder) throws IOException {
    String source = "module witness { requires dev.nn.core; }";
    Path descriptor =
        PluginJars.compile(folder, Map.of("module-info", source), "--module-path", path(OURS));
    Map<String, byte[]> files = new TreeMap<>(PluginJars.filesOf(descriptor, ""));
    String inJar = Witness.class.getPackageName().replace('.', '/') + "/";
    files.putAll(PluginJars.filesOf(PluginJars.locationOf(Witness.class), inJar));
    return PluginJars.jar(folder.resolve("witness.jar"), files);
  }

  private static List<Path> with(Path witness, List<Path> jars) {
    return Stream.of(OURS, List.of(witness), jars).flatMap(List::stream).toList();
  }

  private static String path(List<Path> places) {
    return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
