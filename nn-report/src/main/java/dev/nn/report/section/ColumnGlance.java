package dev.nn.report.section;

import static j2html.TagCreator.text;

import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.report.page.Histogram;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Svg;
import dev.nn.report.page.Words;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A column at a glance.
 *
 * @param missing how many of its cells are missing
 * @param range from the smallest to the largest value, or the most common ones
 * @param picture a small histogram
 */
public record ColumnGlance(int missing, String range, DomContent picture) {
  private static final int BINS = 16;
  private static final int MOST_NAMED = 3;
  private static final double WIDTH = 96;
  private static final double HEIGHT = 24;

  public static ColumnGlance of(Column column) {
    int[] present =
        IntStream.range(0, column.rows()).filter(row -> !column.isMissing(row)).toArray();
    int missing = column.rows() - present.length;
    if (present.length == 0) {
      return new ColumnGlance(missing, "empty", text(""));
    }
    if (column instanceof NumberColumn numbers) {
      return ofNumbers(missing, IntStream.of(present).mapToDouble(numbers::value).toArray());
    }
    if (column instanceof DateColumn dates) {
      return ofDates(missing, dates, present);
    }
    return ofTexts(missing, column, present);
  }

  private static ColumnGlance ofNumbers(int missing, double[] values) {
    double min = min(values);
    double max = max(values);
    String range = min == max ? Numbers.text(min) : Numbers.text(min) + " to " + Numbers.text(max);
    return new ColumnGlance(missing, range, histogram(values, min, max));
  }

  private static ColumnGlance ofDates(int missing, DateColumn dates, int[] present) {
    double[] values = IntStream.of(present).mapToDouble(dates::millis).toArray();
    double min = min(values);
    double max = max(values);
    int first = present[0];
    int last = present[0];
    for (int row : present) {
      first = dates.millis(row) < dates.millis(first) ? row : first;
      last = dates.millis(row) > dates.millis(last) ? row : last;
    }
    String range = dates.date(first).toLocalDate() + " to " + dates.date(last).toLocalDate();
    return new ColumnGlance(missing, range, histogram(values, min, max));
  }

  private static ColumnGlance ofTexts(int missing, Column column, int[] present) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int row : present) {
      counts.merge(column.text(row), 1, Integer::sum);
    }
    List<Map.Entry<String, Integer>> common = new ArrayList<>(counts.entrySet());
    common.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    List<String> names =
        common.stream().limit(MOST_NAMED).map(entry -> Words.shortened(entry.getKey())).toList();
    int others = common.size() - names.size();
    String range =
        String.join(", ", names) + (others > 0 ? " and " + Numbers.whole(others) + " more" : "");
    List<Integer> bars = common.stream().limit(BINS).map(Map.Entry::getValue).toList();
    return new ColumnGlance(missing, range, bars(bars));
  }

  private static DomContent histogram(double[] values, double min, double max) {
    return bars(Histogram.of(values, min, max, BINS).counts());
  }

  private static DomContent bars(List<Integer> counts) {
    int most = Collections.max(counts);
    double step = WIDTH / BINS;
    DomContent[] bars = new DomContent[counts.size()];
    for (int i = 0; i < counts.size(); i++) {
      double height = counts.get(i) == 0 ? 0 : Math.max(1, HEIGHT * counts.get(i) / most);
      bars[i] = Svg.rectangle(i * step, HEIGHT - height, step - 1, height);
    }
    return Svg.picture(WIDTH, HEIGHT, bars).withClass("spark").attr("aria-hidden", "true");
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
