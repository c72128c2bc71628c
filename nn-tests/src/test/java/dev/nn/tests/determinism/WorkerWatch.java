package dev.nn.tests.determinism;

import dev.nn.api.ElementwiseActivation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The identity, which remembers the threads that it ran on.
 *
 * @param threads their names
 */
record WorkerWatch(Set<String> threads) implements ElementwiseActivation {
  WorkerWatch() {
    this(ConcurrentHashMap.newKeySet());
  }

  @Override
  public String name() {
    return "test.watch";
  }

  @Override
  public float value(float z) {
    threads.add(Thread.currentThread().getName());
    return z;
  }

  @Override
  public float derivative(float z, float a) {
    return 1;
  }
}
