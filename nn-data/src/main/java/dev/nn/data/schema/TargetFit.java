package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import dev.nn.data.tally.DistinctTexts;
import java.util.ArrayList;
import java.util.List;

/** Learns from the columns of the targets, which are all of one kind. */
final class TargetFit {
  private final String source;
  private final List<String> names;
  private final Role.TargetKind kind;
  private final List<Scale.Moments> moments = new ArrayList<>();
  private final List<DistinctTexts> texts = new ArrayList<>();
  private long rows;

  TargetFit(String source, List<String> names, Role.TargetKind kind) {
    this.source = source;
    this.names = names;
    this.kind = kind;
  }

  void begin() {
    rows = 0;
    moments.clear();
    texts.clear();
    for (int i = 0; i < names.size(); i++) {
      moments.add(new Scale.Moments());
      texts.add(new DistinctTexts());
    }
  }

  void add(Table block) {
    rows += block.rows();
    for (int i = 0; i < names.size(); i++) {
      Column column = block.column(names.get(i));
      for (int row = 0; row < column.rows(); row++) {
        if (column.isMissing(row)) {
          throw TargetEncoder.missing(column, row);
        }
        if (kind == Role.TargetKind.NUMBER) {
          moments.get(i).add(NumberEncoder.value(column, row));
        }
      }
      if (kind != Role.TargetKind.NUMBER) {
        texts.get(i).add(column);
      }
    }
  }

  TargetEncoder encoder() {
    if (kind == Role.TargetKind.NUMBER) {
      return new TargetEncoder.Numbers(names, moments.stream().map(Scale.Moments::scale).toList());
    }
    List<List<String>> found = texts.stream().map(DistinctTexts::sorted).toList();
    for (int i = 0; i < names.size(); i++) {
      check(names.get(i), found.get(i));
    }
    return kind == Role.TargetKind.CLASSES
        ? new TargetEncoder.Classes(names.get(0), found.get(0))
        : new TargetEncoder.Flags(
            names,
            found.stream().map(pair -> pair.get(0)).toList(),
            found.stream().map(pair -> pair.get(1)).toList(),
            kind == Role.TargetKind.BINARY);
  }

  private void check(String name, List<String> found) {
    if (kind == Role.TargetKind.CLASSES && found.size() == rows && rows > 2) {
      throw new DataException(
          "%s: the target %s has another text in each of the %s rows, %s, …, so nothing can be learnt from it; name another column as the target, or see whether these are numbers that were not read as such"
              .formatted(source, Quoted.text(name), rows, Quoted.text(found.get(0))));
    }
    boolean fits = kind == Role.TargetKind.CLASSES ? found.size() > 1 : found.size() == 2;
    if (!fits) {
      throw new DataException(
          "%s: the target %s has %s: %s; %s needed"
              .formatted(
                  source,
                  Quoted.text(name),
                  found.size() == 1 ? "one value only" : found.size() + " values",
                  Quoted.list(found),
                  kind == Role.TargetKind.CLASSES ? "two or more are" : "just two are"));
    }
  }
}
