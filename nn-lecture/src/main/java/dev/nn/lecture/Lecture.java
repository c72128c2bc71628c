package dev.nn.lecture;

import dev.nn.api.DataException;
import dev.nn.core.message.NearestNames;
import dev.nn.lecture.experiment.Activations;
import dev.nn.lecture.experiment.Backprop;
import dev.nn.lecture.experiment.Descent;
import dev.nn.lecture.experiment.Features;
import dev.nn.lecture.experiment.Forward;
import dev.nn.lecture.experiment.Linear;
import dev.nn.lecture.experiment.LossShapes;
import dev.nn.lecture.experiment.Minima;
import dev.nn.lecture.experiment.Symmetry;
import dev.nn.lecture.experiment.Vanishing;
import dev.nn.lecture.experiment.Xavier;
import dev.nn.lecture.result.Experiment;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lecture: what it states, and the experiments that show it.
 *
 * <pre>{@code
 * Finding finding = Lecture.experiment("vanishing").run(1);
 * finding.checks().forEach(check -> System.out.println(check.words()));
 * }</pre>
 *
 * <p>The input layer is not counted. Layer l = 1..L has weights W[l], biases b[l], z[l] = W[l]
 * a[l−1] + b[l] and a[l] = g(z[l]); a[0] = x and ŷ = a[L]; α is the learning rate, and n[l] the
 * number of neurons of layer l.
 */
public final class Lecture {
  private static final List<Experiment> EXPERIMENTS =
      List.of(
          new Features(),
          new Forward(),
          new Linear(),
          new Activations(),
          new Vanishing(),
          new LossShapes(),
          new Descent(),
          new Symmetry(),
          new Minima(),
          new Xavier(),
          new Backprop());

  private static final List<Statement> STATEMENTS =
      List.of(
          new Statement(
              1, "a network finds its features, a kernel is told them", List.of("features")),
          new Statement(
              2, "layers of any number and width, from x₁ … x_d to ŷ", List.of("forward")),
          new Statement(3, "the input is not counted as a layer", List.of("forward")),
          new Statement(4, "z_i = Σ_j w_ij a_j + b_i,  a_i = g(z_i)", List.of("forward")),
          new Statement(5, "z[l] = W[l] a[l−1] + b[l],  a[l] = g(z[l])", List.of("forward")),
          new Statement(6, "a[0] = x, then every layer l = 1..L in turn", List.of("forward")),
          new Statement(
              7, "if g(z) = z, ŷ = W[3]W[2]W[1]x + c: g is non-linear", List.of("linear")),
          new Statement(8, "sigmoid: 1 / (1 + e^−z)", List.of("activations")),
          new Statement(9, "tanh: (e^z − e^−z) / (e^z + e^−z)", List.of("activations")),
          new Statement(
              10,
              "sigmoid and tanh saturate, and learning stops there",
              List.of("activations", "vanishing")),
          new Statement(11, "relu: max(z, 0)", List.of("activations")),
          new Statement(12, "ℓ = −( y log ŷ + (1 − y) log(1 − ŷ) )", List.of("loss")),
          new Statement(13, "W[l] ← W[l] − α ∂L/∂W[l],  b[l] ← b[l] − α ∂L/∂b[l]", List.of("sgd")),
          new Statement(14, "in random order: an update after each (mini-batch)", List.of("sgd")),
          new Statement(
              15, "neurons that start equal stay equal: start at random", List.of("symmetry")),
          new Statement(16, "other random starts, other local minima", List.of("minima")),
          new Statement(
              17, "Xavier: w ~ N(0, 2 / (n[l] + n[l−1]))", List.of("xavier", "vanishing")),
          new Statement(18, "or w ~ Uniform[−0.1, 0.1]", List.of("xavier")),
          new Statement(
              19,
              "∂L/∂W[l] = ∂L/∂z[l] · a[l−1]ᵀ, and the other rules",
              List.of("backprop", "loss")),
          new Statement(20, "∂L/∂z[L] = σ(z[L]) − y", List.of("loss", "backprop")));

  private Lecture() {}

  /** Returns what the lecture states, in its order. */
  public static List<Statement> statements() {
    return STATEMENTS;
  }

  /** Returns all experiments, in the order of what they show. */
  public static List<Experiment> experiments() {
    return EXPERIMENTS;
  }

  /**
   * Returns the experiment of a name, or the main one of the statement of a number.
   *
   * @throws DataException if there is none; the message lists those that there are
   */
  public static Experiment experiment(String wanted) {
    String name =
        STATEMENTS.stream()
            .filter(statement -> String.valueOf(statement.number()).equals(wanted))
            .map(statement -> statement.experiments().get(0))
            .findFirst()
            .orElse(wanted);
    return EXPERIMENTS.stream()
        .filter(experiment -> experiment.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "\"%s\" is no experiment of the lecture.%s Take %s, or the number of a statement from 1 to %s"
                        .formatted(
                            wanted,
                            NearestNames.hint(
                                wanted, EXPERIMENTS.stream().map(Experiment::name).toList()),
                            EXPERIMENTS.stream()
                                .map(Experiment::name)
                                .collect(Collectors.joining(", ")),
                            STATEMENTS.size())));
  }
}
