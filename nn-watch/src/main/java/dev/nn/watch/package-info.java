/**
 * Watches trainings. {@link dev.nn.watch.CsvLog} and {@link dev.nn.watch.JsonLog} write an entry
 * for each epoch to a file, {@link dev.nn.watch.EpochTable} and {@link dev.nn.watch.Progress} show
 * a run on the console; all are listeners, to be given to {@code TrainerBuilder.listener}. {@link
 * dev.nn.watch.LearningRateFinder} finds out before a training which learning rates are worth a
 * try.
 *
 * <pre>{@code
 * Trainer trainer = Trainer.builder()
 *     .loss("categorical_crossentropy").optimizer("adam").epochs(50)
 *     .listener(CsvLog.to(Path.of("run.csv")))
 *     .listener(EpochTable.to(new PrintWriter(System.err, true)))
 *     .build();
 * }</pre>
 */
@NullMarked
package dev.nn.watch;

import org.jspecify.annotations.NullMarked;
