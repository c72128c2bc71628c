package dev.nn.core.internal.run;

import dev.nn.api.Activation;
import dev.nn.api.DataException;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Loss;
import dev.nn.api.NnException;
import dev.nn.api.ShapeException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.message.Plural;
import dev.nn.core.metric.Metrics;
import dev.nn.math.Matrix;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds data that does not fit before the first step. */
public final class DataCheck {
  private static final int MANY_CLASSES = 20;
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d*)?");

  private DataCheck() {}

  /**
   * Checks a data set as far as that is possible without looking at its rows.
   *
   * @param role {@code training} or {@code validation}, for messages
   * @throws ShapeException if the data does not fit the network or the loss
   * @throws DataException if it is empty
   */
  static void check(Architecture network, Loss loss, Dataset data, String role) {
    if (data.rows() == 0) {
      throw new DataException("the " + role + " set is empty");
    }
    if (!data.shape().equals(network.input())) {
      throw new ShapeException(
          "the network takes examples of shape %s, the %s set has %s"
              .formatted(network.input(), role, data.shape()));
    }
    checkTargets(network, loss, data.targets(), role);
  }

  /**
   * Checks targets of which no row is known.
   *
   * @param role {@code training} or {@code validation}, for messages
   * @throws ShapeException if they do not fit the network or the loss
   * @throws DataException if several labels are to be learnt by a loss that picks one
   */
  public static void checkTargets(Architecture network, Loss loss, Targets targets, String role) {
    checkWidth(network, loss, targets, role);
    if (targets instanceof Targets.MultiLabel several) {
      checkSeveral(network, loss, several);
    }
  }

  /** Finds losses and activations that would have one label exclude the others. */
  private static void checkSeveral(Architecture network, Loss loss, Targets.MultiLabel labels) {
    boolean isSoftmax =
        network
            .outputStage()
            .layer()
            .outputActivation()
            .map(activation -> activation.name().equals("softmax"))
            .orElse(false);
    boolean picksOne = Metrics.defaultFor(loss).equals(Optional.of("accuracy"));
    if (isSoftmax || picksOne) {
      throw new DataException(
          "%s picks one of several, but the targets are %s: take the loss binary_crossentropy, and give the last layer units=%s and activation=sigmoid"
              .formatted(picksOne ? loss.name() : "softmax", labels, labels.columns()));
    }
  }

  /**
   * Finds layers whose outputs are the same whatever they compute, such as a softmax of one unit,
   * which is always 1.
   *
   * @throws ShapeException if there is one
   */
  public static void checkOutputsCanChange(Architecture network) {
    for (Stage stage : network.stages()) {
      Optional<Activation> activation = stage.layer().outputActivation();
      if (activation.isPresent()
          && !(activation.get() instanceof ElementwiseActivation)
          && stage.output().last() == 1
          && isConstant(activation.get())) {
        throw new ShapeException(
            "%s: %s of one unit is %s whatever comes in, so that nothing can be learnt: for yes or no give it activation=sigmoid, for k classes units=k"
                .formatted(
                    stage.label(), activation.get().name(), forOneUnit(activation.get(), 0)));
      }
    }
  }

  /**
   * Finds names of parameters that the network does not have.
   *
   * @throws NnException if there is one; the message lists those that there are
   */
  static void checkUndecayed(Architecture network, Collection<String> names) {
    SortedSet<String> known = new TreeSet<>();
    for (ParameterSlot slot : network.parameters()) {
      known.add(slot.parameter().name());
      known.add(slot.name());
    }
    for (String name : names) {
      if (!known.contains(name)) {
        throw new NnException(
            "withoutWeightDecay: the network has no parameter %s; it has %s"
                .formatted(name, String.join(", ", known)));
      }
    }
  }

  private static boolean isConstant(Activation activation) {
    float value = forOneUnit(activation, 0);
    return forOneUnit(activation, -2) == value && forOneUnit(activation, 3) == value;
  }

  private static float forOneUnit(Activation activation, float z) {
    float[] a = new float[1];
    try {
      activation.forward(Matrix.rowOf(z), Matrix.rowOf(a));
    } catch (Throwable e) {
      throw PluginFailure.of(activation, "forward", e);
    }
    return a[0];
  }

  private static void checkWidth(Architecture network, Loss loss, Targets targets, String role) {
    int outputs = network.output().size();
    int expected = targetColumns(network, loss, outputs);
    int found = targets.columns();
    if (expected != found) {
      throw new ShapeException(
          "%s gives %s, for which %s needs targets with %s, but the %s set has %s"
              .formatted(
                  network.last().label(),
                  Plural.of(outputs, "value"),
                  loss.name(),
                  Plural.of(expected, "column"),
                  role,
                  describe(targets)));
    }
  }

  /** Whether the labels are so many different numbers that they are hardly classes. */
  private static boolean areNumbers(Targets.Classes classes) {
    return classes.columns() >= MANY_CLASSES
        && classes.labels().stream().allMatch(label -> NUMBER.matcher(label).matches());
  }

  private static int targetColumns(Architecture network, Loss loss, int outputs) {
    try {
      return loss.targetColumns(outputs);
    } catch (ShapeException e) {
      throw new ShapeException(
          "%s gives %s, which %s cannot take: %s"
              .formatted(
                  network.last().label(),
                  Plural.of(outputs, "value"),
                  loss.name(),
                  e.getMessage()));
    } catch (Throwable e) {
      throw PluginFailure.of(loss, "targetColumns", e);
    }
  }

  private static String describe(Targets targets) {
    if (targets instanceof Targets.Classes classes) {
      return classes.columns()
          + " classes: give the last layer units="
          + classes.columns()
          + (areNumbers(classes)
              ? "; if they are numbers to be predicted rather than classes, read them as numbers"
                  + " (Dataset.regression, Csv….real()) and take mean_squared_error with units=1"
              : "");
    }
    if (targets instanceof Targets.Binary) {
      return "yes-or-no targets in 1 column: take the loss binary_crossentropy, and give the last"
          + " layer units=1 and activation=sigmoid; or make classes of them (Dataset.classes)";
    }
    if (targets instanceof Targets.MultiLabel) {
      return targets
          + ": take the loss binary_crossentropy, and give the last layer units="
          + targets.columns()
          + " and activation=sigmoid";
    }
    return "real numbers in "
        + Plural.of(targets.columns(), "column")
        + ": mean_squared_error, for one, takes them from a last layer with units="
        + targets.columns();
  }
}
