package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of bad-tables.txt is a table that cannot be used, and its message. */
class BadTableTest {

  static Stream<Arguments> tables() {
    try (InputStream in = BadTableTest.class.getResourceAsStream("bad-tables.txt")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return lines.stream()
          .filter(line -> !line.isBlank() && !line.startsWith("// "))
          .map(line -> line.split(" => ", 2))
          .map(pair -> Arguments.of(pair[0], pair[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void badTableIsRefusedInWords(String escaped, String message) {
    byte[] contents = escaped.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        message,
        assertThrows(DataException.class, () -> DataFile.of("t", contents).read()).getMessage());
  }
}
