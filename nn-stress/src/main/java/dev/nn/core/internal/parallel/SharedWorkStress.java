package dev.nn.core.internal.parallel;

import java.util.Arrays;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Each part of shared work is done once, by the caller or by its helper, and what the helper wrote
 * is seen when the call returns. All calls share one helper, whose last round is still fresh.
 */
@JCStressTest
@Outcome(id = "\\[1, 1, 1\\]", expect = Expect.ACCEPTABLE, desc = "Each part once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A part was left out, done twice, or not seen.")
@State
public class SharedWorkStress {
  private static final int PARTS = 3;
  private static final Counting WORK = new Counting();

  /** Work that counts how often each of its parts is done. */
  private static final class Counting extends SharedWork {
    private int[] done = {};

    Counting() {
      super(1);
    }

    int[] count() {
      while (!begin()) {
        Thread.onSpinWait();
      }
      try {
        done = new int[PARTS];
        run(PARTS);
        return done;
      } finally {
        end();
      }
    }

    @Override
    protected void part(int index) {
      done[index]++;
    }
  }

  /** Calls the helper. */
  @Actor
  public void caller(L_Result result) {
    result.r1 = Arrays.toString(WORK.count());
  }
}
