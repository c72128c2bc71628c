package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever is read, there is a value that prints and reads back, or a {@link SpecException}. */
class SpecFuzzTest {
  private static final int INPUTS = 200_000;
  private static final String TOKENS = "()[]=,.\"\\-+eE019azAZ_ \t\n\0\u00e9\ud83d\uffff";
  private static final String[] WORDS = {
    "true", "none", "1e-7", "\\u00", "relu", "a(b=", "]]", "1e400"
  };

  @Test
  void mutatedSpecsGiveSpecExceptionsOnly() {
    List<String> corpus =
        LongStream.range(0, 1000).mapToObj(s -> new RandomSpecs(s).spec(3).toString()).toList();
    int legal = 0;
    for (long seed = 0; seed < INPUTS; seed++) {
      Random random = new Random(seed);
      String text = mutated(corpus.get(random.nextInt(corpus.size())), random);
      legal += survives(text, Spec::parse, seed) ? 1 : 0;
      survives(text, SpecValue::parse, seed);
      survives(text, Spec::parseList, seed);
    }
    assertTrue(legal > INPUTS / 100 && legal < INPUTS / 2, "legal inputs: " + legal);
  }

  private static <T> boolean survives(String text, Function<String, T> parser, long seed) {
    try {
      T value = parser.apply(text);
      assertEquals(value, parser.apply(value.toString()), "seed " + seed + ": " + text);
      return true;
    } catch (SpecException e) {
      boolean isInside = e.position() >= 0 && e.position() <= text.length();
      assertTrue(isInside, "seed " + seed + ": " + e);
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed + ": " + text, e);
    }
  }

  private static String mutated(String original, Random random) {
    StringBuilder text = new StringBuilder(original);
    int mutations = 1 + random.nextInt(4);
    for (int i = 0; i < mutations; i++) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(6));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, TOKENS.charAt(random.nextInt(TOKENS.length())));
        case 2 -> text.insert(at, WORDS[random.nextInt(WORDS.length)]);
        case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, to));
        case 4 ->
            text.replace(
                at,
                Math.min(text.length(), at + 1),
                String.valueOf((char) random.nextInt(0x10000)));
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }
}
