package dev.nn.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * A document of the project.
 *
 * @param file where it lies
 * @param text what it says
 */
record Page(Path file, String text) {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** By the path from the folder of the project. */
  static Page of(String path) throws IOException {
    Path file = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling(path);
    return new Page(file, Files.readString(file).replace("\r\n", "\n"));
  }

  List<String> javaBlocks() {
    return JAVA_BLOCK.matcher(text).results().map(result -> result.group(1)).toList();
  }

  /** The one Java block with this text. */
  String javaBlock(String part) {
    List<String> blocks = javaBlocks().stream().filter(block -> block.contains(part)).toList();
    assertEquals(1, blocks.size(), () -> "Java blocks of " + file + " with " + part);
    return blocks.get(0);
  }

  /** Compiles a class that sees the class path and what lies in the folder, into the folder. */
  static void compile(Path folder, String name, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-classpath",
                classPath,
                "-d",
                folder.toString(),
                file.toString());
    assertEquals(0, status, "the compiler's messages are above");
  }
}
