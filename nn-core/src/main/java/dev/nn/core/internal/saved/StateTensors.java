package dev.nn.core.internal.saved;

import dev.nn.core.internal.safetensors.FormatException;
import dev.nn.core.internal.safetensors.TensorEntry;
import dev.nn.core.internal.safetensors.TensorReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a checkpoint: first those of the model, then in this order the rest of the state.
 *
 * @param parameters how many are the model's
 * @param slots how many are slots of the optimizer
 * @param hasBest whether there are the weights of early stopping
 */
record StateTensors(int parameters, int slots, boolean hasBest) {
  static final String LAST_GOOD = "training.last_good";
  static final String SLOT = "training.slot.";
  static final String BEST = "training.best";
  static final String SCALARS = "training.scalars";
  static final String SCHEDULE = "training.schedule";
  static final String NUMBERS = "training.numbers";
  static final String HISTORY = "training.history";

  private static final String PREFIX = "training.";

  private interface EntryTest {
    boolean test(TensorEntry entry);
  }

  /**
   * Looks at the header of a file of which no tensor has been read yet.
   *
   * @throws FormatException if the tensors are not those of a checkpoint; or, as that may be
   *     damage, if the checksum does not hold
   */
  static StateTensors of(TensorReader reader) throws IOException, FormatException {
    try {
      return of(reader.header().tensors());
    } catch (FormatException e) {
      reader.readRest();
      reader.verify();
      throw e;
    }
  }

  private static StateTensors of(List<TensorEntry> tensors) throws FormatException {
    StateTensors found =
        new StateTensors(
            count(tensors, entry -> !entry.name().startsWith(PREFIX)),
            count(tensors, entry -> entry.name().startsWith(SLOT)),
            count(tensors, entry -> entry.name().equals(BEST)) > 0);
    found.checkOrder(tensors);
    found.checkShapes(tensors);
    return found;
  }

  private static int count(List<TensorEntry> tensors, EntryTest test) {
    return (int) tensors.stream().filter(test::test).count();
  }

  /** How many come before the tensors of doubles. */
  int floats() {
    return parameters + 1 + slots + (hasBest ? 1 : 0);
  }

  /** Those that are the model's. */
  List<TensorEntry> ofModel(TensorReader reader) {
    return reader.header().tensors().subList(0, parameters);
  }

  private void checkOrder(List<TensorEntry> tensors) throws FormatException {
    List<String> expected = new ArrayList<>();
    expected.add(LAST_GOOD);
    for (int i = 0; i < slots; i++) {
      expected.add(SLOT + i);
    }
    if (hasBest) {
      expected.add(BEST);
    }
    expected.addAll(List.of(SCALARS, SCHEDULE, NUMBERS, HISTORY));
    List<String> found =
        tensors.subList(parameters, tensors.size()).stream().map(TensorEntry::name).toList();
    if (!found.equals(expected)) {
      throw new FormatException(
          Long.BYTES, "after the parameters must come " + expected + ", not " + found);
    }
  }

  private void checkShapes(List<TensorEntry> tensors) throws FormatException {
    long count = tensors.subList(0, parameters).stream().mapToLong(TensorEntry::count).sum();
    for (int i = parameters; i < tensors.size(); i++) {
      TensorEntry entry = tensors.get(i);
      if (i < floats()) {
        checkShape(entry, count, "one for each of the parameters");
      } else if (entry.name().equals(NUMBERS)) {
        checkShape(entry, StateNumbers.COUNT, "what a checkpoint has");
      } else {
        checkShape(entry, entry.count(), "one dimension");
      }
    }
  }

  private static void checkShape(TensorEntry entry, long count, String why) throws FormatException {
    if (!entry.shape().equals(List.of(count))) {
      throw new FormatException(
          Long.BYTES,
          "tensor %s has the shape %s, but it must be [%s]: %s"
              .formatted(entry.name(), entry.shape(), count, why));
    }
  }
}
