package dev.nn.tests.gradient;

import dev.nn.api.Activation;
import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.api.Plugin;
import dev.nn.api.ShapeException;
import dev.nn.core.plugin.PluginRegistry;
import java.util.SplittableRandom;

/**
 * Targets that a loss accepts, found by asking it, and predictions that suit them.
 *
 * @param targets one a row
 * @param output the activation of an output layer: the one that the loss fuses with, if there is
 *     one; else one whose values are of the same kind as the targets
 * @param center about where z of an output layer should be, so that the loss is defined
 * @param spread how far around that, as a share of what is usual
 */
record LossProblem(float[][] targets, String output, double center, double spread) {

  /** What targets may be, from the most general kind to the most special. */
  private enum TargetKind {
    REAL("identity", 0, 1),
    POSITIVE("softplus", 1, 0.25),
    PROBABILITY("sigmoid", 0.5, 0.25),
    SIGN("identity", 0, 1),
    DISTRIBUTION("softmax", 0.5, 0.25);

    private final String output;
    private final double center;
    private final double spread;

    TargetKind(String output, double center, double spread) {
      this.output = output;
      this.center = center;
      this.spread = spread;
    }

    float[] row(int columns, SplittableRandom random) {
      if (this == DISTRIBUTION) {
        return random.nextBoolean() ? oneHot(columns, random) : shares(columns, random);
      }
      float[] row = new float[columns];
      for (int j = 0; j < columns; j++) {
        int sign = random.nextBoolean() ? 1 : -1;
        row[j] =
            switch (this) {
              // Away from 0, where percentages are huge.
              case REAL -> sign * (float) random.nextDouble(0.25, 1.5);
              case POSITIVE -> (float) random.nextDouble(0.25, 2);
              case PROBABILITY -> (float) random.nextDouble(0.1, 0.9);
              case SIGN -> sign;
              case DISTRIBUTION -> throw new AssertionError("made above");
            };
      }
      return row;
    }

    private static float[] oneHot(int columns, SplittableRandom random) {
      float[] row = new float[columns];
      row[random.nextInt(columns)] = 1;
      return row;
    }

    private static float[] shares(int columns, SplittableRandom random) {
      float[] row = new float[columns];
      float left = 1;
      for (int j = 0; j < columns - 1; j++) {
        row[j] = (float) random.nextDouble(0.2, 0.6) * left;
        left -= row[j];
      }
      row[columns - 1] = left;
      return row;
    }
  }

  /** How many outputs a loss is checked with: three, or four where it wants an even number. */
  static int outputs(Loss loss) {
    try {
      loss.targetColumns(3);
      return 3;
    } catch (ShapeException odd) {
      return 4;
    }
  }

  /**
   * @throws IllegalArgumentException if the loss accepts none of the targets that are known here
   */
  static LossProblem of(PluginRegistry registry, Loss loss, int rows, SplittableRandom random) {
    int columns = loss.targetColumns(outputs(loss));
    for (TargetKind kind : TargetKind.values()) {
      float[][] targets = new float[rows][];
      for (int i = 0; i < rows; i++) {
        targets[i] = kind.row(columns, random);
      }
      if (accepts(loss, targets)) {
        return new LossProblem(targets, output(registry, loss, kind), kind.center, kind.spread);
      }
    }
    throw new IllegalArgumentException(
        loss.name() + " accepts no targets that are known here: add what it wants to TargetKind");
  }

  private static boolean accepts(Loss loss, float[][] targets) {
    try {
      for (float[] target : targets) {
        loss.checkTarget(target);
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String output(PluginRegistry registry, Loss loss, TargetKind kind) {
    return registry.plugins(Kind.ACTIVATION).stream()
        .filter(plugin -> loss.fuse((Activation) plugin).isPresent())
        .map(Plugin::name)
        .findFirst()
        .orElse(kind.output);
  }
}
