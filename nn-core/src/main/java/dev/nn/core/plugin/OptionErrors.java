package dev.nn.core.plugin;

import dev.nn.api.Options;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import dev.nn.core.message.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what is wrong with the options of a spec. */
record OptionErrors(Spec spec, Options declared) {

  /**
   * Checks the names of the options only.
   *
   * @throws SpecException if an option is written that does not exist, or a required one is not
   */
  void checkKeys() {
    for (String key : spec.options().keySet()) {
      if (!declared.has(key)) {
        throw at(
            key,
            "%s has no option %s.%s\n%s"
                .formatted(
                    spec.name(),
                    NearestNames.shown(key),
                    NearestNames.hint(key, declared.names()),
                    existing()));
      }
    }
    List<String> missing = new ArrayList<>();
    for (String name : declared.names()) {
      if (declared.isRequired(name) && !spec.options().containsKey(name)) {
        missing.add(name + "=… (" + declared.type(name) + ")");
      }
    }
    if (!missing.isEmpty()) {
      throw spec.error(
          "%s needs %s\n%s".formatted(spec.name(), String.join(" and ", missing), existing()));
    }
  }

  SpecException wrongType(String key, SpecValue written, String hint) {
    return at(
        key,
        "%s of %s must be %s, not %s%s"
            .formatted(key, spec.name(), declared.type(key), written, hint));
  }

  /**
   * The error for an option that is passed on to another plugin, which refuses it.
   *
   * @param inner the name that the other plugin has for it
   */
  SpecException refused(String key, String inner, String reason) {
    return at(
        key,
        reason.startsWith(inner + " ")
            ? spec.name() + ": " + key + reason.substring(inner.length())
            : "%s of %s: %s".formatted(key, spec.name(), reason));
  }

  SpecException at(String key, String problem) {
    return spec.error(key, problem);
  }

  private String existing() {
    return declared.names().isEmpty()
        ? spec.name() + " has no options"
        : declared.names().stream()
            .map(this::describe)
            .collect(Collectors.joining("\n  ", "Options of " + spec.name() + ":\n  ", ""));
  }

  private String describe(String name) {
    String type = name + ": " + declared.type(name);
    if (declared.isRequired(name)) {
      return type + ", required";
    }
    Object value = Options.NONE.with(name, declared.type(name), declared.value(name));
    String text = value.toString();
    return type + ", default " + text.substring(name.length() + 2, text.length() - 1);
  }
}
