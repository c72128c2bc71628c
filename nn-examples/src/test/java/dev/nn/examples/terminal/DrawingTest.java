package dev.nn.examples.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawingTest {

  @Test
  void shadesGoFromEmptyToFull() {
    float[] pixels = {0, 4, 8, 12, 16, 16};
    assertEquals(List.of("  ░░▒▒", "▓▓████"), PixelArt.SHADES.draw(pixels, 3));
  }

  @Test
  void emptyPictureIsBlank() {
    assertEquals(List.of("    "), PixelArt.SHADES.draw(new float[] {0, 0}, 2));
    assertEquals(List.of(""), PixelArt.HALF_BLOCKS.draw(new float[] {0, 0}, 2));
  }

  @Test
  void halfBlocksHoldTwoRowsWithoutMarginsAndTheLastMayStandAlone() {
    float[] pixels = {
      0, 0, 1, 0, 1, 0, //
      0, 0, 0, 1, 1, 0, //
      0, 1, 0, 1, 0, 0
    };
    assertEquals(List.of(" ▀▄█", "▀ ▀"), PixelArt.HALF_BLOCKS.draw(pixels, 6));
  }

  @Test
  void blocksOfDifferentSizeStandSideBySide() {
    assertEquals(
        List.of("a    c", "bbb"), TextBlocks.beside(List.of(List.of("a", "bbb"), List.of("c")), 2));
  }

  @Test
  void linesBreakAtBlanks() {
    assertEquals(List.of("one two", "threefour"), TextBlocks.wrap("one two threefour", 8));
  }

  @Test
  void plotOfTheIdentityIsADiagonal() {
    // The curve from the lower left to the upper right: dots 7 and 6, then 2 and 4. Of the dotted
    // axes, one dot is below the curve's first and one, dot 1, above it.
    assertEquals(List.of("  z", "1 ⡡⠊", "  01"), BraillePlot.lines("z", z -> z, 0, 1, 2, 1));
  }

  @Test
  void widthComesFromTheEnvironmentIfItIsOne() {
    assertEquals(120, Terminal.columns(Map.of("COLUMNS", "120")));
    assertEquals(80, Terminal.columns(Map.of("COLUMNS", "wide")));
    assertEquals(80, Terminal.columns(Map.of()));
    assertTrue(Terminal.columns(Map.of("COLUMNS", "1")) > 20);
  }
}
