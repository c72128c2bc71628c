package dev.nn.core.internal.run;

import dev.nn.core.internal.saved.RunState;
import dev.nn.core.internal.saved.RunState.Best;
import dev.nn.core.training.EarlyStopping;
import dev.nn.core.training.EpochRecord;
import java.util.Optional;
import java.util.OptionalInt;

/** The weights of a run: those of this moment, of the last finished epoch and of the best one. */
final class RunWeights {
  private final float[] current;
  private final float[] lastGood;
  private final Optional<BestWeights> best;

  /**
   * Takes the array over.
   *
   * @param current the weights that steps change
   */
  RunWeights(float[] current, Optional<EarlyStopping> rule) {
    this.current = current;
    this.lastGood = current.clone();
    this.best = rule.map(stopping -> new BestWeights(stopping, current));
  }

  /** Notes the weights of this moment as good, and as the best if they are. */
  void epochEnded(EpochRecord epoch) {
    best.ifPresent(weights -> weights.epochEnded(epoch, current));
    System.arraycopy(current, 0, lastGood, 0, current.length);
  }

  /** Goes back to the last good weights. */
  void rollBack() {
    System.arraycopy(lastGood, 0, current, 0, current.length);
  }

  /** Whether the weights have not become better for as long as early stopping allows. */
  boolean isExhausted() {
    return best.map(BestWeights::isExhausted).orElse(false);
  }

  float[] copy() {
    return current.clone();
  }

  float[] copyOfLastGood() {
    return lastGood.clone();
  }

  /** Those of the best epoch if early stopping takes them, else those of this moment. */
  float[] copyOfBest() {
    return best.filter(BestWeights::isTaken).map(BestWeights::copyOfWeights).orElseGet(this::copy);
  }

  /** How many epochs ago the weights of {@link #copyOfBest} were, if early stopping takes them. */
  OptionalInt epochsSinceBest() {
    return best.filter(BestWeights::isTaken)
        .map(weights -> OptionalInt.of(weights.epochsWithout()))
        .orElse(OptionalInt.empty());
  }

  /** The state of early stopping. */
  Optional<Best> best() {
    return best.map(b -> new Best(b.best(), b.epochsWithout(), b.copyOfWeights()));
  }

  /** Goes on from where another run was; the current weights are the caller's concern. */
  void restore(RunState state) {
    System.arraycopy(state.lastGood(), 0, lastGood, 0, lastGood.length);
    if (best.isPresent() && state.best().isPresent()) {
      Best saved = state.best().get();
      best.get().restoreState(saved.number(), saved.epochsWithout(), saved.weights());
    }
  }
}
