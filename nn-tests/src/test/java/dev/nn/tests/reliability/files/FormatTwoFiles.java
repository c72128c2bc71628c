package dev.nn.tests.reliability.files;

import dev.nn.core.Model;
import dev.nn.math.Compression;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The program that made the files in {@code format-2}, once. */
final class FormatTwoFiles {
  private FormatTwoFiles() {}

  /** Takes the model in {@code format-1} and the folder to write to. */
  public static void main(String[] arguments) throws IOException {
    Model model = Model.load(Path.of(arguments[0]), Samples.REGISTRY);
    for (Compression form : Compression.values()) {
      Model compressed = model.compressed(form);
      compressed.save(Path.of(arguments[1]).resolve(form + ".safetensors"));
      System.out.println(form + " " + compressed.weightsSha256());
      System.out.println(Arrays.toString(compressed.predict(FormatOneFiles.EXAMPLE)));
    }
  }
}
