package dev.nn.examples.terminal;

import java.util.ArrayList;
import java.util.List;

/** Blocks of text: lists of lines. */
public final class TextBlocks {
  private TextBlocks() {}

  /** Puts blocks side by side; each gets the width of its longest line, and a gap follows. */
  public static List<String> beside(List<List<String>> blocks, int gap) {
    int height = blocks.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (List<String> block : blocks) {
        int width = block.stream().mapToInt(String::length).max().orElse(0);
        String text = i < block.size() ? block.get(i) : "";
        line.append(text).append(" ".repeat(width - text.length() + gap));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Removes the blanks that all lines start with; lines without text do not count. */
  public static List<String> withoutIndent(List<String> lines) {
    int indent =
        lines.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return lines.stream().map(line -> line.substring(Math.min(indent, line.length()))).toList();
  }

  /** Breaks a text at blanks into lines of at most {@code width} characters, if its words allow. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
