package dev.nn.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** |actual − expected| ≤ absolute + relative · |expected|. */
record Tolerance(double relative, double absolute) {

  /** The {@code rtol} and {@code atol} of a case; what is missing is 0. */
  static Tolerance of(JsonNode tolerance) {
    return new Tolerance(tolerance.path("rtol").asDouble(0), tolerance.path("atol").asDouble(0));
  }

  double allowed(double expected) {
    return absolute + relative * Math.abs(expected);
  }
}
