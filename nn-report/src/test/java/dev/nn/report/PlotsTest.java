package dev.nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.judge.ClassificationReport;
import dev.nn.data.judge.Judgement;
import dev.nn.data.judge.RegressionReport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Single pictures. */
class PlotsTest {
  @TempDir private Path folder;

  @Test
  void everyPlotOfClassesIsAPictureAndADrawing() throws IOException {
    Trained flowers = Trained.flowers();
    ClassificationReport report =
        (ClassificationReport)
            Judgement.of(flowers.model(), flowers.split().train(), flowers.split().test())
                .reports()
                .get(0);
    checkWritten(Plots.learningCurve(flowers.result().history()));
    checkWritten(Plots.roc(report.rocCurves()));
    checkWritten(Plots.calibration(report.calibration()));
    checkWritten(Plots.confusionMatrix(report.confusion()));
  }

  @Test
  void everyPlotOfNumbersIsAPictureAndADrawing() throws IOException {
    Trained houses = Trained.houses();
    RegressionReport report =
        (RegressionReport)
            Judgement.of(houses.model(), houses.split().train(), houses.split().test())
                .reports()
                .get(0);
    checkWritten(Plots.residuals(report.residuals()));
  }

  private void checkWritten(Plot plot) throws IOException {
    Path png = folder.resolve("plot.png");
    plot.write(png);
    BufferedImage picture = ImageIO.read(png.toFile());
    assertTrue(picture.getWidth() >= 560, () -> "width " + picture.getWidth());
    assertTrue(colors(picture) > 20, () -> colors(picture) + " colours");
    Path svg = folder.resolve("plot.SVG");
    plot.write(svg);
    Element drawing = parsed(svg);
    assertEquals("svg", drawing.getTagName());
    assertTrue(drawing.getElementsByTagName("*").getLength() > 15, "few shapes");
  }

  private static long colors(BufferedImage picture) {
    return IntStream.range(0, picture.getWidth() * picture.getHeight())
        .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
        .distinct()
        .count();
  }

  private static Element parsed(Path svg) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      return factory.newDocumentBuilder().parse(svg.toFile()).getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anotherFormatIsRefused() {
    Plot plot = Plots.learningCurve(Trained.houses().result().history());
    DataException error =
        assertThrows(DataException.class, () -> plot.write(folder.resolve("loss.jpeg")));
    assertTrue(error.getMessage().endsWith("let it end with .png or .svg"), error.getMessage());
  }

  @Test
  void whatIsEmptyIsRefused() {
    assertEquals(
        "there are no epochs to plot",
        assertThrows(DataException.class, () -> Plots.learningCurve(List.of())).getMessage());
    assertEquals(
        "there are no curves to plot",
        assertThrows(DataException.class, () -> Plots.roc(List.of())).getMessage());
  }
}
