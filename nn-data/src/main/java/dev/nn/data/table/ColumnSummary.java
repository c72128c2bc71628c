package dev.nn.data.table;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multisets;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column at a glance.
 *
 * <pre>{@code
 * for (Column column : table.columns()) {
 *   ColumnSummary summary = ColumnSummary.of(column);
 *   System.out.println(summary.name() + " " + summary.values() + " " + summary.bars());
 * }
 * }</pre>
 *
 * @param name of the column
 * @param kind what it holds: "numbers", "texts" or "dates"
 * @param missing how many cells are missing
 * @param distinct how many different values there are, not counting missing ones
 * @param values the smallest and the largest number or date, or the most common texts with their
 *     counts
 * @param histogram how many cells fall into each of {@value #BINS} equal parts of that range; of
 *     texts how often each of the most common ones occurs
 */
public record ColumnSummary(
    String name, String kind, int missing, int distinct, String values, List<Integer> histogram) {
  /** The most numbers that {@link #histogram} has. */
  public static final int BINS = 10;

  private static final int NAMED = 3;
  private static final double LARGEST_WHOLE = 1e15;
  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final String BARS = "▁▂▃▄▅▆▇█";

  /** Copies the list. */
  public ColumnSummary {
    histogram = List.copyOf(histogram);
  }

  /** Goes through the cells of a column. */
  public static ColumnSummary of(Column column) {
    int[] present =
        IntStream.range(0, column.rows()).filter(row -> !column.isMissing(row)).toArray();
    if (column instanceof NumberColumn numbers) {
      double[] sorted = Arrays.stream(present).mapToDouble(numbers::value).sorted().toArray();
      return ofSorted(column, sorted, ColumnSummary::shortened);
    }
    if (column instanceof DateColumn dates) {
      double[] sorted = Arrays.stream(present).mapToDouble(dates::millis).sorted().toArray();
      return ofSorted(
          column, sorted, millis -> DateColumn.date((long) millis).toLocalDate().toString());
    }
    return ofTexts(column, present);
  }

  private static ColumnSummary ofSorted(
      Column column, double[] sorted, DoubleFunction<String> text) {
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    String values =
        Arrays.stream(
                distinct.length < 2
                    ? distinct
                    : new double[] {distinct[0], distinct[distinct.length - 1]})
            .mapToObj(text)
            .collect(Collectors.joining(" to "));
    return new ColumnSummary(
        column.name(),
        column.kind(),
        column.rows() - sorted.length,
        distinct.length,
        values,
        histogram(sorted));
  }

  private static List<Integer> histogram(double[] sorted) {
    if (sorted.length == 0) {
      return List.of();
    }
    double low = sorted[0];
    double width = sorted[sorted.length - 1] / BINS - low / BINS;
    Integer[] counts = new Integer[BINS];
    Arrays.fill(counts, 0);
    for (double value : sorted) {
      counts[width > 0 ? Math.min(BINS - 1, (int) (value / width - low / width)) : 0]++;
    }
    return List.of(counts);
  }

  private static ColumnSummary ofTexts(Column column, int[] present) {
    ImmutableMultiset<String> texts =
        Multisets.copyHighestCountFirst(
            Arrays.stream(present)
                .mapToObj(column::text)
                .collect(ImmutableMultiset.toImmutableMultiset()));
    List<String> common = texts.elementSet().asList();
    String others = common.size() > NAMED ? " and " + (common.size() - NAMED) + " more" : "";
    return new ColumnSummary(
        column.name(),
        column.kind(),
        column.rows() - present.length,
        common.size(),
        common.stream()
            .limit(NAMED)
            .map(each -> "%s (%s)".formatted(Quoted.text(each), texts.count(each)))
            .collect(Collectors.joining(", ", "", others)),
        common.stream().limit(BINS).map(texts::count).toList());
  }

  private static String shortened(double number) {
    boolean isWhole = number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
    double rounded = isWhole ? number : new BigDecimal(number).round(FOUR_DIGITS).doubleValue();
    return NumberColumn.text(Double.isFinite(rounded) ? rounded : number);
  }

  /** The histogram as a line of bars, such as {@code ▁▃█▅▂}; a blank stands for no cell. */
  public String bars() {
    int most = Math.max(1, histogram.stream().mapToInt(count -> count).max().orElse(1));
    return histogram.stream()
        .map(count -> count == 0 ? " " : BARS.substring(step(count, most), step(count, most) + 1))
        .collect(Collectors.joining());
  }

  private static int step(int count, int most) {
    return (int) ((long) count * (BARS.length() - 1) / most);
  }
}
