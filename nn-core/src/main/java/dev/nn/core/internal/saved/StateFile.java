package dev.nn.core.internal.saved;

import dev.nn.api.ModelFormatException;
import dev.nn.api.Optimizer;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.engine.EngineState;
import dev.nn.core.internal.safetensors.FormatException;
import dev.nn.core.internal.safetensors.Tensor;
import dev.nn.core.internal.safetensors.TensorReader;
import dev.nn.core.internal.safetensors.TensorWriter;
import dev.nn.core.internal.saved.RunState.Best;
import dev.nn.core.internal.saved.RunState.Progress;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.EpochRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checkpoints as safetensors files: a model's tensors and metadata, and behind them the rest of a
 * {@link RunState}. A model can be had from a checkpoint, but the kind of file is told apart by its
 * metadata.
 */
public final class StateFile {
  static final String IS_MODEL =
      "this is a model, not a checkpoint; Model.load(…) reads it, but no training goes on from it";

  private StateFile() {}

  public static void write(RunState state, OutputStream out) throws IOException {
    Architecture architecture = state.architecture();
    List<EpochRecord> history = state.progress().history();
    Map<String, String> texts =
        MetadataText.write(ModelFile.metadata(architecture, Optional.empty(), state.provenance()));
    texts.put("format", MetadataText.CHECKPOINT);
    texts.put(SavedRun.SETTINGS, state.settings());
    texts.put(SavedRun.METRICS, JsonTexts.rows(List.of(HistoryTable.metrics(history))));
    if (!HistoryTable.trainingMetrics(history).isEmpty()) {
      texts.put(
          SavedRun.TRAINING_METRICS,
          JsonTexts.rows(List.of(HistoryTable.trainingMetrics(history))));
    }
    List<Tensor> tensors = new ArrayList<>(ModelFile.parameters(architecture, state.parameters()));
    tensors.add(Tensor.of(StateTensors.LAST_GOOD, architecture.dense(state.lastGood())));
    for (int i = 0; i < state.engine().slots().length; i++) {
      tensors.add(Tensor.of(StateTensors.SLOT + i, architecture.dense(state.engine().slots()[i])));
    }
    state
        .best()
        .ifPresent(
            best -> tensors.add(Tensor.of(StateTensors.BEST, architecture.dense(best.weights()))));
    tensors.add(Tensor.of(StateTensors.SCALARS, state.engine().scalars()));
    tensors.add(Tensor.of(StateTensors.SCHEDULE, state.engine().schedule()));
    tensors.add(Tensor.of(StateTensors.NUMBERS, StateNumbers.of(state).toArray()));
    tensors.add(Tensor.of(StateTensors.HISTORY, HistoryTable.write(history)));
    TensorWriter.write(out, texts, tensors);
  }

  /**
   * Reads a state from a file.
   *
   * @param optimizer what the run would go on with, if that is known
   */
  public static RunState load(Path file, PluginRegistry registry, Optional<Optimizer> optimizer)
      throws IOException {
    return ReadableFile.read(
        file, (in, size, source) -> read(in, size, source, registry, optimizer));
  }

  /**
   * Reads a state.
   *
   * @param size bytes of the whole file
   * @param source the file's path, for messages
   * @param optimizer what the run would go on with, if that is known
   */
  private static RunState read(
      InputStream in,
      long size,
      String source,
      PluginRegistry registry,
      Optional<Optimizer> optimizer)
      throws IOException {
    try {
      TensorReader reader = TensorReader.open(in, size);
      checkFormat(reader);
      ModelFile.checkVersion(reader, source);
      StateTensors tensors = StateTensors.of(reader);
      float[] weights = reader.readFloats(tensors.parameters());
      float[] lastGood = reader.readFloats(1);
      float[][] slots = new float[tensors.slots()][];
      for (int i = 0; i < slots.length; i++) {
        slots[i] = reader.readFloats(1);
      }
      Optional<float[]> best =
          tensors.hasBest() ? Optional.of(reader.readFloats(1)) : Optional.empty();
      SavedRun run = SavedRun.read(reader, tensors);
      ModelMetadata metadata = ModelFile.metadata(reader, MetadataText.CHECKPOINT, source);
      run.checkSummary(metadata.training());
      Architecture architecture = SavedNetwork.of(metadata, registry, source);
      ModelFile.checkTensors(tensors.ofModel(reader), architecture, source);
      run.checkOptimizer(optimizer, registry, slots.length);
      OtherVersions.warn(source, metadata.plugins(), architecture.layers());
      StateNumbers numbers = run.numbers();
      return new RunState(
          architecture,
          Provenance.of(metadata),
          run.settings().text(),
          architecture.flat(weights),
          architecture.flat(lastGood),
          new EngineState(
              numbers.steps(), flat(architecture, slots), run.scalars(), run.schedule()),
          new Progress(numbers.epoch(), numbers.position(), numbers.lossSum(), run.history()),
          best.map(
              found ->
                  new Best(numbers.best(), numbers.epochsWithout(), architecture.flat(found))));
    } catch (FormatException e) {
      throw Refusal.of(source, e);
    } catch (IllegalArgumentException e) {
      throw refused(source, e);
    }
  }

  private static ModelFormatException refused(String source, IllegalArgumentException e) {
    return new ModelFormatException(source, Long.BYTES, String.valueOf(e.getMessage()), e);
  }

  private static void checkFormat(TensorReader reader) throws FormatException {
    String format = reader.header().metadata().get("format");
    if (MetadataText.MODEL.equals(format)) {
      throw new FormatException(Long.BYTES, IS_MODEL);
    }
    if (!MetadataText.CHECKPOINT.equals(format)) {
      throw new FormatException(
          Long.BYTES, "the format is " + format + ", not " + MetadataText.CHECKPOINT);
    }
  }

  /**
   * Judges a checkpoint as {@link #read} does, but keeps nothing of it in memory.
   *
   * @param reader of which no tensor has been read yet
   * @param registry nothing to leave open what only plugins can tell
   */
  static ModelMetadata check(TensorReader reader, Optional<PluginRegistry> registry, String source)
      throws IOException, FormatException {
    StateTensors tensors = StateTensors.of(reader);
    reader.skipFloats(tensors.floats());
    try {
      SavedRun run = SavedRun.read(reader, tensors);
      ModelMetadata metadata = ModelFile.metadata(reader, MetadataText.CHECKPOINT, source);
      run.checkSummary(metadata.training());
      if (registry.isPresent()) {
        ModelFile.checkTensors(tensors.ofModel(reader), metadata, registry.get(), source);
        run.checkOptimizer(Optional.empty(), registry.get(), tensors.slots());
      }
      return metadata;
    } catch (IllegalArgumentException e) {
      throw refused(source, e);
    }
  }

  private static float[][] flat(Architecture architecture, float[][] arrays) {
    return Arrays.stream(arrays).map(architecture::flat).toArray(float[][]::new);
  }
}
