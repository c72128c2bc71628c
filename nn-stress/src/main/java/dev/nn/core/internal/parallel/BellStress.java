package dev.nn.core.internal.parallel;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * Who waits for a bell hears it at once, and then sees what the ringer had written before. The ring
 * comes at a random time, so that it often meets the moment at which the other goes to sleep.
 */
@JCStressTest
@Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "Heard, and all is seen.")
@Outcome(id = "false, .*", expect = Expect.FORBIDDEN, desc = "The ring was overlooked.")
@Outcome(id = ".*, 0", expect = Expect.FORBIDDEN, desc = "What was written is not seen.")
@State
public class BellStress {
  /** More than the time for which a waiting thread spins before it sleeps. */
  private static final int MOST_PAUSES = 4_000;

  private static final long PATIENCE_MILLIS = 5_000;

  private final Bell bell = new Bell();
  private int written;

  /** Rings after a while. */
  @Actor
  public void ringer() {
    int pauses = ThreadLocalRandom.current().nextInt(MOST_PAUSES);
    for (int i = 0; i < pauses; i++) {
      Thread.onSpinWait();
    }
    written = 1;
    bell.ring();
  }

  /** Waits, and notes whether it was woken up or woke up by itself. */
  @Actor
  public void sleeper(ZI_Result result) {
    long start = System.nanoTime();
    boolean hasRung = bell.await(0, PATIENCE_MILLIS);
    long millis = NANOSECONDS.toMillis(System.nanoTime() - start);
    result.r1 = hasRung && millis < PATIENCE_MILLIS - 1;
    result.r2 = written;
  }
}
