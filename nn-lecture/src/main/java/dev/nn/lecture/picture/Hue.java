package dev.nn.lecture.picture;

import java.awt.Color;
import java.util.List;

/**
 * Colours that people with any kind of colour vision can tell apart. Source: M. Okabe and K. Ito,
 * Color Universal Design, 2008.
 */
public enum Hue {
  BLUE(0x0072b2),
  ORANGE(0xd55e00),
  GREEN(0x009e73),
  PURPLE(0xcc79a7),
  SKY(0x56b4e9),
  AMBER(0xe69f00),
  BLACK(0x1c1f24),
  GREY(0x9aa0a8);

  private static final List<Hue> OF_SERIES =
      List.of(BLUE, ORANGE, GREEN, PURPLE, SKY, AMBER, BLACK);

  private final int rgb;

  Hue(int rgb) {
    this.rgb = rgb;
  }

  /** Returns the colour in place i, over and over. */
  public static Hue of(int i) {
    return OF_SERIES.get(i % OF_SERIES.size());
  }

  Color color() {
    return new Color(rgb);
  }
}
