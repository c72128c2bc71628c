package dev.nn.testkit.bench;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.testkit.measure.Skip;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** Shapes of inputs that layers are tested with. */
public final class InputShapes {
  /** Enough for most layers. */
  public static final List<Shape> COMMON =
      List.of(Shape.of(6), Shape.of(2, 3, 2), Shape.of(3, 4), Shape.of(1), Shape.of(2));

  /** What a contract has that knows no shape of its own and whose layer takes none. */
  public static final Shape DEFAULT = COMMON.get(0);

  private static final int LARGEST = 64;

  private InputShapes() {}

  /** The first that the layer takes of the common ones, all small vectors and some more. */
  public static Optional<Shape> taken(Layer layer) {
    Stream<Shape> vectors = IntStream.rangeClosed(1, LARGEST).mapToObj(Shape::of);
    Stream<Shape> squares =
        IntStream.rangeClosed(1, 8).boxed().flatMap(n -> Stream.of(Shape.of(n, n), image(n)));
    return Stream.of(COMMON.stream(), vectors, squares)
        .flatMap(shapes -> shapes)
        .filter(shape -> isTaken(shape, layer))
        .findFirst();
  }

  private static Shape image(int size) {
    return Shape.of(size, size, 1);
  }

  public static boolean isTaken(Shape shape, Layer layer) {
    try {
      layer.outputShape(shape);
      return true;
    } catch (ShapeException e) {
      return false;
    }
  }

  /** The first that the layer takes; without one the rule is skipped. */
  public static Shape taken(Layer layer, String rule) {
    return known(taken(layer), rule);
  }

  /** Without a shape N1 fails and every other rule is skipped. */
  public static Shape known(Optional<Shape> shape, String rule) {
    return known(
        shape,
        rule,
        "it takes none of the input shapes that are tried, such as %s; override inputShape"
            .formatted(COMMON));
  }

  /**
   * What a layer is tested with. If there is none nothing else is tested, so one rule fails, and
   * the others are skipped.
   */
  public static <T> T known(Optional<T> input, String rule, String reason) {
    String message = rule + ": " + reason;
    if (input.isEmpty() && rule.equals("N1")) {
      throw new AssertionFailedError(message);
    }
    Skip.unless(input.isPresent(), message);
    return input.orElseThrow();
  }
}
