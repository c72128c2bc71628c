package dev.nn.spark.round;

import dev.nn.api.NnException;

/** What happens between two meetings of the shards. */
public enum Mode {
  /** Each shard takes many steps by itself, and then the shards agree on their mean. */
  LOCAL("local"),

  /** A step at a time, of which each shard computes a part of the gradient. */
  SYNCHRONOUS("synchronous");

  private final String text;

  Mode(String text) {
    this.text = text;
  }

  /** As users write it. */
  public String text() {
    return text;
  }

  /** Reads what a user has written. */
  public static Mode of(String text) {
    for (Mode mode : values()) {
      if (mode.text.equals(text)) {
        return mode;
      }
    }
    throw new NnException(
        "mode must be local or synchronous, got \""
            + text
            + "\": local takes many steps between"
            + " two rounds, synchronous one");
  }
}
