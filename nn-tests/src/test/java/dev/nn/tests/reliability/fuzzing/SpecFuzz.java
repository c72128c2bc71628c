package dev.nn.tests.reliability.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nn.api.Kind;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.tests.reliability.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lists of layers, optimizers and values in the grammar of specs. */
final class SpecFuzz implements FuzzTarget.Fuzz {
  private static final String TOKENS = "()[]=,.\"\\-+eE019azAZ_ \t\n\0é\uffff";
  private static final String[] WORDS = {
    "true", "none", "1e-7", "1e999", "-0", "\\u00", "\\ud83d", "relu", "a(b=", "]]", "units", ", "
  };

  @Override
  public List<byte[]> originals(Path scratch) {
    List<String> texts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      texts.addAll(Samples.REGISTRY.names(kind));
    }
    texts.add("dense(units=24, activation=leaky_relu(negative_slope=0.1)), dropout(rate=0.3)");
    texts.add("adam(learning_rate=cosine(initial=0.01, steps=100), beta_1=0.9)");
    texts.add("a(b=[1, -2.5e-7, true, none, \"a\\\"b\\\\\\u00e9\", [], c(d=[[e]])])");
    texts.add("reshape(shape=[2, 4]),\n  embedding(vocabulary=9, units=9)");
    return texts.stream().map(text -> text.getBytes(UTF_8)).toList();
  }

  @Override
  public byte[] mutate(byte[] original, Random random) {
    StringBuilder text = new StringBuilder(new String(original, UTF_8));
    int mutations = 1 + random.nextInt(4);
    for (int i = 0; i < mutations; i++) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(6));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, TOKENS.charAt(random.nextInt(TOKENS.length())));
        case 2 -> text.insert(at, WORDS[random.nextInt(WORDS.length)]);
        case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, to));
        case 4 -> text.insert(at, "[".repeat(1 + random.nextInt(200)));
        default -> text.setLength(at);
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  /** What is legal must read back as the same; an error must point into the text. */
  @Override
  public void read(byte[] input, Path scratch) {
    String text = new String(input, UTF_8);
    try {
      for (Spec spec : Spec.parseList(text)) {
        if (!Spec.parse(spec.toString()).equals(spec)) {
          throw new AssertionError(text + " reads back as another spec");
        }
      }
    } catch (SpecException e) {
      if (e.position() < 0 || e.position() > text.length()) {
        throw new AssertionError(text + ": position " + e.position(), e);
      }
      throw e;
    }
  }
}
