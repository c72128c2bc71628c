package dev.nn.core.internal.saved;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.engine.EngineState;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.training.EpochRecord;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a run needs to go on as if it had never stopped: what the training state of the
 * doors holds, with the architecture in the place of the network. Nobody changes the arrays after
 * they were handed over.
 */
public final class RunState {
  private final Architecture architecture;
  private final Provenance provenance;
  private final String settings;
  private final float[] parameters;
  private final float[] lastGood;
  private final EngineState engine;
  private final Progress progress;
  private final Optional<Best> best;

  /**
   * Where in its epochs a run is.
   *
   * @param epoch the current epoch, from 1; 0 before the first
   * @param position examples of it that are done
   * @param lossSum sum of the losses of its examples
   * @param history the epochs that are finished
   */
  public record Progress(int epoch, int position, double lossSum, List<EpochRecord> history) {
    public Progress {
      history = List.copyOf(history);
    }
  }

  /** The state of early stopping. */
  public static final class Best {
    private final double number;
    private final int epochsWithout;
    private final float[] weights;

    public Best(double number, int epochsWithout, float[] weights) {
      this.number = number;
      this.epochsWithout = epochsWithout;
      this.weights = weights;
    }

    /**
     * The best loss, or value of the metric that is watched, so far; infinite before the first
     * epoch has ended.
     */
    public double number() {
      return number;
    }

    /** Epochs since then. */
    public int epochsWithout() {
      return epochsWithout;
    }

    /** The weights at that time. */
    public float[] weights() {
      return weights;
    }
  }

  /** Takes the arrays over. */
  public RunState(
      Architecture architecture,
      Provenance provenance,
      String settings,
      float[] parameters,
      float[] lastGood,
      EngineState engine,
      Progress progress,
      Optional<Best> best) {
    this.architecture = architecture;
    this.provenance = provenance;
    this.settings = settings;
    this.parameters = parameters;
    this.lastGood = lastGood;
    this.engine = engine;
    this.progress = progress;
    this.best = best;
  }

  /** The network in training. */
  public Architecture architecture() {
    return architecture;
  }

  /** What the run learns to predict, how far it has come, and whose plugins it uses. */
  public Provenance provenance() {
    return provenance;
  }

  /** What a run must have in common with this one to go on from here. */
  public String settings() {
    return settings;
  }

  /** The weights of this moment. */
  public float[] parameters() {
    return parameters;
  }

  /** The weights of the last finished epoch. */
  public float[] lastGood() {
    return lastGood;
  }

  /** The state of the optimizer, its schedule and the step counter. */
  public EngineState engine() {
    return engine;
  }

  /** Where in its epochs the run is. */
  public Progress progress() {
    return progress;
  }

  /** The state of early stopping, if it watches the run. */
  public Optional<Best> best() {
    return best;
  }

  /** Updates done. */
  public long steps() {
    return engine.steps();
  }

  /** Where the plugins of the network and of the training came from. */
  public List<PluginRecord> plugins() {
    return provenance.plugins().orElse(List.of());
  }
}
