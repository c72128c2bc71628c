package dev.nn.data.schema;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by name, in the order of the names. These are kept once for all predictions of a schema,
 * so that those of a thousand classes for many rows take little more memory than the numbers.
 */
final class NamedNumbers extends AbstractMap<String, Double> {
  private final Map<String, Integer> places;
  private final double[] numbers;

  /**
   * @param places of the names, as {@link #places} makes them
   * @param numbers one for each name
   */
  NamedNumbers(Map<String, Integer> places, double... numbers) {
    this.places = places;
    this.numbers = numbers;
  }

  /** The place of each name. */
  static Map<String, Integer> places(List<String> names) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
    return places;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return places.containsKey(name);
  }

  @Override
  public @Nullable Double get(@Nullable Object name) {
    Integer place = places.get(name);
    return place == null ? null : numbers[place];
  }

  @Override
  public Set<Entry<String, Double>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return places.size();
      }

      @Override
      public Iterator<Entry<String, Double>> iterator() {
        Iterator<Entry<String, Integer>> names = places.entrySet().iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return names.hasNext();
          }

          @Override
          public Entry<String, Double> next() {
            Entry<String, Integer> name = names.next();
            return new SimpleImmutableEntry<>(name.getKey(), numbers[name.getValue()]);
          }
        };
      }
    };
  }
}
