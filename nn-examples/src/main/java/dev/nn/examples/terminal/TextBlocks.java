package dev.nn.examples.terminal;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;

/** Arranges blocks of text, which are lists of lines. */
public final class TextBlocks {
  private TextBlocks() {}

  /**
   * Puts blocks side by side. Each is as wide as its longest line.
   *
   * @param gap how many blanks stand between two blocks
   */
  public static List<String> beside(List<List<String>> blocks, int gap) {
    int height = blocks.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (List<String> block : blocks) {
        int width = block.stream().mapToInt(String::length).max().orElse(0);
        String text = i < block.size() ? block.get(i) : "";
        line.append(Strings.padEnd(text, width + gap, ' '));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Removes the blanks that all lines start with. Lines without text do not count. */
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
