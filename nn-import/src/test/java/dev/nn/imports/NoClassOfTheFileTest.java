package dev.nn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class that a file names is never loaded, though it is there to be loaded: the log of the Java
 * that read the file does not have it.
 */
class NoClassOfTheFileTest {
  private static final String CANARY = Canary.class.getName();

  @TempDir private Path folder;
  @TempDir private Path logs;

  /** Harmless, and on the class path of the other Java. */
  static final class Canary {
    private Canary() {}
  }

  @Test
  void theLogOfTheReaderHasNoClassThatItsFilesName() throws IOException, InterruptedException {
    String python = "\u0080\2c" + CANARY.replace(".NoClass", "\nNoClass") + "\n)R.";
    write("pickle.pt", "archive/data.pkl", python);
    String inverted = "\u0080\2c" + CANARY + "\n" + CANARY + "\n)R.";
    write("pickle_twice.pt", "archive/data.pkl", inverted);
    write(
        "config.keras",
        "config.json",
        "{\"module\":\"%1$s\",\"class_name\":\"%1$s\",\"config\":{}}".formatted(CANARY));
    write(
        "layer.zip",
        "configuration.json",
        "{\"confs\":[{\"layer\":{\"@class\":\"%s\",\"nin\":1,\"nout\":1}}]}".formatted(CANARY));
    Files.writeString(
        folder.resolve("activation.eg"),
        "encog,BasicNetwork,java,3.4.0,1,1\n[BASIC]\n[BASIC:NETWORK]\nlayerFeedCounts=1,1\n"
            + "layerCounts=1,1\nweightIndex=0,1\nweights=1\nbiasActivation=0,0\n"
            + "[BASIC:ACTIVATION]\n\"%1$s\"\n\"%1$s\"\n".formatted(CANARY));
    Files.writeString(
        folder.resolve("function.pmml"),
        "<PMML><NeuralNetwork activationFunction=\"%s\"><NeuralLayer/></NeuralNetwork></PMML>"
            .formatted(CANARY));
    Files.writeString(
        folder.resolve("object.ser"), "\u00ac\u00ed\0\5sr", StandardCharsets.ISO_8859_1);
    Path log = logs.resolve("classes.txt");

    List<String> ends = OtherJava.read(folder, "-Xlog:class+load:file=" + log);

    assertEquals(7, ends.size(), ends::toString);
    assertTrue(ends.stream().allMatch(end -> end.endsWith(" ImportException")), ends::toString);
    String loaded = Files.readString(log);
    assertTrue(loaded.contains(ModelImport.class.getName()), "the log has the classes of readers");
    assertFalse(loaded.contains("Canary"), "a class that a file names was loaded");
  }

  private void write(String file, String member, String content) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(file)))) {
      zip.putNextEntry(new ZipEntry(member));
      zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
