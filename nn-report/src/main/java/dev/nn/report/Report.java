package dev.nn.report;

import dev.nn.core.internal.file.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What became of a training, as one HTML file: the verdict in a sentence, the columns, the network
 * as a picture, learning curves, what is taken for what or residuals, ROC and calibration, what the
 * model leans on, the health of its layers, its worst mistakes, and how to make it again.
 *
 * <pre>{@code
 * Report.titled("iris.csv")
 *     .columns(schema, table)
 *     .judged(model, split)
 *     .history(result.history())
 *     .command("./nn train iris.csv --seed 42")
 *     .seed(42)
 *     .build()
 *     .write(Path.of("report.html"));
 * }</pre>
 *
 * <p>What is not given is left out. The file needs nothing else: it asks for nothing over the
 * network, and its content security policy forbids it to. It follows the light or dark theme of
 * whoever reads it, fits screens from 320 pixels on, can be printed, and each chart has a table of
 * its numbers.
 */
public final class Report {
  private final String html;

  Report(String html) {
    this.html = html;
  }

  /**
   * Begins a report.
   *
   * @param title such as the name of the file with the data
   */
  public static ReportBuilder titled(String title) {
    return new ReportBuilder(Objects.requireNonNull(title, "title"));
  }

  /** The whole page. */
  public String html() {
    return html;
  }

  /**
   * Writes the page in UTF-8, in one step: whoever reads the file meanwhile gets the old page or
   * the new one.
   *
   * @throws IOException if it cannot be written; the message names the path
   */
  public void write(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    DurableFile.write(file, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
  }
}
