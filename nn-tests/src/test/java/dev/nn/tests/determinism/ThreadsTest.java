package dev.nn.tests.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights after training do not depend on the number of threads. */
class ThreadsTest {
  private static final int[] THREADS = {1, 2, 3, 8};

  static Stream<Arguments> trainings() {
    return Stream.of(Training.values())
        .flatMap(t -> Arrays.stream(THREADS).mapToObj(threads -> Arguments.of(t, threads)));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void weightsHaveTheBitsOfTheRecord(Training training, int threads) {
    assertEquals(training.expected(), training.run(threads));
  }

  /** The engine never takes more workers than there are processors, so it is told of eight. */
  @Test
  void weightsHaveTheSameBitsWhereAllTheWorkersTakePart() throws Exception {
    List<String> output = Child.run(List.of("-XX:ActiveProcessorCount=8"), THREADS);
    for (int threads : THREADS) {
      for (Training training : Training.values()) {
        String line = TrainingProgram.line(training, threads, training.expected());
        assertTrue(output.contains(line), () -> "not " + line + "\nbut " + output);
      }
      String line = threads + " threads, workers " + threads;
      assertTrue(output.contains(line), () -> "not " + line + "\nbut " + output);
    }
  }
}
