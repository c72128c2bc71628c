package dev.nn.examples.terminal;

import java.util.ArrayList;
import java.util.List;

/** Draws grey pictures with the characters of a terminal, the larger the value the brighter. */
@FunctionalInterface
public interface PixelArt {
  /** Draws a pixel as two characters in one of five shades; for small pictures. */
  PixelArt SHADES = PixelArt::shades;

  /**
   * Draws two pixels, one above the other, as one character, full or empty, without the margins on
   * the left and right; for larger pictures.
   */
  PixelArt HALF_BLOCKS = PixelArt::halfBlocks;

  /**
   * Draws a picture.
   *
   * @param pixels row after row, not negative
   * @param width pixels of a row
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
