package dev.nn.tests.reliability.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a command prints arrives, to its last character, when the command is a process of its own.
 */
class WholeProcessTest {
  @TempDir private Path folder;

  @Test
  void everythingThatIsPrintedArrives() throws Exception {
    StringBuilder table = new StringBuilder("x,kind\n");
    for (int i = 0; i < 100; i++) {
      int x = i * 37 % 100;
      table.append(x / 10.0).append(x < 50 ? ",low\n" : ",high\n");
    }
    Path data = Files.writeString(folder.resolve("data.csv"), table);
    Path model = folder.resolve("model.safetensors");
    String described = output("describe", data.toString());
    assertTrue(described.contains("kind    texts    target(kind=binary)"), described);
    String trained = output("train", data.toString(), "--quiet", "--save", model.toString());
    assertTrue(trained.strip().matches("(?s)test accuracy .*weights sha256 [0-9a-f]{64}"), trained);
    Path rows = Files.writeString(folder.resolve("new.csv"), "x\n0.3\n9.7\n");
    String predicted = output("predict", model.toString(), rows.toString());
    assertTrue(predicted.strip().endsWith("kind\nlow\nhigh"), predicted);
  }

  private static String output(String... arguments) throws IOException, InterruptedException {
    Process process = ChildJvm.of(List.of(), "dev.nn.examples.Main", arguments).start();
    String text = ChildJvm.output(process).replace("\r\n", "\n");
    assertTrue(text.endsWith("status 0"), text);
    return text.substring(0, text.length() - "status 0".length());
  }
}
