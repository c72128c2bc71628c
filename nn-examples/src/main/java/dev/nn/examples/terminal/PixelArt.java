package dev.nn.examples.terminal;

import java.util.ArrayList;
import java.util.List;

/** Draws grey pictures with the characters of a terminal: the larger a number, the brighter. */
@FunctionalInterface
public interface PixelArt {
  /** Draws each pixel as two characters in one of five shades, which suits small pictures. */
  PixelArt SHADES = PixelArt::shades;

  /**
   * Draws two pixels, one above the other, as one character, each of them either full or empty, and
   * cuts the empty margins off. This suits larger pictures.
   */
  PixelArt HALF_BLOCKS = PixelArt::halfBlocks;

  /**
   * Draws a picture.
   *
   * @param pixels the rows one after another, no number negative
   * @param width how many pixels a row has
   * @return the lines of the drawing
   */
  List<String> draw(float[] pixels, int width);

  private static List<String> shades(float[] pixels, int width) {
    String shades = " ░▒▓█";
    float largest = largest(pixels);
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < pixels.length; start += width) {
      StringBuilder line = new StringBuilder();
      for (int j = 0; j < width; j++) {
        int shade = Math.round(pixels[start + j] / largest * (shades.length() - 1));
        line.append(String.valueOf(shades.charAt(shade)).repeat(2));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static List<String> halfBlocks(float[] pixels, int width) {
    String blocks = " ▀▄█";
    float half = largest(pixels) / 2;
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < pixels.length; start += 2 * width) {
      StringBuilder line = new StringBuilder();
      for (int j = start; j < start + width; j++) {
        boolean upper = pixels[j] > half;
        boolean lower = j + width < pixels.length && pixels[j + width] > half;
        line.append(blocks.charAt((upper ? 1 : 0) + (lower ? 2 : 0)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return TextBlocks.withoutIndent(lines);
  }

  private static float largest(float[] pixels) {
    float largest = Float.MIN_NORMAL;
    for (float pixel : pixels) {
      largest = Math.max(largest, pixel);
    }
    return largest;
  }
}
