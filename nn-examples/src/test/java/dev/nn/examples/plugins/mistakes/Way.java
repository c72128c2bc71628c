package dev.nn.examples.plugins.mistakes;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an author does with a project.
 *
 * @param teller what says something then, as the guide calls it
 * @param work does it, and returns all that is said if something is wrong
 */
record Way(String teller, Work work) {
  static final Way COMPILER = new Way("the compiler", Workshop::compile);
  static final Way CHECK =
      new Way("`./nn check`", (shop, draft) -> nn(shop.jar(draft), "check", "acme.jar"));
  static final Way DOCTOR =
      new Way(
          "`./nn doctor`", (shop, draft) -> nn(shop.jar(draft), "doctor", "--plugins", "acme.jar"));
  static final Way DOCTOR_OF_ONE_JAR = new Way("`./nn doctor`", OneJar::doctor);

  /** The work. */
  interface Work {
    String said(Workshop workshop, Draft draft) throws Exception;
  }

  /** Trains a network with the activation and options of it, such as {@code (strength=2)}. */
  static Way train(String options, String... more) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("--plugins", "acme.jar", "xor", "--layers"));
    command.add(
        "dense(units=4, activation=acme.bent%s), dense(units=1, activation=sigmoid)"
            .formatted(options));
    command.addAll(List.of(more));
    return new Way("the run", (shop, draft) -> nn(shop.jar(draft), command.toArray(String[]::new)));
  }

  private static String nn(Path jar, String... command) {
    for (int i = 0; i < command.length; i++) {
      command[i] = command[i].equals("acme.jar") ? jar.toString() : command[i];
    }
    Run run = Console.nn(command);
    return run.status() == 0 ? "" : (run.out() + run.err()).replace(jar.toString(), "acme.jar");
  }
}
