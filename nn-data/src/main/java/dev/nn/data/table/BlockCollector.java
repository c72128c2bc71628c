package dev.nn.data.table;

/**
 * Makes something of the rows of a table that come block by block.
 *
 * @param <T> what it makes
 */
public interface BlockCollector<T> {

  /** Takes the next rows. */
  void add(Table block);

  /** What all rows made; asked once, after the last block. */
  T result();
}
