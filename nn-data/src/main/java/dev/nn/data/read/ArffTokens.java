package dev.nn.data.read;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of an ARFF file as tokens: words and quoted texts, separated by commas, blanks and tabs.
 *
 * @param texts the tokens, without quotes
 * @param quoted whether each stood in quotes
 */
record ArffTokens(List<String> texts, List<Boolean> quoted) {

  /**
   * Splits a line. Outside quotes, braces are tokens of their own, and an empty place between two
   * commas is an empty token.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  static ArffTokens of(String line) {
    List<String> texts = new ArrayList<>();
    List<Boolean> quoted = new ArrayList<>();
    boolean afterComma = false;
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '%') {
        break;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (c == ',') {
        if (afterComma) {
          texts.add("");
          quoted.add(false);
        }
        afterComma = true;
        at++;
      } else if (c == '\'' || c == '"') {
        StringBuilder text = new StringBuilder();
        at = afterQuote(line, at, text);
        texts.add(text.toString());
        quoted.add(true);
        afterComma = false;
      } else {
        int from = at++;
        if (c != '{' && c != '}') {
          while (at < line.length() && isInWord(line.charAt(at))) {
            at++;
          }
        }
        texts.add(line.substring(from, at));
        quoted.add(false);
        afterComma = false;
      }
    }
    if (afterComma) {
      texts.add("");
      quoted.add(false);
    }
    return new ArffTokens(texts, quoted);
  }

  private static boolean isInWord(char c) {
    return !Character.isWhitespace(c) && ",{}%'\"".indexOf(c) < 0;
  }

  private static int afterQuote(String line, int opening, StringBuilder text) {
    for (int i = opening + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == line.charAt(opening)) {
        return i + 1;
      }
      if (c == '\\' && i + 1 < line.length()) {
        i++;
        text.append(
            switch (line.charAt(i)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              default -> line.charAt(i);
            });
      } else {
        text.append(c);
      }
    }
    throw new IllegalArgumentException("a quote is not closed");
  }

  int size() {
    return texts.size();
  }

  /** Whether a token is this mark, outside quotes. */
  boolean is(int index, String mark) {
    return index < size() && !quoted.get(index) && texts.get(index).equals(mark);
  }
}
