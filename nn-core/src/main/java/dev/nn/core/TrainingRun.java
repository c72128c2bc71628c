package dev.nn.core;

import dev.nn.core.training.EpochRecord;
import java.util.List;

/** A run as its listeners see it. */
public interface TrainingRun {

  /** The network in training. */
  Network network();

  /** Number of the current epoch, from 1; 0 before the first. */
  int epoch();

  /** Number of epochs planned. */
  int epochs();

  /** Steps done in the current epoch. */
  int batch();

  /** Steps of an epoch. */
  int batches();

  /** Steps done in the run. */
  long steps();

  /** The epochs that are finished, those before a resumed run went on included. */
  List<EpochRecord> history();

  /** Loss of the last step, before its update. */
  double batchLoss();

  /** A copy of the current weights. */
  Model model();

  /** Asks for the end of the run after the current step. */
  void stop();
}
