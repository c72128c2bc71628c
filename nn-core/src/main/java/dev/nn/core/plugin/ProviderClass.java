package dev.nn.core.plugin;

import dev.nn.api.Kind;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.Optional;

/** What is wrong with a class that a services file names, where the service loader is not clear. */
final class ProviderClass {
  private ProviderClass() {}

  /** What to change, or nothing if the service loader has said all that there is to say. */
  static Optional<String> problem(Kind kind, ClassLoader loader, String className) {
    Class<?> type;
    try {
      type = loader.loadClass(className);
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
    if (!kind.type().isAssignableFrom(type)) {
      return otherKind(type)
          .map(
              other ->
                  "it is %s, not %s; name it in META-INF/services/%s instead"
                      .formatted(other.withArticle(), kind.withArticle(), other.type().getName()));
    }
    return isPublic(type)
        ? Optional.empty()
        : Optional.of("it is not public; write public class " + type.getSimpleName());
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
