package dev.nn.tests.reliability.fuzzing;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.tests.reliability.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Model files, in memory. */
final class ModelFuzz implements FuzzTarget.Fuzz {
  private static final int MOST_FEATURES = 1_000;

  @Override
  public List<byte[]> originals(Path scratch) {
    Network others =
        Network.of(
            Samples.REGISTRY,
            Shape.of(4),
            "embedding(vocabulary=5, units=2), flatten, batch_normalization, prelu,"
                + " dense(units=4), reshape(shape=[2, 2]), flatten, layer_normalization,"
                + " dropout(rate=0.25), dense(units=1, activation=sigmoid)");
    return List.of(Samples.modelOfAtLeast(1 << 10), Model.initial(others, 1).toBytes());
  }

  @Override
  public byte[] mutate(byte[] original, Random random) {
    return new Mutations(random).mutate(original);
  }

  @Override
  public void read(byte[] input, Path scratch) {
    Model model = Model.load(input, Samples.REGISTRY);
    if (model.network().inputShape().size() <= MOST_FEATURES) {
      model.predict(new float[model.network().inputShape().size()]);
    }
  }
}
