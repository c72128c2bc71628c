package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.data.read.TextIndex;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import java.util.Arrays;
import java.util.List;

/**
 * Encodes a category, which is matched by its text or, between a column of numbers and one of
 * words, as the same number. If training saw a missing cell, missing cells are a category of their
 * own, the empty text; otherwise they are unknown.
 */
record CategoryEncoder(
    String name,
    List<String> categories,
    Role.Encoding encoding,
    Role.Unknown unknown,
    TextIndex index)
    implements FeatureEncoder {

  CategoryEncoder(
      String name, List<String> categories, Role.Encoding encoding, Role.Unknown unknown) {
    this(name, List.copyOf(categories), encoding, unknown, new TextIndex(categories));
  }

  @Override
  public List<String> features() {
    return encoding == Role.Encoding.ONE_HOT
        ? categories.stream().map(category -> name + "=" + category).toList()
        : List.of(name);
  }

  @Override
  public void check(Column column) {
    // Any kind of column will do, because it is the text of a cell that is looked up.
  }

  @Override
  public void encode(Column column, int row, float[] into, int at) {
    int known = index.indexOf(column, row);
    if (known < 0 && unknown == Role.Unknown.REFUSE) {
      throw FeatureEncoder.fault(
          column,
          row,
          "%s is a category that training did not see; it saw %s"
              .formatted(Quoted.text(column.text(row)), Quoted.list(categories)));
    }
    switch (encoding) {
      case ONE_HOT -> {
        Arrays.fill(into, at, at + categories.size(), 0);
        if (known >= 0) {
          into[at + known] = 1;
        }
      }
      case ORDINAL -> into[at] = Math.max(known, 0) / (float) Math.max(1, categories.size() - 1);
      case EMBEDDING -> into[at] = known + 1;
    }
  }

  /** Whether training saw the text of a cell. */
  boolean knows(Column column, int row) {
    return index.indexOf(column, row) >= 0;
  }

  @Override
  public Spec spec() {
    return Spec.of("categorical")
        .with("name", new SpecValue.Text(name))
        .with("categories", Words.texts(categories))
        .with("encoding", Words.spec(encoding))
        .with("unknown", Words.spec(unknown));
  }

  static CategoryEncoder of(Spec spec) {
    return new CategoryEncoder(
        Words.text(spec, "name"),
        Words.textList(spec, "categories"),
        Words.constant(spec, "encoding", Role.Encoding.ONE_HOT, Role.Encoding.values()),
        Words.constant(spec, "unknown", Role.Unknown.ZERO, Role.Unknown.values()));
  }
}
