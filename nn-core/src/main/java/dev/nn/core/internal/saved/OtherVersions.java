package dev.nn.core.internal.saved;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.Printable;
import dev.nn.core.plugin.BuiltIns;
import dev.nn.core.plugin.PluginJar;
import dev.nn.core.plugin.PluginRecord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of plugins that now come from another version of their artifact than when a file was saved,
 * or from a jar of other bytes, since they may compute something else. Initializers are not among
 * them: what comes out of a file has its weights. Nor are the framework's own plugins, which
 * compute the same in every version.
 */
public final class OtherVersions {
  /** An artifact that states no version, such as a folder of classes, says nothing. */
  private static final Pattern VERSIONED = Pattern.compile(".* \\S*\\d\\S*");

  private static final int SHOWN_DIGITS = 12;

  private OtherVersions() {}

  /**
   * Warns in one line, if there is something to warn of.
   *
   * @param source the file's path, or what else was loaded
   * @param saved what it says of its plugins
   * @param now the plugins that are used in their place
   */
  public static void warn(String source, List<PluginRecord> saved, List<? extends Plugin> now) {
    List<String> changes = changes(saved, PluginRecord.of(now));
    if (!changes.isEmpty()) {
      // Not before there is something to say: setting up a logger takes milliseconds of a start.
      Logger log = LoggerFactory.getLogger("dev.nn.core.Model");
      log.warn(
          "{} was saved with other versions of plugins, which may compute something else: {}",
          Printable.line(source),
          changes.stream().map(Printable::line).collect(Collectors.joining("; ")));
    }
  }

  static List<String> changes(List<PluginRecord> saved, List<PluginRecord> now) {
    Set<String> changes = new LinkedHashSet<>();
    for (PluginRecord plugin : now) {
      for (PluginRecord before : saved) {
        if (plugin.isNamedLike(before) && !plugin.kind().equals(Kind.INITIALIZER.toString())) {
          Optional<String> change = change(before, plugin);
          if (change.isPresent()) {
            changes.add(change.get());
          }
        }
      }
    }
    return List.copyOf(changes);
  }

  private static Optional<String> change(PluginRecord before, PluginRecord now) {
    String plugin = now.kind() + " \"" + now.name() + "\" of " + before.artifact();
    if (isOther(before.artifact(), now.artifact())) {
      return Optional.of(plugin + ", now of " + now.artifact());
    }
    boolean isRebuilt =
        before.artifact().equals(now.artifact())
            && before.jar().isPresent()
            && now.jar().isPresent()
            && !before.jar().get().sha256().equals(now.jar().get().sha256());
    return isRebuilt
        ? Optional.of(
            "%s, whose jar %s has another content now (sha256 %s, then %s)"
                .formatted(
                    plugin,
                    now.jar().get().file(),
                    brief(now.jar().get()),
                    brief(before.jar().get())))
        : Optional.empty();
  }

  private static String brief(PluginJar jar) {
    return jar.sha256().substring(0, SHOWN_DIGITS) + "…";
  }

  private static boolean isOther(String before, String now) {
    boolean isOwn = BuiltIns.isArtifact(before) && BuiltIns.isArtifact(now);
    return !isOwn
        && !before.equals(now)
        && VERSIONED.matcher(before).matches()
        && VERSIONED.matcher(now).matches();
  }
}
