package dev.nn.examples.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines that a program printed to standard output. */
record Printed(List<String> lines) {

  /** The main method of a program. */
  @FunctionalInterface
  interface Program {
    void run(String[] arguments) throws Exception;
  }

  /** Runs a program in this process. */
  static Printed by(Program program, String... arguments) throws Exception {
    PrintStream stdout = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      program.run(arguments);
    } finally {
      System.setOut(stdout);
    }
    return new Printed(bytes.toString(StandardCharsets.UTF_8).lines().toList());
  }

  /** The number behind a label, which just one line has to begin with. */
  double number(String label) {
    List<String> found = lines.stream().filter(line -> line.startsWith(label + " ")).toList();
    assertEquals(1, found.size(), () -> "lines with \"" + label + "\" in " + lines);
    return Double.parseDouble(found.get(0).substring(label.length() + 1));
  }

  void assertBetween(double low, double high, String label) {
    double number = number(label);
    assertTrue(
        low <= number && number <= high,
        () -> "%s %s is not between %s and %s".formatted(label, number, low, high));
  }

  void assertLine(String line) {
    assertTrue(lines.contains(line), () -> "\"" + line + "\" is not in " + lines);
  }
}
