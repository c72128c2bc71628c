package dev.nn.data.read;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The first line of a text that says something, which tells the format.
 *
 * @param words its words, but for a last one that may be cut
 */
record FirstLine(List<String> words) {
  private static final Pattern ENTRY = Pattern.compile("\\d+:[^:,;]+");
  private static final Pattern LABEL = Pattern.compile("[^:,;]+");
  private static final Pattern LABELS = Pattern.compile("[-+.\\d]+(,[-+.\\d]+){1,99}");

  /**
   * Finds the line.
   *
   * @param text what a file begins with, in lower case
   * @param isCut whether the file goes on behind it
   */
  static FirstLine of(String text, boolean isCut) {
    int from = 0;
    int end = end(text, from);
    while (end < text.length() && saysNothing(text.substring(from, end))) {
      from = end + 1;
      end = end(text, from);
    }
    String line = text.substring(from, end);
    List<String> words = Arrays.asList(line.strip().split("\\s+"));
    boolean lastIsCut = isCut && end == text.length();
    return new FirstLine(lastIsCut ? words.subList(0, words.size() - 1) : words);
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static boolean saysNothing(String line) {
    String words = line.strip();
    return words.isEmpty() || words.startsWith("#") || words.startsWith("%");
  }

  FileFormat format() {
    if (words.isEmpty()) {
      return FileFormat.CSV;
    }
    if (words.get(0).equals("@relation")) {
      return FileFormat.ARFF;
    }
    return isSparse() ? FileFormat.LIBSVM : FileFormat.CSV;
  }

  /** A label and entries, or several labels and a second entry, as 12,9 9:30 may be a time. */
  private boolean isSparse() {
    int first = words.size() > 1 && words.get(1).startsWith("qid:") ? 2 : 1;
    int end = first;
    while (end < words.size() && ENTRY.matcher(words.get(end)).matches()) {
      end++;
    }
    if (end < words.size() && !words.get(end).startsWith("#")) {
      return false;
    }
    int entries = end - first;
    return (entries > 0 && LABEL.matcher(words.get(0)).matches())
        || (entries > 2 - first && LABELS.matcher(words.get(0)).matches());
  }
}
