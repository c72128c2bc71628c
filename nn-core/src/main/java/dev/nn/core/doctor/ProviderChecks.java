package dev.nn.core.doctor;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.PluginException;
import dev.nn.core.plugin.BuiltIns;
import dev.nn.core.plugin.PluginFault;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What should be so of the plugins that are installed. */
final class ProviderChecks {
  private ProviderChecks() {}

  /** The providers that could not be loaded. */
  static List<Finding> faults(List<PluginFault> faults) {
    return faults.stream()
        .map(
            fault ->
                Finding.wrong(
                    "faulty provider",
                    fault.toString(),
                    "Mend that jar or leave it out; the other plugins are not affected."))
        .toList();
  }

  /** The names that cannot be looked up, because several plugins have them. */
  static List<Finding> duplicates(PluginRegistry registry) {
    List<Finding> findings = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Set<String> problems = new TreeSet<>();
      for (Plugin plugin : registry.plugins(kind)) {
        Set<String> names = new TreeSet<>(plugin.aliases());
        names.add(plugin.name());
        names.forEach(name -> clash(registry, kind, name).forEach(problems::add));
      }
      problems.forEach(problem -> findings.add(duplicate(problem)));
    }
    return findings;
  }

  private static List<String> clash(PluginRegistry registry, Kind kind, String name) {
    try {
      registry.origin(kind, name);
      return List.of();
    } catch (PluginException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** The registry's message ends with a line that says what to do. */
  private static Finding duplicate(String message) {
    int end = message.lastIndexOf('\n');
    return Finding.wrong("duplicate", message.substring(0, end), message.substring(end + 1));
  }

  /** The classes that are on the path in several places, of which only one is used. */
  static List<Finding> copies(List<InstalledPlugin> plugins, ClassLoader loader) {
    Set<String> classes = new TreeSet<>();
    classes.add(Plugin.class.getName());
    classes.add(ProviderChecks.class.getName());
    plugins.forEach(plugin -> classes.add(plugin.origin().className()));
    Set<String> seen = new TreeSet<>();
    List<Finding> findings = new ArrayList<>();
    for (String className : classes) {
      String file = className.replace('.', '/') + ".class";
      List<String> places = places(file, loader);
      if (places.size() > 1 && seen.add(places.toString())) {
        findings.add(
            Finding.wrong(
                "duplicate",
                "the class %s, and perhaps others, is in %s places: %s"
                    .formatted(className, places.size(), String.join(", ", places)),
                "Leave one of them on the path. Which of them is used depends on the order."));
      }
    }
    return findings;
  }

  private static List<String> places(String file, ClassLoader loader) {
    try {
      Set<String> places = new TreeSet<>();
      for (URL url : Collections.list(loader.getResources(file))) {
        places.add(
            url.toString()
                .replaceFirst("^(jar:)?file:", "")
                .replaceFirst("!?/\\Q" + file + "\\E$", ""));
      }
      return List.copyOf(places);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The kinds of which no plugin of the framework's own is there, though nn-core is. */
  static List<Finding> missingBuiltIns(List<InstalledPlugin> plugins, ClassLoader loader) {
    Set<String> missing = new TreeSet<>();
    for (Kind kind : Kind.values()) {
      String artifact = BuiltIns.artifact(kind);
      boolean isThere =
          plugins.stream()
              .anyMatch(
                  plugin ->
                      plugin.kind() == kind
                          && plugin
                              .origin()
                              .className()
                              .startsWith(BuiltIns.packageOf(kind) + "."));
      boolean isLost = loader.getResource(marker(kind)) != null;
      if (!isThere && !isLost) {
        missing.add(artifact);
      }
    }
    return missing.stream()
        .map(
            artifact ->
                Finding.wrong(
                    "built-ins",
                    "the plugins of %s are missing beside nn-core".formatted(artifact),
                    "Add the artifact dev.nn:%s; to an image of jlink with --add-modules %s."
                        .formatted(artifact, artifact.replace("nn-", "dev.nn."))))
        .toList();
  }

  private static String marker(Kind kind) {
    return BuiltIns.packageOf(kind).replace('.', '/') + "/package-info.class";
  }
}
