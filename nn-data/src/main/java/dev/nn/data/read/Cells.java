package dev.nn.data.read;

/** Receives the cells of a file of text, row by row. */
public interface Cells {
  /** A row begins on this line, from 1. */
  void begin(long line);

  /** The next cell of the row; the characters are valid during the call only. */
  void cell(char[] text, int from, int length);

  /** The row ends. */
  void end();
}
