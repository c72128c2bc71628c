package dev.nn.playground.recipe;

import dev.nn.api.NnException;
import dev.nn.api.Printable;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.data.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a playground trains, on what and how: the whole state of its page, as a line of text that
 * stands in the address.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.parse("data=moons&layers=8,8&optimizer=adam(learning_rate=0.03)&steps=1000");
 * String hash = recipe.plan(PluginRegistry.load()).trained().weightsSha256();
 * }</pre>
 *
 * <p>Whatever is left out has its default. The same text gives the same weights, bit for bit.
 *
 * @param data {@code circles}, {@code xor}, {@code moons}, {@code spirals}, {@code digits}, or
 *     {@code points} for those of {@code placed}
 * @param count how many points to train with; as many others are there to test with
 * @param noise the standard deviation by which points are moved, 0 to 0.5
 * @param seed decides the points, the first weights and the order of the points
 * @param placed points that were placed by hand
 * @param layers the widths of the hidden layers, of which there are at most 6
 * @param activation of the hidden layers, as a spec
 * @param initializer of the weights, as a spec
 * @param output the activation of the last layer, or nothing for the one that goes with the loss
 * @param loss as a spec
 * @param optimizer as a spec, with the learning rate in it
 * @param batch points in a step
 * @param l1 λ of the penalty λ Σ |w| over the weights of each layer
 * @param l2 λ of the penalty λ Σ w² over the weights of each layer
 * @param steps how many steps are done
 */
public record Recipe(
    String data,
    int count,
    double noise,
    long seed,
    List<Points.Point> placed,
    List<Integer> layers,
    String activation,
    String initializer,
    Optional<String> output,
    String loss,
    String optimizer,
    int batch,
    double l1,
    double l2,
    long steps) {
  /** The most hidden layers. */
  public static final int MOST_LAYERS = 6;

  /** The most units of a hidden layer. */
  public static final int MOST_UNITS = 16;

  /** The most points that can be placed by hand. */
  public static final int MOST_PLACED = 500;

  private static final int MOST_POINTS = 800;
  private static final long MOST_STEPS = 100_000_000;
  private static final double REACH = 1.6;
  private static final List<String> DATA =
      List.of("circles", "xor", "moons", "spirals", "digits", "points");
  private static final List<String> KEYS =
      List.of(
          "data",
          "count",
          "noise",
          "seed",
          "points",
          "layers",
          "activation",
          "initializer",
          "output",
          "loss",
          "optimizer",
          "batch",
          "l1",
          "l2",
          "steps");

  /** Copies the lists. */
  public Recipe {
    placed = List.copyOf(placed);
    layers = List.copyOf(layers);
  }

  /**
   * Reads a recipe, such as {@code data=moons&layers=8,8}. The empty text is the default one.
   *
   * @throws NnException if there is anything in it that means nothing or is out of range; the
   *     message says what to write instead
   */
  public static Recipe parse(String text) {
    Address address = Address.parse(text, KEYS);
    Problems problems = new Problems();
    boolean hasPoints = address.value("points").isPresent();
    String data = address.value("data").orElse(hasPoints ? "points" : "circles");
    if (!DATA.contains(data)) {
      problems.add(
          "data must be one of %s, not %s".formatted(String.join(", ", DATA), quoted(data)));
    } else if (hasPoints && !data.equals("points")) {
      problems.add(
          "there are points, but data is %s: write data=points to train with them, or leave points away"
              .formatted(data));
    }
    boolean isDigits = data.equals("digits");
    String usualLoss = isDigits ? "categorical_crossentropy" : "binary_crossentropy";
    Recipe recipe =
        new Recipe(
            data,
            problems.or(200, () -> address.integer("count", 200, 10, MOST_POINTS)),
            problems.or(0.0, () -> address.real("noise", isDigits ? 0 : 0.1, 0, 0.5)),
            problems.or(1L, () -> address.number("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE)),
            problems.or(
                List.of(), () -> address.value("points").map(Recipe::placed).orElse(List.of())),
            problems.or(
                List.of(), () -> address.value("layers").map(Recipe::widths).orElse(List.of(8, 8))),
            problems.or("", () -> spec(address, "activation").orElse("tanh")),
            problems.or("", () -> spec(address, "initializer").orElse("xavier_normal")),
            problems.or(Optional.empty(), () -> spec(address, "output")),
            problems.or("", () -> spec(address, "loss").orElse(usualLoss)),
            problems.or("", () -> spec(address, "optimizer").orElse("adam(learning_rate=0.03)")),
            problems.or(16, () -> address.integer("batch", 16, 1, MOST_POINTS)),
            problems.or(0.0, () -> address.real("l1", 0, 0, 1)),
            problems.or(0.0, () -> address.real("l2", 0, 0, 1)),
            problems.or(0L, () -> address.number("steps", 0, 0, MOST_STEPS)));
    problems.refuse();
    return recipe;
  }

  private static Optional<String> spec(Address address, String key) {
    return address.value(key).map(text -> named(key, () -> Spec.parse(text)).toString());
  }

  /** Has the message of an error begin with the key whose value is wrong. */
  static <T> T named(String key, Supplier<T> made) {
    try {
      return made.get();
    } catch (SpecException | IllegalArgumentException e) {
      throw new NnException(key + ": " + e.getMessage(), e);
    }
  }

  private static List<Integer> widths(String text) {
    List<Integer> widths = new ArrayList<>();
    if (text.isEmpty() || text.equals("none")) {
      return widths;
    }
    for (String width : text.split(",", -1)) {
      if (!width.matches("[1-9][0-9]?") || Integer.parseInt(width) > MOST_UNITS) {
        throw wrongLayers(text);
      }
      widths.add(Integer.valueOf(width));
    }
    if (widths.size() > MOST_LAYERS) {
      throw wrongLayers(text);
    }
    return widths;
  }

  private static NnException wrongLayers(String text) {
    return new NnException(
        "layers must be the widths of at most %s hidden layers, each from 1 to %s, such as 8,8, or none; not %s"
            .formatted(MOST_LAYERS, MOST_UNITS, quoted(text)));
  }

  private static List<Points.Point> placed(String text) {
    List<Points.Point> points = new ArrayList<>();
    for (String point : text.isEmpty() ? new String[0] : text.split(";", -1)) {
      String[] parts = point.split(",", -1);
      if (parts.length != 3 || !parts[2].matches("[01]")) {
        throw wrongPoint(point);
      }
      points.add(
          new Points.Point(
              coordinate(parts[0], point),
              coordinate(parts[1], point),
              Integer.parseInt(parts[2])));
    }
    if (points.size() > MOST_PLACED) {
      throw new NnException(
          "points has %s points, but there may be %s at most"
              .formatted(points.size(), MOST_PLACED));
    }
    return points;
  }

  private static float coordinate(String text, String point) {
    if (!text.matches("-?[0-9](\\.[0-9]{1,6})?") || Math.abs(Float.parseFloat(text)) > REACH) {
      throw wrongPoint(point);
    }
    return Float.parseFloat(text);
  }

  private static NnException wrongPoint(String point) {
    return new NnException(
        "points has %s; a point is x,y,class with x and y from -1.6 to 1.6 and a class of 0 or 1, such as 0.5,-1.2,1, and a semicolon stands between two of them"
            .formatted(quoted(point)));
  }

  private static String quoted(String text) {
    return "\"" + Printable.line(text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
  }

  /**
   * Works out what the recipe says.
   *
   * @throws NnException if a plugin is unknown or has no such options, if what it names does not go
   *     together, or if no points are placed; the message says what to write instead
   */
  public Plan plan(PluginRegistry registry) {
    return Plan.of(this, registry);
  }

  /** The same recipe at another step. */
  public Recipe at(long step) {
    return new Recipe(
        data,
        count,
        noise,
        seed,
        placed,
        layers,
        activation,
        initializer,
        output,
        loss,
        optimizer,
        batch,
        l1,
        l2,
        step);
  }

  /** The text that {@link #parse} reads back, with every default in it. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add("data=" + data);
    if (data.equals("points")) {
      parts.add(
          "points="
              + placed.stream()
                  .map(p -> p.x() + "," + p.y() + "," + p.label())
                  .collect(Collectors.joining(";")));
    } else {
      parts.add("count=" + count);
      parts.add("noise=" + Address.plain(noise));
    }
    parts.add("seed=" + seed);
    parts.add(
        "layers="
            + (layers.isEmpty()
                ? "none"
                : layers.stream().map(String::valueOf).collect(Collectors.joining(","))));
    parts.add("activation=" + Address.encoded(activation));
    parts.add("initializer=" + Address.encoded(initializer));
    output.ifPresent(spec -> parts.add("output=" + Address.encoded(spec)));
    parts.add("loss=" + Address.encoded(loss));
    parts.add("optimizer=" + Address.encoded(optimizer));
    parts.add("batch=" + batch);
    if (l1 != 0) {
      parts.add("l1=" + l1);
    }
    if (l2 != 0) {
      parts.add("l2=" + l2);
    }
    if (steps != 0) {
      parts.add("steps=" + steps);
    }
    return String.join("&", parts);
  }
}
