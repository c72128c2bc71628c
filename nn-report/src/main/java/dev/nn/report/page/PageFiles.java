package dev.nn.report.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a page is made of, which lie beside this class. */
public final class PageFiles {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
  private static final Pattern END_OF_SCRIPT =
      Pattern.compile("</(?=script)", Pattern.CASE_INSENSITIVE);

  private PageFiles() {}

  /** The text of a file. */
  public static String text(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("nn-report lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A script as it may stand between the tags of a script element. */
  public static String script(String name) {
    return END_OF_SCRIPT.matcher(text(name)).replaceAll("<\\\\/");
  }

  /**
   * Fills the places of the skeleton, each by its name; what is filled in is not looked at again.
   */
  public static String filled(String skeleton, Map<String, String> contents) {
    StringBuilder page = new StringBuilder();
    Matcher place = PLACE.matcher(text(skeleton));
    while (place.find()) {
      String content = contents.get(place.group(1));
      if (content == null) {
        throw new IllegalArgumentException(skeleton + ": nothing to put into " + place.group());
      }
      place.appendReplacement(page, Matcher.quoteReplacement(content));
    }
    return place.appendTail(page).toString();
  }
}
