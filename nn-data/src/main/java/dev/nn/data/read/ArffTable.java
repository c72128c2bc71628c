package dev.nn.data.read;

import dev.nn.api.DataException;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the attribute-relation format of Weka, with plain or sparse rows. The cell of a sparse row
 * that is left out is 0, or the first of the declared values; a question mark is a missing cell.
 */
final class ArffTable {
  private static final int MOST_ATTRIBUTES = 1 << 20;

  private final Source source;
  private final TextLines lines;
  private final List<ArffAttribute> attributes = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private long rows;

  private ArffTable(Source source, TextLines lines) {
    this.source = source;
    this.lines = lines;
  }

  static Table read(Source source) throws IOException {
    try (TextLines lines = new TextLines(source)) {
      return new ArffTable(source, lines).table();
    }
  }

  private Table table() throws IOException {
    boolean inData = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      ArffTokens tokens;
      try {
        tokens = ArffTokens.of(line);
        if (tokens.size() == 0) {
          continue;
        }
        if (inData) {
          rows++;
          accept(tokens);
        } else {
          inData = declare(tokens);
        }
      } catch (IllegalArgumentException e) {
        throw lines.fault(String.valueOf(e.getMessage()));
      }
    }
    if (!inData) {
      throw new DataException(source.name() + ": the file ends before @data");
    }
    if (rows == 0) {
      throw new DataException(source.name() + ": no rows after @data");
    }
    return Table.of(
        source.name(), attributes.stream().map(ArffAttribute::build).toList(), List.of());
  }

  /** Whether the data begin behind this line. */
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

  private void accept(ArffTokens tokens) {
    if (tokens.is(0, "{")) {
      acceptSparse(tokens);
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
      add(attributes.get(i), tokens, i);
    }
  }

  private void acceptSparse(ArffTokens tokens) {
    int last = tokens.size() - 1;
    if (!tokens.is(last, "}") || last % 2 == 0) {
      throw new IllegalArgumentException("a sparse row is {index value, index value, …}");
    }
    lines.checkMemory(rows, attributes.size());
    int next = 0;
    for (int i = 1; i < last; i += 2) {
      double index = Decimal.parse(tokens.texts().get(i));
      if (!(index >= next && index < attributes.size() && index == Math.rint(index))) {
        throw new IllegalArgumentException(
            "%s is not an index from %s to %s; indices ascend from 0"
                .formatted(Quoted.text(tokens.texts().get(i)), next, attributes.size() - 1));
      }
      for (; next < index; next++) {
        attributes.get(next).addZero();
      }
      add(attributes.get(next++), tokens, i + 1);
    }
    for (; next < attributes.size(); next++) {
      attributes.get(next).addZero();
    }
  }

  private static void add(ArffAttribute attribute, ArffTokens tokens, int index) {
    try {
      if (tokens.is(index, "?")) {
        attribute.addMissing();
      } else {
        attribute.add(tokens.texts().get(index));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "column %s: %s".formatted(Quoted.text(attribute.name()), e.getMessage()), e);
    }
  }
}
