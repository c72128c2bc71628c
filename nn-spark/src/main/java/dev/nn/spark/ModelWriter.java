package dev.nn.spark;

import dev.nn.core.Model;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLWriter;
import scala.Option;

/** Writes a stage as Spark does, and beside its params the trained network as a model file. */
final class ModelWriter extends MLWriter {
  /** The model file in the folder of a stage. */
  static final String FILE = "model.safetensors";

  private final Params stage;
  private final Model network;

  ModelWriter(Params stage, Model network) {
    this.stage = stage;
    this.network = network;
  }

  /** Params come last, so a folder that has them has all of the network. */
  @Override
  public void saveImpl(String path) {
    Path file = new Path(path, FILE);
    try {
      FileSystem files = file.getFileSystem(sparkSession().sparkContext().hadoopConfiguration());
      try (OutputStream out = files.create(file, true)) {
        network.save(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
    DefaultParamsWriter.saveMetadata(stage, path, sparkSession(), Option.empty(), Option.empty());
  }
}
