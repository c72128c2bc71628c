package dev.nn.examples;

import dev.nn.examples.terminal.Failures;
import dev.nn.examples.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ExitCode;

/** The program behind the {@code nn} script. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit status: 0 if all went well, 1 if the
   * command failed, 2 if it was not used correctly.
   *
   * @param args the command and its arguments
   */
  public static void main(String[] args) {
    // Pictures and formulas need UTF-8 whatever the locale says.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    Terminal terminal = Terminal.of(out, err);
    int status = run(args, terminal);
    terminal.flush();
    System.exit(status);
  }

  /**
   * Runs the command. Exceptions are reported by {@link Failures}, but picocli does not hand it
   * errors such as the lack of memory.
   */
  private static int run(String[] args, Terminal terminal) {
    try {
      return NnCommand.commandLine(terminal).execute(args);
    } catch (OutOfMemoryError e) {
      terminal
          .err()
          .println(
              "nn: the %s MiB of memory that java may use are not enough: allow more, such as NN_JAVA_OPTS=-Xmx8g, or make the network or the batch smaller"
                  .formatted(Runtime.getRuntime().maxMemory() >> 20));
      return ExitCode.SOFTWARE;
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
