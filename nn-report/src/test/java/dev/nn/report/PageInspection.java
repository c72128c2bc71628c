package dev.nn.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is wrong with the page that a browser shows, each a sentence. */
final class PageInspection {
  private PageInspection() {}

  /** The faults that the script beside this class finds. */
  static List<String> faults(Browser browser) throws IOException {
    try (InputStream in = PageInspection.class.getResourceAsStream("inspection.js")) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return browser.texts(script);
    }
  }
}
