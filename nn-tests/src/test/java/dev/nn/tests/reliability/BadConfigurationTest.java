package dev.nn.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.core.Network;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingRun;
import dev.nn.core.dataset.Dataset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot work is refused before the first step, by a message that names the culprit. */
class BadConfigurationTest {

  private static void refused(String culprit, Runnable run) {
    NnException e = assertThrows(NnException.class, run::run);
    assertTrue(String.valueOf(e.getMessage()).contains(culprit), e.getMessage());
  }

  private static void fit(TrainerBuilder trainer, String layers, Dataset data) {
    Network network = Network.of(Samples.REGISTRY, data.shape(), layers);
    trainer
        .listener(
            new TrainingListener() {
              @Override
              public void batchEnded(TrainingRun run) {
                throw new AssertionError("there was a step");
              }
            })
        .build()
        .fit(network, data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dense                                   | units",
        "dense()                                 | units",
        "dense(units=0)                          | units",
        "dense(units=-3)                         | units",
        "dense(units=2.5)                        | units",
        "dense(units=x)                          | units",
        "dense(units=3000000000)                 | units",
        "dense(unit=3)                           | unit",
        "dense(units=3, units=3)                 | units",
        "dense(units=3, activation=rellu)        | rellu",
        "dense(units=3, activation=3)            | activation",
        "dense(units=3, activation=relu(x=1))    | relu",
        "dense(units=3, activation=leaky_relu(negative_slope=x)) | negative_slope",
        "dense(units=3, initializer=he)          | he",
        "dense(units=3, initializer=he_normal(3))| ^ position 38",
        "dense(units=3, bias=maybe)              | bias",
        "dense(units=3, kernel_l1=-1)            | kernel_l1",
        "dense(units=3, kernel_l2=-1)            | kernel_l2",
        "dense(units=3, bias_l1=-1)              | bias_l1",
        "dense(units=3, trainable=1)             | trainable",
        "dense(units=3                           | ^ position 14",
        "dense units=3                           | units",
        "dens(units=3)                           | dense",
        "dense(units=3),,dense(units=3)          | ^ position 16",
        "dense(units=3))                         | ^ position 15",
        "dense(units=3) dense(units=3)           | dense",
        "Dense(units=3)                          | dense",
        "java.lang.Runtime                       | java.lang.runtime",
        "dropout                                 | rate",
        "dropout(rate=1)                         | rate",
        "dropout(rate=-0.1)                      | rate",
        "dropout(rate=2)                         | rate",
        "dropout(rate=half)                      | rate",
        "alpha_dropout(rate=1)                   | rate",
        "gaussian_noise(stddev=-1)               | stddev",
        "batch_normalization(momentum=2)         | momentum",
        "batch_normalization(epsilon=-1)         | epsilon",
        "layer_normalization(epsilon=-1)         | epsilon",
        "reshape(shape=[3, 3])                   | reshape",
        "reshape(shape=[])                       | shape",
        "reshape(shape=8)                        | shape",
        "reshape(shape=[2, 4]), dense(units=3)   | flatten",
        "embedding(vocabulary=0, units=2)        | vocabulary",
        "embedding(vocabulary=2, units=0)        | units",
        "embedding(units=2)                      | vocabulary",
        "activation                              | activation",
        "activation(activation=nope)             | nope",
        "prelu(negative_slope=x)                 | negative_slope",
        "relu                                    | relu",
        "adam                                    | adam",
      })
  void layers(String layers, String culprit) {
    refused(culprit, () -> fit(Samples.trainer("adam"), layers, Samples.points()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adm                                     | adam",
        "relu                                    | relu",
        "nadam(learning_rate=-1)                 | learning_rate",
        "sgd(learning_rate=-1)                   | learning_rate",
        "sgd(learning_rate=fast)                 | fast",
        "sgd(lr=0.1)                             | lr",
        "adam(beta_1=1)                          | beta_1",
        "adam(beta_1=-0.1)                       | beta_1",
        "adam(beta_2=1)                          | beta_2",
        "adam(beta_2=2)                          | beta_2",
        "adam(epsilon=-1)                        | epsilon",
        "adam(learning_rate=-1)                  | learning_rate",
        "adam(weight_decay=-1)                   | weight_decay",
        "adam(amsgrad=1)                         | amsgrad",
        "rmsprop(learning_rate=-1)               | learning_rate",
        "adagrad(learning_rate=-1)               | learning_rate",
        "adam(learning_rate=reduce_on_plateau(initial=-1)) | initial",
        "adam(learning_rate=reduce_on_plateau(patience=x)) | patience",
        "adam(learning_rate=nope(initial=1))     | nope",
        "adam(learning_rate=0.1                  | ^ position 23",
      })
  void optimizers(String optimizer, String culprit) {
    refused(
        culprit,
        () ->
            fit(
                Samples.trainer(optimizer),
                "dense(units=3, activation=softmax)",
                Samples.points()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "categorical_crossentropi                | categorical_crossentropy",
        "categorical_crossentropy(label_smoothing=2) | label_smoothing",
        "categorical_crossentropy(smooth=0.1)    | smooth",
        "huber(delta=-1)                         | delta",
        "huber(delta=0)                          | delta",
        "quantile(quantile=2)                    | quantile",
        "categorical_focal_crossentropy(gamma=-1)| gamma",
        "softmax                                 | softmax",
      })
  void losses(String loss, String culprit) {
    refused(
        culprit,
        () ->
            fit(
                Samples.trainer("adam").loss(loss),
                "dense(units=3, activation=softmax)",
                Samples.points()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dense(units=2, activation=softmax) | 2",
        "dense(units=4, activation=softmax) | 4",
        "dense(units=10, activation=softmax)| 10",
        "dense(units=1, activation=sigmoid) | 1",
        "dense(units=99)                    | 99",
        "dropout(rate=0.1)                  | 8",
        "batch_normalization                | 8",
        "reshape(shape=[2, 4])              | 8",
      })
  void outputsForThreeClasses(String layers, int outputs) {
    String layer = layers.replaceFirst("\\(.*", "");
    refused(
        "layer 0 (%s) gives %d value%s, ".formatted(layer, outputs, outputs == 1 ? "" : "s"),
        () -> fit(Samples.trainer("adam"), layers, Samples.points()));
    refused(
        "the training set has 3 classes: give the last layer units=3",
        () -> fit(Samples.trainer("adam"), layers, Samples.points()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs          | epochs must be at least 1, got -1",
        "batchSize       | batchSize must be at least 1, got 0",
        "threads         | threads must be at least 1, got 0",
        "validationSplit | validationSplit must be at least 0 and less than 1, got 1",
        "clipValue       | clipValue must be greater than 0, got 0",
        "clipNorm        | clipNorm must be greater than 0, got -1",
        "globalClipNorm  | globalClipNorm must be greater than 0, got NaN",
        "patience        | patience must be at least 1, got 0",
        "minDelta        | minDelta must be at least 0 and finite, got -1",
        "classWeights    | 2 class weights",
        "label           | row 0: label -1",
        "ragged          | row 1 has 1 feature,",
        "nan             | row 1, column 1: feature NaN",
        "infinite        | row 1, column 1: feature Infinity",
      })
  void settingsAndData(String what, String culprit) {
    TrainerBuilder trainer = Samples.trainer("adam");
    float[][] two = {{1, 2}, {3, 4}};
    refused(
        culprit,
        () -> {
          Dataset data =
              switch (what) {
                case "label" -> Dataset.classes(two, new int[] {-1, 0});
                case "ragged" -> Dataset.classes(new float[][] {{1, 2}, {3}}, new int[] {0, 1});
                case "nan" ->
                    Dataset.classes(new float[][] {{1, 2}, {3, Float.NaN}}, new int[] {0, 1});
                case "infinite" ->
                    Dataset.classes(
                        new float[][] {{1, 2}, {3, Float.POSITIVE_INFINITY}}, new int[] {0, 1});
                default -> Samples.points();
              };
          switch (what) {
            case "epochs" -> trainer.epochs(-1);
            case "batchSize" -> trainer.batchSize(0);
            case "threads" -> trainer.threads(0);
            case "validationSplit" -> trainer.validationSplit(1);
            case "clipValue" -> trainer.clipValue(0);
            case "clipNorm" -> trainer.clipNorm(-1);
            case "globalClipNorm" -> trainer.globalClipNorm(Double.NaN);
            case "patience" -> trainer.earlyStopping(0);
            case "minDelta" -> trainer.earlyStopping(new dev.nn.core.training.EarlyStopping(1, -1));
            case "classWeights" -> trainer.classWeights(1, 2);
            default -> {}
          }
          fit(trainer, "dense(units=3, activation=softmax)", data);
        });
  }
}
