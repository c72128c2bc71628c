package dev.nn.examples.terminal;

import picocli.CommandLine.Option;

/** The options that say how much a command prints. */
public final class OutputOptions {
  @Option(names = "--quiet", description = "Print the last lines only.")
  private boolean quiet;

  @Option(names = "--json", description = "Print the results as one line of JSON.")
  private boolean json;

  /** Where everything but the last lines goes. */
  public Terminal chat(Terminal terminal) {
    return quiet ? terminal.silent() : json ? terminal.withoutResults() : terminal;
  }

  /** Prints the results, which are what nobody can turn off. */
  public void print(LastLines results, Terminal terminal) {
    results.print(terminal, json);
  }
}
