package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of features and labels are compared wherever two that know them meet. */
class WhoIsWhoTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();

  /** Class 1 where the first feature is the larger one. */
  private static final Model MODEL =
      Model.of(
          Network.of(REGISTRY, Shape.of(2), "dense(units=2, activation=sigmoid)"),
          Map.of("0.dense.kernel", new float[] {-1, 1, 1, -1}, "0.dense.bias", new float[2]));

  private enum Road {
    FIT_FROM_A_MODEL {
      @Override
      void go(Dataset train, Dataset other) {
        trainer().fit(trained(train), other);
      }
    },
    RESUME {
      @Override
      void go(Dataset train, Dataset other) {
        trainer().start(interrupted(train), other).close();
      }
    },
    VALIDATION {
      @Override
      void go(Dataset train, Dataset other) {
        trainer().fit(MODEL, train, other);
      }
    },
    EVALUATE {
      @Override
      void go(Dataset train, Dataset other) {
        trained(train).evaluate(other, Metrics::accuracy);
      }
    },
    CONFUSION_MATRIX {
      @Override
      void go(Dataset train, Dataset other) {
        trained(train).confusionMatrix(other);
      }
    };

    abstract void go(Dataset train, Dataset other);
  }

  private static Trainer trainer() {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("categorical_crossentropy")
        .optimizer("sgd(learning_rate=1e-6)")
        .threads(1)
        .epochs(1)
        .build();
  }

  private static Model trained(Dataset train) {
    return trainer().fit(MODEL, train).model();
  }

  private static TrainingState interrupted(Dataset train) {
    try (TrainingSession session = trainer().start(MODEL, train)) {
      return session.state();
    }
  }

  private static Dataset labelled(float[][] features, int[] labels, String... names) {
    return Dataset.classes(features, labels, new Targets.Classes(List.of(names)));
  }

  private static Dataset train() {
    return labelled(new float[][] {{0, 5}, {5, 0}}, new int[] {0, 1}, "ant", "bee")
        .withFeatureNames("length", "width");
  }

  @Test
  void labelsAreMatchedByNameWhateverTheirOrder() {
    Dataset swapped = labelled(new float[][] {{5, 0}, {0, 5}}, new int[] {0, 1}, "bee", "ant");
    Model model = trained(train());
    assertEquals(1, model.evaluate(swapped, Metrics::accuracy));
    assertEquals(1, model.confusionMatrix(swapped).f1(1));
    double loss =
        trainer().fit(MODEL, train(), swapped).history().get(0).validationLoss().orElse(9);
    assertEquals(Math.log1p(Math.exp(-5)), loss, 1e-4);
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownLabelIsRefusedWithBothSides(Road road) {
    Dataset other = labelled(new float[][] {{5, 0}, {9, 9}}, new int[] {0, 1}, "bee", "cat");
    String message = assertThrows(DataException.class, () -> road.go(train(), other)).getMessage();
    assertEquals(
        "knows 2 classes [ant, bee]",
        message.replaceFirst("^the (model|interrupted run|training set) ", "").substring(0, 26));
    assertEquals(
        " has [bee, cat]. Unknown: [cat]. Leave those rows out, or train with all classes",
        message.substring(message.indexOf(" has ")));
  }

  @Test
  void aValidationSetMayLackAClass() {
    Network three = Network.of(REGISTRY, Shape.of(1), "dense(units=3, activation=sigmoid)");
    Dataset train = Dataset.classes(new float[][] {{0}, {1}, {2}}, new int[] {0, 1, 2});
    Dataset validation = Dataset.classes(new float[][] {{0}, {1}}, new int[] {0, 1});
    TrainingResult result = trainer().fit(three, train, validation);
    assertEquals(1, result.history().size());
    assertEquals(
        result.history().get(0).validationMetric("accuracy"),
        result.model().evaluate(validation, Metrics::accuracy));
  }

  @Test
  void columnsAreMatchedByNameWhateverTheirOrder() {
    Dataset turned =
        labelled(new float[][] {{5, 0}, {0, 7}}, new int[] {0, 1}, "ant", "bee")
            .withFeatureNames("width", "length");
    Model model = trained(train());
    assertEquals(1, model.evaluate(turned, Metrics::accuracy));
    assertArrayEquals(model.predict(new float[] {0, 5}), model.predict(turned).row(0));
    Dataset views = turned.select(1, 0).withWeights(1, 1).reshape(Shape.of(2));
    assertEquals(List.of("width", "length"), views.featureNames());
    assertEquals(1, model.evaluate(views, Metrics::accuracy));
  }

  @ParameterizedTest
  @EnumSource
  void otherColumnsAreRefusedWithBothSides(Road road) {
    Dataset other = train().withFeatureNames("length", "height");
    String message = assertThrows(DataException.class, () -> road.go(train(), other)).getMessage();
    assertEquals(
        " has [length, height]. Missing: [width]. Unknown: [height]. Give it the same features;"
            + " their order does not matter",
        message.substring(message.lastIndexOf(" has ")));
  }

  @Test
  void whatHasNoNamesIsTakenAsItIs() {
    Dataset numbered = Dataset.classes(new float[][] {{0, 5}, {5, 0}}, new int[] {0, 1});
    assertEquals(1, trained(train()).evaluate(numbered, Metrics::accuracy));
    assertEquals(1, trained(numbered).evaluate(train(), Metrics::accuracy));
  }

  @Test
  void namesAndNotesTravelInTheFile() {
    Model model = trained(train()).withNote("acme.schema", "a = \"b\"\n");
    Model loaded = Model.load(model.toBytes(), REGISTRY);
    assertEquals(List.of("length", "width"), loaded.featureNames());
    assertEquals(Optional.of("a = \"b\"\n"), loaded.note("acme.schema"));
    assertEquals(Optional.empty(), loaded.note("acme.other"));
    assertArrayEquals(model.toBytes(), loaded.toBytes());
    assertThrows(IllegalArgumentException.class, () -> model.withNote("A b", ""));
  }

  @Test
  void aNameForEachFeatureIsAskedFor() {
    Dataset data = train();
    assertThrows(DataException.class, () -> data.withFeatureNames("length"));
    assertThrows(DataException.class, () -> data.withFeatureNames("length", "length"));
  }

  /** The run goes on with the numbers that it began with. */
  @Test
  void aRunGoesOnWithColumnsAndLabelsInAnotherOrder() {
    Dataset turned =
        labelled(new float[][] {{5, 0}, {0, 5}}, new int[] {1, 0}, "bee", "ant")
            .withFeatureNames("width", "length");
    TrainingState state = interrupted(train());
    try (TrainingSession same = trainer().start(state, train());
        TrainingSession session = trainer().start(state, turned)) {
      assertEquals(same.run().model().weightsSha256(), session.run().model().weightsSha256());
      assertEquals(train().targets(), session.model().targets().orElseThrow());
      assertEquals(List.of("length", "width"), session.model().featureNames());
    }
  }

  @Test
  void otherWordsForYesAndNoAreRefused() {
    Network network = Network.of(REGISTRY, Shape.of(1), "dense(units=1, activation=sigmoid)");
    Trainer binary =
        Trainer.builder()
            .registry(REGISTRY)
            .loss("binary_crossentropy")
            .optimizer("sgd")
            .epochs(1)
            .build();
    float[][] x = {{0}, {1}};
    int[] y = {0, 1};
    Model model = binary.fit(network, Dataset.binary(x, y, "no", "yes")).model();
    Dataset turned = Dataset.binary(x, y, "yes", "no");
    assertThrows(DataException.class, () -> model.evaluate(turned, Metrics::accuracy));
    assertEquals(
        model.evaluate(Dataset.binary(x, y, "no", "yes"), Metrics::accuracy),
        model.evaluate(Dataset.binary(x, y), Metrics::accuracy));
  }

  /** Several numbers go by their place, so names in another order are other numbers. */
  @Test
  void otherNamesOfNumbersAreRefused() {
    float[][] x = {{0, 1}, {1, 0}};
    Dataset train = Dataset.regression(x, x).withTargetNames("width", "height");
    Trainer trainer =
        Trainer.builder()
            .registry(REGISTRY)
            .loss("mean_squared_error")
            .optimizer("sgd")
            .epochs(1)
            .build();
    Model model = trainer.fit(Network.of(REGISTRY, Shape.of(2), "dense(units=2)"), train).model();
    Dataset turned = train.withTargetNames("height", "width");
    assertEquals(
        "the model knows 2 real numbers: width, height, the data set has 2 real numbers: height,"
            + " width: give it the same ones in the same order",
        assertThrows(
                DataException.class,
                () -> model.evaluate(turned, Metrics.of("mean_absolute_error")))
            .getMessage());
  }
}
