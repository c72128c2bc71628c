package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.api.SpecValue;
import dev.nn.data.table.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads {@code id=ignore, "zip code"=categorical(unknown=refuse), y=target}. */
final class RoleParser {
  private static final String ROLES = "ignore, number, categorical, date, target";

  private final String text;
  private int at;

  private RoleParser(String text) {
    this.text = text;
  }

  /** Returns the specs of the roles by column. */
  static Map<String, Spec> parse(String text) {
    return new RoleParser(text).roles();
  }

  private Map<String, Spec> roles() {
    Map<String, Spec> roles = new LinkedHashMap<>();
    skipBlanks();
    while (at < text.length()) {
      String name = name();
      if (at == text.length() || text.charAt(at) != '=') {
        throw fault("%s needs = and a role behind it: %s".formatted(Quoted.text(name), ROLES));
      }
      at++;
      int from = at;
      skipValue();
      try {
        if (roles.put(name, Spec.parse(text.substring(from, at))) != null) {
          throw fault("column %s has two roles".formatted(Quoted.text(name)));
        }
      } catch (SpecException e) {
        throw new DataException(
            "the role of column %s: %s".formatted(Quoted.text(name), e.getMessage()), e);
      }
      at++;
      skipBlanks();
    }
    return roles;
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    if (text.charAt(at) == '"') {
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        name.append(text.charAt(at));
      }
      at++;
      skipBlanks();
      return name.toString();
    }
    for (; at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ','; at++) {
      name.append(text.charAt(at));
    }
    return name.toString().strip();
  }

  /** Skips a value up to the next comma outside brackets and quotes. */
  private void skipValue() {
    int depth = 0;
    boolean quoted = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '(' || c == '[')) {
        depth++;
      } else if (!quoted && (c == ')' || c == ']')) {
        depth--;
      } else if (!quoted && depth == 0 && c == ',') {
        return;
      }
    }
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private DataException fault(String what) {
    return new DataException("the columns %s: %s".formatted(Quoted.text(text), what));
  }

  /**
   * Returns the role of a spec.
   *
   * @param kind the kind of a target for which the spec gives none
   */
  @SuppressWarnings("StatementSwitchToExpressionSwitch")
  static Role role(Spec spec, Role.TargetKind kind) {
    switch (spec.name()) {
      case "ignore":
        Words.checkKeys(spec);
        return new Role.Ignore();
      case "number", "numeric":
        Words.checkKeys(spec, "missing");
        if (spec.options().get("missing") instanceof SpecValue.Decimal) {
          return new Role.Numeric(
              Role.Missing.CONSTANT, OptionalDouble.of(Words.number(spec, "missing")));
        }
        Role.Missing[] words = {Role.Missing.MEAN, Role.Missing.MEDIAN, Role.Missing.REFUSE};
        return new Role.Numeric(
            Words.constant(spec, "missing", Role.Missing.MEAN, words), OptionalDouble.empty());
      case "categorical":
        Words.checkKeys(spec, "encoding", "unknown");
        return new Role.Categorical(
            Words.constant(spec, "encoding", Role.Encoding.ONE_HOT, Role.Encoding.values()),
            Words.constant(spec, "unknown", Role.Unknown.ZERO, Role.Unknown.values()));
      case "date":
        Words.checkKeys(spec, "parts");
        List<DatePart> parts = new ArrayList<>();
        if (spec.options().containsKey("parts")) {
          for (SpecValue part : Words.items(spec, "parts")) {
            parts.add(Words.constant(spec, "parts", part, DatePart.values()));
          }
        }
        return new Role.Date(parts);
      case "target":
        Words.checkKeys(spec, "kind");
        return new Role.Target(Words.constant(spec, "kind", kind, Role.TargetKind.values()));
      default:
        throw spec.error("%s is no role; the roles are %s".formatted(spec.name(), ROLES));
    }
  }
}
