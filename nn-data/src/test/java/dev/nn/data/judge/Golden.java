package dev.nn.data.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;

/** Numbers that scikit-learn and scipy made. */
final class Golden {
  private final Properties numbers = new Properties();

  Golden() {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/judge.properties")) {
      numbers.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double[] numbers(String key) {
    String list = Objects.requireNonNull(numbers.getProperty(key), key);
    return Arrays.stream(list.split(","))
        .mapToDouble(text -> text.equals("nan") ? Double.NaN : Double.parseDouble(text))
        .toArray();
  }

  double number(String key) {
    return numbers(key)[0];
  }

  int[] integers(String key) {
    return Arrays.stream(numbers(key)).mapToInt(number -> (int) number).toArray();
  }
}
