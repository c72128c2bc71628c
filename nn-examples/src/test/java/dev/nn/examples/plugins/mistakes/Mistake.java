package dev.nn.examples.plugins.mistakes;

/**
 * Something that authors of plugins do wrong.
 *
 * @param what the mistake, as the guide calls it
 * @param way what is done then, and tells of it
 * @param message a part of what is said, as the guide quotes it; the jar is called acme.jar
 * @param draft the project in which it was made
 */
record Mistake(String what, Way way, String message, Draft draft) {

  /** The line of it in the table of the guide. */
  String row() {
    return "| %s | %s | `%s` |".formatted(what, way.teller(), message);
  }

  @Override
  public String toString() {
    return what;
  }
}
