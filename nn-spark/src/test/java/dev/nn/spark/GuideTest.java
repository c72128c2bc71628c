package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/spark.md shows compiles and is complete. */
class GuideTest {
  private static final Path PAGE = Path.of("../docs/spark.md");

  @Test
  void theProgramsCompile(@TempDir Path folder) throws IOException {
    Matcher program =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    int programs = 0;
    while (program.find()) {
      Matcher name = Pattern.compile("public class (\\w+)").matcher(program.group(1));
      assertTrue(name.find());
      compile(Files.writeString(folder.resolve(name.group(1) + ".java"), program.group(1)), folder);
      programs++;
    }
    assertEquals(3, programs);
    compile(Path.of("demo/SparkDemo.java"), folder);
    compile(Path.of("demo/SparkComparison.java"), folder);
  }

  private static void compile(Path source, Path into) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertEquals(
        0, compiler.run(null, null, null, "-proc:none", "-d", into.toString(), source.toString()));
  }

  @Test
  void theTableOfParamsHasThemAll() throws IOException {
    String page = Files.readString(PAGE);
    for (Params stage : List.of(new NeuralNetworkClassifier(), new SchemaEncoder())) {
      for (Param<?> param : stage.params()) {
        assertTrue(
            page.contains("`" + param.name() + "`"), () -> param.name() + " is not on the page");
      }
    }
    assertTrue(Arrays.stream(new NeuralNetworkRegressor().params()).count() > 15);
  }
}
