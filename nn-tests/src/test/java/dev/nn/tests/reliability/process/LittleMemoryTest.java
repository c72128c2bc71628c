package dev.nn.tests.reliability.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What users see when Java has too little memory for their network. */
class LittleMemoryTest {
  @Test
  void theMessageSaysWhatToDo() throws Exception {
    Process process =
        ChildJvm.of(
                List.of("-Xmx40m"),
                "dev.nn.examples.Main",
                "xor",
                "--layers",
                "dense(units=40000000), dense(units=1, activation=sigmoid)")
            .start();
    List<String> lines = ChildJvm.output(process).lines().toList();
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.startsWith("nn: the 40 MiB of memory that java may use are not enough: ")
                        && line.contains("NN_JAVA_OPTS=-Xmx8g")),
        lines.toString());
    assertEquals("status 1", lines.get(lines.size() - 1), lines.toString());
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("\tat ")), lines.toString());
  }
}
