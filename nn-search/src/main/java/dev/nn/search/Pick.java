package dev.nn.search;

import dev.nn.math.CounterRandom;

/** Decides what fills the holes. */
interface Pick {
  /** Sets these draws apart from others that start from the same seed: "search" in ASCII. */
  long PURPOSE = 0x73_65_61_72_63_68L;

  /** The first alternative everywhere, and the low end of ranges. */
  Pick FIRST =
      new Pick() {
        @Override
        public int alternative(Choice choice) {
          return 0;
        }

        @Override
        public String number(NumberRange range) {
          return range.low();
        }
      };

  /** The index of the alternative that is taken. */
  int alternative(Choice choice);

  /** The number that is taken, as a text. */
  String number(NumberRange range);

  /**
   * At random. Each hole has a stream of its own, so that no choice depends on another.
   *
   * @param seed of the search
   * @param part number of the text among those of the space
   * @param draw number of the setting
   */
  static Pick random(long seed, int part, long draw) {
    return new Pick() {
      @Override
      public int alternative(Choice choice) {
        return stream(choice).nextInt(choice.alternatives().size());
      }

      @Override
      public String number(NumberRange range) {
        return range.draw(stream(range));
      }

      private CounterRandom stream(Hole hole) {
        return CounterRandom.of(seed, PURPOSE, draw, part, hole.number());
      }
    };
  }
}
