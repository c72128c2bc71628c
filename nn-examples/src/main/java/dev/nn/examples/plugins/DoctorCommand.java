package dev.nn.examples.plugins;

import dev.nn.core.doctor.Doctor;
import dev.nn.core.doctor.DoctorReport;
import dev.nn.examples.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Says what is installed and what is wrong with it. */
@Command(
    name = "doctor",
    description = {
      "Say what is installed, what it runs on, and what is wrong with it.",
      "Exit status 1 if anything is wrong."
    },
    sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  /** Makes the command, which prints to a terminal. */
  public DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    DoctorReport report = Doctor.report();
    terminal.out().println(json ? report.toJson() : Terminal.printable(report.toString()));
    return report.isHealthy() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
