package dev.nn.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program behind the {@code nn} script. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process: 0 fine, 1 failed, 2 wrong usage. */
  public static void main(String[] args) {
    // Pictures and formulas need UTF-8 whatever the locale says.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    int status = NnCommand.commandLine(Terminal.of(out, err)).execute(args);
    out.flush();
    System.exit(status);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
