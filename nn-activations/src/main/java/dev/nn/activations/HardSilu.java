package dev.nn.activations;

import dev.nn.api.ElementwiseActivation;
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
    return "z * hard_sigmoid(z)";
  }

  @Override
  public float value(float z) {
    return z * Math.max(0, Math.min(1, z / 6 + 0.5f));
  }

  @Override
  public float derivative(float z, float a) {
    float inside = z / 3 + 0.5f;
    float right = z >= 3 ? 1 : inside;
    return z <= -3 ? 0 : right;
  }
}
