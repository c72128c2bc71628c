package dev.nn.examples;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 100,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
  private boolean help;

  @Option(
      names = {"-v", "--verbose"},
      order = 101,
      description = "Log every step of the way, and show where errors come from.")
  @SuppressWarnings("UnusedVariable") // looked at before the command runs
  private boolean verbose;
}
