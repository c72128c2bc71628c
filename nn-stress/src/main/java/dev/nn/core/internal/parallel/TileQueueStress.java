package dev.nn.core.internal.parallel;

import java.util.Arrays;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Two workers, of whom one has next to nothing to do, do each tile once between them. */
@JCStressTest
@Outcome(id = "\\[1, 1, 1, 1, 1\\]", expect = Expect.ACCEPTABLE, desc = "Each tile once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A tile was left out or done twice.")
@State
public class TileQueueStress {
  private static final int TILES = 5;

  private final TileQueue queue = new TileQueue(new int[] {0, 1, TILES});
  private final int[] first = new int[TILES];
  private final int[] second = new int[TILES];

  public TileQueueStress() {
    queue.refill();
  }

  /** The worker with one tile, who then helps the other. */
  @Actor
  public void first() {
    queue.work(0, tile -> first[tile]++);
  }

  /** The worker with the rest. */
  @Actor
  public void second() {
    queue.work(1, tile -> second[tile]++);
  }

  /** Adds up how often each tile was done. */
  @Arbiter
  public void count(L_Result result) {
    int[] done = new int[TILES];
    Arrays.setAll(done, tile -> first[tile] + second[tile]);
    result.r1 = Arrays.toString(done);
  }
}
