package dev.nn.playground.web;

import java.util.concurrent.atomic.AtomicInteger;

/** How many are looking. */
final class Audience {
  private final AtomicInteger count = new AtomicInteger();

  void joined() {
    count.incrementAndGet();
  }

  void left() {
    count.decrementAndGet();
  }

  boolean isEmpty() {
    return count.get() == 0;
  }

  boolean isOver(int number) {
    return count.get() > number;
  }
}
