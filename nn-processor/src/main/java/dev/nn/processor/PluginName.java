package dev.nn.processor;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** The names of plugins as {@code Plugin.name()} demands them. */
final class PluginName {
  private static final Pattern LEGAL = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

  /** Where packages have something before the name of whoever wrote them. */
  private static final Pattern DOMAIN = Pattern.compile("(com|org|net|io|[a-z]{2})\\.(?=[a-z])");

  private PluginName() {}

  static boolean isLegal(String name) {
    return LEGAL.matcher(name).matches();
  }

  /** A legal name for a class: the author's part of its package, and the name that it has. */
  static String suggestion(TypeElement type, PackageElement enclosing, String name) {
    String path = DOMAIN.matcher(enclosing.getQualifiedName()).replaceFirst("");
    String prefix = path.isEmpty() ? "acme" : path.replaceFirst("\\..*", "");
    String last = name.substring(name.lastIndexOf('.') + 1);
    String legal = isLegal(last) ? last : snakeCase(type.getSimpleName().toString());
    return prefix.toLowerCase(Locale.ROOT) + "." + legal;
  }

  private static String snakeCase(String className) {
    return className.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
