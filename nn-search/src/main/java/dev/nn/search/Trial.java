package dev.nn.search;

/**
 * Settings to try.
 *
 * @param number of the trial, from 1
 * @param settings what to try
 * @param epochs for how many epochs to train
 * @param seed for all that is random in the training; the same for all trials of a search, so that
 *     none is better by luck alone
 * @param threads how many threads the training may use
 */
public record Trial(int number, Settings settings, int epochs, long seed, int threads) {

  /**
   * The text of this name, such as "layers".
   *
   * @throws dev.nn.api.NnException if the space has none
   */
  public String text(String name) {
    return settings.text(name);
  }
}
