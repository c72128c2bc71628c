package dev.nn.testkit.bench;

import dev.nn.api.Needs;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Guarded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The transposes of parameters that a layer declared, with canaries around them. */
public record Transposes(List<Matrix> parameters, Map<Integer, Guarded> byParameter) {

  public static Transposes of(List<Matrix> parameters, Needs needs) {
    return new Transposes(
        parameters,
        needs.transposed().stream()
            .distinct()
            .collect(Collectors.toMap(p -> p, p -> transposed(parameters.get(p)))));
  }

  public Guarded of(int parameter) {
    return Optional.ofNullable(byParameter.get(parameter))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no transpose of parameter " + parameter + " was declared"));
  }

  /** Backward and parameterGradient wrote nothing to what the engine still reads. */
  public void checkUnchanged(String what) {
    byParameter.forEach(
        (p, transpose) ->
            transpose.checkUnchanged(
                transposed(parameters.get(p)).matrix(),
                what + ", the transpose of parameter " + p));
  }

  private static Guarded transposed(Matrix matrix) {
    Guarded transposed = Guarded.empty(matrix.columns(), matrix.rows());
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        transposed.matrix().set(j, i, matrix.get(i, j));
      }
    }
    return transposed;
  }
}
