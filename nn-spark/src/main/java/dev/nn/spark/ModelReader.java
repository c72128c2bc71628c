package dev.nn.spark;

import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.BiFunction;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import scala.Option;

/** Reads what {@link ModelWriter} has written. */
final class ModelReader<M extends NeuralNetworkModel<M>> extends MLReader<M> {
  private final Class<M> type;
  private final BiFunction<String, Model, M> making;

  ModelReader(Class<M> type, BiFunction<String, Model, M> making) {
    this.type = type;
    this.making = making;
  }

  @Override
  public M load(String path) {
    DefaultParamsReader.Metadata metadata =
        DefaultParamsReader.loadMetadata(path, sparkSession(), type.getName());
    M stage = making.apply(metadata.uid(), network(new Path(path, ModelWriter.FILE)));
    metadata.getAndSetParams(stage, Option.empty());
    return stage;
  }

  private Model network(Path file) {
    try {
      FileSystem files = file.getFileSystem(sparkSession().sparkContext().hadoopConfiguration());
      try (InputStream in = files.open(file)) {
        return Model.load(in, PluginRegistry.load());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
