package dev.nn.core.plugin;

import dev.nn.api.Kind;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with a class that a services file names, where the service loader's own
 * message is not clear.
 */
final class ProviderClass {
  private ProviderClass() {}

  /** What to change, or nothing if the service loader has said all there is to say. */
  static Optional<String> problem(Kind kind, ClassLoader loader, String className) {
    Class<?> type;
    try {
      type = loader.loadClass(className);
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
    if (!kind.type().isAssignableFrom(type)) {
      return Optional.of(notOfKind(kind, type));
    }
    return isPublic(type)
        ? Optional.empty()
        : Optional.of("it is not public; write public class " + type.getSimpleName());
  }

  private static String notOfKind(Kind kind, Class<?> type) {
    Optional<Kind> other = otherKind(type);
    if (other.isPresent()) {
      return "it is %s, not %s; name it in META-INF/services/%s instead"
          .formatted(other.get().withArticle(), kind.withArticle(), other.get().type().getName());
    }
    Optional<Class<?>> namesake = implemented(type, kind.type().getName());
    if (namesake.isPresent()) {
      return "it implements the %s of another class loader%s; leave nn-api and nn-math out of the plugin's jar"
          .formatted(
              kind.type().getName(),
              Origins.location(namesake.get()).map(place -> ": " + place).orElse(""));
    }
    return type.getName()
        + " not a subtype: it does not implement "
        + kind.type().getName()
        + "; a provider() method counts in named modules only, so on the class path name a class"
        + " that implements it";
  }

  /** The interface of this name that a class implements, whichever class loader it comes from. */
  private static Optional<Class<?>> implemented(@Nullable Class<?> type, String name) {
    if (type == null) {
      return Optional.empty();
    }
    if (type.getName().equals(name)) {
      return Optional.of(type);
    }
    return Stream.concat(
            Arrays.stream(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
        .flatMap(above -> implemented(above, name).stream())
        .findFirst();
  }

  private static boolean isPublic(Class<?> type) {
    try {
      MethodHandles.publicLookup().accessClass(type);
      return true;
    } catch (IllegalAccessException e) {
      return false;
    }
  }

  private static Optional<Kind> otherKind(Class<?> type) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.type().isAssignableFrom(type))
        .findFirst();
  }
}
