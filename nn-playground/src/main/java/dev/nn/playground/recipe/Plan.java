package dev.nn.playground.recipe;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.data.DigitsPlane;
import dev.nn.playground.data.Plane;
import dev.nn.playground.data.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A recipe worked out: the points, the network and the trainer.
 *
 * @param recipe what it was made of
 * @param train the points to train with
 * @param test others of the same kind; none if the points were placed by hand
 * @param goal what the outputs mean
 * @param layers the layers of the network, one spec each
 * @param network the network
 * @param trainer the trainer
 */
public record Plan(
    Recipe recipe,
    Points train,
    Points test,
    Goal goal,
    List<String> layers,
    Network network,
    Trainer trainer) {

  /** A run ends after so many epochs, since the engine remembers each of them. */
  public static final int MOST_EPOCHS = 100_000;

  /** Copies the list. */
  public Plan {
    layers = List.copyOf(layers);
  }

  static Plan of(Recipe recipe, PluginRegistry registry) {
    Sets sets = sets(recipe);
    Points train = sets.train();
    Points test = sets.test();
    checkPlugins(recipe, registry);
    checkSteps(recipe, train);
    Goal found = Goal.of(registry.loss(recipe.loss()), train.classes(), registry);
    Goal goal =
        recipe
            .output()
            .map(spec -> new Goal(found.outputs(), found.isBinary(), found.threshold(), spec))
            .orElse(found);
    List<String> layers = new ArrayList<>();
    for (int units : recipe.layers()) {
      layers.add(dense(units, recipe.activation(), recipe));
    }
    layers.add(dense(goal.outputs(), goal.activation(), recipe));
    return new Plan(
        recipe,
        train,
        test,
        goal,
        layers,
        Network.of(registry, Shape.of(2), layers.toArray(String[]::new)),
        trainer(recipe, registry));
  }

  private static void checkSteps(Recipe recipe, Points train) {
    long batches = (train.points().size() + recipe.batch() - 1L) / recipe.batch();
    long most = MOST_EPOCHS * batches;
    if (recipe.steps() > most) {
      throw new NnException(
          "steps=%s are more than %s times through the points, with which a run ends; at most steps=%s"
              .formatted(recipe.steps(), MOST_EPOCHS, most));
    }
  }

  /** Says of all plugins that there are not, or not so, and not of the first only. */
  private static void checkPlugins(Recipe recipe, PluginRegistry registry) {
    Problems problems = new Problems();
    problems.check("activation", () -> registry.activation(recipe.activation()));
    problems.check("initializer", () -> registry.initializer(recipe.initializer()));
    recipe.output().ifPresent(spec -> problems.check("output", () -> registry.activation(spec)));
    problems.check("optimizer", () -> registry.optimizer(recipe.optimizer()));
    problems.check("loss", () -> registry.loss(recipe.loss()));
    problems.refuse();
  }

  private static String dense(int units, String activation, Recipe recipe) {
    return "dense(units=%s, activation=%s, initializer=%s%s%s)"
        .formatted(
            units,
            activation,
            recipe.initializer(),
            recipe.l1() == 0 ? "" : ", kernel_l1=" + recipe.l1(),
            recipe.l2() == 0 ? "" : ", kernel_l2=" + recipe.l2());
  }

  private static Trainer trainer(Recipe recipe, PluginRegistry registry) {
    return Trainer.builder()
        .registry(registry)
        .loss(recipe.loss())
        .optimizer(recipe.optimizer())
        .epochs(MOST_EPOCHS)
        .batchSize(recipe.batch())
        .seed(recipe.seed())
        // Networks of this size gain nothing from more, and there may be ten pages.
        .threads(1)
        // The page shows the health of the layers itself.
        .withoutAdvice()
        .build();
  }

  private record Sets(Points train, Points test) {}

  private static Sets sets(Recipe recipe) {
    return switch (recipe.data()) {
      case "points" -> placed(recipe);
      case "digits" -> {
        DigitsPlane digits = DigitsPlane.of();
        yield new Sets(
            digits.draw(0, recipe.count(), recipe.noise(), recipe.seed()),
            digits.draw(recipe.count(), recipe.count(), recipe.noise(), recipe.seed()));
      }
      default -> {
        Plane plane = Plane.valueOf(recipe.data().toUpperCase(Locale.ROOT));
        yield new Sets(
            plane.draw(recipe.count(), recipe.noise(), recipe.seed(), 0),
            plane.draw(recipe.count(), recipe.noise(), recipe.seed(), 1));
      }
    };
  }

  private static Sets placed(Recipe recipe) {
    if (recipe.placed().isEmpty()) {
      throw new NnException(
          "no points are given: write x, y and class of each, such as points=0.5,-1.2,1;-0.5,0.3,0");
    }
    return new Sets(new Points(recipe.placed(), 2), new Points(List.of(), 2));
  }

  /** The points to train with, as the trainer takes them. */
  public Dataset trainingSet() {
    return dataset(train);
  }

  /** Some points with targets such as the loss takes. */
  public Dataset dataset(Points points) {
    return goal.isBinary()
        ? Dataset.binary(points.features(), points.labels())
        : Dataset.classes(
            points.features(), points.labels(), Targets.Classes.numbered(points.classes()));
  }

  /** Words for what the engine says of a run of this plan. */
  public Advice advice() {
    return new Advice(this);
  }

  /**
   * Trains for as many steps as the recipe says, without any page.
   *
   * @throws dev.nn.core.training.TrainingException if the training diverges
   */
  public Model trained() {
    try (TrainingSession session = trainer.start(network, trainingSet())) {
      boolean more = true;
      while (more && session.steps() < recipe.steps()) {
        more = session.step();
      }
      return session.model();
    }
  }
}
