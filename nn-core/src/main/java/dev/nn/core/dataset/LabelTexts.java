package dev.nn.core.dataset;

import dev.nn.api.DataException;
import dev.nn.core.message.Required;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Turns labels as programs have them into class indices. */
final class LabelTexts {
  private LabelTexts() {}

  /**
   * The different labels in their natural order.
   *
   * @throws DataException if there are fewer than two
   */
  static Targets.Classes sorted(String[] labels) {
    List<String> different = new ArrayList<>(new TreeSet<>(Arrays.asList(checked(labels))));
    return new Targets.Classes(different);
  }

  /**
   * The index of the class that each label names.
   *
   * @throws DataException if a label names none
   */
  static int[] indices(String[] labels, Targets.Classes classes) {
    checked(labels);
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < classes.labels().size(); i++) {
      indices.put(classes.labels().get(i), i);
    }
    int[] found = new int[labels.length];
    for (int row = 0; row < labels.length; row++) {
      Integer index = indices.get(labels[row]);
      if (index == null) {
        throw new DataException(
            "row %s: label \"%s\" is none of the %s".formatted(row, labels[row], classes));
      }
      found[row] = index;
    }
    return found;
  }

  /** 0 for false and 1 for true. */
  static int[] indices(boolean[] labels) {
    int[] indices = new int[Objects.requireNonNull(labels, "labels").length];
    for (int i = 0; i < labels.length; i++) {
      indices[i] = labels[i] ? 1 : 0;
    }
    return indices;
  }

  private static String[] checked(String[] labels) {
    return Required.all(labels, "labels");
  }
}
