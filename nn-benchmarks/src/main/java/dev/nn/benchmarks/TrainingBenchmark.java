package dev.nn.benchmarks;

import dev.nn.core.TrainingSession;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Steps of training; the elements counted are samples, so that is samples per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls start first
public class TrainingBenchmark {
  /** What to train. */
  @Param private TrainingWork work;

  /** The most threads to train with. */
  @Param({"1"})
  private int threads = 1;

  private TrainingSession session;

  /** Begins the training. */
  @Setup
  public void start() {
    session = work.start(threads);
  }

  /** Ends it. */
  @TearDown
  public void close() {
    session.close();
  }

  /** One step. */
  @Benchmark
  public boolean step(ElementCounter counter) {
    counter.elements += work.batch();
    return session.step();
  }
}
