package dev.nn.report.page;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of texts and numbers; a line begins with what it is about. */
public final class DataTable {
  private static final int MOST_LINES = 200;

  private final List<String> head;
  private final List<List<DomContent>> lines = new ArrayList<>();
  private final boolean[] isText;
  private boolean isStacked;

  private DataTable(List<String> head, boolean[] isText) {
    this.head = head;
    this.isText = isText;
  }

  /** A table whose columns hold numbers, but for the first. */
  public static DataTable of(String... head) {
    return of(List.of(head));
  }

  public static DataTable of(List<String> head) {
    boolean[] isText = new boolean[head.size()];
    isText[0] = true;
    return new DataTable(List.copyOf(head), isText);
  }

  /** A table all of whose columns hold numbers. */
  public static DataTable ofNumbers(List<String> head) {
    return new DataTable(List.copyOf(head), new boolean[head.size()]);
  }

  /** Some columns hold texts, by their places. */
  public DataTable texts(int... columns) {
    Arrays.stream(columns).forEach(column -> isText[column] = true);
    return this;
  }

  /** On narrow screens each line becomes a block, with the heads beside its cells. */
  public DataTable stacked() {
    isStacked = true;
    return this;
  }

  /** Adds a line. */
  public DataTable line(String... cells) {
    return line(List.of(cells));
  }

  /** Adds a line. */
  public DataTable line(List<String> cells) {
    return lineOf(cells.stream().map(cell -> (DomContent) text(cell)).toList());
  }

  /** Adds a line of HTML. */
  public DataTable lineOf(List<DomContent> cells) {
    lines.add(List.copyOf(cells));
    return this;
  }

  /** In a box of its own, which scrolls where the page is too narrow for it. */
  public DomContent tag(String about) {
    return div(table(
                caption(about).withClass("unseen"),
                thead(
                    tr(
                        each(
                            head,
                            (column, name) ->
                                th(name)
                                    .attr("scope", "col")
                                    .withCondClass(isText[column], "text")))),
                tbody(each(shown(), this::tableRow)))
            .withClass(isStacked ? "data stack" : "data"))
        .withClass("scroll")
        .attr("role", "region")
        .attr("aria-label", about)
        .attr("tabindex", "0");
  }

  /** The same, to be opened. */
  public DomContent folded(String title, String about) {
    return details(
        summary(shown().size() < lines.size() ? title + ", every so many" : title), tag(about));
  }

  private DomContent tableRow(List<DomContent> cells) {
    return tr(
        each(
            cells,
            (column, cell) ->
                column == 0
                    ? th(cell)
                        .attr("scope", "row")
                        .attr("data-head", head.get(column))
                        .withCondClass(isText[column], "text")
                    : td(cell)
                        .attr("data-head", head.get(column))
                        .withCondClass(isText[column], "text")));
  }

  /** All lines, or some of them at equal distances, the first and the last among them. */
  private List<List<DomContent>> shown() {
    return Thinned.of(lines, MOST_LINES);
  }
}
