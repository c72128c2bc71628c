package dev.nn.testkit.check;

import dev.nn.api.Plugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The components of a record as its text shows them, {@code Name[first=1, second=2]}: all that can
 * be seen of them without reflection, which would need access to the author's package.
 */
final class Components {
  private static final Pattern COMPONENT = Pattern.compile("(\\w+)=(.*)", Pattern.DOTALL);

  private final Map<String, String> texts;

  private Components(Map<String, String> texts) {
    this.texts = texts;
  }

  /** Nothing for what is no record, and for one whose text is of another form. */
  static Optional<Components> of(Plugin plugin) {
    String text = plugin instanceof Record ? plugin.toString() : "";
    String start = plugin.getClass().getSimpleName() + "[";
    if (!text.startsWith(start) || !text.endsWith("]")) {
      return Optional.empty();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (String part : parts(text.substring(start.length(), text.length() - 1))) {
      Matcher component = COMPONENT.matcher(part);
      if (!component.matches()) {
        return Optional.empty();
      }
      texts.put(component.group(1), component.group(2));
    }
    return Optional.of(new Components(texts));
  }

  /** What stands between the commas that are in no brackets. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0 && text.startsWith(", ", i)) {
        parts.add(text.substring(from, i));
        from = i + 2;
      }
    }
    if (!text.isEmpty()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  Set<String> names() {
    return texts.keySet();
  }

  /** The names of those that the other shows otherwise. */
  List<String> differences(Components other) {
    return texts.keySet().stream()
        .filter(name -> !Objects.equals(texts.get(name), other.texts.get(name)))
        .toList();
  }
}
