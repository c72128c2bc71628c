package dev.nn.core.metric;

/** Which values of a metric are better. */
public enum Better {
  /** As of an accuracy. */
  LARGER,
  /** As of an error. */
  SMALLER
}
