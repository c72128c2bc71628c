package dev.nn.data.schema;

import dev.nn.data.table.Column;
import dev.nn.data.tally.DistinctTexts;

/** Learns the categories of a column. */
final class CategoryFit implements ColumnFit {
  private final String name;
  private final Role.Categorical role;
  private DistinctTexts texts = new DistinctTexts();

  CategoryFit(String name, Role.Categorical role) {
    this.name = name;
    this.role = role;
  }

  @Override
  public void begin() {
    texts = new DistinctTexts();
  }

  @Override
  public void add(Column block) {
    texts.add(block);
  }

  @Override
  public CategoryEncoder encoder() {
    return new CategoryEncoder(name, texts.sorted(), role.encoding(), role.unknown());
  }
}
