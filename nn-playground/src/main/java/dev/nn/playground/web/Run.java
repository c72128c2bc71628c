package dev.nn.playground.web;

import dev.nn.playground.run.Training;
import java.time.Duration;

/** A training and those who look at it. */
final class Run implements AutoCloseable {
  private final String id;
  private final Training training;
  private final Audience audience = new Audience();
  private volatile long lastSeen = System.nanoTime();

  /**
   * Has nobody looking at it yet.
   *
   * @param id what requests call it by, which nobody can guess
   */
  Run(String id, Training training) {
    this.id = id;
    this.training = training;
  }

  String id() {
    return id;
  }

  Training training() {
    return training;
  }

  void joined() {
    audience.joined();
  }

  void left() {
    lastSeen = System.nanoTime();
    audience.left();
  }

  boolean isDeserted(Duration grace) {
    return audience.isEmpty() && System.nanoTime() - lastSeen > grace.toNanos();
  }

  @Override
  public void close() {
    training.close();
  }
}
