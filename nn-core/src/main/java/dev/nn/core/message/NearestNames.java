package dev.nn.core.message;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Finds what was probably meant by a name that does not exist. */
public final class NearestNames {
  private static final int MOST = 3;
  private static final int MIN_PART = 4;
  private static final int MIN_SHORT = 3;

  /**
   * Nobody mistypes a longer name, and looking for similar ones takes time and memory that grow
   * with the square of the length.
   */
  private static final int LONGEST = 100;

  private NearestNames() {}

  /**
   * Up to three names, the nearest first, or none if nothing is near. Capitals make no difference.
   */
  public static List<String> of(String wanted, Collection<String> names) {
    if (wanted.length() > LONGEST) {
      return List.of();
    }
    String wrong = wanted.toLowerCase(Locale.ROOT);
    List<String> near = of(wrong, names, name -> Math.min(wrong.length(), name.length()) / 3);
    return near.isEmpty()
        ? of(wrong, names, name -> (Math.max(wrong.length(), name.length()) + 1) / 3)
        : near;
  }

  /**
   * The nearest first.
   *
   * @param mistakes how many there may be in a name, where it is more than one
   */
  private static List<String> of(
      String wrong, Collection<String> names, ToIntFunction<String> mistakes) {
    record Near(String name, int distance) {}
    return names.stream()
        .distinct()
        .filter(name -> name.length() <= LONGEST)
        .map(name -> new Near(name, distance(wrong, name.toLowerCase(Locale.ROOT))))
        .filter(
            near ->
                isPart(wrong, near.name.toLowerCase(Locale.ROOT))
                    || isShortFor(wrong, near.name.toLowerCase(Locale.ROOT))
                    || near.distance <= Math.max(1, mistakes.applyAsInt(near.name)))
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(MOST)
        .map(Near::name)
        .toList();
  }

  /**
   * Returns a sentence that suggests the nearest names, with a space before it, or an empty text if
   * nothing is near.
   */
  public static String hint(String wrong, Collection<String> names) {
    List<String> near = of(wrong, names);
    return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
  }

  /**
   * Returns a name as messages show it. If it is too long to be a name, only its beginning and its
   * length are shown.
   */
  public static String shown(String name) {
    return name.length() <= LONGEST
        ? name
        : "%s… (%s letters)".formatted(name.substring(0, LONGEST), name.length());
  }

  /**
   * Whether one is part of the other however their words are joined: {@code cross_entropy} is part
   * of {@code binary_crossentropy}.
   */
  private static boolean isPart(String wrong, String name) {
    String one = wrong.replace("_", "");
    String other = name.replace("_", "");
    return Math.min(one.length(), other.length()) >= MIN_PART
        && (other.contains(one) || one.contains(other));
  }

  /** {@code acc} for {@code accuracy}, {@code mse} for {@code mean_squared_error}. */
  private static boolean isShortFor(String wrong, String name) {
    if (wrong.length() < MIN_SHORT) {
      return false;
    }
    List<String> words = Arrays.stream(name.split("_")).filter(word -> !word.isEmpty()).toList();
    String initials =
        words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
    return initials.equals(wrong) || words.stream().anyMatch(word -> word.startsWith(wrong));
  }

  /**
   * Letters to insert, delete, replace or swap with their neighbour to get from one word to the
   * other.
   */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
