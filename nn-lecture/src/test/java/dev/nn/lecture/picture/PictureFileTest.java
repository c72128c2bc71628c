package dev.nn.lecture.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {
  @TempDir private Path folder;

  private static final Picture TWO =
      Picture.row(panel("left", Hue.BLUE), panel("right", Hue.ORANGE));

  private static Panel panel(String title, Hue hue) {
    return new Panel(
        title,
        Axis.of("x", 0, 1),
        Axis.of("y", 0, 1),
        List.of(Series.graph("line", x -> x, 0, 1, Look.LINE, hue)),
        true);
  }

  /** Pixels of about this colour; lines have soft edges. */
  private static int count(BufferedImage image, Hue hue, int from, int to) {
    int count = 0;
    for (int x = from; x < to; x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        Color pixel = new Color(image.getRGB(x, y));
        int off =
            Math.abs(pixel.getRed() - hue.color().getRed())
                + Math.abs(pixel.getGreen() - hue.color().getGreen())
                + Math.abs(pixel.getBlue() - hue.color().getBlue());
        count += off < 60 ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void panelsStandSideBySideInTheirColours() throws Exception {
    Path file = folder.resolve("two.png");
    PictureFile.write(TWO, file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(880, image.getWidth());
    assertEquals(340, image.getHeight());
    assertTrue(count(image, Hue.BLUE, 0, 440) > 100);
    assertEquals(0, count(image, Hue.BLUE, 440, 880));
    assertTrue(count(image, Hue.ORANGE, 440, 880) > 100);
  }

  @Test
  void svgIsXmlWithTheTitlesOfThePanels() throws Exception {
    Path file = folder.resolve("two.svg");
    PictureFile.write(TWO, file);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    assertEquals(
        "svg", factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement().getTagName());
    assertTrue(
        Files.readString(file).contains("#0072b2")
            || Files.readString(file).contains("rgb(0,114,178)"));
  }

  @Test
  void anotherFormatIsRefusedWithThoseThatThereAre() {
    String message =
        assertThrows(DataException.class, () -> PictureFile.check(Path.of("a.gif"))).getMessage();
    assertEquals(
        "a.gif names no format that pictures are written in: let it end with .png or .svg",
        message);
  }
}
