package dev.nn.report.page;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An axis of a chart.
 *
 * @param name what it shows
 * @param scale how it is divided
 * @param min where it begins; found out from the data unless given
 * @param max where it ends; found out from the data unless given
 * @param categories their names from the first place on; for {@link Scale#CATEGORY} only
 */
public record Axis(
    String name, Scale scale, OptionalDouble min, OptionalDouble max, List<String> categories) {

  /** How an axis is divided. */
  public enum Scale {
    /** Numbers. */
    VALUE,
    /** Powers of ten. */
    LOG,
    /** Names. */
    CATEGORY
  }

  public static Axis of(String name) {
    return new Axis(name, Scale.VALUE, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
  }

  public static Axis log(String name) {
    return new Axis(name, Scale.LOG, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
  }

  public static Axis between(String name, double min, double max) {
    return new Axis(name, Scale.VALUE, OptionalDouble.of(min), OptionalDouble.of(max), List.of());
  }

  public static Axis of(String name, List<String> categories) {
    return new Axis(
        name,
        Scale.CATEGORY,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.copyOf(categories));
  }
}
