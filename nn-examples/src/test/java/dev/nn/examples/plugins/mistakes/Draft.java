package dev.nn.examples.plugins.mistakes;

import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a project for plugins.
 *
 * @param files their contents by their paths; the sources end in {@code .java}
 */
record Draft(Map<String, String> files) {

  /** Puts another text in the place of one that is in these files once. */
  Draft edit(String text, String other) {
    Map<String, String> edited = new TreeMap<>(files);
    edited.replaceAll((path, content) -> content.replace(text, other));
    long changed =
        edited.entrySet().stream().filter(e -> !e.getValue().equals(files.get(e.getKey()))).count();
    if (changed != 1) {
      throw new AssertionError(changed + " files have " + text);
    }
    return new Draft(edited);
  }

  /** Adds a file. */
  Draft with(String path, String content) {
    Map<String, String> more = new TreeMap<>(files);
    more.put(path, content);
    return new Draft(more);
  }

  /** Takes the annotation away and names classes in a services file instead. */
  Draft namedIn(String kind, String... classNames) {
    return edit("@NnPlugin", "")
        .with("META-INF/services/dev.nn.api." + kind, String.join("\n", classNames) + "\n");
  }

  /** Copies a class that is named in a services file, under another name of the class only. */
  Draft twice(String className, String copy) {
    String source = files.get("acme/" + className + ".java");
    return edit("acme." + className + "\n", "acme." + className + "\nacme." + copy + "\n")
        .with("acme/" + copy + ".java", source.replace(className, copy));
  }
}
