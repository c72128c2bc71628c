package dev.nn.tests.conformance.vector;

import com.fasterxml.jackson.databind.JsonNode;

/** |actual − expected| ≤ absolute + relative · |expected|. */
public record Tolerance(double relative, double absolute) {

  /** The {@code rtol} and {@code atol} of a case; what is missing is 0. */
  public static Tolerance of(JsonNode tolerance) {
    return new Tolerance(tolerance.path("rtol").asDouble(0), tolerance.path("atol").asDouble(0));
  }

  public double allowed(double expected) {
    return absolute + relative * Math.abs(expected);
  }
}
