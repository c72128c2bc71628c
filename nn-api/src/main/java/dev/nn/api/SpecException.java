package dev.nn.api;

import org.jspecify.annotations.Nullable;

/**
 * A spec that cannot be read, or that asks for something that its plugin does not have. The message
 * quotes the text with a mark below the place in question:
 *
 * <pre>
 * expected a number such as 0.5, -3 or 1e-7
 *   leaky_relu(negative_slope=.2)
 *                             ^ position 27
 * </pre>
 */
public class SpecException extends NnException {
  private static final long serialVersionUID = 1L;
  private static final int CONTEXT = 60;

  private final String problem;
  private final int position;

  /**
   * Creates an error about a place in a text.
   *
   * @param problem what is wrong and what to write instead
   * @param text the text that was read
   * @param position index in the text of the place in question, counted from 0
   */
  public SpecException(String problem, String text, int position) {
    this(problem, text, position, null);
  }

  /**
   * Creates an error about a place in a text that another exception led to.
   *
   * @param problem what is wrong and what to write instead
   * @param text the text that was read
   * @param position index in the text of the place in question, counted from 0
   * @param cause what led to it
   */
  public SpecException(String problem, String text, int position, @Nullable Throwable cause) {
    super(problem + "\n" + quote(text, position), cause);
    this.problem = problem;
    this.position = position;
  }

  /**
   * Returns what is wrong, without the quotation, for messages that quote the text in another way.
   */
  public String problem() {
    return problem;
  }

  /** Returns the index in the text of the place in question, counted from 0. */
  public int position() {
    return position;
  }

  /** The part of the text around the position, on one line, and a caret on the next. */
  private static String quote(String text, int position) {
    int from = Math.max(0, position - CONTEXT);
    int to = Math.min(text.length(), position + CONTEXT);
    String before = from > 0 ? "… " : "";
    String after = to < text.length() ? " …" : "";
    String excerpt = text.substring(from, to).replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
    String indent = " ".repeat(2 + before.length() + position - from);
    return "  " + before + excerpt + after + "\n" + indent + "^ position " + (position + 1);
  }
}
