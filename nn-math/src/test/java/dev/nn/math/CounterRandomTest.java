package dev.nn.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Known answers were computed from the definition with Python's unbounded integers. */
class CounterRandomTest {
  private static CounterRandom stream() {
    return CounterRandom.of(42, 1, 2);
  }

  @Test
  void keysAreTheHashesOfSeedAndPath() {
    assertEquals(0xe220a8397b1dcdafL, CounterRandom.key(0));
    assertEquals(0xbdd732262feb6e95L, CounterRandom.key(42));
    assertEquals(0xfef8b8e9ec76a59aL, CounterRandom.key(42, 1, 2));
    assertEquals(0xf8340b7a126a770aL, CounterRandom.key(-1, -7));
  }

  @Test
  void pathsCanBeWalkedStepByStep() {
    long key = CounterRandom.key(42);
    assertEquals(stream().key(), CounterRandom.subkey(CounterRandom.subkey(key, 1), 2));
    assertNotEquals(CounterRandom.key(42, 1, 2), CounterRandom.key(42, 2, 1));
    assertNotEquals(CounterRandom.key(42), CounterRandom.key(42, 0));
  }

  @Test
  void drawsAreTheHashesOfKeyAndCounter() {
    CounterRandom random = stream();
    assertEquals(0x663d172d08794fffL, random.nextLong());
    assertEquals(0xefd74ac3508dbbfbL, random.nextLong());
    assertEquals(0x74a5de88cf3febfeL, random.nextLong());
    assertEquals(0xedb101394b4d3b3fL, CounterRandom.bits(random.key(), 1_000_000_000_000L));
    assertEquals(0xedb101394b4d3b3fL, random.at(1_000_000_000_000L).nextLong());
  }

  @Test
  void numbersAreTheHighBitsOfDraws() {
    CounterRandom ints = stream();
    assertEquals(1715279661, ints.nextInt());
    assertEquals(-271103293, ints.nextInt());
    CounterRandom floats = stream();
    assertEquals(0.39936965703964233f, floats.nextFloat());
    assertEquals(0.9368788003921509f, floats.nextFloat());
    CounterRandom doubles = stream();
    assertEquals(0.39936966752472813, doubles.nextDouble());
    assertEquals(0.9368788458673895, doubles.nextDouble());
    CounterRandom flags = stream();
    boolean[] expected = {false, true, false, true, true, false, true, true};
    for (boolean flag : expected) {
      assertEquals(flag, flags.nextBoolean());
    }
  }

  @Test
  void boundedIntsAreScaledDrawsAndBoundedLongsAreRests() {
    CounterRandom ints = stream();
    for (int expected : new int[] {3, 9, 4, 6, 9, 3, 9, 7}) {
      assertEquals(expected, ints.nextInt(10));
    }
    CounterRandom longs = stream();
    for (long expected : new long[] {359, 933, 119, 683, 596, 932, 741, 24}) {
      assertEquals(expected, longs.nextLong(1000));
    }
    assertEquals(-2, stream().nextInt(-5, 5));
    assertEquals(359 - 500, stream().nextLong(-500, 500));
  }

  @Test
  void bytesAreLittleEndianDraws() {
    byte[] bytes = new byte[9];
    CounterRandom random = stream();
    random.nextBytes(bytes);
    assertArrayEquals(new byte[] {-1, 79, 121, 8, 45, 23, 61, 102, -5}, bytes);
    assertEquals(2, random.position());
  }

  @Test
  void deviatesFollowTheirFormulas() {
    assertEquals(0.5097756210863409, stream().nextExponential(), 1e-15);
    CounterRandom random = stream();
    assertEquals(0.9313521332139464, random.nextGaussian(), 1e-15);
    assertEquals(-0.7299119740325203, random.nextGaussian(), 1e-15);
    assertEquals(4, random.position());
    assertEquals(3 + 2 * 0.9313521332139464, stream().nextGaussian(3, 2), 1e-14);
    assertEquals(3, stream().nextGaussian(3, 0));
  }

  @Test
  void theWholeRangesOfIntAndLongAreReached() {
    CounterRandom random = CounterRandom.of(7);
    for (int i = 0; i < 1000; i++) {
      int wide = random.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
      assertTrue(wide < Integer.MAX_VALUE);
      assertTrue(random.nextInt(Integer.MAX_VALUE) >= 0);
      assertTrue(random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE) < Long.MAX_VALUE);
      assertTrue(random.nextLong((1L << 62) + 1) <= 1L << 62);
      assertEquals(0, random.nextInt(1));
      assertEquals(0, random.nextLong(1));
      assertEquals(8, random.nextLong(8, 9));
    }
  }

  @Test
  void realNumbersStayBelowTheBound() {
    CounterRandom random = CounterRandom.of(7);
    for (int i = 0; i < 1000; i++) {
      float narrow = random.nextFloat(1, Math.nextUp(1f));
      assertEquals(1, narrow);
      assertEquals(1, random.nextDouble(1, Math.nextUp(1.0)));
      assertTrue(Math.abs(random.nextFloat(-Float.MAX_VALUE, Float.MAX_VALUE)) < Float.MAX_VALUE);
      double wide = random.nextDouble(-Double.MAX_VALUE, Double.MAX_VALUE);
      assertTrue(wide >= -Double.MAX_VALUE && wide < Double.MAX_VALUE);
      assertTrue(random.nextFloat(3) < 3);
      assertTrue(random.nextDouble(-3, -2) < -2);
    }
    assertEquals(2 * stream().nextDouble(), stream().nextDouble(2));
  }

  @Test
  void emptyRangesAreRefused() {
    CounterRandom random = stream();
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
    assertThrows(IllegalArgumentException.class, () -> random.nextLong(-1));
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(3, 3));
    assertThrows(IllegalArgumentException.class, () -> random.nextLong(4, 3));
    assertThrows(IllegalArgumentException.class, () -> random.nextFloat(Float.NaN));
    assertThrows(IllegalArgumentException.class, () -> random.nextFloat(0, Float.MAX_VALUE * 2));
    assertThrows(IllegalArgumentException.class, () -> random.nextDouble(0));
    assertThrows(IllegalArgumentException.class, () -> random.nextDouble(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> random.nextGaussian(0, -1));
    assertEquals(0, random.position(), "a refused call draws nothing");
  }

  @Test
  void positionIsTheWholeState() {
    CounterRandom random = stream();
    random.nextGaussian();
    random.nextInt(10);
    random.nextBytes(new byte[20]);
    CounterRandom restored = CounterRandom.ofKey(random.key()).at(random.position());
    for (int i = 0; i < 100; i++) {
      assertEquals(random.nextGaussian(), restored.nextGaussian());
      assertEquals(random.nextInt(1, 1_500_000_000), restored.nextInt(1, 1_500_000_000));
    }
    assertEquals(random.toString(), restored.toString());
  }
}
