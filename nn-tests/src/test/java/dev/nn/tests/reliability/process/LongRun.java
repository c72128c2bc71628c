package dev.nn.tests.reliability.process;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.Checkpoints;
import dev.nn.core.training.EarlyStopping;
import dev.nn.data.BundledData;
import dev.nn.data.Split;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run with everything that has state: shuffling, dropout, batch normalization, Adam, a schedule,
 * early stopping. As a program it writes a checkpoint after every step, and waits to be killed.
 */
public final class LongRun {
  public static final int EPOCHS = 6;

  private LongRun() {}

  /** Takes the folder for the checkpoints, and whether to resume. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Trainer trainer = trainer(Optional.of(Checkpoints.in(folder).everySteps(1)));
    Network network = network();
    Split data = data();
    System.out.println("ready");
    System.out.flush();
    TrainingResult result = trainer.resume(network, data.train(), data.test());
    System.out.println(result.model().weightsSha256());
  }

  /** Goes on from the newest checkpoint to the end; the folder stays as it is. */
  public static TrainingResult finish(Path folder) throws IOException {
    Checkpoints never = Checkpoints.in(folder).everySteps(Long.MAX_VALUE);
    Split data = data();
    return trainer(Optional.of(never)).resume(network(), data.train(), data.test());
  }

  public static TrainingResult uninterrupted() {
    Split data = data();
    return trainer(Optional.empty()).fit(network(), data.train(), data.test());
  }

  public static Split data() {
    Dataset digits = BundledData.digits();
    Split part = Split.stratified(digits, 0.25, 3);
    return Split.stratified(part.train(), 0.9, 3);
  }

  public static Network network() {
    return Network.of(
        Samples.REGISTRY,
        data().train().shape(),
        "dense(units=24, activation=relu), batch_normalization, dropout(rate=0.3),"
            + " dense(units=10, activation=softmax)");
  }

  public static Trainer trainer(Optional<Checkpoints> checkpoints) {
    var builder =
        Trainer.builder()
            .registry(Samples.REGISTRY)
            .loss("categorical_crossentropy")
            .optimizer("adam(learning_rate=reduce_on_plateau(initial=0.01, patience=1))")
            .earlyStopping(new EarlyStopping(3))
            .epochs(EPOCHS)
            .batchSize(32)
            .threads(1)
            .seed(5);
    checkpoints.ifPresent(builder::checkpoints);
    return builder.build();
  }
}
