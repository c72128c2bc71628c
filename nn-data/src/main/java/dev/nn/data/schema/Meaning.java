package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.data.table.NumberColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the output of a network means in the words of a table.
 *
 * @param target what is predicted
 * @param places of the names of the numbers, kept for all predictions
 */
record Meaning(TargetEncoder target, Map<String, Integer> places) {
  private static final double HALF = 0.5;

  static Meaning of(TargetEncoder target) {
    List<String> names =
        target instanceof TargetEncoder.Classes
                || (target instanceof TargetEncoder.Flags flags && flags.single())
            ? target.labels(0)
            : target.names();
    return new Meaning(target, NamedNumbers.places(names));
  }

  Prediction of(float[] output) {
    if (output.length != target.targets().columns()) {
      throw new IllegalArgumentException(
          "%s outputs, but the target has %s".formatted(output.length, target.targets().columns()));
    }
    for (float number : output) {
      if (!Float.isFinite(number)) {
        throw new DataException(
            "the network predicts %s, which is no answer: its weights or its input hold such a number, or one that is too large; train it again, with a smaller learning rate if it diverged"
                .formatted(number));
      }
    }
    if (target instanceof TargetEncoder.Numbers numbers) {
      return numbers(numbers.scales(), output);
    }
    return target instanceof TargetEncoder.Flags flags ? flags(flags, output) : label(output);
  }

  private Prediction numbers(List<Scale> scales, float[] output) {
    double[] restored = new double[output.length];
    Arrays.setAll(restored, i -> scales.get(i).restored(output[i]));
    String text =
        Arrays.stream(restored).mapToObj(NumberColumn::text).collect(Collectors.joining(" "));
    return new Prediction(text, Map.of(), new NamedNumbers(places, restored));
  }

  private Prediction label(float[] output) {
    int best = 0;
    for (int i = 0; i < output.length; i++) {
      best = output[i] > output[best] ? i : best;
    }
    return new Prediction(target.labels(0).get(best), named(output), Map.of());
  }

  private Prediction flags(TargetEncoder.Flags flags, float[] output) {
    if (flags.single()) {
      return new Prediction(
          target.labels(0).get(output[0] > HALF ? 1 : 0),
          new NamedNumbers(places, 1.0 - output[0], output[0]),
          Map.of());
    }
    String holding =
        IntStream.range(0, output.length)
            .filter(i -> output[i] > HALF)
            .mapToObj(flags.names()::get)
            .collect(Collectors.joining(" "));
    return new Prediction(holding, named(output), Map.of());
  }

  private NamedNumbers named(float[] output) {
    double[] numbers = new double[output.length];
    Arrays.setAll(numbers, i -> output[i]);
    return new NamedNumbers(places, numbers);
  }
}
