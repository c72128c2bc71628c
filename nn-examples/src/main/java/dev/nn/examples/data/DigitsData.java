package dev.nn.examples.data;

import dev.nn.data.BundledData;
import dev.nn.data.Split;
import dev.nn.examples.terminal.PixelArt;

/** The bundled digits, divided by a seed: a fifth for the test, a tenth of the rest to validate. */
public final class DigitsData {
  private static final double TEST = 0.2;
  private static final double VALIDATION = 0.1;
  private static final int WIDTH = 8;

  private DigitsData() {}

  public static ImageData split(long seed) {
    Split tested = Split.stratified(BundledData.digits(), 1 - TEST, seed);
    Split validated = Split.stratified(tested.train(), 1 - VALIDATION, seed);
    return new ImageData(
        validated.train(), validated.test(), tested.test(), WIDTH, PixelArt.SHADES);
  }
}
