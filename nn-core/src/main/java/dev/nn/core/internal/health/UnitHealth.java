package dev.nn.core.internal.health;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.math.Matrix;
import java.util.Optional;

/** Counts for each unit of a layer how often its derivative was almost 0. */
public final class UnitHealth {
  private static final float SMALL = 0.01f;
  private static final double SHARE = 0.95;

  /** Where no activation that saturates is steep any more. */
  private static final float FAR = 1000;

  private final ElementwiseActivation activation;
  private final int[] small;
  private final int[] zero;
  private int rows;

  private UnitHealth(ElementwiseActivation activation, int units) {
    this.activation = activation;
    this.small = new int[units];
    this.zero = new int[units];
  }

  /** For a stage that ends in an elementwise activation. */
  public static Optional<UnitHealth> of(Stage stage) {
    Optional<Activation> activation = stage.layer().outputActivation();
    return activation.isPresent()
            && activation.get() instanceof ElementwiseActivation elementwise
            && !elementwise.name().equals("identity")
        ? Optional.of(new UnitHealth(elementwise, stage.output().size()))
        : Optional.empty();
  }

  /** Looks at the activations that some examples gave. */
  public void look(Matrix z, Matrix a) {
    try {
      count(z, a);
    } catch (Throwable e) {
      throw PluginFailure.of(activation, "derivative", e);
    }
    rows += z.rows();
  }

  private void count(Matrix z, Matrix a) {
    for (int i = 0; i < z.rows(); i++) {
      for (int j = 0; j < z.columns(); j++) {
        float derivative = activation.derivative(z.get(i, j), a.get(i, j));
        small[j] += Math.abs(derivative) < SMALL ? 1 : 0;
        zero[j] += derivative == 0 ? 1 : 0;
      }
    }
  }

  /** The name of the activation. */
  public String activation() {
    return activation.name();
  }

  /**
   * Whether the derivative is next to nothing on both sides, as that of a sigmoid; that of a relu
   * is so on one side only.
   */
  public boolean saturates() {
    return isFlatAt(FAR) && isFlatAt(-FAR);
  }

  /** No run asks for numbers so large, so an activation that cannot take them does no harm. */
  private boolean isFlatAt(float z) {
    try {
      return Math.abs(activation.derivative(z, activation.value(z))) < SMALL;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Units whose derivative was 0 for every example. */
  public int dead() {
    int dead = 0;
    for (int count : zero) {
      dead += count == rows ? 1 : 0;
    }
    return dead;
  }

  /** Units whose derivative was small for most examples, without the dead ones. */
  public int saturated() {
    int saturated = 0;
    for (int count : small) {
      saturated += count >= SHARE * rows ? 1 : 0;
    }
    return saturated - dead();
  }
}
