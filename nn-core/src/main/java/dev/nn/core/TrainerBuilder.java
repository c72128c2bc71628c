package dev.nn.core;

import dev.nn.api.Loss;
import dev.nn.api.NnException;
import dev.nn.api.Optimizer;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.internal.engine.Clipping;
import dev.nn.core.internal.engine.EngineSettings.Averaging;
import dev.nn.core.internal.run.ClassWeights;
import dev.nn.core.internal.run.TrainingSettings;
import dev.nn.core.internal.saved.CheckpointFolder;
import dev.nn.core.message.Required;
import dev.nn.core.metric.Better;
import dev.nn.core.metric.Metric;
import dev.nn.core.metric.Metrics;
import dev.nn.core.metric.WeightedMetric;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.plugin.RoundTrip;
import dev.nn.core.preset.Preset;
import dev.nn.core.training.Checkpoints;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.Shuffling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Describes a {@link Trainer}. Loss and optimizer must be set; everything else has a default. */
public final class TrainerBuilder {
  private @Nullable PluginRegistry registry;
  private Optional<Preset> preset = Optional.empty();
  private @Nullable Choice<Loss> loss;
  private @Nullable Choice<Optimizer> optimizer;
  private int epochs = 10;
  private int batchSize = 32;
  private long seed = 0;
  private int threads = Runtime.getRuntime().availableProcessors();
  private boolean exactThreads;
  private Shuffling shuffling = Shuffling.EACH_EPOCH;
  private double validationSplit;
  private final SortedSet<String> undecayed = new TreeSet<>();
  private Clipping clipping = Clipping.NONE;
  private Averaging averaging = Averaging.BY_ROWS;
  private ClassWeights classWeights = ClassWeights.NONE;
  private Optional<EarlyStopping> earlyStopping = Optional.empty();
  private @Nullable WatchedMetric watched;
  private boolean measuresTraining;
  private boolean advises = true;
  private Optional<Checkpoints> checkpoints = Optional.empty();
  private final SortedMap<String, Metric> metrics = new TreeMap<>();
  private final List<TrainingListener> listeners = new ArrayList<>();

  /** A plugin that is made once the registry is known, and the spec that names it. */
  private record Choice<P extends Plugin>(
      Supplier<Spec> spec, Function<PluginRegistry, P> making) {}

  /** A metric that early stopping watches, whose direction is known once all metrics are. */
  private record WatchedMetric(String name, int patience) {}

  TrainerBuilder() {}

  /** A builder with all of the settings that decide the steps of a run. */
  TrainerBuilder(PluginRegistry registry, TrainingSettings settings, Optional<Preset> preset) {
    this.registry = registry;
    this.preset = preset;
    loss(settings.loss());
    optimizer(settings.optimizer());
    this.epochs = settings.epochs();
    this.batchSize = settings.batchSize();
    this.seed = settings.seed();
    this.threads = settings.threads();
    this.exactThreads = settings.exactThreads();
    this.shuffling = settings.shuffling();
    this.validationSplit = settings.validationSplit();
    this.undecayed.addAll(settings.undecayed());
    this.clipping = settings.clipping();
    this.averaging = settings.averaging();
    this.classWeights = settings.classWeights();
    this.advises = settings.advises();
  }

  /** Where names are looked up; default {@link PluginRegistry#load()}. */
  public TrainerBuilder registry(PluginRegistry registry) {
    Objects.requireNonNull(registry, "registry");
    this.registry = registry;
    return this;
  }

  /**
   * Trains as another tool does where nothing else is said: initializers (biases included),
   * optimizer and its options, what losses and penalties are divided by, batch size, epochs,
   * shuffling and early stopping. {@code docs/defaults.md} lists every value with its source.
   *
   * <pre>{@code
   * Trainer trainer = Trainer.builder().like("sklearn").loss("categorical_crossentropy").build();
   * }</pre>
   *
   * <p>Call it first: it replaces what was said of these before, and what is said afterwards
   * replaces it. Specs keep the options that they give, and so do networks: only options that a
   * spec leaves out have the tool's default. Networks, losses and optimizers that are given as
   * objects stay as they are.
   *
   * @param tool {@code keras}, {@code torch}, {@code sklearn}, {@code dl4j} or {@code weka}
   * @throws NnException if there is no such preset
   */
  public TrainerBuilder like(String tool) {
    Preset chosen = Preset.named(tool);
    preset = Optional.of(chosen);
    chosen.optimizer().ifPresent(this::optimizer);
    chosen.epochs().ifPresent(this::epochs);
    chosen.batchSize().ifPresent(this::batchSize);
    shuffling = chosen.shuffling();
    averaging = new Averaging(chosen.dividesPenalties(), chosen.averagesByWeights());
    earlyStopping = chosen.earlyStopping();
    watched = null;
    return this;
  }

  /** Sets the loss by its spec, such as {@code categorical_crossentropy}. */
  public TrainerBuilder loss(String spec) {
    Objects.requireNonNull(spec, "spec");
    this.loss = new Choice<>(() -> Spec.parse(spec), plugins -> plugins.loss(spec));
    return this;
  }

  /** Sets the loss as an object. */
  public TrainerBuilder loss(Loss loss) {
    Objects.requireNonNull(loss, "loss");
    this.loss = new Choice<>(() -> Spec.of(loss), plugins -> plugins.resolve(loss));
    return this;
  }

  /** Sets the optimizer by its spec, such as {@code adam(learning_rate=0.003)}. */
  public TrainerBuilder optimizer(String spec) {
    Objects.requireNonNull(spec, "spec");
    this.optimizer = new Choice<>(() -> Spec.parse(spec), plugins -> plugins.optimizer(spec));
    return this;
  }

  /** Sets the optimizer as an object. */
  public TrainerBuilder optimizer(Optimizer optimizer) {
    Objects.requireNonNull(optimizer, "optimizer");
    this.optimizer = new Choice<>(() -> Spec.of(optimizer), plugins -> plugins.resolve(optimizer));
    return this;
  }

  /** Sets how often the training goes through all examples, at least once. The default is 10. */
  public TrainerBuilder epochs(int epochs) {
    if (epochs < 1) {
      throw new NnException(
          "epochs must be at least 1, got %s; a model that has learnt nothing is Model.initial(network, seed)"
              .formatted(epochs));
    }
    this.epochs = epochs;
    return this;
  }

  /**
   * Sets the number of examples in one step. The default is 32. The last step of an epoch has those
   * that are left over.
   */
  public TrainerBuilder batchSize(int batchSize) {
    this.batchSize = atLeast("batchSize", batchSize, 1);
    return this;
  }

  /**
   * Sets the seed of everything that is random: the first weights, the order of the examples,
   * dropout. The default is 0. The same seed gives the same weights, bit for bit.
   */
  public TrainerBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * Sets the largest number of threads that a step may use, including the calling one. The default,
   * and the most that is ever used, is the number of processors. How many are fastest is found out
   * during the run, and the result does not depend on it.
   */
  public TrainerBuilder threads(int threads) {
    this.threads = atLeast("threads", threads, 1);
    return this;
  }

  /**
   * Sets exactly how many threads every step uses, for tests of the promise that the result does
   * not depend on it.
   */
  TrainerBuilder exactThreads(int threads) {
    this.exactThreads = true;
    return threads(threads);
  }

  /**
   * Sets whether each epoch goes through the examples in a new random order. The default is true.
   */
  public TrainerBuilder shuffle(boolean shuffle) {
    return shuffling(shuffle ? Shuffling.EACH_EPOCH : Shuffling.NEVER);
  }

  /** Sets when the examples are put into a new random order. The default is before each epoch. */
  public TrainerBuilder shuffling(Shuffling shuffling) {
    this.shuffling = Objects.requireNonNull(shuffling, "shuffling");
    return this;
  }

  /**
   * Divides penalties on weights, such as {@code kernel_l2} of {@code dense}, by the number of
   * examples of the batch, as scikit-learn does. So a short last batch has a larger share of them.
   * By default they are not divided, as in Keras.
   */
  public TrainerBuilder dividedPenalties() {
    averaging = new Averaging(true, averaging.byWeights());
    return this;
  }

  /**
   * Divides the loss of a batch by the sum of the weights of its examples, as PyTorch's losses with
   * {@code weight} do. By default it is divided by the number of examples, as in Keras, so that
   * doubling all class weights doubles every gradient.
   */
  public TrainerBuilder meanByWeights() {
    averaging = new Averaging(averaging.dividesPenalties(), true);
    return this;
  }

  /**
   * Sets a random part of the training examples aside for validation, unless {@code fit} is given a
   * validation set. The seed decides which examples they are.
   *
   * @param fraction the share of the examples that is set aside, at least 0 and less than 1
   */
  public TrainerBuilder validationSplit(double fraction) {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new NnException("validationSplit must be at least 0 and less than 1, got " + fraction);
    }
    this.validationSplit = fraction;
    return this;
  }

  /**
   * Leaves parameters out of the optimizer's weight decay. By default every parameter decays, as in
   * Keras and PyTorch, including biases and the scales of normalization layers. Many recipes decay
   * kernels only:
   *
   * <pre>{@code
   * Trainer.builder().optimizer("adamw(weight_decay=0.05)").withoutWeightDecay("bias", "gamma", "beta")
   * }</pre>
   *
   * @param parameters names such as {@code bias}, for the parameters of that name in all layers, or
   *     {@code 0.dense.bias} for one of them. A name that the network does not have is refused when
   *     the training starts
   */
  public TrainerBuilder withoutWeightDecay(String... parameters) {
    undecayed.addAll(List.of(Required.all(parameters, "parameters")));
    return this;
  }

  /** Clips each element of the gradient to [−bound, bound]. */
  public TrainerBuilder clipValue(double bound) {
    clipping = new Clipping(positive("clipValue", bound), clipping.norm(), clipping.isGlobal());
    return this;
  }

  /**
   * Scales the gradient of a parameter down if its Euclidean norm exceeds the bound. This replaces
   * {@link #globalClipNorm}.
   */
  public TrainerBuilder clipNorm(double bound) {
    clipping = new Clipping(clipping.value(), positive("clipNorm", bound), false);
    return this;
  }

  /**
   * Scales all gradients down if their common Euclidean norm exceeds the bound, which keeps their
   * direction. This replaces {@link #clipNorm}.
   */
  public TrainerBuilder globalClipNorm(double bound) {
    clipping = new Clipping(clipping.value(), positive("globalClipNorm", bound), true);
    return this;
  }

  /**
   * Sets how much the examples of each class count in the training loss, for instance to let a rare
   * class count more.
   *
   * @param weights one weight for each class, by class index; two for yes-or-no targets
   */
  public TrainerBuilder classWeights(double... weights) {
    Objects.requireNonNull(weights, "weights");
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new NnException("a class weight must be at least 0 and finite, got " + weight);
      }
    }
    classWeights = ClassWeights.of(Arrays.stream(weights).boxed().toList());
    return this;
  }

  /**
   * The same by label, or by the words for yes and no; classes that are not named count 1.
   *
   * <pre>{@code
   * Trainer.builder().classWeights(Map.of("malignant", 3.0))
   * }</pre>
   *
   * <p>A label that the data does not have is refused when the training starts.
   */
  public TrainerBuilder classWeights(Map<String, Double> weights) {
    Objects.requireNonNull(weights, "weights");
    classWeights(weights.values().stream().mapToDouble(Double::doubleValue).toArray());
    classWeights = ClassWeights.of(weights);
    return this;
  }

  /**
   * Lets all classes count alike in the training loss, however many examples each has: an example
   * counts n / (k · nᶜ), with n examples, nᶜ of them of its class, and k classes that occur. As
   * scikit-learn's {@code class_weight="balanced"}. The targets are read once more for it, before
   * the first epoch.
   */
  public TrainerBuilder balancedClassWeights() {
    classWeights = ClassWeights.balanced();
    return this;
  }

  /**
   * Ends the run when the loss, or a metric that the rule names, does not improve any more.
   * Replaces an earlier rule.
   */
  public TrainerBuilder earlyStopping(EarlyStopping rule) {
    Objects.requireNonNull(rule, "rule");
    earlyStopping = Optional.of(rule);
    watched = null;
    return this;
  }

  /** The same for the loss, with patience for so many epochs. */
  public TrainerBuilder earlyStopping(int patience) {
    return earlyStopping(new EarlyStopping(patience));
  }

  /**
   * The same for a metric, which is computed even if {@link #metric(String)} does not name it. On
   * which side of two values the better one lies is known of the built-in metrics.
   *
   * <pre>{@code
   * Trainer.builder().epochs(200).earlyStopping("accuracy", 10)
   * }</pre>
   *
   * @param metric a built-in metric by spec, or the name that {@link #metric(String, Metric)} gave
   *     to one that tells its {@link Metric#better direction}; for others there are {@link
   *     EarlyStopping#onLarger} and {@link EarlyStopping#onSmaller}
   */
  public TrainerBuilder earlyStopping(String metric, int patience) {
    Objects.requireNonNull(metric, "metric");
    earlyStopping(new EarlyStopping(patience));
    watched = new WatchedMetric(metric, patience);
    return this;
  }

  /**
   * Goes through all epochs, and takes the weights of the one with the lowest loss. Replaces {@link
   * #earlyStopping(EarlyStopping)}.
   */
  public TrainerBuilder keepBest() {
    return earlyStopping(EarlyStopping.never());
  }

  /** The same by a metric, as in {@link #earlyStopping(String, int)}. */
  public TrainerBuilder keepBest(String metric) {
    return earlyStopping(metric, EarlyStopping.never().patience());
  }

  /**
   * Computes the metrics on the training set too, after each epoch and with its weights: {@link
   * dev.nn.core.training.EpochRecord#trainingMetrics}. That costs a pass over the training set.
   */
  public TrainerBuilder trainingMetrics() {
    measuresTraining = true;
    return this;
  }

  /**
   * Says nothing about runs that do not learn, such as those of a benchmark on random data. Without
   * this, signs of dead or saturated layers, of a loss that explodes or is no better than a guess,
   * and of a learning rate that is far too small are warned of, with what to try; {@link
   * TrainingResult#advice} has them too.
   */
  public TrainerBuilder withoutAdvice() {
    advises = false;
    return this;
  }

  /** Writes the state of the run to files, from which {@link Trainer#resume} goes on. */
  public TrainerBuilder checkpoints(Checkpoints checkpoints) {
    Objects.requireNonNull(checkpoints, "checkpoints");
    this.checkpoints = Optional.of(checkpoints);
    return this;
  }

  /**
   * A built-in metric by spec, such as {@code accuracy} or {@code top_k_accuracy(k=3)}, evaluated
   * on the validation set and recorded under this text. Without any, the loss chooses one. One that
   * could never be computed, since there is no validation set or the targets are of another kind,
   * is refused when the training starts.
   *
   * @throws dev.nn.api.SpecException if there is no metric of this name, or if it has no such
   *     option
   */
  public TrainerBuilder metric(String spec) {
    Objects.requireNonNull(spec, "spec");
    Metric metric = Metrics.of(spec);
    return metric(Spec.parse(spec).toString(), metric);
  }

  /** Adds your own metric, which is recorded under the given name. */
  public TrainerBuilder metric(String name, Metric metric) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(metric, "metric");
    metrics.put(name, metric);
    return this;
  }

  /** Adds a metric that takes the weights of examples, such as {@code Metrics::f1}. */
  public TrainerBuilder metric(String name, WeightedMetric metric) {
    return metric(name, (Metric) metric);
  }

  /** Adds a listener that is told how the run proceeds. */
  public TrainerBuilder listener(TrainingListener listener) {
    Objects.requireNonNull(listener, "listener");
    listeners.add(listener);
    return this;
  }

  /**
   * Builds the trainer.
   *
   * @throws SpecException if a spec cannot be read or names something unknown
   * @throws PluginException if the folder for the checkpoints has some that were made with a plugin
   *     that is unknown; the message says where that came from. Or if the loss or the optimizer has
   *     a hyper-parameter that is none of its options, so that it would come back from a file as
   *     another one
   * @throws NnException if the loss or the optimizer is missing
   */
  public Trainer build() {
    if (loss == null) {
      throw new NnException(
          "a trainer needs a loss: add .loss(\"categorical_crossentropy\") for classes,"
              + " .loss(\"binary_crossentropy\") for yes or no,"
              + " .loss(\"mean_squared_error\") for numbers");
    }
    if (optimizer == null) {
      throw new NnException(
          "a trainer needs an optimizer: add .optimizer(\"adam\") or"
              + " .optimizer(\"sgd(learning_rate=0.01)\")");
    }
    PluginRegistry installed = registry != null ? registry : PluginRegistry.load();
    PluginRegistry plugins = preset.map(tool -> tool.in(installed)).orElse(installed);
    return new Trainer(
        installed,
        new TrainingSettings(
            made(loss, plugins),
            made(optimizer, plugins),
            epochs,
            batchSize,
            seed,
            threads,
            exactThreads,
            shuffling,
            validationSplit,
            undecayed,
            clipping,
            averaging,
            classWeights,
            rule(),
            metrics,
            measuresTraining,
            advises,
            checkpoints),
        listeners,
        preset);
  }

  /** The rule of early stopping, with the direction of its metric. */
  private Optional<EarlyStopping> rule() {
    if (watched == null) {
      return earlyStopping.map(rule -> rule.metric().isEmpty() ? rule : named(rule));
    }
    String name = nameOf(watched.name);
    Better better =
        metric(watched)
            .better()
            .or(() -> Optional.ofNullable(Metrics.all().get(name)).flatMap(Metric::better))
            .orElseThrow(
                () ->
                    new NnException(
                        "nothing tells whether a larger or a smaller %s is better: give earlyStopping the rule EarlyStopping.onLarger(\"%s\", patience) or EarlyStopping.onSmaller(\"%s\", patience)"
                            .formatted(name, name, name)));
    return Optional.of(
        better == Better.LARGER
            ? EarlyStopping.onLarger(name, watched.patience)
            : EarlyStopping.onSmaller(name, watched.patience));
  }

  private Metric metric(WatchedMetric wanted) {
    Metric known = metrics.get(nameOf(wanted.name));
    return known != null ? known : Metrics.of(wanted.name);
  }

  /** The rule with the name of its metric as the run records it. */
  private EarlyStopping named(EarlyStopping rule) {
    String name = rule.metric().map(this::nameOf).orElse("");
    if (!metrics.containsKey(name)) {
      Metrics.of(name);
    }
    return new EarlyStopping(
        rule.patience(),
        rule.minDelta(),
        Optional.of(name),
        rule.isLargerBetter(),
        rule.keepsLast());
  }

  /** Metrics of one's own have any name; others are specs, which are recorded as they print. */
  private String nameOf(String metric) {
    return metrics.containsKey(metric) ? metric : Spec.parse(metric).toString();
  }

  /** Who wants to resume is told where the checkpoints had a plugin from that is missing now. */
  private <P extends Plugin> P made(Choice<P> choice, PluginRegistry plugins) {
    try {
      P made = choice.making.apply(plugins);
      RoundTrip.check(List.of(made), plugins);
      return made;
    } catch (SpecException e) {
      String advice = checkpoints.map(rule -> advice(rule, choice, plugins)).orElse("");
      if (advice.isEmpty()) {
        throw e;
      }
      throw new PluginException(e.getMessage() + advice, e);
    }
  }

  private static String advice(Checkpoints rule, Choice<?> choice, PluginRegistry plugins) {
    Spec spec;
    try {
      spec = choice.spec.get();
    } catch (SpecException e) {
      return "";
    }
    return new CheckpointFolder(rule.folder()).adviceOnMissing(List.of(spec), plugins);
  }

  private static int atLeast(String what, int value, int minimum) {
    if (value < minimum) {
      throw new NnException(what + " must be at least " + minimum + ", got " + value);
    }
    return value;
  }

  private static double positive(String what, double value) {
    if (!(value > 0)) {
      throw new NnException(what + " must be greater than 0, got " + value);
    }
    return value;
  }
}
