package dev.nn.tests.project;

/** What the compiler said. */
public final class CompilationError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CompilationError(String output) {
    super(output);
  }
}
