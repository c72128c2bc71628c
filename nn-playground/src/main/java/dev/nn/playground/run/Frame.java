package dev.nn.playground.run;

import dev.nn.core.LayerHealth;
import java.util.List;
import java.util.Optional;

/**
 * What is to be seen at one moment.
 *
 * @param snapshot the training at that moment
 * @param trainLoss the mean loss on the points that are trained with
 * @param testLoss that on the others; NaN without any
 * @param trainAccuracy the share of the points that are put in their class
 * @param testAccuracy that of the others; NaN without any
 * @param answers for two classes the side of the boundary, 1 to 255 with 128 on it; for more, the
 *     class
 * @param leads for more than two classes how sure the answers are, 128 to 255
 * @param pictures the neurons of each hidden layer one after the other, each a small square
 * @param weights of each layer
 * @param layers how each layer does, if that was looked at
 */
@SuppressWarnings("ArrayRecordComponent") // written once, by the view that made them
public record Frame(
    Snapshot snapshot,
    double trainLoss,
    double testLoss,
    double trainAccuracy,
    double testAccuracy,
    byte[] answers,
    Optional<byte[]> leads,
    List<byte[]> pictures,
    List<Weights> weights,
    Optional<List<LayerState>> layers) {

  /**
   * The weights of a layer.
   *
   * @param kernel inputs × units
   * @param bias one for each unit
   */
  @SuppressWarnings("ArrayRecordComponent") // copies that the model made
  public record Weights(float[] kernel, float[] bias) {}

  /**
   * How a layer does.
   *
   * @param gradient the norm of its gradient over all points
   * @param health its units, if they can be judged
   */
  public record LayerState(double gradient, Optional<LayerHealth> health) {}
}
