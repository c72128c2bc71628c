package dev.nn.testkit.bench;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.testkit.measure.Skip;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** Shapes of inputs that layers are tested with. */
public final class InputShapes {
  /** The shapes that are tried first, which are enough for most layers. */
  public static final List<Shape> COMMON =
      List.of(Shape.of(6), Shape.of(2, 3, 2), Shape.of(3, 4), Shape.of(1), Shape.of(2));

  /** The shape of a contract that gives none and whose layer takes none of those that are tried. */
  public static final Shape DEFAULT = COMMON.get(0);

  private static final int LARGEST = 64;

  private InputShapes() {}

  /**
   * Returns the first shape that the layer takes among the common ones, all small vectors and some
   * more.
   */
  public static Optional<Shape> taken(Layer layer) {
    return taken(shape -> isTaken(shape, layer));
  }

  /** Returns the first of these shapes that a test takes. */
  public static Optional<Shape> taken(Predicate<Shape> test) {
    Stream<Shape> vectors = IntStream.rangeClosed(1, LARGEST).mapToObj(Shape::of);
    Stream<Shape> squares =
        IntStream.rangeClosed(1, 8).boxed().flatMap(n -> Stream.of(Shape.of(n, n), image(n)));
    return Stream.of(COMMON.stream(), vectors, squares)
        .flatMap(shapes -> shapes)
        .filter(test)
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

  /** Returns the first shape that the layer takes. If there is none, the rule is skipped. */
  public static Shape taken(Layer layer, String rule) {
    return known(taken(layer), rule);
  }

  /** Returns the shape. If there is none, N1 fails and every other rule is skipped. */
  public static Shape known(Optional<Shape> shape, String rule) {
    return known(
        shape,
        rule,
        "it takes none of the input shapes that are tried, such as %s; override inputShape"
            .formatted(COMMON));
  }

  /**
   * Returns what a layer is tested with. If that is unknown, nothing else can be tested, so one
   * rule fails, and the others are skipped.
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
