package dev.nn.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes specs of all shapes from a seed. */
final class RandomSpecs {
  private static final String NAME_START = "abcdefghijklmnopqrstuvwxyz";
  private static final String NAME_PART = NAME_START + "0123456789_";
  private static final String[] AWKWARD_TEXTS = {
    "",
    "\"",
    "\\",
    "\n\r\t",
    "\0",
    "a\\\"b",
    "\u007f\u0085\u2028",
    "\ud800",
    "\ud83d\ude00",
    "é, [x=1]"
  };

  private final Random random;

  RandomSpecs(long seed) {
    random = new Random(seed);
  }

  Spec spec(int depth) {
    Spec spec = Spec.of(name());
    int options = depth == 0 ? 0 : random.nextInt(5);
    for (int i = 0; i < options; i++) {
      spec = spec.with(word(), value(depth - 1));
    }
    return spec;
  }

  SpecValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> new SpecValue.Decimal(random.nextInt(2000) - 1000L);
      case 1 -> new SpecValue.Decimal(finiteDouble());
      case 2 -> new SpecValue.Decimal(decimal());
      case 3 ->
          random.nextInt(3) == 0 ? new SpecValue.None() : new SpecValue.Flag(random.nextBoolean());
      case 4 -> new SpecValue.Text(text());
      case 5 -> Spec.of(name());
      case 6 -> items(depth - 1);
      default -> spec(depth);
    };
  }

  double finiteDouble() {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : finiteDouble();
  }

  private SpecValue items(int depth) {
    List<SpecValue> values = new ArrayList<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      values.add(value(depth));
    }
    return new SpecValue.Items(values);
  }

  /** Up to 40 digits with an exponent of at most 400. */
  private BigDecimal decimal() {
    BigInteger digits = new BigInteger(1 + random.nextInt(130), random);
    BigDecimal value = new BigDecimal(digits, random.nextInt(700) - 350);
    return random.nextBoolean() ? value : value.negate();
  }

  private String name() {
    String name = random.nextInt(4) == 0 ? word() + "." + word() : word();
    return Spec.isLegalName(name) ? name : name();
  }

  private String word() {
    StringBuilder word = new StringBuilder().append(anyOf(NAME_START));
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      word.append(anyOf(NAME_PART));
    }
    return word.toString();
  }

  private String text() {
    if (random.nextBoolean()) {
      return AWKWARD_TEXTS[random.nextInt(AWKWARD_TEXTS.length)];
    }
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(10);
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
    }
    return text.toString();
  }

  private char anyOf(String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }
}
