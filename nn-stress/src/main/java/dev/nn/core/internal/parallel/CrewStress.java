package dev.nn.core.internal.parallel;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Workers meet after each part of a program: in the next part each sees what the other wrote in the
 * one before, and the caller sees what all wrote in the last.
 */
@JCStressTest
@Outcome(id = "1, 1, 2", expect = Expect.ACCEPTABLE, desc = "All was seen.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A worker did not wait for the other.")
@State
public class CrewStress {
  private static final Crew CREW = new Crew(2);

  private final int[] written = new int[2];
  private final int[] seen = new int[2];
  private final int[] last = new int[2];
  private final Part[] program = {
    worker -> written[worker] = 1,
    worker -> seen[worker] = written[1 - worker],
    worker -> last[worker] = written[worker] + seen[worker]
  };

  /** Goes through the program with the one other worker. */
  @Actor
  public void caller(III_Result result) {
    CREW.run(2, program);
    result.r1 = seen[0];
    result.r2 = seen[1];
    result.r3 = last[1];
  }
}
