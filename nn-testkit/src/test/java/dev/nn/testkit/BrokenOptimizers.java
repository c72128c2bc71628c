package dev.nn.testkit;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;
import java.util.Map;

/** By the number of the rule, an optimizer that breaks it. */
public final class BrokenOptimizers {
  private BrokenOptimizers() {}

  static Map<String, Optimizer> byRule() {
    return Map.of(
        "O1", new Ascending(),
        "O2", new Impatient(),
        "O3", new OverTheEdge(),
        "O4", new NormOfTheTile(),
        "O5", new HidesItsVelocity(),
        "O6", new DividesByZero(),
        "O7", new IgnoresTheRate(),
        "O8", new HidesItsReference());
  }

  /** Plain gradient descent: keeps all rules. */
  public static class Good implements Optimizer {
    @Override
    public String name() {
      return "test.descent";
    }

    @Override
    public Schedule learningRate() {
      return new BrokenSchedules.Good();
    }

    @Override
    public void update(ParameterTile tile) {
      float rate = (float) tile.learningRate();
      for (int i = tile.from(); i < tile.to(); i++) {
        tile.weights()[i] -= rate * tile.gradients()[i];
      }
    }
  }

  /** With a slot: keeps all rules too. */
  static final class Momentum extends Good {
    @Override
    public int slots() {
      return 1;
    }

    @Override
    public void update(ParameterTile tile) {
      float rate = (float) tile.learningRate();
      for (int i = tile.from(); i < tile.to(); i++) {
        float velocity = 0.9f * tile.slot(0)[i] + tile.gradients()[i];
        tile.slot(0)[i] = velocity;
        tile.weights()[i] -= rate * velocity;
      }
    }
  }

  private static final class Ascending extends Good {
    @Override
    public void update(ParameterTile tile) {
      float rate = (float) tile.learningRate();
      for (int i = tile.from(); i < tile.to(); i++) {
        tile.weights()[i] += rate * tile.gradients()[i];
      }
    }
  }

  /** Its rate is gone after a few steps. */
  private static final class Impatient extends Good {
    @Override
    public void update(ParameterTile tile) {
      if (tile.step() < 30) {
        super.update(tile);
      }
    }
  }

  private static final class OverTheEdge extends Good {
    @Override
    public void update(ParameterTile tile) {
      super.update(tile);
      if (tile.to() < tile.weights().length) {
        tile.weights()[tile.to()] = 0;
      }
    }
  }

  private static final class NormOfTheTile extends Good {
    @Override
    public void update(ParameterTile tile) {
      float sum = 1e-6f;
      for (int i = tile.from(); i < tile.to(); i++) {
        sum += Math.abs(tile.gradients()[i]);
      }
      for (int i = tile.from(); i < tile.to(); i++) {
        tile.gradients()[i] /= sum;
      }
      super.update(tile);
    }
  }

  private static final class HidesItsVelocity extends Good {
    private final float[] velocity = new float[1000];

    @Override
    public void update(ParameterTile tile) {
      for (int i = tile.from(); i < tile.to(); i++) {
        velocity[i] = 0.9f * velocity[i] + tile.gradients()[i];
        tile.weights()[i] -= (float) tile.learningRate() * velocity[i];
      }
    }

    @Override
    public Optimizer withOptions(Options complete) {
      return new HidesItsVelocity();
    }
  }

  private static final class DividesByZero extends Good {
    @Override
    public void update(ParameterTile tile) {
      for (int i = tile.from(); i < tile.to(); i++) {
        float gradient = tile.gradients()[i];
        tile.weights()[i] -= (float) tile.learningRate() * gradient / Math.abs(gradient);
      }
    }
  }

  private static final class IgnoresTheRate extends Good {
    @Override
    public void update(ParameterTile tile) {
      for (int i = tile.from(); i < tile.to(); i++) {
        tile.weights()[i] -= 0.01f * tile.gradients()[i];
      }
    }
  }

  /** Has a learning rate that only an option would resolve, and no option. */
  private static final class HidesItsReference extends Good {
    @Override
    public Schedule learningRate() {
      return Schedule.constant(0.01);
    }
  }

  /** Counts steps for itself, which no weight shows yet. */
  static final class HidesItsCount extends Good {
    private int steps;

    @Override
    public int scalars() {
      return 1;
    }

    @Override
    public void prepare(long step, double[] scalars) {
      scalars[0] = ++steps;
    }

    @Override
    public Optimizer withOptions(Options complete) {
      return new HidesItsCount();
    }
  }

  /** Leaves the counting to the engine. */
  static final class Counts extends Good {
    @Override
    public int scalars() {
      return 1;
    }

    @Override
    public void prepare(long step, double[] scalars) {
      scalars[0]++;
    }
  }
}
