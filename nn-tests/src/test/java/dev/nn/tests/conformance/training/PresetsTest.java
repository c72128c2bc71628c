package dev.nn.tests.conformance.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.api.Spec;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.preset.Preset;
import dev.nn.core.training.Shuffling;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code like} changes, and what it leaves alone. */
class PresetsTest {
  private static final String LAYERS = "dense(units=128, activation=relu), dense(units=10)";
  private static final Dataset DATA =
      Dataset.regression(new float[][] {{1, 0}, {0, 1}, {1, 1}}, new float[][] {{1}, {2}, {3}});

  /** The variances that the tools' own first weights were measured to have, for 784-128. */
  @ParameterizedTest
  @CsvSource({
    "keras,   2.192e-3, 0",
    "torch,   4.252e-4, 4.252e-4",
    "sklearn, 2.193e-3, 2.193e-3",
    "dl4j,    2.193e-3, 0",
    "weka,    8.333e-4, 8.333e-4"
  })
  void firstWeightsAreSpreadAsTheToolSpreadsThem(String tool, double kernel, double bias) {
    Model model = Model.initial(Network.of(784, LAYERS).like(tool), 7);
    assertEquals(kernel, meanSquare(model.parameter("0.dense.kernel")), 0.02 * kernel);
    assertEquals(bias, meanSquare(model.parameter("0.dense.bias")), 0.25 * bias);
  }

  @Test
  void scikitLearnStartsSmallerWithSigmoids() {
    Network network =
        Network.of(784, "dense(units=128, activation=sigmoid), dense(units=10)").like("sklearn");
    float[] kernel = Model.initial(network, 7).parameter("0.dense.kernel");
    assertEquals(2.0 / (784 + 128) / 3, meanSquare(kernel), 2e-5);
  }

  @Test
  void aTrainerStartsNetworksAsTheToolDoes() {
    Network network = Network.of(2, "dense(units=1)");
    Trainer trainer =
        Trainer.builder()
            .like("torch")
            .loss("mse")
            .optimizer("sgd(learning_rate=1e-30)")
            .seed(3)
            .build();
    Model trained = trainer.fit(network, DATA).model();
    assertEquals(Model.initial(network.like("torch"), 3).weightsSha256(), trained.weightsSha256());
    assertTrue(trained.parameter("0.dense.bias")[0] != 0);
  }

  @Test
  void whatASpecSaysIsKept() {
    Trainer trainer =
        Trainer.builder().like("torch").loss("mse").optimizer("adam(epsilon=0.5)").build();
    assertEquals(
        "adam(amsgrad=false, beta_1=0.9, beta_2=0.999, coupled_decay=true, epsilon=0.5,"
            + " epsilon_outside=true, learning_rate=constant(rate=0.001), weight_decay=0)",
        Spec.of(trainer.optimizer())
            .toString()
            .replace("learning_rate=0.001", "learning_rate=constant(rate=0.001)"));
    Network network = Network.of(2, "dense(units=1, initializer=ones, bias_initializer=ones)");
    assertEquals(network, network.like("torch"));
  }

  @Test
  void theToolsOwnOptimizerAndBatchAreTakenWhereNothingIsSaid() {
    Trainer weka = Trainer.builder().like("weka").loss("mse").build();
    assertEquals(1, weka.batchSize());
    assertEquals(
        Trainer.builder()
            .loss("mse(half=true, sum=true)")
            .optimizer("sgd(learning_rate=0.3, momentum=0.2)")
            .build()
            .optimizer(),
        weka.optimizer());
    assertEquals(
        Trainer.builder().loss("mse(half=true, sum=true)").optimizer("sgd").build().loss(),
        weka.loss());
    NnException missing =
        assertThrows(NnException.class, () -> Trainer.builder().like("torch").loss("mse").build());
    assertTrue(missing.getMessage().contains("needs an optimizer"), missing.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"keras", "torch", "sklearn", "dl4j", "weka"})
  void everyPresetTrains(String tool) {
    Trainer trainer = Trainer.builder().like(tool).loss("mse").optimizer("sgd").epochs(3).build();
    Model model = trainer.fit(Network.of(2, "dense(units=3), dense(units=1)"), DATA).model();
    assertEquals(3, model.training().orElseThrow().epochs());
    assertTrue(Preset.names().contains(tool));
  }

  @Test
  void examplesAreShuffledInEachEpochOnceOrNever() {
    List<Double> never = losses(Shuffling.NEVER);
    List<Double> once = losses(Shuffling.ONCE);
    List<Double> eachEpoch = losses(Shuffling.EACH_EPOCH);
    assertEquals(never.subList(0, 20), never.subList(20, 40));
    assertEquals(once.subList(0, 20), once.subList(20, 40));
    assertNotEquals(eachEpoch.subList(0, 20), eachEpoch.subList(20, 40));
    assertEquals(once.subList(0, 20), eachEpoch.subList(0, 20));
    assertNotEquals(never, once);
    // With weights that stay, the losses of the rows are those of the data in its order.
    assertEquals(never.subList(0, 20), never.stream().limit(20).sorted().toList());
  }

  /** The loss of each row in two epochs, by weights of 1 that do not change. */
  private static List<Double> losses(Shuffling shuffling) {
    float[][] numbers = new float[20][];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new float[] {i + 1};
    }
    Trainer trainer =
        Trainer.builder()
            .loss("mse")
            .optimizer("sgd(learning_rate=1e-30)")
            .epochs(2)
            .batchSize(1)
            .shuffling(shuffling)
            .withoutAdvice()
            .build();
    List<Double> losses = new ArrayList<>();
    Dataset data = Dataset.regression(numbers, new float[20][1]);
    try (TrainingSession session =
        trainer.start(Network.of(1, "dense(units=1, initializer=ones)"), data)) {
      boolean more = true;
      while (more) {
        more = session.step();
        losses.add(session.batchLoss());
      }
    }
    return losses;
  }

  @Test
  void anUnknownToolIsRefusedWithThoseThatThereAre() {
    NnException wrong = assertThrows(NnException.class, () -> Trainer.builder().like("keraz"));
    assertEquals(
        "there is no preset \"keraz\", only keras, torch, sklearn, dl4j, weka. Did you mean keras?",
        wrong.getMessage());
  }

  private static double meanSquare(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += (double) number * number;
    }
    return sum / numbers.length;
  }
}
