package dev.nn.search.space;

/** Decides what fills the holes. */
interface Pick {
  /** The first alternative everywhere, and the low end of ranges. */
  Pick FIRST =
      new Pick() {
        @Override
        public int alternative(int hole, long[] ways) {
          return 0;
        }

        @Override
        public String number(int hole, Numbers numbers) {
          return numbers.low();
        }
      };

  /**
   * The index of the alternative that is taken.
   *
   * @param hole the number of the hole in its text
   * @param ways for each alternative, in how many ways its own holes can be filled
   */
  int alternative(int hole, long[] ways);

  /** The number that is taken, as a text. */
  String number(int hole, Numbers numbers);
}
