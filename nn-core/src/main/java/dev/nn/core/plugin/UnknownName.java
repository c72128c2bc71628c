package dev.nn.core.plugin;

import dev.nn.api.Kind;
import dev.nn.core.message.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Says what to do about a name that no plugin of the kind has. */
record UnknownName(Kind kind, String name, PluginTable table) {
  private static final int MOST_FAULTS = 10;

  String message() {
    String unnamed = UnnamedClass.advice(kind, name);
    return "no "
        + kind
        + " \""
        + NearestNames.shown(name)
        + "\" is installed."
        + hint()
        + unnamed
        + (unnamed.isEmpty() || !table.names(kind).isEmpty() ? installed() : "")
        + faults()
        + doctor();
  }

  /** Who has misspelt a name needs no doctor. */
  private String doctor() {
    boolean isMisspelt = !NearestNames.hint(name, table.namesAndAliases(kind)).isEmpty();
    return isMisspelt && table.faults().isEmpty()
        ? ""
        : "\nTo find out why it is missing: nn doctor, or in Java Doctor.report()";
  }

  private String hint() {
    List<String> otherKinds = new ArrayList<>();
    for (Kind other : Kind.values()) {
      if (other != kind && table.namesAndAliases(other).contains(name)) {
        otherKinds.add(other.withArticle());
      }
    }
    String elsewhere =
        otherKinds.isEmpty()
            ? ""
            : " There is " + String.join(" and ", otherKinds) + " of this name.";
    return elsewhere + NearestNames.hint(name, table.namesAndAliases(kind));
  }

  private String installed() {
    SortedSet<String> names = table.names(kind);
    return names.isEmpty()
        ? "\nNo "
            + kind.plural()
            + " are installed at all; add a jar that provides some"
            + ", such as "
            + BuiltIns.artifact(kind)
            + "\nIn an image of jlink, add the provider's module: --add-modules "
            + BuiltIns.module(kind)
            + "; where each jar has a class loader of its own, as in OSGi, join what they see:"
            + " PluginRegistry.load(loader).and(…)"
        : "\nInstalled " + kind.plural() + ": " + String.join(", ", names);
  }

  private String faults() {
    List<PluginFault> faults =
        table.faults().stream().filter(fault -> fault.kind() == kind).toList();
    if (faults.isEmpty()) {
      return "";
    }
    String more =
        faults.size() > MOST_FAULTS ? "\n  … and " + (faults.size() - MOST_FAULTS) + " more" : "";
    return faults.stream()
        .limit(MOST_FAULTS)
        .map(fault -> "\n  " + fault)
        .collect(Collectors.joining("", "\nCould not be loaded:", more));
  }
}
