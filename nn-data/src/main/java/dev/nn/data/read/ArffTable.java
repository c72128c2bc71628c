package dev.nn.data.read;

import dev.nn.api.DataException;
import dev.nn.data.table.BlockBuilder;
import dev.nn.data.table.BlockCollector;
import dev.nn.data.table.ColumnBuilder;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attribute-relation format of Weka, with plain or sparse rows. A cell that a sparse row
 * leaves out is 0, or the first of the declared values. A question mark is a missing cell.
 */
final class ArffTable {
  private static final List<String> NOTES = List.of("ARFF");

  private static final int MOST_ATTRIBUTES = 1 << 20;

  private final Source source;
  private final TextLines lines;
  private final List<ArffAttribute> attributes = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable BlockBuilder rows;

  private ArffTable(Source source, TextLines lines) {
    this.source = source;
    this.lines = lines;
  }

  /** The whole file in memory. */
  static Table read(Source source) throws IOException {
    List<Table> read = new ArrayList<>();
    read(source, (names, kinds) -> BlockBuilder.whole(source.name(), names, kinds, read::add));
    return read.get(0);
  }

  /** The file block by block. */
  static TableBlocks blocks(Source source) {
    return new TableBlocks() {
      @Override
      public String source() {
        return source.name();
      }

      @Override
      public <T> T collect(Supplier<? extends BlockCollector<T>> collectors) throws IOException {
        BlockCollector<T> collector = collectors.get();
        read(
            source,
            (names, kinds) -> BlockBuilder.blocks(source.name(), names, kinds, collector::add));
        return collector.result();
      }
    };
  }

  private interface BlockFactory {
    BlockBuilder of(List<String> names, List<Supplier<ColumnBuilder>> kinds);
  }

  private static void read(Source source, BlockFactory blocks) throws IOException {
    try (TextLines lines = new TextLines(source)) {
      new ArffTable(source, lines).read(blocks);
    }
  }

  private void read(BlockFactory blocks) throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      try {
        ArffTokens tokens = ArffTokens.of(line);
        if (tokens.size() == 0) {
          continue;
        }
        checkText(line, tokens.texts());
        if (rows != null) {
          accept(tokens, rows);
          rows.endRow();
        } else if (declare(tokens)) {
          rows =
              blocks.of(
                  attributes.stream().map(ArffAttribute::name).toList(),
                  attributes.stream().map(ArffAttribute::builders).toList());
          rows.setNotes(NOTES);
        }
      } catch (IllegalArgumentException e) {
        throw lines.fault(String.valueOf(e.getMessage()));
      }
    }
    if (rows == null) {
      throw new DataException(source.name() + ": the file ends before @data");
    }
    if (rows.rows() == 0) {
      throw new DataException(source.name() + ": no rows after @data");
    }
    rows.flush();
  }

  /** Comments and the name of the relation may be what they like. */
  private static void checkText(String line, List<String> texts) {
    boolean isSuspicious = line.indexOf(Text.REPLACEMENT) >= 0 || line.indexOf('\0') >= 0;
    if (isSuspicious && !texts.get(0).equalsIgnoreCase("@relation")) {
      for (String text : texts) {
        if (text.indexOf(Text.REPLACEMENT) >= 0 || text.indexOf('\0') >= 0) {
          throw new IllegalArgumentException(
              "%s is not UTF-8 text; %s".formatted(Quoted.text(text), Text.ADVICE));
        }
      }
    }
  }

  /** Reads a line of the header and returns whether the data begin after it. */
  private boolean declare(ArffTokens tokens) {
    String keyword = tokens.texts().get(0);
    if (keyword.equalsIgnoreCase("@data")) {
      if (attributes.isEmpty()) {
        throw new IllegalArgumentException("@data comes before any @attribute");
      }
      return true;
    }
    if (keyword.equalsIgnoreCase("@relation")) {
      return false;
    }
    if (!keyword.equalsIgnoreCase("@attribute")) {
      throw new IllegalArgumentException(
          Quoted.text(keyword) + " is not @relation, @attribute or @data");
    }
    if (tokens.size() < 3) {
      throw new IllegalArgumentException("an attribute has a name and a type");
    }
    String name = tokens.texts().get(1);
    if (!names.add(name)) {
      throw new IllegalArgumentException("two attributes are named " + Quoted.text(name));
    }
    if (attributes.size() == MOST_ATTRIBUTES) {
      throw new IllegalArgumentException("more than " + MOST_ATTRIBUTES + " attributes");
    }
    List<String> type = tokens.texts().subList(2, tokens.size());
    if (!tokens.is(2, "{")) {
      attributes.add(ArffAttribute.of(name, type));
    } else if (type.size() < 3 || !tokens.is(tokens.size() - 1, "}")) {
      throw new IllegalArgumentException("the values of an attribute stand in one line: {a, b, …}");
    } else {
      attributes.add(ArffAttribute.nominal(name, type.subList(1, type.size() - 1)));
    }
    return false;
  }

  private void accept(ArffTokens tokens, BlockBuilder row) {
    if (tokens.is(0, "{")) {
      acceptSparse(tokens, row);
      return;
    }
    if (tokens.is(tokens.size() - 1, "}")) {
      throw new IllegalArgumentException("weights of rows are not read; take the {…} away");
    }
    if (tokens.size() != attributes.size()) {
      throw new IllegalArgumentException(
          "a row of %s, but the header declares %s".formatted(tokens.size(), attributes.size()));
    }
    for (int i = 0; i < attributes.size(); i++) {
      add(attributes.get(i), row.column(i), tokens, i);
    }
  }

  private void acceptSparse(ArffTokens tokens, BlockBuilder row) {
    int last = tokens.size() - 1;
    if (!tokens.is(last, "}") || last % 2 == 0) {
      throw new IllegalArgumentException("a sparse row is {index value, index value, …}");
    }
    lines.checkMemory(row.rowsHeld() + 1L, attributes.size());
    int next = 0;
    for (int i = 1; i < last; i += 2) {
      double index = Decimal.parse(tokens.texts().get(i));
      if (!(index >= next && index < attributes.size() && index == Math.rint(index))) {
        throw new IllegalArgumentException(
            "%s is not an index from %s to %s; indices ascend from 0"
                .formatted(Quoted.text(tokens.texts().get(i)), next, attributes.size() - 1));
      }
      for (; next < index; next++) {
        attributes.get(next).addZero(row.column(next));
      }
      add(attributes.get(next), row.column(next), tokens, i + 1);
      next++;
    }
    for (; next < attributes.size(); next++) {
      attributes.get(next).addZero(row.column(next));
    }
  }

  private static void add(
      ArffAttribute attribute, ColumnBuilder column, ArffTokens tokens, int index) {
    try {
      if (tokens.is(index, "?")) {
        column.addMissing();
      } else {
        attribute.add(column, tokens.texts().get(index));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "column %s: %s".formatted(Quoted.text(attribute.name()), e.getMessage()), e);
    }
  }
}
