package dev.nn.core.internal.architecture;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a flat array of parameters by name: {@code 0.dense.kernel}. */
public final class NamedParameters {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.Model");

  private NamedParameters() {}

  public static List<String> names(Architecture architecture) {
    return architecture.parameters().stream().map(ParameterSlot::name).toList();
  }

  public static Shape shape(Architecture architecture, String name) {
    return slot(architecture, name).parameter().shape();
  }

  /** A copy of one parameter. */
  public static float[] copy(Architecture architecture, float[] parameters, String name) {
    ParameterSlot slot = slot(architecture, name);
    return Arrays.copyOfRange(parameters, slot.offset(), slot.offset() + slot.size());
  }

  private static ParameterSlot slot(Architecture architecture, String name) {
    return architecture.parameters().stream()
        .filter(slot -> slot.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no parameter " + name + "; there are " + names(architecture)));
  }

  /**
   * A new flat array of all parameters.
   *
   * @throws ShapeException if one is missing, unknown or of another size
   */
  public static float[] flat(Architecture architecture, Map<String, float[]> weights) {
    float[] flat = new float[architecture.flatLength()];
    for (ParameterSlot slot : architecture.parameters()) {
      float[] values = weights.get(slot.name());
      if (values == null) {
        throw new ShapeException(
            "no weights for %s; given: %s".formatted(slot.name(), weights.keySet()));
      }
      if (values.length != slot.size()) {
        throw new ShapeException(
            "%s has shape %s, %s numbers, but %s are given"
                .formatted(slot.name(), slot.parameter().shape(), slot.size(), values.length));
      }
      System.arraycopy(values, 0, flat, slot.offset(), values.length);
    }
    if (weights.size() != architecture.parameters().size()) {
      throw new ShapeException(
          "given %s, but the network has %s".formatted(weights.keySet(), names(architecture)));
    }
    return flat;
  }

  /** Warns of weights that are NaN or infinite, with the place of the first. */
  public static void warnUnlessFinite(Architecture architecture, float[] parameters) {
    for (ParameterSlot slot : architecture.parameters()) {
      int bad = notFinite(slot, parameters);
      if (bad >= 0) {
        LOG.warn(
            "the weights that are given are not all finite: {} is {}. Predictions made with them"
                + " are likely to be NaN: look whether the training that they come from diverged",
            element(slot, bad),
            parameters[slot.offset() + bad]);
        return;
      }
    }
  }

  /**
   * Refuses a parameter that is to be compressed and has elements that are NaN or infinite.
   *
   * @throws NnException with the place of the first
   */
  static void requireFinite(ParameterSlot slot, float[] parameters) {
    int bad = notFinite(slot, parameters);
    if (bad >= 0) {
      throw new NnException(
          "a model with weights that are not finite cannot be compressed, and %s is %s: look whether its training diverged"
              .formatted(element(slot, bad), parameters[slot.offset() + bad]));
    }
  }

  /** Index in a parameter of its first element that is not finite, or −1. */
  private static int notFinite(ParameterSlot slot, float[] parameters) {
    for (int i = 0; i < slot.size(); i++) {
      if (!Float.isFinite(parameters[slot.offset() + i])) {
        return i;
      }
    }
    return -1;
  }

  /** An element with its place: {@code 0.dense.kernel[2, 3]}. */
  private static String element(ParameterSlot slot, int index) {
    int columns = slot.parameter().columns();
    boolean isVector = slot.parameter().shape().rank() == 1;
    return "%s[%s]"
        .formatted(slot.name(), isVector ? index : index / columns + ", " + index % columns);
  }
}
