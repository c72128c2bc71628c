package dev.nn.lecture.result;

import java.util.List;

/** Something that the lecture claims, and a way to find out whether it is so. */
public interface Experiment {

  /** The word that runs it. */
  String name();

  /** One line that says what it shows. */
  String title();

  /** The claim, in the symbols of the lecture: a line or a sentence each. */
  List<String> claim();

  /**
   * Does the experiment.
   *
   * @param seed of every random number in it: the same seed gives the same figures
   */
  Finding run(long seed);
}
