package dev.nn.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a class needs so that the framework can make it, save it and find it by its name. */
final class ProviderRules {
  private final Members members;
  private final SourceReader sources;
  private final Consumer<Mistake> mistakes;

  ProviderRules(ProcessingEnvironment environment, Consumer<Mistake> mistakes) {
    this.members = new Members(environment.getElementUtils());
    this.sources = new SourceReader(environment);
    this.mistakes = mistakes;
  }

  void check(List<Registration> registrations) {
    Map<String, String> classByName = new HashMap<>();
    Set<TypeElement> seen = new HashSet<>();
    for (Registration registration : registrations) {
      TypeElement type = registration.type();
      if (registration.kind().isEmpty()) {
        mistake(
            type,
            "it implements none of the kinds of plugin; implement one of them or take @NnPlugin away");
        continue;
      }
      Optional<String> name = members.method(type, "name").flatMap(sources::returnedText);
      if (seen.add(type)) {
        checkClass(type);
        checkConstructor(type);
        name.ifPresent(found -> checkName(type, found));
        if (type.getKind() == ElementKind.RECORD) {
          checkComponents(type);
        }
      }
      if (name.isPresent()) {
        String other =
            classByName.putIfAbsent(
                registration.service() + " " + name.get(), registration.className());
        if (other != null) {
          mistake(
              type,
              "%s has the name \"%s\" too; give one of them another".formatted(other, name.get()));
        }
      }
    }
  }

  private void checkClass(TypeElement type) {
    Set<Modifier> modifiers = type.getModifiers();
    if (!type.getKind().isClass()) {
      mistake(type, "only classes and records can be made; put @NnPlugin on one");
    } else if (!modifiers.contains(Modifier.PUBLIC)) {
      mistake(type, "it is not public, so it cannot be found; make it public");
    } else if (modifiers.contains(Modifier.ABSTRACT)) {
      mistake(type, "it is abstract; put @NnPlugin on the classes that extend it");
    } else if (type.getNestingKind().isNested() && !modifiers.contains(Modifier.STATIC)) {
      mistake(type, "it is an inner class, which needs an object of the outer; make it static");
    }
    members
        .method(type, "provider")
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .ifPresent(
            method ->
                mistake(
                    method,
                    "a named module would call provider() where a class path calls the constructor, so there would be two plugins; give the method another name"));
  }

  private void checkConstructor(TypeElement type) {
    boolean hasOne =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
            .anyMatch(constructor -> constructor.getParameters().isEmpty());
    boolean isPublic = type.getModifiers().contains(Modifier.PUBLIC);
    if (type.getKind().isClass() && isPublic && !hasOne) {
      String body =
          type.getRecordComponents().stream()
              .map(component -> "<" + component.getSimpleName() + ">")
              .collect(Collectors.joining(", "));
      mistake(
          type,
          "it has no public constructor without arguments, which gives the default hyper-parameters; add: public %s() { %s}"
              .formatted(type.getSimpleName(), body.isEmpty() ? "" : "this(" + body + "); "));
    }
  }

  private void checkName(TypeElement type, String name) {
    Element place = members.method(type, "name").map(Element.class::cast).orElse(type);
    if (!PluginName.isLegal(name)) {
      mistake(
          place,
          "\"%s\" is not a legal name: lower-case letters, digits and _, a letter first, with your prefix and a dot before it; for instance \"%s\""
              .formatted(name, PluginName.suggestion(type, members.packageOf(type), name)));
    } else if (name.indexOf('.') < 0) {
      mistake(
          place,
          "the name \"%s\" has no prefix, so it becomes ambiguous when another jar takes it too; put yours and a dot before it, as in \"%s\""
              .formatted(name, PluginName.suggestion(type, members.packageOf(type), name)));
    }
  }

  private void checkComponents(TypeElement type) {
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    if (components.isEmpty()) {
      return;
    }
    Optional<ExecutableElement> options = members.method(type, "options").filter(members::isOwn);
    Set<String> mentioned =
        options.isEmpty()
            ? Set.of()
            : sources.mentioned(type, options.get()).orElse(Members.names(components));
    for (RecordComponentElement component : components) {
      String name = component.getSimpleName().toString();
      if (!mentioned.contains(name)) {
        mistake(
            options.map(Element.class::cast).orElse(type),
            "the component %s is no option, so a model that was saved with another value would come back with the default; add %s to options(), and read it in withOptions"
                .formatted(name, Members.declaration(component)));
      }
    }
    if (options.isPresent()
        && members.method(type, "withOptions").filter(members::isOwn).isEmpty()) {
      mistake(
          type,
          "options() has hyper-parameters, but withOptions does not take them; add: public %s withOptions(Options complete)"
              .formatted(type.getSimpleName()));
    }
  }

  private void mistake(Element place, String message) {
    TypeElement type = Members.classOf(place);
    mistakes.accept(new Mistake(place, type.getQualifiedName() + ": " + message));
  }
}
