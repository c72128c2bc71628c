package dev.nn.spark;

import dev.nn.math.CounterRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;

/** Executors that are ended by force while a training runs. */
final class Killing {
  private static final int EXECUTORS = 2;

  private Killing() {}

  /** Ends one of the executors once so many jobs have begun. */
  static NeuralNetworkClassificationModel inJob(
      SparkSession session,
      int jobs,
      Function<SparkSession, NeuralNetworkClassificationModel> training) {
    List<Long> executors = executors(session);
    AtomicInteger begun = new AtomicInteger();
    SparkListener killing =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            if (begun.incrementAndGet() == jobs) {
              kill(executors.get(jobs % executors.size()));
              System.out.println("RESULT killed an executor");
            }
          }
        };
    session.sparkContext().addSparkListener(killing);
    try {
      return training.apply(session);
    } finally {
      awaitEvents(session);
      session.sparkContext().removeSparkListener(killing);
    }
  }

  /** On a busy machine the news that the last job has begun may come when it is over. */
  private static void awaitEvents(SparkSession session) {
    try {
      session.sparkContext().listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Trains again and again, and each time ends one of the executors at a random moment, until so
   * many were ended before their training was over.
   *
   * @param wanted how many, and the seed, as {@code 20:7}
   */
  static void atRandom(
      SparkSession session,
      String wanted,
      Function<SparkSession, NeuralNetworkClassificationModel> training) {
    String[] parts = wanted.split(":", 2);
    CounterRandom random = CounterRandom.of(Long.parseLong(parts[1]), 0);
    training.apply(session);
    long start = System.nanoTime();
    training.apply(session);
    long usual = System.nanoTime() - start;
    int killed = 0;
    for (int run = 0; killed < Integer.parseInt(parts[0]); run++) {
      List<Long> executors = executors(session);
      long executor = executors.get(run % executors.size());
      long moment = (long) (random.nextDouble() * usual);
      AtomicBoolean isOver = new AtomicBoolean();
      AtomicBoolean isKilled = new AtomicBoolean();
      Thread killer =
          new Thread(
              () -> {
                pause(moment);
                if (!isOver.get()) {
                  kill(executor);
                  isKilled.set(!isOver.get());
                }
              });
      killer.start();
      String weights = training.apply(session).weightsSha256();
      isOver.set(true);
      join(killer);
      System.out.printf("run %s: killed after %s ms: %s%n", run, moment / 1_000_000, isKilled);
      if (isKilled.get()) {
        killed++;
        System.out.println("RESULT " + weights);
      }
    }
  }

  private static void kill(long process) {
    ProcessHandle.of(process).orElseThrow().destroyForcibly();
  }

  private static void pause(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The processes that run tasks, once all of them are there. */
  private static List<Long> executors(SparkSession session) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    List<Long> found = new ArrayList<>();
    while (found.size() < EXECUTORS) {
      List<Long> processes =
          context
              .parallelize(Collections.nCopies(8, 0), 8)
              .map(
                  task -> {
                    Thread.sleep(100);
                    return ProcessHandle.current().pid();
                  })
              .collect();
      found = new ArrayList<>(new TreeSet<>(processes));
    }
    return found;
  }
}
