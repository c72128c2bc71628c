package dev.nn.examples.java;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingRun;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.Checkpoints;
import dev.nn.core.training.EpochRecord;
import dev.nn.data.BundledData;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes checkpoints to an empty folder, named on the command line, and resumes from the newest one
 * after a run that ended too soon. The result is the one that an undisturbed run gives, bit for
 * bit.
 */
public final class ResumeFromCheckpoint {
  private ResumeFromCheckpoint() {}

  /** In the place of a power cut. */
  private record StopAfter(int epochs) implements TrainingListener {
    @Override
    public void epochEnded(TrainingRun run, EpochRecord epoch) {
      if (epoch.epoch() == epochs) {
        run.stop();
      }
    }
  }

  private static TrainerBuilder trainer() {
    return Trainer.builder().loss("categorical_crossentropy").optimizer("adam").epochs(6).seed(1);
  }

  public static void main(String[] args) throws IOException {
    Dataset digits = BundledData.digits();
    Network network =
        Network.of(64, "dense(units=32, activation=relu)", "dense(units=10, activation=softmax)");
    Checkpoints checkpoints = Checkpoints.in(Path.of(args[0])).everyEpochs(1).keep(2);

    Trainer disturbed = trainer().checkpoints(checkpoints).listener(new StopAfter(2)).build();
    TrainingResult first = disturbed.fit(network, digits);
    System.out.println("epochs before the end " + first.history().size());

    TrainingResult resumed = trainer().checkpoints(checkpoints).build().resume(network, digits);
    System.out.println("epochs in all " + resumed.history().size());

    TrainingResult undisturbed = trainer().build().fit(network, digits);
    String weights = undisturbed.model().weightsSha256();
    System.out.println("same weights: " + weights.equals(resumed.model().weightsSha256()));
  }
}
