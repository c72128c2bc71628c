package dev.nn.playground.web;

import dev.nn.playground.recipe.Plan;
import dev.nn.playground.run.Training;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The runs of all open pages. Those that nobody looks at any more are ended. */
final class Runs implements AutoCloseable {
  private static final int MOST = 32;
  private static final int ID_BYTES = 16;
  private static final long SWEEP_MILLIS = 500;

  private final Map<String, Run> byId = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Duration grace;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "nn-playground-sweeper");
            thread.setDaemon(true);
            return thread;
          });

  Runs(Duration grace) {
    this.grace = grace;
    // It ends with the sweeper, whose only task it is.
    var unused =
        sweeper.scheduleWithFixedDelay(
            this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Whether there are as many runs as there may be. */
  boolean isFull() {
    return byId.size() >= MOST;
  }

  Run start(Plan plan) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Run run = new Run(HexFormat.of().formatHex(id), new Training(plan));
    byId.put(run.id(), run);
    return run;
  }

  Optional<Run> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  int count() {
    return byId.size();
  }

  private void sweep() {
    byId.values().removeIf(run -> run.isDeserted(grace) && ended(run));
  }

  private static boolean ended(Run run) {
    run.close();
    return true;
  }

  void end(Run run) {
    byId.remove(run.id());
    run.close();
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
    byId.values().forEach(Run::close);
    byId.clear();
  }
}
