package dev.nn.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The oracle is {@link Math#fma}: an instruction of the processor, or decimal numbers. */
class SoftwareFmaTest {
  private static final float[] HARD = {
    0,
    Float.MIN_VALUE,
    3 * Float.MIN_VALUE,
    Math.nextDown(Float.MIN_NORMAL),
    Float.MIN_NORMAL,
    Math.nextUp(Float.MIN_NORMAL),
    0x1p-127f,
    0x1p-75f,
    0x1p-74f,
    0x1p-25f,
    0x1p-24f,
    0x1p-12f,
    0.1f,
    Math.nextDown(1f),
    1,
    Math.nextUp(1f),
    1 + 0x1p-12f,
    1 - 0x1p-12f,
    1.5f,
    3,
    0x1p23f,
    0x1p24f,
    0x1p24f - 1,
    0x1p63f,
    0x1p64f,
    0x1p103f,
    0x1p127f,
    Math.nextDown(Float.MAX_VALUE),
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NaN,
  };

  private static void check(float a, float b, float c) {
    int expected = Float.floatToIntBits(Math.fma(a, b, c));
    if (Float.floatToIntBits(SoftwareFma.fma(a, b, c)) != expected) {
      assertEquals(
          Float.toHexString(Float.intBitsToFloat(expected)),
          Float.toHexString(SoftwareFma.fma(a, b, c)),
          () -> "fma(%a, %a, %a)".formatted(a, b, c));
    }
  }

  private static void check(double a, double b, double c) {
    long expected = Double.doubleToLongBits(Math.fma(a, b, c));
    if (Double.doubleToLongBits(SoftwareFma.fma(a, b, c)) != expected) {
      assertEquals(
          Double.toHexString(Double.longBitsToDouble(expected)),
          Double.toHexString(SoftwareFma.fma(a, b, c)),
          () -> "fma(%a, %a, %a)".formatted(a, b, c));
    }
  }

  @Test
  void hardFloatsInAllCombinations() {
    for (float a : HARD) {
      for (float b : HARD) {
        for (float c : HARD) {
          for (int signs = 0; signs < 4; signs++) {
            check((signs & 1) == 0 ? a : -a, b, (signs & 2) == 0 ? c : -c);
          }
        }
      }
    }
  }

  /** 13264529 · 10610063 = 2⁴⁷ − 1, so that the product lies just below half the last place. */
  @Test
  void aSumJustBelowHalfADenormalsLastPlaceIsRoundedOnce() {
    float a = 13264529 * 0x1p-98f;
    float b = 10610063 * 0x1p-99f;
    float odd = 0x1p-127f + Float.MIN_VALUE;
    assertEquals(0x1p-150, (double) a * b + 0x1p-197);
    assertEquals(odd, SoftwareFma.fma(a, b, odd));
    assertEquals(-odd, SoftwareFma.fma(-a, b, -odd));
    // Rounded twice, first to the double half-way between two floats and then to the even one:
    assertEquals(odd + Float.MIN_VALUE, (float) ((double) a * b + odd));
  }

  @Test
  void aSumJustBelowHalfAFloatsLastPlaceIsRoundedOnce() {
    float a = 13264529 * 0x1p-35f;
    float b = 10610063 * 0x1p-36f; // a·b = 2⁻²⁴ − 2⁻⁷¹
    float odd = Math.nextUp(1f);
    assertEquals(odd, SoftwareFma.fma(a, b, odd));
    assertEquals(Math.nextUp(odd), (float) ((double) a * b + odd));
  }

  @Test
  void randomFloatsOfAnyBits() {
    anyBits(4_000_000);
  }

  /** An hour or less; no part of the ordinary build. */
  @Tag("exhaustive")
  @Test
  void manyRandomFloatsOfAnyBits() {
    anyBits(1_000_000_000);
  }

  private static void anyBits(int count) {
    SplittableRandom random = seeded();
    for (int i = 0; i < count; i++) {
      float a = Float.intBitsToFloat(random.nextInt());
      float b = Float.intBitsToFloat(random.nextInt());
      check(a, b, Float.intBitsToFloat(random.nextInt()));
      check(a, b, near(random, a * b));
    }
  }

  /** A float whose bits meet those of the product somewhere, or cancel it. */
  private static float near(SplittableRandom random, float product) {
    int bits = Float.floatToRawIntBits(product) + random.nextInt(-3, 4);
    int exponents = random.nextInt(-30, 31) << 23;
    int sign = random.nextInt() & Integer.MIN_VALUE;
    return Float.intBitsToFloat((random.nextBoolean() ? bits : bits + exponents) ^ sign);
  }

  @Test
  void randomDoublesOfAnyBits() {
    anyDoubleBits(1_000_000);
  }

  /** Some minutes; no part of the ordinary build. */
  @Tag("exhaustive")
  @Test
  void manyRandomDoublesOfAnyBits() {
    anyDoubleBits(200_000_000);
  }

  private static void anyDoubleBits(int count) {
    SplittableRandom random = seeded();
    for (int i = 0; i < count; i++) {
      double a = Double.longBitsToDouble(random.nextLong());
      double b = Double.longBitsToDouble(random.nextLong());
      check(a, b, Double.longBitsToDouble(random.nextLong()));
      double u = random.nextDouble(-3, 3);
      double p = random.nextDouble(-3, 3);
      check(p, u, near(random, p * u));
      check(p, u * Math.scalb(1.0, random.nextInt(-900, 400)), near(random, p * u));
    }
  }

  private static double near(SplittableRandom random, double product) {
    long bits = Double.doubleToRawLongBits(product) + random.nextLong(-3, 4);
    long exponents = random.nextLong(-110, 111) << 52;
    long sign = random.nextLong() & Long.MIN_VALUE;
    return Double.longBitsToDouble((random.nextBoolean() ? bits : bits + exponents) ^ sign);
  }

  private static SplittableRandom seeded() {
    long seed = System.nanoTime();
    System.out.println("SoftwareFmaTest: seed " + seed);
    return new SplittableRandom(seed);
  }
}
