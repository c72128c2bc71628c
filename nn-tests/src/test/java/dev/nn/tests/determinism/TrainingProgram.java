package dev.nn.tests.determinism;

import dev.nn.math.kernel.Kernels;

/** Prints the kernels, and for each number of threads given the hash of each training. */
final class TrainingProgram {
  private TrainingProgram() {}

  /**
   * @param arguments numbers of threads
   */
  public static void main(String[] arguments) {
    System.out.println(Kernels.active().name());
    for (String argument : arguments) {
      int threads = Integer.parseInt(argument);
      for (Training training : Training.values()) {
        System.out.println(line(training, threads, training.run(threads)));
      }
      System.out.println(
          threads + " threads, workers " + Training.RELU_SOFTMAX_ADAM.workers(threads));
    }
  }

  static String line(Training training, int threads, String sha256) {
    return training + " with " + threads + " threads: " + sha256;
  }
}
