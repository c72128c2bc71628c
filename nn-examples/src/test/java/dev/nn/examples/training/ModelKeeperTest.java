package dev.nn.examples.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelKeeperTest {
  private final Model model = Model.initial(Network.of(Shape.of(2), "dense(units=1)"), 7);

  @TempDir private Path folder;

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aModelIsSavedWhereItIsAskedFor() throws IOException {
    Path file = folder.resolve("m");
    ModelKeeper.save(model, file, folder);
    assertEquals(model.weightsSha256(), Model.load(file).weightsSha256());
    assertEquals(List.of(file), files());
  }

  @Test
  void aModelThatCannotBeSavedThereIsKeptElsewhere() throws IOException {
    Path gone = folder.resolve("gone").resolve("m");
    IOException problem =
        assertThrows(IOException.class, () -> ModelKeeper.save(model, gone, folder));
    Path kept = files().get(0);
    assertEquals(
        "nn-" + model.weightsSha256().substring(0, 16) + ".safetensors",
        kept.getFileName().toString());
    assertEquals(model.weightsSha256(), Model.load(kept).weightsSha256());
    assertEquals(
        gone.getParent()
            + ": there is no such folder; create it first; the model is in "
            + kept
            + " instead: move it to where it is safe",
        problem.getMessage());
  }

  @Test
  void aModelThatCannotBeKeptAnywhereIsSaidToBeLost() throws IOException {
    Path gone = folder.resolve("gone");
    IOException problem =
        assertThrows(IOException.class, () -> ModelKeeper.save(model, gone.resolve("m"), gone));
    assertTrue(problem.getMessage().contains("the model is lost"), problem.getMessage());
    assertTrue(problem.getMessage().contains(gone.toString()), problem.getMessage());
    assertEquals(List.of(), files());
  }
}
