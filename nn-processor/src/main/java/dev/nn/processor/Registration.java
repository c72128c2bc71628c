package dev.nn.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * A class that is marked, as a plugin of one kind.
 *
 * @param className its name as services files have it
 * @param kind the interface of its kind; absent if it implements none
 */
record Registration(TypeElement type, String className, Optional<TypeElement> kind) {

  /** One for each kind of plugin that the class is, and one without a kind if it is none. */
  static List<Registration> of(TypeElement type, ProcessingEnvironment environment) {
    Types types = environment.getTypeUtils();
    Elements elements = environment.getElementUtils();
    String className = elements.getBinaryName(type).toString();
    List<Registration> found = new ArrayList<>();
    for (TypeElement kind : kinds(elements)) {
      if (types.isSubtype(types.erasure(type.asType()), types.erasure(kind.asType()))) {
        found.add(new Registration(type, className, Optional.of(kind)));
      }
    }
    return found.isEmpty()
        ? List.of(new Registration(type, className, Optional.empty()))
        : List.copyOf(found);
  }

  /** The interfaces of all kinds: {@code Plugin} is sealed, and permits them. */
  static List<TypeElement> kinds(Elements elements) {
    TypeElement plugin = elements.getTypeElement("dev.nn.api.Plugin");
    return plugin.getPermittedSubclasses().stream()
        .map(kind -> (TypeElement) ((DeclaredType) kind).asElement())
        .toList();
  }

  boolean isOf(TypeElement other) {
    return kind.filter(other::equals).isPresent();
  }

  /** The interface of its kind, as services files and {@code provides} name it. */
  String service() {
    return kind.map(found -> found.getQualifiedName().toString()).orElse("");
  }
}
