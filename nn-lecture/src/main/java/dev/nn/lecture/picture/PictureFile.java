package dev.nn.lecture.picture;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import dev.nn.api.DataException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Writes pictures to files. */
public final class PictureFile {
  private PictureFile() {}

  /**
   * Finds out whether a file can hold a picture, before any work is done.
   *
   * @throws DataException if its name ends neither with {@code .png} nor with {@code .svg}
   */
  public static void check(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg")) {
      throw new DataException(
          file + " names no format that pictures are written in: let it end with .png or .svg");
    }
  }

  /**
   * Writes a picture in the format that the name of the file ends with: {@code .png} for pixels,
   * {@code .svg} for lines that stay sharp at any size.
   *
   * @throws DataException if the name ends with something else
   * @throws IOException if the file cannot be written
   */
  public static void write(Picture picture, Path file) throws IOException {
    check(file);
    try (OutputStream out = Files.newOutputStream(file)) {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
        svg(picture, out);
      } else {
        png(picture, out);
      }
    }
  }

  private static void png(Picture picture, OutputStream out) throws IOException {
    BufferedImage image =
        new BufferedImage(width(picture), height(picture), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    paint(picture, graphics);
    graphics.dispose();
    ImageIO.write(image, "png", out);
  }

  private static void svg(Picture picture, OutputStream out) throws IOException {
    VectorGraphics2D graphics = new VectorGraphics2D();
    paint(picture, graphics);
    Document document =
        new SVGProcessor()
            .getDocument(graphics.getCommands(), new PageSize(width(picture), height(picture)));
    document.writeTo(out);
  }

  private static int width(Picture picture) {
    return picture.columns() * picture.width();
  }

  private static int height(Picture picture) {
    return picture.rows() * picture.height();
  }

  private static void paint(Picture picture, Graphics2D graphics) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width(picture), height(picture));
    List<Panel> panels = picture.panels();
    for (int i = 0; i < panels.size(); i++) {
      int x = i % picture.columns() * picture.width();
      int y = i / picture.columns() * picture.height();
      XYChart chart = PanelChart.of(panels.get(i), picture.width(), picture.height());
      graphics.translate(x, y);
      chart.paint(graphics, picture.width(), picture.height());
      graphics.translate(-x, -y);
    }
  }
}
