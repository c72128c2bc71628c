package dev.nn.tests.combinations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.Model;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.gradient.Problem;
import dev.nn.tests.gradient.TrainingLoss;

/** Some small steps over all examples. */
final class Descent {
  private static final int STEPS = 20;

  /** Draws of the random layers over which losses are compared. */
  private static final int DRAWS = 16;

  private final PluginRegistry registry;
  private final Combination drawn;
  private final Loss loss;
  private final Problem.Trial start;

  Descent(PluginRegistry registry, Combination drawn, Loss loss, Problem.Trial start) {
    this.registry = registry;
    this.drawn = drawn;
    this.loss = loss;
    this.start = start;
  }

  /** Fails if a number is not finite, or the loss not lower than at the start. */
  void check() {
    // The sums of ftrl begin as if all weights had been 0, so its first step shrinks them.
    int shrinking = drawn.optimizer().name().equals("ftrl") ? 1 : 0;
    Model begin = shrinking == 0 ? start.model() : train(shrinking);
    Model end = train(shrinking + STEPS);
    for (String name : end.parameterNames()) {
      for (float weight : end.parameter(name)) {
        assertTrue(Float.isFinite(weight), () -> drawn + ": " + name + " has " + weight);
      }
    }
    double before = meanLoss(begin);
    double after = meanLoss(end);
    assertTrue(after < before, () -> drawn + ": the loss went from " + before + " to " + after);
  }

  private Model train(int steps) {
    Trainer trainer =
        Trainer.builder()
            .registry(registry)
            .loss(loss)
            .optimizer(optimizer())
            .epochs(steps)
            .batchSize(start.data().rows())
            .threads(1)
            .seed(drawn.seed())
            .build();
    try (TrainingSession session = trainer.start(start.model(), start.data())) {
      for (int step = 0; step < steps; step++) {
        session.step();
        double batchLoss = session.batchLoss();
        assertTrue(Double.isFinite(batchLoss), () -> drawn + ": the loss is " + batchLoss);
      }
      assertEquals(steps, session.steps(), drawn::toString);
      return session.model();
    }
  }

  /** With steps that are small beside weights of about 1, however large the gradients are. */
  private Optimizer optimizer() {
    double rate = 1e-3 / Math.max(1, largestGradient());
    Spec spec = drawn.optimizer().with("learning_rate", SpecValue.parse(Double.toString(rate)));
    return registry.create(Optimizer.class, spec);
  }

  private double largestGradient() {
    try (TrainingLoss at = new TrainingLoss(registry, loss, start.data(), 0, start.model())) {
      at.at(at.weights());
      double largest = 0;
      for (float gradient : at.gradients()) {
        largest = Math.max(largest, Math.abs(gradient));
      }
      return largest;
    }
  }

  /** As training sees it, so the mean over some draws where layers are random. */
  private double meanLoss(Model model) {
    double first = lossOfDraw(model, 0);
    double sum = first + lossOfDraw(model, 1);
    if (sum == 2 * first) {
      return first;
    }
    for (int draw = 2; draw < DRAWS; draw++) {
      sum += lossOfDraw(model, draw);
    }
    return sum / DRAWS;
  }

  private double lossOfDraw(Model model, long seed) {
    try (TrainingLoss at = new TrainingLoss(registry, loss, start.data(), seed, model)) {
      return at.at(at.weights());
    }
  }
}
