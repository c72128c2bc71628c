package dev.nn.tests.spi;

import java.util.Map;

/**
 * What the sample application answers.
 *
 * @param outcome how the run ended
 * @param sha256 of the weights
 * @param losses the training loss of each epoch
 * @param validationLosses the loss on the same data after each epoch
 * @param rates the learning rate at the end of each epoch
 * @param predictions of the trained model
 * @param origin class and place of the plugin
 * @param faults of the registry
 */
record Report(
    String outcome,
    String sha256,
    double[] losses,
    double[] validationLosses,
    double[] rates,
    float[][] predictions,
    String origin,
    String faults) {

  static Report of(Map<String, Object> answer) {
    return new Report(
        (String) answer.get("outcome"),
        (String) answer.get("sha256"),
        (double[]) answer.get("losses"),
        (double[]) answer.get("validationLosses"),
        (double[]) answer.get("rates"),
        (float[][]) answer.get("predictions"),
        (String) answer.get("origin"),
        (String) answer.get("faults"));
  }

  double firstLoss() {
    return losses[0];
  }

  double lastLoss() {
    return losses[losses.length - 1];
  }
}
