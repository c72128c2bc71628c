package dev.nn.testkit;

import dev.nn.api.Initializer;
import dev.nn.math.Matrix;
import dev.nn.testkit.check.Hints;
import dev.nn.testkit.check.Promise;
import java.util.Map;
import java.util.random.RandomGenerator;

/** By the number of the rule, an initializer that breaks it. */
final class BrokenInitializers {
  /** What {@link Good} keeps, and what {@link Fading} and {@link SeldomHuge} break. */
  static final Promise PROMISE =
      Promise.NONE.withMoments(0, Math.sqrt(1 / 12.0)).withRange(-0.5, 0.5);

  /** The promise of the good one, for all of them. */
  static final Hints HINTS =
      new Hints() {
        @Override
        public Promise promise(Initializer initializer, int fanIn, int fanOut) {
          return PROMISE;
        }
      };

  private BrokenInitializers() {}

  static Map<String, Initializer> byRule() {
    return Map.of(
        "I1", new LeavesTheLast(),
        "I2", new DividesByFan(),
        "I3", new GoesOn(),
        "I4", new HardlyRandom(),
        "I5", new Fading(),
        "I6", new SeldomHuge());
  }

  /** Uniform in [−½, ½): keeps all rules. */
  static class Good implements Initializer {
    @Override
    public String name() {
      return "test.half";
    }

    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      for (int i = 0; i < weights.rows(); i++) {
        for (int j = 0; j < weights.columns(); j++) {
          weights.set(i, j, random.nextFloat() - 0.5f);
        }
      }
    }
  }

  private static final class LeavesTheLast extends Good {
    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      super.initialize(weights.columns(0, weights.columns() - 1), fanIn, fanOut, random);
    }
  }

  private static final class DividesByFan extends Good {
    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      weights.fill(1f / (fanIn - 1));
    }
  }

  private static final class GoesOn extends Good {
    private int calls;

    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      super.initialize(weights, fanIn, fanOut, random);
      weights.set(0, 0, calls++);
    }
  }

  /** One draw for the whole matrix, and then a pattern. */
  private static final class HardlyRandom extends Good {
    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      float scale = 1 + random.nextFloat();
      for (int i = 0; i < weights.rows(); i++) {
        for (int j = 0; j < weights.columns(); j++) {
          weights.set(i, j, scale * (j % 2 == 0 ? 1 : -1));
        }
      }
    }
  }

  private static final class Fading extends Good {
    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      super.initialize(weights, fanIn, fanOut, random);
      for (int i = 0; i < weights.rows(); i++) {
        for (int j = 0; j < weights.columns(); j++) {
          weights.set(i, j, weights.get(i, j) / (1 + i));
        }
      }
    }
  }

  private static final class SeldomHuge extends Good {
    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      super.initialize(weights, fanIn, fanOut, random);
      for (int i = 0; i < weights.rows(); i++) {
        if (random.nextInt(500) == 0) {
          weights.set(i, 0, 20);
        }
      }
    }
  }
}
