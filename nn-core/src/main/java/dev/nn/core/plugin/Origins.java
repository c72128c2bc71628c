package dev.nn.core.plugin;

import dev.nn.api.Plugin;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Finds out where classes come from. */
public final class Origins {
  private Origins() {}

  /** Returns where the class of a plugin was loaded from. */
  public static PluginOrigin of(Plugin plugin) {
    // Without lambdas, which every start of a program would have to link.
    Class<?> type = plugin.getClass();
    Module module = type.getModule();
    Optional<String> location = location(type);
    String title = type.getPackage().getImplementationTitle();
    String version = type.getPackage().getImplementationVersion();
    if (module.isNamed()) {
      Optional<URI> place = location(module);
      if (place.isPresent()) {
        location = Optional.of(readable(place.get()));
      }
      title = title == null ? module.getName() : title;
      version = version == null ? module.getDescriptor().rawVersion().orElse(null) : version;
    }
    Optional<String> known = Optional.ofNullable(title);
    if (known.isEmpty() && location.isPresent()) {
      known = jarName(location.get());
    }
    if (known.isEmpty()) {
      known = BuiltIns.artifact(plugin);
    }
    Optional<UberJar> jar = UberJar.at(location, known);
    Optional<String> knownVersion = Optional.ofNullable(version);
    if (jar.isPresent()) {
      UberJar.Part part = jar.get().part(plugin);
      known = Optional.of(part.title());
      knownVersion = part.version();
    }
    return new PluginOrigin(
        type.getName(),
        module.isNamed() ? Optional.of(module.getName()) : Optional.empty(),
        location,
        known,
        knownVersion);
  }

  /** The jar or folder that a class was loaded from, if that is known. */
  static Optional<String> location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL url = source == null ? null : source.getLocation();
    Optional<URI> uri = url == null ? Optional.empty() : uri(url.toString());
    return uri.isPresent() ? Optional.of(readable(uri.get())) : Optional.empty();
  }

  /** Where a named module was found. */
  static Optional<URI> location(Module module) {
    return Optional.ofNullable(module.getLayer())
        .flatMap(layer -> layer.configuration().findModule(module.getName()))
        .map(ResolvedModule::reference)
        .flatMap(reference -> reference.location());
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The path if the URI is that of a file, else the URI. */
  static String readable(URI uri) {
    try {
      return "file".equals(uri.getScheme()) ? Path.of(uri).toString() : uri.toString();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return uri.toString();
    }
  }

  /**
   * A file inside a jar as {@code /opt/acme.jar!/META-INF/…}, a file by its path, and anything else
   * as it is.
   */
  static String readable(URL url) {
    String text = url.toString();
    int bang = text.indexOf("!/");
    if (!text.startsWith("jar:file:") || bang < 0) {
      return uri(text).map(Origins::readable).orElse(text);
    }
    return uri(text.substring("jar:".length(), bang))
        .map(jar -> readable(jar) + text.substring(bang))
        .orElse(text);
  }

  private static Optional<String> jarName(String location) {
    return location.endsWith(".jar") && Files.isRegularFile(Path.of(location))
        ? Optional.of(Path.of(location).getFileName().toString())
        : Optional.empty();
  }
}
