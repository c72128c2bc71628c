package dev.nn.core;

import dev.nn.core.TrainingState.Best;
import dev.nn.core.TrainingState.Progress;
import dev.nn.core.engine.Architecture;
import dev.nn.core.engine.EngineState;
import dev.nn.core.file.FormatException;
import dev.nn.core.file.Tensor;
import dev.nn.core.file.TensorEntry;
import dev.nn.core.file.TensorReader;
import dev.nn.core.file.TensorType;
import dev.nn.core.file.TensorWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checkpoints as safetensors files: a model's tensors and metadata, and behind them the rest of a
 * {@link TrainingState}. A model can be had from a checkpoint, but the kind of file is told apart
 * by its metadata.
 */
final class StateFile {
  static final String FORMAT = "nn-checkpoint";

  private static final String PREFIX = "training.";
  private static final String LAST_GOOD = PREFIX + "last_good";
  private static final String SLOT = PREFIX + "slot.";
  private static final String BEST = PREFIX + "best";
  private static final String SCALARS = PREFIX + "scalars";
  private static final String SCHEDULE = PREFIX + "schedule";
  private static final String NUMBERS = PREFIX + "numbers";
  private static final String HISTORY = PREFIX + "history";
  private static final String SETTINGS = "settings";
  private static final String METRICS = "history_metrics";

  private StateFile() {}

  static void write(TrainingState state, OutputStream out) throws IOException {
    Map<String, String> texts =
        MetadataText.write(ModelFile.metadata(state.network(), state.provenance()));
    texts.put("format", FORMAT);
    texts.put(SETTINGS, state.settings());
    texts.put(METRICS, JsonTexts.rows(List.of(HistoryTable.metrics(state.history()))));
    Architecture architecture = state.network().architecture();
    List<Tensor> tensors = ModelFile.parameters(state.network(), state.parameters());
    tensors.add(Tensor.of(LAST_GOOD, architecture.dense(state.lastGood())));
    for (int i = 0; i < state.engine().slots().length; i++) {
      tensors.add(Tensor.of(SLOT + i, architecture.dense(state.engine().slots()[i])));
    }
    state.best().ifPresent(best -> tensors.add(Tensor.of(BEST, architecture.dense(best.weights))));
    tensors.add(Tensor.of(SCALARS, state.engine().scalars()));
    tensors.add(Tensor.of(SCHEDULE, state.engine().schedule()));
    tensors.add(Tensor.of(NUMBERS, StateNumbers.of(state).toArray()));
    tensors.add(Tensor.of(HISTORY, HistoryTable.write(state.history())));
    TensorWriter.write(out, texts, tensors);
  }

  /**
   * Reads a state.
   *
   * @param size bytes of the whole file
   * @param source the file's path, for messages
   */
  static TrainingState read(InputStream in, long size, String source, PluginRegistry registry)
      throws IOException {
    try {
      TensorReader reader = TensorReader.open(in, size);
      Map<String, String> texts = reader.header().metadata();
      if (!FORMAT.equals(texts.get("format"))) {
        throw new FormatException(
            Long.BYTES, "the format is " + texts.get("format") + ", not " + FORMAT);
      }
      ModelFile.checkVersion(reader, source);
      List<TensorEntry> tensors = reader.header().tensors();
      int parameters = count(tensors, entry -> !entry.name().startsWith(PREFIX));
      int slots = count(tensors, entry -> entry.name().startsWith(SLOT));
      boolean hasBest = count(tensors, entry -> entry.name().equals(BEST)) > 0;
      checkOrder(tensors, parameters, slots, hasBest);

      float[] weights = reader.readFloats(parameters);
      float[] lastGood = reader.readFloats(1);
      float[][] slotArrays = new float[slots][];
      for (int i = 0; i < slots; i++) {
        slotArrays[i] = reader.readFloats(1);
      }
      Optional<float[]> best = hasBest ? Optional.of(reader.readFloats(1)) : Optional.empty();
      double[] scalars = reader.readDoubles();
      double[] schedule = reader.readDoubles();
      double[] numberArray = reader.readDoubles();
      double[] historyArray = reader.readDoubles();
      reader.verify();

      ModelMetadata metadata = ModelFile.metadata(reader, FORMAT, source);
      StateNumbers numbers = StateNumbers.of(numberArray);
      List<EpochRecord> history = HistoryTable.read(metrics(texts), historyArray);
      String settings = texts.getOrDefault(SETTINGS, "");
      numbers.check(Fingerprint.parse(settings), history);
      Network network = SavedNetwork.of(metadata, registry, source);
      ModelFile.checkTensors(tensors.subList(0, parameters), network, source);
      Architecture architecture = network.architecture();
      return new TrainingState(
          network,
          new Provenance(metadata.targets(), metadata.training(), Optional.of(metadata.plugins())),
          settings,
          architecture.flat(weights),
          architecture.flat(lastGood),
          new EngineState(numbers.steps(), flat(architecture, slotArrays), scalars, schedule),
          new Progress(numbers.epoch(), numbers.position(), numbers.lossSum(), history),
          best.map(
              found ->
                  new Best(numbers.bestLoss(), numbers.epochsWithout(), architecture.flat(found))));
    } catch (FormatException e) {
      throw ModelFormatException.of(source, e);
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(source, Long.BYTES, String.valueOf(e.getMessage()), e);
    }
  }

  private static float[][] flat(Architecture architecture, float[][] arrays) {
    return Arrays.stream(arrays).map(architecture::flat).toArray(float[][]::new);
  }

  private static List<String> metrics(Map<String, String> texts) {
    List<List<String>> rows = JsonTexts.readRows(METRICS, texts.getOrDefault(METRICS, "[]"));
    return rows.size() == 1 ? rows.get(0) : List.of();
  }

  private interface EntryTest {
    boolean test(TensorEntry entry);
  }

  private static int count(List<TensorEntry> tensors, EntryTest test) {
    return (int) tensors.stream().filter(test::test).count();
  }

  private static void checkOrder(
      List<TensorEntry> tensors, int parameters, int slots, boolean hasBest)
      throws FormatException {
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
    long count = tensors.subList(0, parameters).stream().mapToLong(TensorEntry::count).sum();
    for (TensorEntry entry : tensors.subList(parameters, tensors.size())) {
      boolean isPerParameter = entry.type() == TensorType.F32;
      if ((isPerParameter && entry.count() != count)
          || (entry.name().equals(NUMBERS) && entry.count() != StateNumbers.COUNT)) {
        throw new FormatException(
            Long.BYTES, "tensor " + entry.name() + " has " + entry.count() + " numbers");
      }
    }
  }
}
