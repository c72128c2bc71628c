package dev.nn.core.doctor;

import dev.nn.api.Kind;
import dev.nn.core.internal.jars.PluginCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether all plugins that are there are also named, in services files and in module-infos. */
final class RegistrationChecks {
  private static final int ABSTRACT = 0x0400;
  private static final String TOPIC = "registration";

  private RegistrationChecks() {}

  /** Looks at all places that a class loader sees. */
  static List<Finding> of(ClassLoader loader) {
    List<Place> places = Place.of(loader);
    List<Finding> findings = new ArrayList<>();
    for (Place place : places) {
      for (Kind kind : Kind.values()) {
        findings.addAll(inOneFormOnly(place, kind));
      }
      if (place.isUberJar()) {
        findings.addAll(lost(place, loader));
      }
    }
    return findings;
  }

  /** A module that names other plugins for the class path than for the module path. */
  private static List<Finding> inOneFormOnly(Place place, Kind kind) {
    if (place.code().module().isEmpty()) {
      return List.of();
    }
    Set<String> services = place.services(kind);
    Set<String> provides = new TreeSet<>(place.code().provides(kind));
    List<Finding> findings = new ArrayList<>();
    for (String className : minus(services, provides)) {
      findings.add(
          Finding.wrong(
              TOPIC,
              "%s in %s is named by META-INF/services only, so it is not found on a module path"
                  .formatted(className, place.path()),
              "Add to module-info.java: provides %s with %s;"
                  .formatted(kind.type().getName(), className)));
    }
    for (String className : minus(provides, services)) {
      findings.add(
          Finding.wrong(
              TOPIC,
              "%s in %s is named by its module-info only, so it is not found on a class path"
                  .formatted(className, place.path()),
              "Add the line %s to %s.".formatted(className, PluginCode.services(kind))));
    }
    return findings;
  }

  private static Set<String> minus(Set<String> some, Set<String> others) {
    Set<String> left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }

  /** Plugins that no services file names since several jars were packed into one. */
  private static List<Finding> lost(Place jar, ClassLoader loader) {
    Map<Kind, Set<String>> lost = new EnumMap<>(Kind.class);
    for (String className : jar.classesThatMentionPlugins()) {
      kind(className, loader)
          .filter(kind -> !jar.services(kind).contains(className))
          .ifPresent(kind -> lost.computeIfAbsent(kind, k -> new TreeSet<>()).add(className));
    }
    List<Finding> findings = new ArrayList<>();
    lost.forEach(
        (kind, classes) ->
            findings.add(
                Finding.wrong(
                    TOPIC,
                    "in %s, %s names %s of the %s that are there: not %s"
                        .formatted(
                            jar.path(),
                            PluginCode.services(kind),
                            jar.services(kind).isEmpty() ? "none" : "only some",
                            kind.plural(),
                            String.join(", ", classes)),
                    "Where jars are packed into one, these files have to be merged (maven-shade-plugin: ServicesResourceTransformer; Gradle's shadow: mergeServiceFiles()).")));
    return findings;
  }

  /** The kind of a class that can be a provider. */
  private static Optional<Kind> kind(String className, ClassLoader loader) {
    Class<?> type = load(className, loader);
    if (type == null || (type.getModifiers() & ABSTRACT) != 0 || !hasPublicConstructor(type)) {
      return Optional.empty();
    }
    return List.of(Kind.values()).stream()
        .filter(kind -> kind.type().isAssignableFrom(type))
        .findFirst();
  }

  private static @Nullable Class<?> load(String className, ClassLoader loader) {
    try {
      return loader.loadClass(className);
    } catch (ClassNotFoundException | LinkageError e) {
      // An uber-jar has many classes that need what is not there.
      return null;
    }
  }

  private static boolean hasPublicConstructor(Class<?> type) {
    try {
      MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class));
      return true;
    } catch (NoSuchMethodException | IllegalAccessException | LinkageError e) {
      return false;
    }
  }
}
