package dev.nn.search;

import dev.nn.api.NnException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs trials side by side. */
final class Workers {
  private final int count;
  private final Objective objective;
  private final Optional<Journal> journal;
  private final Consumer<TrialResult> listener;

  Workers(
      int count, Objective objective, Optional<Journal> journal, Consumer<TrialResult> listener) {
    this.count = count;
    this.objective = objective;
    this.journal = journal;
    this.listener = listener;
  }

  /**
   * Runs those that the journal does not have.
   *
   * @return the results in the order of the trials
   */
  List<TrialResult> run(List<Trial> trials) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(count, Workers::thread);
    try {
      List<Future<TrialResult>> running = new ArrayList<>();
      for (Trial trial : trials) {
        running.add(pool.submit(() -> result(trial)));
      }
      List<TrialResult> results = new ArrayList<>();
      for (Future<TrialResult> future : running) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NnException("the search was interrupted; with its journal it can go on", e);
    } catch (ExecutionException e) {
      throw rethrown(Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "nn-search");
    thread.setDaemon(true);
    return thread;
  }

  private TrialResult result(Trial trial) throws IOException {
    Optional<TrialResult> known = journal.flatMap(lines -> lines.find(trial));
    if (known.isPresent()) {
      return known.get();
    }
    TrialResult result = tried(trial);
    if (Thread.currentThread().isInterrupted()) {
      throw new NnException("the search was interrupted");
    }
    synchronized (this) {
      if (journal.isPresent()) {
        journal.get().add(result);
      }
      listener.accept(result);
    }
    return result;
  }

  /** An error of the JVM, such as too little memory, is no property of the settings. */
  @SuppressWarnings("CatchingUnchecked") // an objective may be anybody's
  private TrialResult tried(Trial trial) {
    try {
      return TrialResult.of(trial, objective.score(trial));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return TrialResult.failed(trial, "interrupted");
    } catch (NnException e) {
      return TrialResult.failed(trial, String.valueOf(e.getMessage()));
    } catch (Exception e) {
      return TrialResult.failed(trial, e.toString());
    }
  }

  private static IOException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    } else if (cause instanceof RuntimeException exception) {
      throw exception;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}
