package dev.nn.core.dataset;

import dev.nn.api.DataException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The names of features and labels that a model or a data set knows, for comparison with a data set
 * that is to be used with it: the rows that a model is to judge, or the validation set that goes
 * with a training set.
 *
 * <p>Names that both sides know are matched where that is safe. Where it is not, the data set is
 * refused with a message that shows both sides, because going by position instead would give a
 * wrong answer that looks right.
 *
 * <pre>{@code
 * Agreement known = Agreement.of("the training set", train);
 * Dataset sameOrder = known.match(validation, "the validation set");
 * }</pre>
 *
 * @param what who knows the names, as messages call it, such as {@code the model}
 * @param features the names of its features, or an empty list if it knows none
 * @param targets its targets, or nothing if it does not know them
 */
public record Agreement(String what, List<String> features, Optional<Targets> targets) {
  private static final int SHOWN = 20;

  /**
   * Returns what a data set knows of its features and targets.
   *
   * @param what what messages call the data set, such as {@code the training set}
   */
  public static Agreement of(String what, Dataset data) {
    return new Agreement(what, data.featureNames(), Optional.of(data.targets()));
  }

  /**
   * Returns a data set with its features in the order of this side. A data set without names of
   * features is returned as it is, and so is every data set if this side knows no names.
   *
   * @param whose what messages call the data set, such as {@code the validation set}
   * @throws DataException if its features have other names
   */
  public Dataset matchFeatures(Dataset data, String whose) {
    Optional<int[]> columns = columns(data, whose);
    return columns.isEmpty()
        ? data
        : new MatchedDataset(data, columns, features, data.targets(), Optional.empty());
  }

  /**
   * Returns a data set with its features and its classes in the order of this side. Where no class
   * has the same name and one side has only numbered them, they are matched by their index. Targets
   * of different kinds, such as classes and real numbers, are left as they are.
   *
   * @param whose what messages call the data set, such as {@code the validation set}
   * @throws DataException if its features have other names, if it has a label that this side does
   *     not know, or if the two sides have different words for yes and no
   */
  public Dataset match(Dataset data, String whose) {
    Dataset matched = matchFeatures(data, whose);
    if (targets.isEmpty() || targets.get().equals(data.targets())) {
      return matched;
    }
    if (targets.get() instanceof Targets.Binary mine
        && data.targets() instanceof Targets.Binary theirs) {
      checkWords(mine, theirs, whose);
      return matched;
    }
    checkNames(targets.get(), data.targets(), whose);
    if (targets.get() instanceof Targets.Classes mine
        && data.targets() instanceof Targets.Classes theirs) {
      return new MatchedDataset(
          matched,
          Optional.empty(),
          matched.featureNames(),
          mine,
          Optional.of(classes(mine, theirs, whose)));
    }
    return matched;
  }

  private Optional<int[]> columns(Dataset data, String whose) {
    List<String> given = data.featureNames();
    if (features.isEmpty() || given.isEmpty() || given.equals(features)) {
      return Optional.empty();
    }
    List<String> missing = without(features, given);
    List<String> unknown = without(given, features);
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new DataException(
          "%s has the features %s, %s has %s.%s%s Give it the same features; their order does not matter"
              .formatted(
                  what,
                  shown(features),
                  whose,
                  shown(given),
                  missing.isEmpty() ? "" : " Missing: " + shown(missing) + ".",
                  unknown.isEmpty() ? "" : " Unknown: " + shown(unknown) + "."));
    }
    return Optional.of(features.stream().mapToInt(given::indexOf).toArray());
  }

  private void checkWords(Targets.Binary mine, Targets.Binary theirs, String whose) {
    boolean areKnown = !mine.equals(new Targets.Binary()) && !theirs.equals(new Targets.Binary());
    if (areKnown) {
      throw new DataException(
          "%s knows %s, %s has %s: make it with the same two words in the same order"
              .formatted(what, mine, whose, theirs));
    }
  }

  /** Labels and numbers in several columns go by their place, so the names have to be the same. */
  private void checkNames(Targets mine, Targets theirs, String whose) {
    boolean areOtherLabels =
        mine instanceof Targets.MultiLabel my
            && theirs instanceof Targets.MultiLabel their
            && !my.equals(Targets.MultiLabel.numbered(my.columns()))
            && !their.equals(Targets.MultiLabel.numbered(their.columns()))
            && !my.equals(their);
    boolean areOtherNumbers =
        mine instanceof Targets.Real one
            && theirs instanceof Targets.Real other
            && !one.names().isEmpty()
            && !other.names().isEmpty()
            && !one.equals(other);
    if (areOtherLabels || areOtherNumbers) {
      throw new DataException(
          "%s knows %s, %s has %s: give it the same ones in the same order"
              .formatted(what, mine, whose, theirs));
    }
  }

  /**
   * Classes are matched by their names. Where no name is the same and one side has only numbered
   * them, they go by their index.
   */
  private int[] classes(Targets.Classes mine, Targets.Classes theirs, String whose) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < mine.columns(); i++) {
      places.putIfAbsent(mine.labels().get(i), i);
    }
    boolean byIndex =
        Collections.disjoint(places.keySet(), theirs.labels())
            && (isNumbered(mine) || isNumbered(theirs));
    int[] classes = new int[theirs.columns()];
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < classes.length; i++) {
      String label = theirs.labels().get(i);
      classes[i] = byIndex ? i : places.getOrDefault(label, -1);
      if (classes[i] < 0 || classes[i] >= mine.columns()) {
        unknown.add(label);
      }
    }
    if (!unknown.isEmpty()) {
      throw new DataException(
          "%s knows %s, %s has %s. Unknown: %s. Leave those rows out, or train with all classes"
              .formatted(
                  what,
                  mine.columns() + " classes " + shown(mine.labels()),
                  whose,
                  shown(theirs.labels()),
                  shown(unknown)));
    }
    return classes;
  }

  private static boolean isNumbered(Targets.Classes classes) {
    return classes.equals(Targets.Classes.numbered(classes.columns()));
  }

  private static List<String> without(List<String> names, List<String> others) {
    List<String> rest = new ArrayList<>(names);
    rest.removeAll(others);
    return rest;
  }

  private static String shown(List<String> names) {
    return names.stream().limit(SHOWN).collect(Collectors.joining(", ", "[", ""))
        + (names.size() > SHOWN ? ", … (" + names.size() + ")]" : "]");
  }
}
