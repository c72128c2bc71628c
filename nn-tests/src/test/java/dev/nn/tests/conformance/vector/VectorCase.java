package dev.nn.tests.conformance.vector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.tests.conformance.vector.Plan.Check;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One case of a file.
 *
 * @param id as in the file
 * @param source the project whose test it is, with the revision where the file tells it
 * @param plan what is to be done with it
 */
public record VectorCase(String id, String source, Plan plan) {
  private static final Map<String, String> PROJECTS =
      Map.of(
          "keras-team/keras", "Keras",
          "google-deepmind/optax", "Optax",
          "pytorch/pytorch", "PyTorch",
          "scikit-learn/scikit-learn", "scikit-learn");

  private static final int ABBREVIATED = 7;

  /**
   * Reads a case. One that cannot be planned fails alone.
   *
   * @param idKey the field that names it
   */
  public static VectorCase of(JsonNode vector, String idKey, Function<JsonNode, Plan> planner) {
    String id = vector.path(idKey).asText();
    String source = source(vector.path("source"));
    try {
      return new VectorCase(id, source, planner.apply(vector));
    } catch (RuntimeException e) {
      Plan failing =
          new Check(
              List.of(),
              measure -> {
                throw e;
              });
      return new VectorCase(id, source, failing);
    }
  }

  /** {@code owner/repository@commit:file} shortened; only the cases of ONNX do not have it. */
  private static String source(JsonNode text) {
    if (text.isMissingNode()) {
      return "ONNX";
    }
    String[] repositoryAndRest = text.asText().split("@", 2);
    String project = PROJECTS.getOrDefault(repositoryAndRest[0], repositoryAndRest[0]);
    return project + " " + repositoryAndRest[1].substring(0, ABBREVIATED);
  }
}
