package dev.nn.lecture;

import java.util.List;

/**
 * One of the twenty things that the lecture states.
 *
 * @param number its number, from 1
 * @param words what it states, in one line
 * @param experiments names of the experiments that show it, the main one first
 */
public record Statement(int number, String words, List<String> experiments) {

  /** Copies the list. */
  public Statement {
    experiments = List.copyOf(experiments);
  }
}
