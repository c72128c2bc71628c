package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
import dev.nn.math.FloatMath;
import java.util.Set;

/**
 * A swish of straight lines and a parabola: g(z) = z·min(max(z/6 + ½, 0), 1). The derivative at −3
 * is 0 and at 3 is 1.
 *
 * <p>Source: Howard et al., <i>Searching for MobileNetV3</i>, 2019.
 */
public record HardSilu() implements ElementwiseActivation {
  @Override
  public String name() {
    return "hard_silu";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("hard_swish");
  }

  @Override
  public String description() {
    return "z·hard_sigmoid(z)";
  }

  @Override
  public float value(float z) {
    return z * Math.max(0, Math.min(1, z / 6 + 0.5f));
  }

  @Override
  public float derivative(float z, float a) {
    float inside = Math.max(-3, Math.min(3, z)) / 3 + 0.5f;
    float isBelow3 = FloatMath.step(3 - z);
    return FloatMath.step(z + 3) * isBelow3 * inside + (1 - isBelow3);
  }
}
