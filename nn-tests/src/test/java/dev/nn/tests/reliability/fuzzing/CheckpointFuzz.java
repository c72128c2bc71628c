package dev.nn.tests.reliability.fuzzing;

import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.TrainingState;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Checkpoints, by way of a file, because there is no other. */
final class CheckpointFuzz implements FuzzTarget.Fuzz {
  private final Trainer trainer =
      Samples.trainer("adam").epochs(5).earlyStopping(3).validationSplit(0.2).build();

  @Override
  public List<byte[]> originals(Path scratch) throws IOException {
    return List.of(Samples.checkpoint(scratch.toAbsolutePath().getParent()));
  }

  @Override
  public byte[] mutate(byte[] original, Random random) {
    return new Mutations(random).mutate(original);
  }

  /** What is legal goes on with its training for a step. */
  @Override
  public void read(byte[] input, Path scratch) throws IOException {
    TrainingState state = Samples.state(input, scratch);
    try (TrainingSession session = trainer.start(state, Samples.points())) {
      session.step();
    }
  }
}
