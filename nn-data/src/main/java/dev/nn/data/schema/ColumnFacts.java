package dev.nn.data.schema;

/**
 * What one pass over a column shows.
 *
 * @param name its name
 * @param kind what it holds: "numbers", "texts" or "dates"
 * @param rows number of cells
 * @param missing how many cells are missing
 * @param distinct how many different cells there are; counted up to {@link #MOST_COUNTED}
 * @param whole whether it holds numbers and all are whole
 * @param counts whether the numbers go up by 1 from row to row, as the numbers of rows do
 * @param first the text of the first cell that is not missing; empty if all are
 * @param decimalCommas whether every text is a number as spreadsheets write it in half of the
 *     world: 1,5
 * @param thousandsCommas whether every text is a number, with commas only where thousands end:
 *     1,083
 */
record ColumnFacts(
    String name,
    String kind,
    long rows,
    long missing,
    int distinct,
    boolean whole,
    boolean counts,
    String first,
    boolean decimalCommas,
    boolean thousandsCommas) {
  static final int MOST_COUNTED = 10_000;

  boolean holdsNumbers() {
    return kind.equals("numbers");
  }

  boolean holdsDates() {
    return kind.equals("dates");
  }

  long present() {
    return rows - missing;
  }
}
