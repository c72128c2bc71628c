package dev.nn.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts elements of matrices, or samples of training. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class ElementCounter {
  /** How many there were; JMH divides by the time. */
  public double elements;
}
