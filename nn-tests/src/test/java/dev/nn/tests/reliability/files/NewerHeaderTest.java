package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.core.Model;
import dev.nn.core.TrainingState;
import dev.nn.tests.reliability.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer format may have a header that this version cannot read; that is no damage. */
class NewerHeaderTest {
  private static final byte[] FILE = Samples.modelOfAtLeast(1 << 10);
  private static final String NEWER =
      "the file was made by a newer version of nn-core: it has format version 3, this program"
          + " reads up to 2";

  @TempDir private Path folder;

  private static byte[] newer(byte[] file, UnaryOperator<String> change) {
    return FileSurgery.withHeader(
        file,
        header ->
            change.apply(header.replace("\"format_version\":\"1\"", "\"format_version\":\"3\"")));
  }

  private static String problem(byte[] file) {
    return String.valueOf(
        assertThrows(ModelFormatException.class, () -> Model.load(file, Samples.REGISTRY))
            .getMessage());
  }

  @Test
  void whateverANewerHeaderHasItIsRecognised() {
    for (UnaryOperator<String> change :
        List.<UnaryOperator<String>>of(
            header -> header.replaceFirst("\"F32\"", "\"F16\""),
            header -> header.replaceFirst("\"dtype\"", "\"strides\":[1],\"dtype\""),
            header -> header.replaceFirst("\"format\":", "\"notes\":[1,{}],\"format\":"),
            header -> header.replaceFirst("\"__metadata__\":", "\"index\":[],\"__metadata__\":"))) {
      String found = problem(newer(FILE, change));
      assertTrue(found.contains(NEWER), found);
    }
  }

  @Test
  void damageIsNotTakenForANewerFormat() {
    byte[] file = newer(FILE, header -> header.replaceFirst("\"F32\"", "\"F16\""));
    file[file.length - 1] ^= 1;
    String found = problem(file);
    assertTrue(found.contains("must be one of [F32, F64, BF16, I8], not F16"), found);
    assertFalse(found.contains("newer"), found);
  }

  @Test
  void aNewerCheckpointIsNotPassedOver() throws IOException {
    byte[] checkpoint = Samples.checkpoint(folder);
    Files.write(folder.resolve("checkpoint-000000000001.safetensors"), checkpoint);
    Path newest = folder.resolve("checkpoint-000000000002.safetensors");
    Files.write(newest, newer(checkpoint, header -> header.replaceFirst("\"F64\"", "\"I64\"")));
    ModelFormatException e =
        assertThrows(
            ModelFormatException.class, () -> TrainingState.newest(folder, Samples.REGISTRY));
    assertTrue(e.getMessage().startsWith(newest.toString()), e.getMessage());
    assertTrue(e.getMessage().contains(NEWER), e.getMessage());
  }
}
