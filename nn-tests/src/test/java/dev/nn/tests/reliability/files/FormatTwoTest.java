package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.Model;
import dev.nn.math.Compression;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compressed models that the second version of the format left behind are read by every later one.
 * They were made by {@link FormatTwoFiles} and must never be made again.
 */
class FormatTwoTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "format-2");

  @ParameterizedTest
  @CsvSource({
    "BFLOAT16, bf669e83e557ece5406d06d13d97cee1c3e5b60d4738f58a53e1ac61a75a39b1",
    "INT8, 2147306cdf232f4fb1aeead220ad06363880110a99de7263d10587dfcf53c03b"
  })
  void theModelIsRead(Compression form, String sha256) throws IOException {
    Path file = FOLDER.resolve(form + ".safetensors");
    Model model = Model.load(file, Samples.REGISTRY);
    assertEquals(Optional.of(form), model.compression());
    assertEquals(sha256, model.weightsSha256());
    assertEquals(3, model.training().orElseThrow().epochs());
    assertArrayEquals(Files.readAllBytes(file), model.toBytes());
    assertArrayEquals(
        new float[] {0.31771216f, 0.34691316f, 0.33537468f},
        model.predict(FormatOneFiles.EXAMPLE),
        0.01f);
  }
}
