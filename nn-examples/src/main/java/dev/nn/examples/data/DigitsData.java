package dev.nn.examples.data;

import dev.nn.data.BundledData;
import dev.nn.data.Split;
import dev.nn.examples.terminal.PixelArt;

/**
 * The bundled digits in three parts: a fifth is for the test, a tenth of the rest for validation,
 * and what remains is learnt from.
 */
public final class DigitsData {
  private static final double TEST = 0.2;
  private static final double VALIDATION = 0.1;
  private static final int WIDTH = 8;

  private DigitsData() {}

  /** Divides the digits by a seed: the same one always gives the same parts. */
  public static ImageData split(long seed) {
    Split tested = Split.stratified(BundledData.digits(), 1 - TEST, seed);
    Split validated = Split.stratified(tested.train(), 1 - VALIDATION, seed);
    return new ImageData(
        validated.train(), validated.test(), tested.test(), WIDTH, PixelArt.SHADES);
  }
}
