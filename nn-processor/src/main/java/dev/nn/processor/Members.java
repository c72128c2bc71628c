package dev.nn.processor;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What a class declares and inherits. */
record Members(Elements elements) {

  /** A method that plugins have one of, be it the class's own or an inherited one. */
  Optional<ExecutableElement> method(TypeElement type, String name) {
    int parameters = name.equals("withOptions") ? 1 : 0;
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(method -> method.getParameters().size() == parameters)
        .findFirst();
  }

  /** Whether a method was written by the author of the plugin, and not inherited from nn-api. */
  boolean isOwn(ExecutableElement method) {
    return !packageOf(method).getQualifiedName().toString().startsWith("dev.nn.api");
  }

  PackageElement packageOf(Element element) {
    return elements.getPackageOf(element);
  }

  /** A class itself, or the one that a method is in. */
  static TypeElement classOf(Element element) {
    return element instanceof TypeElement type
        ? type
        : (TypeElement) Objects.requireNonNull(element.getEnclosingElement());
  }

  static Set<String> names(List<? extends Element> elements) {
    return elements.stream()
        .map(element -> element.getSimpleName().toString())
        .collect(Collectors.toSet());
  }

  /** How {@code options()} declares a component. */
  static String declaration(RecordComponentElement component) {
    String name = component.getSimpleName().toString();
    String key = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    String method =
        switch (component.asType().toString()) {
          case "double", "float" -> "withReal";
          case "int", "long" -> "withInteger";
          case "boolean" -> "withFlag";
          case "java.lang.String" -> "withText";
          case "dev.nn.api.Activation",
              "dev.nn.api.Initializer",
              "dev.nn.api.Layer",
              "dev.nn.api.Loss",
              "dev.nn.api.Optimizer",
              "dev.nn.api.Schedule" ->
              "withPlugin";
          default -> "with…";
        };
    return ".%s(\"%s\", %s)".formatted(method, key, name);
  }
}
