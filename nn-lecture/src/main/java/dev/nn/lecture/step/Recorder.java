package dev.nn.lecture.step;

import dev.nn.api.Kind;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Has the engine do one step over all examples at once, and keeps what it computed. The numbers are
 * those of the engine itself: each dense layer of the network runs inside one that copies what
 * passes by.
 *
 * <pre>{@code
 * Step step = new Recorder(registry, registry.loss("mse"), "sgd(learning_rate=0.1)").step(model, data);
 * float first = step.layers().get(0).z().get(0, 0);
 * }</pre>
 *
 * @param registry where plugins are looked up
 * @param loss ℓ
 * @param optimizer such as {@code sgd(learning_rate=0.1)}
 */
public record Recorder(PluginRegistry registry, Loss loss, String optimizer) {

  /**
   * Does the step.
   *
   * @throws NnException if a layer is not dense
   */
  public Step step(Model model, Dataset examples) {
    List<Watched> watched =
        dense(model.network()).stream().map(layer -> new Watched(layer, new Seen())).toList();
    Shape input = model.network().inputShape();
    PluginRegistry watching = knowing(watched.get(0));
    Network network = Network.of(watching, input, watched.toArray(Layer[]::new));
    Trainer trainer =
        Trainer.builder()
            .registry(watching)
            .loss(loss)
            .optimizer(optimizer)
            .epochs(1)
            .batchSize(examples.rows())
            .shuffle(false)
            .threads(1)
            .withoutAdvice()
            .build();
    Model twin = Model.of(network, weights(model));
    try (TrainingSession session = trainer.start(twin, examples)) {
      session.step();
      Model after = Model.of(model.network(), weights(session.model()));
      List<LayerStep> layers = new ArrayList<>();
      for (Watched layer : watched) {
        layers.add(layer(layer, layers.size(), model, after));
      }
      return new Step(layers, session.batchLoss(), model, after);
    }
  }

  /**
   * Returns the layers of a network of dense layers.
   *
   * @throws NnException if one is not dense
   */
  public static List<Dense> dense(Network network) {
    List<Dense> layers = new ArrayList<>();
    for (Layer layer : network.layers()) {
      if (!(layer instanceof Dense dense)) {
        throw new NnException(
            "layer %s is %s, but only dense layers can be written out: leave it away, or write its activation into the dense layer before it"
                .formatted(layers.size() + 1, layer.name()));
      }
      layers.add(dense);
    }
    return layers;
  }

  /** A registry that takes a watched layer for the dense layer that it is. */
  private PluginRegistry knowing(Watched layer) {
    return registry
        .with(new Watched(new Dense(), layer.seen()))
        .prefer(Kind.LAYER, layer.name(), Watched.class.getName());
  }

  private static LayerStep layer(Watched watched, int index, Model before, Model after) {
    Seen seen = watched.seen();
    Matrix w = parameter(before, index, "kernel");
    boolean hasBias = watched.layer().bias();
    return new LayerStep(
        index + 1,
        watched.layer().activation(),
        seen.input,
        w,
        hasBias ? Optional.of(parameter(before, index, "bias")) : Optional.empty(),
        seen.z,
        seen.a,
        seen.da,
        seen.dz,
        seen.gradient(0, w.rows(), w.columns()),
        hasBias ? Optional.of(seen.gradient(1, 1, w.columns())) : Optional.empty(),
        parameter(after, index, "kernel"),
        hasBias ? Optional.of(parameter(after, index, "bias")) : Optional.empty());
  }

  private static Matrix parameter(Model model, int layer, String name) {
    String full = layer + ".dense." + name;
    Shape shape = model.parameterShape(full);
    int columns = shape.last();
    return Matrix.view(model.parameter(full), 0, shape.size() / columns, columns, columns);
  }

  /** All parameters of a model by their names. */
  public static Map<String, float[]> weights(Model model) {
    Map<String, float[]> weights = new TreeMap<>();
    for (String name : model.parameterNames()) {
      weights.put(name, model.parameter(name));
    }
    return weights;
  }
}
