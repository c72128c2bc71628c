package dev.nn.examples.data;

import dev.nn.core.Model;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.TrainingSummary;
import dev.nn.data.Mnist;
import dev.nn.examples.terminal.Words;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Examples by which a saved model is tested.
 *
 * @param examples features and targets
 * @param words where the examples come from, and whether the model may have learnt from them
 */
public record TestSet(Dataset examples, String words) {

  /** All four rows of the truth table. */
  public static TestSet xor() {
    Dataset table = XorData.table();
    return new TestSet(
        table,
        Words.count(table.rows(), "row") + " of the truth table, all of which \"nn xor\" learns");
  }

  /** The bundled digits that {@code nn digits} keeps aside for a seed. */
  public static TestSet digits(Model model, long seed) {
    Dataset digits = DigitsData.split(seed).test();
    return new TestSet(
        digits,
        "%s, which \"nn digits --seed %s\" keeps aside%s"
            .formatted(Words.count(digits.rows(), "digit"), seed, doubt(model, seed)));
  }

  /**
   * MNIST's own test set, or that of a set with the same names of files.
   *
   * @throws dev.nn.api.DataException if a file is not what it should be
   * @throws IOException if a file is missing or cannot be read
   */
  public static TestSet mnist(Path folder) throws IOException {
    Dataset digits = Mnist.test(folder);
    return new TestSet(
        digits, "%s, the test set in %s".formatted(Words.count(digits.rows(), "picture"), folder));
  }

  /** Why the model may have learnt from digits that are kept aside for a seed. */
  private static String doubt(Model model, long seed) {
    return model
        .training()
        .map(TrainingSummary::seed)
        .map(
            trained ->
                trained == seed
                    ? ""
                    : "; it was trained with seed %s and may have learnt from most of them"
                        .formatted(trained))
        .orElse("; its file does not say how it was trained");
  }

  /**
   * Whether a model takes such examples and was trained, as far as it knows, with the same targets.
   * The features of all test sets are without names, so a model that knows names for its own was
   * trained with others.
   */
  public boolean fits(Model model) {
    return model.network().inputShape().equals(examples.shape())
        && model.network().outputShape().size() == examples.targets().columns()
        && model.featureNames().isEmpty()
        && model.targets().map(examples.targets()::equals).orElse(true);
  }
}
