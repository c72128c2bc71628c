package dev.nn.report;

import dev.nn.api.DataException;
import dev.nn.core.internal.file.DurableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** A picture that {@link Plots} made, to be written to a file. */
public final class Plot {
  private static final int FORMAT_LENGTH = 3;

  private final Chart<?, ?> chart;

  Plot(Chart<?, ?> chart) {
    this.chart = chart;
  }

  /**
   * Writes the picture in one step, in the format that the name of the file ends with: {@code .png}
   * for pixels, {@code .svg} for lines that stay sharp at any size.
   *
   * @throws DataException if the name ends with something else
   * @throws IOException if the file cannot be written; the message names the path
   */
  public void write(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg")) {
      throw new DataException(
          file + " names no format that plots are written in: let it end with .png or .svg");
    }
    String format = name.substring(name.length() - FORMAT_LENGTH);
    DurableFile.write(file, out -> ChartEncoder.saveChart(chart, out, format));
  }
}
