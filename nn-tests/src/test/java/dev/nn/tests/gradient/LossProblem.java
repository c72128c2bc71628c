package dev.nn.tests.gradient;

import dev.nn.api.Activation;
import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.api.Plugin;
import dev.nn.core.PluginRegistry;
import dev.nn.math.Matrix;
import java.util.SplittableRandom;

/**
 * Targets that a loss accepts, found by asking it, and predictions that suit them.
 *
 * @param targets one a row
 * @param output the activation of an output layer: the one that the loss fuses with, if there is
 *     one; else one whose values are of the same kind as the targets
 * @param wantsProbabilities whether predictions should lie between 0 and 1
 */
record LossProblem(float[][] targets, String output, boolean wantsProbabilities) {

  /** What targets may be, from the most general kind to the most special. */
  private enum TargetKind {
    REAL("identity"),
    POSITIVE("softplus"),
    PROBABILITY("sigmoid"),
    SIGN("identity"),
    ONE_HOT("softmax");

    private final String output;

    TargetKind(String output) {
      this.output = output;
    }

    float[] row(int columns, SplittableRandom random) {
      float[] row = new float[columns];
      int hot = random.nextInt(columns);
      for (int j = 0; j < columns; j++) {
        row[j] =
            switch (this) {
              case REAL -> (float) random.nextDouble(-1.5, 1.5);
              case POSITIVE -> (float) random.nextDouble(0.25, 2);
              case PROBABILITY -> (float) random.nextDouble(0.1, 0.9);
              case SIGN -> random.nextBoolean() ? 1 : -1;
              case ONE_HOT -> j == hot ? 1 : 0;
            };
      }
      return row;
    }
  }

  /**
   * @throws IllegalArgumentException if the loss accepts none of the targets that are known here
   */
  static LossProblem of(
      PluginRegistry registry, Loss loss, int rows, int columns, SplittableRandom random) {
    for (TargetKind kind : TargetKind.values()) {
      float[][] targets = new float[rows][];
      for (int i = 0; i < rows; i++) {
        targets[i] = kind.row(loss.targetColumns(columns), random);
      }
      if (accepts(loss, targets)) {
        boolean probabilities = kind == TargetKind.PROBABILITY || kind == TargetKind.ONE_HOT;
        return new LossProblem(targets, output(registry, loss, kind), probabilities);
      }
    }
    throw new IllegalArgumentException(
        loss.name() + " accepts no targets that are known here: add what it wants to TargetKind");
  }

  private static boolean accepts(Loss loss, float[][] targets) {
    try {
      loss.checkTargets(Matrix.copyOf(targets));
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
