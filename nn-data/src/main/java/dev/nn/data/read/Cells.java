package dev.nn.data.read;

/** Receives the cells of a text file, row by row. */
public interface Cells {
  /** Told of a line that begins with # where a row could begin. */
  void comment(long line);

  /** Called when a row begins on this line, from 1. */
  void begin(long line);

  /** Called for the next cell of the row. The characters are only valid during the call. */
  void cell(char[] text, int from, int length);

  /** Called when the row ends. */
  void end();
}
