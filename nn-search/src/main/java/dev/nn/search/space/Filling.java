package dev.nn.search.space;

import java.util.ArrayList;
import java.util.List;

/** A template being filled, which remembers where in the space each character came from. */
final class Filling {
  private final Pick pick;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> origins = new ArrayList<>();

  Filling(Pick pick) {
    this.pick = pick;
  }

  Pick pick() {
    return pick;
  }

  /** Appends text that stands in the space. */
  void copy(String characters, int start) {
    for (int i = 0; i < characters.length(); i++) {
      origins.add(start + i);
    }
    text.append(characters);
  }

  /** Appends text for a hole. */
  void insert(String characters, int hole) {
    for (int i = 0; i < characters.length(); i++) {
      origins.add(hole);
    }
    text.append(characters);
  }

  String text() {
    return text.toString();
  }

  /** Where in the space a character came from; the end of the text follows its last character. */
  int origin(int position) {
    if (position < origins.size()) {
      return origins.get(position);
    }
    return origins.isEmpty() ? 0 : origins.get(origins.size() - 1) + 1;
  }
}
