package dev.nn.data.read;

import java.util.Optional;
import java.util.Set;

/**
 * What a reader is told about a file. What is absent it finds out itself.
 *
 * @param header whether the first row names the columns
 * @param separator what separates the cells, where a blank stands for any run of blanks and tabs
 * @param decimalComma whether numbers are written with a comma, as 1,5
 * @param missing the texts that stand for a missing cell, besides an empty one
 * @param texts names of columns whose cells are texts even if they look like numbers
 * @param zeroBased whether the indices of a LIBSVM file begin with 0
 */
public record ReadOptions(
    Optional<Boolean> header,
    Optional<Character> separator,
    boolean decimalComma,
    Set<String> missing,
    Set<String> texts,
    Optional<Boolean> zeroBased) {

  /** The options for which everything is found out. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(
          Optional.empty(),
          Optional.empty(),
          false,
          Set.of("?", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL"),
          Set.of(),
          Optional.empty());

  /** The first option that is given and that only CSV files have, as people write it. */
  Optional<String> ofCsv() {
    if (header.isPresent()) {
      return Optional.of("header(…), or --header,");
    }
    if (separator.isPresent()) {
      return Optional.of("separator(…), or --separator,");
    }
    return missing.equals(DEFAULT.missing)
        ? Optional.empty()
        : Optional.of("missing(…), or --missing,");
  }

  /** Copies the sets. */
  public ReadOptions {
    missing = Set.copyOf(missing);
    texts = Set.copyOf(texts);
  }
}
