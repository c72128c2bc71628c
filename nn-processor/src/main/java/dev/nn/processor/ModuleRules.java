package dev.nn.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Plugins of a named module are provided by its {@code module-info.java}. */
final class ModuleRules {
  private final Elements elements;
  private final Consumer<Mistake> mistakes;

  ModuleRules(Elements elements, Consumer<Mistake> mistakes) {
    this.elements = elements;
    this.mistakes = mistakes;
  }

  void check(List<Registration> registrations) {
    for (TypeElement kind : Registration.kinds(elements)) {
      List<Registration> missing = new ArrayList<>();
      for (Registration registration : registrations) {
        if (registration.isOf(kind) && !isProvided(registration)) {
          missing.add(registration);
        }
      }
      missing.forEach(one -> mistakes.accept(mistake(one, missing)));
    }
  }

  private boolean isProvided(Registration registration) {
    ModuleElement module = elements.getModuleOf(registration.type());
    return module == null
        || module.isUnnamed()
        || provided(module, registration.service()).contains(name(registration));
  }

  /** The message has a line for the whole kind, because a service may be provided once only. */
  private Mistake mistake(Registration registration, List<Registration> missing) {
    ModuleElement module = elements.getModuleOf(registration.type());
    Set<String> all = provided(module, registration.service());
    boolean isNew = all.isEmpty();
    for (Registration other : missing) {
      if (module.equals(elements.getModuleOf(other.type()))) {
        all.add(name(other));
      }
    }
    return new Mistake(
        registration.type(),
        "module %s does not provide %s, so it would not be found on a module path; %s module-info.java: provides %s with %s;"
            .formatted(
                module.getQualifiedName(),
                name(registration),
                isNew ? "add to" : "change the line for this kind in",
                registration.service(),
                String.join(", ", all)));
  }

  private static String name(Registration registration) {
    return registration.type().getQualifiedName().toString();
  }

  private static Set<String> provided(ModuleElement module, String service) {
    Set<String> names = new TreeSet<>();
    for (ProvidesDirective provides : ElementFilter.providesIn(module.getDirectives())) {
      if (provides.getService().getQualifiedName().contentEquals(service)) {
        provides
            .getImplementations()
            .forEach(implementation -> names.add(implementation.getQualifiedName().toString()));
      }
    }
    return names;
  }
}
