package dev.nn.spark.round;

import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.ShardTrainer;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Targets;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be trained and how, in texts and numbers, which every way of sending objects can send.
 * Plugins are looked up by name wherever the trainer is made, in the class loader of the thread
 * that asks for it first.
 */
public final class Recipe implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String layers;
  private final int features;
  private final String loss;
  private final String optimizer;
  private final String undecayed;
  private final long seed;
  private final String kind;
  private final String[] labels;
  private transient @Nullable ShardTrainer trainer;

  /**
   * @param layers specs of the layers, separated by commas
   * @param features numbers of an example
   * @param undecayed names of parameters without weight decay, separated by commas
   * @param targets what is predicted
   */
  public Recipe(
      String layers,
      int features,
      String loss,
      String optimizer,
      String undecayed,
      long seed,
      Targets targets) {
    this.layers = layers;
    this.features = features;
    this.loss = loss;
    this.optimizer = optimizer;
    this.undecayed = undecayed;
    this.seed = seed;
    this.kind = targets.getClass().getSimpleName();
    this.labels = labels(targets);
  }

  private static String[] labels(Targets targets) {
    if (targets instanceof Targets.Classes classes) {
      return classes.labels().toArray(String[]::new);
    }
    if (targets instanceof Targets.Binary words) {
      return new String[] {words.no(), words.yes()};
    }
    return new String[targets.columns()];
  }

  /** What is predicted. */
  public Targets targets() {
    return switch (kind) {
      case "Classes" -> new Targets.Classes(List.of(labels));
      case "Binary" -> new Targets.Binary(labels[0], labels[1]);
      default -> new Targets.Real(labels.length);
    };
  }

  /** The shape of an example. */
  public Shape shape() {
    return Shape.of(features);
  }

  /** Numbers of a packed row. */
  public int stride() {
    return PackedRows.stride(features, targets());
  }

  /** The rows of a shard that {@link Packing} has packed. */
  public PackedRows rows(float[][] packed) {
    return new PackedRows(packed, shape(), targets());
  }

  /**
   * The trainer, which is made once.
   *
   * @throws dev.nn.api.SpecException if a text cannot be read or names something unknown
   */
  public synchronized ShardTrainer trainer() {
    ShardTrainer made = trainer;
    if (made == null) {
      made = ShardTrainer.of(network(), asTrainer());
      trainer = made;
    }
    return made;
  }

  /** The loss as text. */
  public String loss() {
    return loss;
  }

  /** The optimizer as text. */
  public String optimizer() {
    return optimizer;
  }

  /** The network. */
  public Network network() {
    return Network.of(shape(), layers);
  }

  private Trainer asTrainer() {
    String[] names =
        Stream.of(undecayed.split(Pattern.quote(","), -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toArray(String[]::new);
    return Trainer.builder()
        .loss(loss)
        .optimizer(optimizer)
        .seed(seed)
        .withoutWeightDecay(names)
        .build();
  }

  /** In words, all that decides the bits besides the rows; equal for equal recipes. */
  public String fingerprint() {
    return String.join(
        "\n",
        "layers " + network().spec(),
        "features " + features,
        "loss " + loss,
        "optimizer " + optimizer,
        "withoutWeightDecay " + undecayed,
        "seed " + seed,
        "targets " + targets());
  }
}
