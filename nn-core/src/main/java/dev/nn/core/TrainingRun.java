package dev.nn.core;

import dev.nn.core.training.EpochRecord;
import java.util.List;

/** A run as its listeners see it. */
public interface TrainingRun {

  /** Returns the network in training. */
  Network network();

  /** Returns the number of the current epoch, from 1, or 0 before the first. */
  int epoch();

  /** Returns the number of epochs that are planned. */
  int epochs();

  /** Returns how many steps of the current epoch are done. */
  int batch();

  /** Returns the number of steps in an epoch. */
  int batches();

  /** Returns how many steps of the run are done. */
  long steps();

  /** The epochs that are finished, those before a resumed run went on included. */
  List<EpochRecord> history();

  /** Loss of the last step, before its update. */
  double batchLoss();

  /** Returns a model with a copy of the current weights. */
  Model model();

  /** Asks the run to end after the current step. */
  void stop();
}
